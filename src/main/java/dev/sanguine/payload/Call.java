package dev.sanguine.payload;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/** How one request is sent and how much of each record comes back. Immutable. */
public final class Call {
  private static final Call PLAIN = new Call(null, -1, Headers.NONE, -1, new Seq<>(), false);
  /** What timers can hold. */
  private static final double LONGEST = 2147483647;

  final AbortSignal signal;
  final double timeout;
  final Headers headers;
  private final int depth;
  private final Seq<String> select;
  final boolean keepalive;

  private Call(
      AbortSignal signal,
      double timeout,
      Headers headers,
      int depth,
      Seq<String> select,
      boolean keepalive) {
    this.signal = signal;
    this.timeout = timeout;
    this.headers = headers;
    this.depth = depth;
    this.select = select;
    this.keepalive = keepalive;
  }

  /** No signal, the client's timeout and headers, the server's depth, all fields. */
  public static Call plain() {
    return PLAIN;
  }

  /** Gives the request up when the signal says so; null for none. */
  public Call signal(AbortSignal signal) {
    return new Call(signal, timeout, headers, depth, select, keepalive);
  }

  /** Gives the request up after so many milliseconds, counted to the end of the answer; 0 for never. */
  public Call timeout(double milliseconds) {
    return new Call(signal, checkTimeout(milliseconds), headers, depth, select, keepalive);
  }

  public Call header(String name, String value) {
    return new Call(signal, timeout, headers.with(name, value), depth, select, keepalive);
  }

  /** Sends the key as Idempotency-Key: the same on each attempt at one change. Null for none. */
  public Call idempotencyKey(String key) {
    return key == null ? this : header("Idempotency-Key", key);
  }

  /**
   * Sends the version as If-Match: the server makes the change only if the record is still of that version, and refuses it with
   * {@link ErrorKind#CONFLICT} else. Null for no condition.
   */
  public Call ifMatch(Object version) {
    return version == null
        ? this
        : header("If-Match", "\"" + Json.stringify(version).replace("\"", "") + "\"");
  }

  /** The request outlives the page that sends it, if the browser can do that. It may have 64 kB at most. */
  public Call keepalive(boolean on) {
    return new Call(signal, timeout, headers, depth, select, on);
  }

  /** How far related records are filled in; 0 leaves their ids. */
  public Call depth(int levels) {
    if (levels < 0) {
      throw new IllegalArgumentException(
          "depth " + levels + " is negative; give 0 for ids, or the levels to fill in");
    }
    return new Call(signal, timeout, headers, levels, select, keepalive);
  }

  /** The fields that come back; the id always does. */
  public Call select(String... paths) {
    Seq<String> all = new Seq<>();
    for (String path : paths) {
      all.add(Names.path("select", path));
    }
    return new Call(signal, timeout, headers, depth, all, keepalive);
  }

  static double checkTimeout(double milliseconds) {
    if (!(milliseconds >= 0 && milliseconds <= LONGEST)) {
      throw new IllegalArgumentException(
          "timeout " + milliseconds + " can't be kept; give 0 (none) to 2147483647 ms");
    }
    return milliseconds;
  }

  void write(QueryText out) {
    if (depth >= 0) {
      out.add("depth", "" + depth);
    }
    for (int i = 0; i < select.size(); i++) {
      out.add("select[" + select.get(i).replace(".", "][") + "]", "true");
    }
  }
}
