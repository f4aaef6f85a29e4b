package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;

/** An intent that is not done with: the events that say so, for whoever begins to listen later. */
final class RecordedIntent {
  LogEvent issued;
  /** Sent, and how it was settled. */
  final Seq<LogEvent> states = new Seq<>();

  private final Table<Double, LogChange> changes = new Table<>();
  /** The mutation has a merge of its own. */
  final boolean merges;

  boolean confirmed;
  boolean settled;
  /** In how many folds its changes stand. */
  int layers;

  RecordedIntent(LogEvent issued, boolean merges) {
    this.merges = merges;
    become(issued);
  }

  /** The intent says other changes now; those that it said before may stand in folds still. */
  void become(LogEvent issued) {
    this.issued = issued;
    issued.changes.each(change -> changes.put(change.change, change));
  }

  /** A function, what JSON cannot hold, or a change of a record: what that makes of a list no replay knows. */
  boolean isOpaque(double change) {
    LogChange of = changes.get(change);
    return of.op.equals("function") || of.lossy != null || of.record != null;
  }
}
