package dev.sanguine.query.pattern;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.law.Updater;
import dev.sanguine.query.MutationRun;
import dev.sanguine.query.Options;
import dev.sanguine.query.Query;
import dev.sanguine.records.ThreeWay;
import jsinterop.annotations.JsConstructor;

/** What the callbacks of one run of a mutation have read and written by hand, or may have. */
public final class RunWrites {
  /** A value that a callback was handed before its mutation was sent. */
  static final class Read {
    final WriteHistory history;
    final Object value;

    private Read(WriteHistory history, Object value) {
      this.history = history;
      this.value = value;
    }
  }

  /** What a change did that has left with its mutation. */
  static final class Undone {
    final Query query;
    final Object before;
    final Object after;

    private Undone(Query query, Object before, Object after) {
      this.query = query;
      this.before = before;
      this.after = after;
    }
  }

  final Seq<Undone> undone = new Seq<>();
  final Seq<WriteHistory> histories = new Seq<>();
  final Seq<HandWrite> writes = new Seq<>();
  final Seq<Read> reads = new Seq<>();

  @JsConstructor
  public RunWrites() {}

  public void addUndone(Query query, Object before, Object after) {
    undone.add(new Undone(query, before, after));
  }

  /** The function undoes what has been undone already: what a change had made, it makes what was there before. */
  boolean undoes(Query query, Updater updater) {
    Environment env = query.environment();
    ThreeWay ways = new ThreeWay(env.values, query.shape());
    Undone again = undone.first(one -> one.query == query
        && Options.isTrue(env.errors.attempt(
            () -> ways.isPutBack(one.after, updater.update(one.after), one.before),
            error -> false)));
    return again != null && undone.remove(again);
  }

  void addHistory(WriteHistory history) {
    if (!histories.has(history)) {
      histories.add(history);
    }
  }

  void add(WriteHistory history, HandWrite write) {
    addHistory(history);
    writes.add(write);
  }

  void addRead(WriteHistory history, Object value) {
    addHistory(history);
    reads.add(new Read(history, value));
  }

  /** Something of it is there still, or it has only read so far. */
  boolean mayBePutBack(MutationRun run) {
    return writes.size() == 0
        || writes.some(write -> write.owner == run || write.possibleOwners.has(run));
  }

  /** The values that were read of that query. */
  Seq<Object> readIn(WriteHistory history) {
    return reads.filter(read -> read.history == history).map(read -> read.value);
  }
}
