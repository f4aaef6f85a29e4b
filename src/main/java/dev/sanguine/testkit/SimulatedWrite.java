package dev.sanguine.testkit;

import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationOptions;

/** A write of a client, or of nobody whom the simulation knows: what it does to which document, and what became of it. */
final class SimulatedWrite {
  /** A new document at the end; a field set to this write's token; a document taken out; a counter increased. */
  static final int ADD = 0;
  static final int SET = 1;
  static final int REMOVE = 2;
  static final int COUNT = 3;

  static final int PENDING = 0;
  static final int CONFIRMED = 1;
  static final int FAILED = 2;
  static final int UNKNOWN = 3;

  final int kind;
  /** Occurs in no other write of the simulation. */
  final String token;
  /** Null where somebody outside wrote. */
  final SimulatedClient of;
  /** How many writes its client had made before it. */
  final int number;
  /** Its place among the writes of its client: one that is sent again goes to the end. */
  int order;
  /** The document; of an ADD the new one. */
  String id;
  int field;
  /** A power of two that no other COUNT adds. */
  double by;
  /** Which queries its intent names. */
  final boolean[] names = new boolean[SimulatedDocs.QUERIES];
  /** Written by the documented TanStack pattern, without an intent. */
  boolean plain;
  /** An ADD that shows its document under a temporary id until the answer names the real one. */
  boolean temporary;
  /** An ADD whose intent puts the document into a query of its own, where nothing was cached. */
  boolean detail;
  /** What became of that query was seen to be right. */
  boolean detailJudged;
  /** The version of the document that it is meant for; -1 where any will do. */
  int ifVersion = -1;
  /** How many further attempts an execution has, and how many are left to the present one. */
  int attempts;
  int retries;
  /** Goes up when it is executed anew; what came of the executions before concerns nobody. */
  int execution;
  /** A request of it has left that the server may have seen. */
  boolean sent;
  /** An attempt was lost that the server may have seen. */
  boolean lost;
  /** The one query that is fetched after it; -1 where none is named. */
  int resyncs = -1;
  /** The page was loaded anew since the client was told: it does not vouch for it any more. */
  boolean forgotten;
  /** What the client was told. */
  int outcome = PENDING;
  /** When, among all that its client was told. */
  int toldAt;
  /** The server's version that first held it; -1 where the server never took it. */
  int taken = -1;
  Mutation mutation;
  /** With its intent; null of a plain one. */
  MutationOptions options;

  SimulatedWrite(int kind, String token, SimulatedClient of, int number) {
    this.kind = kind;
    this.token = token;
    this.of = of;
    this.number = number;
    order = number;
  }

  boolean isPending() {
    return outcome == PENDING;
  }

  /** What a list shows a pending or confirmed ADD by. */
  String shownId() {
    return temporary && isPending() ? "~" + token : id;
  }
}
