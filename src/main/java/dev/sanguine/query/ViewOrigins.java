package dev.sanguine.query;

import dev.sanguine.env.Table;
import dev.sanguine.env.WeakTable;
import jsinterop.annotations.JsConstructor;

/*
 * What lies under the views that the engine handed out.
 *
 * The documented pattern reads what is shown, and puts it back if its mutation fails. While changes are pending, what it
 * reads is a view; put back as a value it would make them part of the base, also those that fail later. So a value that is
 * identical to a view means the base under that view, and what was confirmed since over it.
 *
 * A view is remembered as long as somebody holds it. Numbers and texts have no identity: they are remembered by query and
 * value for as long as the client has mutations under way.
 */
final class ViewOrigins {
  private static final class Origin {
    final String queryHash;
    final Object base;
    /** What was confirmed after it is not in the base. */
    final Fold.Done last;

    Origin(String queryHash, Object base, Fold.Done last) {
      this.queryHash = queryHash;
      this.base = base;
      this.last = last;
    }
  }

  private final WeakTable<Origin> views = new WeakTable<>();
  /** By the hash of the query, and the number or text. */
  private final Table<String, Table<Object, Origin>> primitives = new Table<>();

  @JsConstructor
  ViewOrigins() {}

  void remember(Query query, Object view, Object base, Fold.Done last) {
    Origin origin = new Origin(query.queryHash, base, last);
    if (WeakTable.canHold(view)) {
      views.put(view, origin);
    } else if (view != null && !query.world().values.isUndefined(view)) {
      Table<Object, Origin> ofQuery = primitives.get(query.queryHash);
      if (ofQuery == null) {
        primitives.put(query.queryHash, ofQuery = new Table<>());
      }
      if (!ofQuery.has(view)) {
        ofQuery.put(view, origin);
      }
    }
    // A view that was confirmed would keep the value under it, and that the one under that, for ever.
    if (WeakTable.canHold(base)) {
      views.remove(base);
    } else if (primitives.has(query.queryHash)) {
      primitives.get(query.queryHash).remove(base);
    }
  }

  /**
   * The base that a value means which is written to the query: the one under it, if it is a view; else itself. A number or a
   * text means more than a view by chance, so it counts only while the query has changes, or in a mutation's callback.
   */
  Object baseUnder(Object value, Query query, boolean inCallback) {
    Origin origin = find(value, query.queryHash);
    if (origin == null || !origin.queryHash.equals(query.queryHash)
        || !WeakTable.canHold(value) && query.fold == null && !inCallback) {
      return value;
    }
    Object base = origin.base;
    for (Fold.Done done = origin.last.next; done != null; done = done.next) {
      base = new Part(done.change, query).next(base);
    }
    return base;
  }

  /** True if the value is a view that was handed out. */
  boolean isView(Object value, String queryHash) {
    return find(value, queryHash) != null;
  }

  private Origin find(Object value, String queryHash) {
    if (WeakTable.canHold(value)) {
      return views.get(value);
    }
    Table<Object, Origin> ofQuery = primitives.get(queryHash);
    return ofQuery == null ? null : ofQuery.get(value);
  }

  /** No mutation is under way that could put a number or a text back. */
  void forgetPrimitives() {
    primitives.clear();
  }

}
