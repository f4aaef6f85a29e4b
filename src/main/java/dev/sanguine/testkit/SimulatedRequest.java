package dev.sanguine.testkit;

import dev.sanguine.env.Seq;

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
  /** Of a write: all that it carries, in the order of their calls. */
  final Seq<SimulatedWrite> carried;
  /** Of which executions of those it is. */
  private final Seq<Integer> executions = new Seq<>();
  /** The page was being left when it was sent: it did not wait for its turn. */
  boolean isOutOfTurn;
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
      SimulatedWrite write,
      Seq<SimulatedWrite> carried,
      String id,
      String key,
      SimulatedQuery query,
      double after) {
    this.write = write;
    this.carried = carried;
    this.id = id;
    this.key = key;
    this.query = query;
    this.after = after;
    carried.each(each -> executions.add(each.execution));
  }

  static SimulatedRequest read(SimulatedQuery query, double after) {
    return new SimulatedRequest(null, new Seq<>(), null, null, query, after);
  }

  static SimulatedRequest write(SimulatedWrite write, String id, String key) {
    return write(Seq.of(write), id, key);
  }

  /** One request of several writes; the last of them sends it. */
  static SimulatedRequest write(Seq<SimulatedWrite> carried, String id, String key) {
    return new SimulatedRequest(carried.get(carried.size() - 1), carried, id, key, null, 0);
  }

  boolean isRead() {
    return write == null;
  }

  /** The tokens of all that it carries. */
  String content() {
    StringBuilder content = new StringBuilder();
    carried.each(each -> content.append(each.token).append(' '));
    return content.toString();
  }

  /** False if the client has sent all of it again, or is another page: it hears nothing of this request. */
  boolean concerns() {
    return concerned().size() > 0;
  }

  /** Those whose client hears of it. */
  Seq<SimulatedWrite> concerned() {
    Seq<SimulatedWrite> concerned = new Seq<>();
    for (int i = 0; i < carried.size(); i++) {
      if (executions.get(i) == carried.get(i).execution) {
        concerned.add(carried.get(i));
      }
    }
    return concerned;
  }
}
