package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.WeakTable;

/**
 * Remembers, as long as somebody holds the view, what lay under it. An app that took a view as its snapshot and puts it
 * back means the confirmed value, not the changes that were over it.
 */
final class Views {
  /** The confirmed value under a view. */
  static final class Under {
    final Object base;
    /** The query that showed it: written into another one it is a value like any other. */
    final String queryHash;
    /** What has become part of the base; from {@code from} on, since the view was shown. */
    final Seq<Change> done;
    final int from;

    Under(Object base, Seq<Change> done, String queryHash) {
      this.queryHash = queryHash;
      this.base = base;
      this.done = done;
      this.from = done.size();
    }
  }

  private WeakTable<Under> table;

  void put(Object view, Object base, Seq<Change> done, String queryHash) {
    if (WeakTable.canHold(view)) {
      if (table == null) {
        table = new WeakTable<>();
      }
      table.put(view, new Under(base, done, queryHash));
    }
  }

  /** Null where the value is no view that was ever shown. */
  Under of(Object value) {
    return table != null && WeakTable.canHold(value) ? table.get(value) : null;
  }
}
