package dev.sanguine.testkit;

/** A request between a client of a simulation and the server. */
final class SimulatedRequest {
  /** Null if it is a read. */
  final SimulatedWrite write;
  /** Of a write: the id that it says its document has, and the key under which it may be sent again. */
  final String id;

  final String key;
  /** Of a read: the query, and the place after which its page begins. */
  final SimulatedQuery query;

  final double after;
  /** Of which execution of the write it is. */
  private final int execution;
  /** In which session of the client it was sent, and when, among all that the client was told. */
  int session;

  int askedAt;
  /** The scope that its write had when it was sent; null if it had none. */
  String scope;
  /** It asks for one page beside those that are there. */
  boolean isMore;
  /** It was tried without a network. */
  boolean isOffline;
  /** A replica answers it that lags. */
  boolean lags;

  ScriptedNetwork.Call call;
  /** What the server held when it saw the request; null before. */
  SimulatedServer.State seenIn;

  boolean refused;

  private SimulatedRequest(
      SimulatedWrite write, String id, String key, SimulatedQuery query, double after) {
    this.write = write;
    this.id = id;
    this.key = key;
    this.query = query;
    this.after = after;
    execution = write == null ? 0 : write.execution;
  }

  static SimulatedRequest read(SimulatedQuery query, double after) {
    return new SimulatedRequest(null, null, null, query, after);
  }

  static SimulatedRequest write(SimulatedWrite write, String id, String key) {
    return new SimulatedRequest(write, id, key, null, 0);
  }

  boolean isRead() {
    return write == null;
  }

  /** False if the client has sent the write again, or is another page: it hears nothing of this request. */
  boolean concerns() {
    return execution == write.execution;
  }
}
