package dev.sanguine.law;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.WeakTable;

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
public final class SnapshotOrigins {
  /**
   * What became part of a base: a confirmed change, or a value of the server. A linked list, oldest first. An entry stays in
   * memory as long as somebody holds a view that is older.
   */
  private static final class Done {
    private String queryHash;
    /** Null for a value of the server's. */
    private Change change;
    /** Null of the one that comes next, of which nothing is known yet. */
    private Done next;
  }

  /** What one view was made of. */
  public static final class Origin {
    private final FoldedQuery query;
    private final Object base;
    /** The view was the base itself, which nothing must keep. */
    private final boolean isBase;
    /** The first that is not in the base. */
    private final Done next;
    /** The changes that the base may have held already. */
    public final Seq<Change> passedOver;

    private Origin(
        FoldedQuery query, Object base, boolean isBase, Done next, Seq<Change> passedOver) {
      this.query = query;
      this.base = base;
      this.isBase = isBase;
      this.next = next;
      this.passedOver = passedOver;
    }

    /** The base under the view, with what was confirmed since; what came from the server since stays. */
    public Object baseOfNow(Object view) {
      Object now = isBase ? view : base;
      for (Done done = next; done.next != null; done = done.next) {
        boolean isOfQuery = done.queryHash.equals(query.hash);
        if (isOfQuery && done.change == null) {
          return query.base();
        }
        // What the base may have held already is not done to it again.
        now = isOfQuery && !mayHold(done.change)
            ? new FoldedChange(done.change, query).next(now)
            : now;
      }
      return now;
    }

    boolean mayHold(Change change) {
      return passedOver.has(change);
    }
  }

  private final WeakTable<Origin> views = new WeakTable<>();
  /** By the hash of the query, and the number or text. */
  private final Table<String, Table<Object, Origin>> primitives = new Table<>();

  /** The one that comes next. It is empty, so this list keeps no change that is done with. */
  private Done next = new Done();

  SnapshotOrigins() {}

  /** The query's base holds that change from now on; null for a value that came from the server. */
  void confirmed(FoldedQuery query, Change change) {
    next.queryHash = query.hash;
    next.change = change;
    next.next = new Done();
    next = next.next;
  }

  /** @param passedOver the changes that the base may hold already */
  void remember(FoldedQuery query, Object view, Object base, Seq<Change> passedOver) {
    put(view, new Origin(query, base, false, next, passedOver));
    // A view that was confirmed would keep the value under it, and that the one under that, for
    // ever.
    rememberBase(query, base, passedOver);
    if (!WeakTable.canHold(base) && primitives.has(query.hash)) {
      primitives.get(query.hash).remove(base);
    }
  }

  /** The base is shown as it is: what is confirmed from now on is not in it. */
  void rememberBase(FoldedQuery query, Object base, Seq<Change> passedOver) {
    if (WeakTable.canHold(base)) {
      put(base, new Origin(query, null, true, next, passedOver));
    }
  }

  /** The query has no changes any more. */
  void forgetBase(Object base) {
    if (WeakTable.canHold(base)) {
      views.remove(base);
    }
  }

  private void put(Object view, Origin origin) {
    String hash = origin.query.hash;
    if (WeakTable.canHold(view)) {
      views.put(view, origin);
    } else if (view != null && !origin.query.values.isUndefined(view)) {
      Table<Object, Origin> ofQuery = primitives.get(hash);
      if (ofQuery == null) {
        primitives.put(hash, ofQuery = new Table<>());
      }
      if (!ofQuery.has(view)) {
        ofQuery.put(view, origin);
      }
    }
  }

  /**
   * What the value was made of, if it is a view of a query of that hash; null else. A number or a text is a view's by chance
   * too, so it counts only while the query has changes, or in a mutation's callback. A value that was shown while nothing was
   * pending counts in a callback alone: elsewhere somebody may want just that value.
   */
  public Origin of(Object value, String hash, boolean hasChanges, boolean inCallback) {
    Origin origin = find(value, hash);
    boolean isChance = !WeakTable.canHold(value) && !hasChanges && !inCallback;
    return origin == null
            || isChance
            || origin.isBase && !inCallback
            || !origin.query.hash.equals(hash)
        ? null
        : origin;
  }

  /**
   * True if the value was shown by a query of that hash that is gone, so that what was confirmed since is not known: a callback
   * that puts it back has nothing to take out.
   */
  public boolean isOfRemoved(Object value, String queryHash, FoldedQuery present) {
    Origin origin = WeakTable.canHold(value) ? views.get(value) : null;
    return origin != null && origin.query != present && origin.query.hash.equals(queryHash);
  }

  private Origin find(Object value, String queryHash) {
    if (WeakTable.canHold(value)) {
      return views.get(value);
    }
    Table<Object, Origin> ofQuery = primitives.get(queryHash);
    return ofQuery == null ? null : ofQuery.get(value);
  }

  /** No mutation is under way that could put a number or a text back. */
  public void forgetPrimitives() {
    primitives.clear();
  }
}
