package dev.sanguine.testkit;

import dev.sanguine.query.Mutation;

/** A write of a client: a token appended to the list, or set as a field of the record. */
final class SimulatedWrite {
  static final int PENDING = 0;
  static final int CONFIRMED = 1;
  static final int FAILED = 2;
  static final int UNKNOWN = 3;

  final String token;
  /** The field of the record; -1 where the token goes to the list. */
  final int field;
  /** Its number among the writes of its client. */
  final int order;
  /** How often it will be sent again where the answer is lost. */
  int retries;
  Mutation mutation;
  /** What the client was told. */
  int outcome = PENDING;
  /** The server's version that first held it; -1 where the server never took it. */
  int taken = -1;
  /** It was written by the documented TanStack pattern, without an intent. */
  final boolean plain;

  SimulatedWrite(String token, int field, int order, boolean plain) {
    this.token = token;
    this.field = field;
    this.order = order;
    this.plain = plain;
  }
}
