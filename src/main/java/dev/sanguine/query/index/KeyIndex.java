package dev.sanguine.query.index;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.query.Query;
import org.jspecify.annotations.Nullable;

/*
 * Finds the queries whose key starts with a given one without asking them all.
 *
 * Keys are filed as a tree by their parts: those that are matched by identity (strings, numbers, booleans, null) each by
 * itself, those that are matched in depth (objects, arrays) all together. A look-up walks down as far as the filter's own
 * parts are flat, and what stands below is the answer's superset: the caller still asks each.
 *
 * A node is a table: by part a further node, or the query itself if its key is the only one that goes on there (most
 * keys end in an id, and one entry is all that such a key costs); and each query that ends at the node by itself.
 */
public final class KeyIndex {
  /** Stands for the end of a key that is looked for. */
  private static final Object END = new Object();

  private final Values values;
  private final Table<Object, Object> root = new Table<>();

  public KeyIndex(Values values) {
    this.values = values;
  }

  public void add(Query query) {
    insert(root, query, 0);
  }

  public void remove(Query query) {
    removeBelow(root, query, 0);
  }

  /** The queries whose key may start with this one; null if every query's key starts with it. */
  public @Nullable Seq<Query> startingWith(Object key) {
    Object below = root;
    boolean areAll = true;
    for (int depth = 0; below instanceof Table; depth++) {
      Object part = values.flatPart(key, depth, END);
      if (part == END && areAll) {
        return null;
      }
      if (part == END || values.isUndefined(part)) {
        break;
      }
      areAll = areAll && node(below).size() == 1;
      below = node(below).get(part);
    }
    Seq<Query> found = new Seq<>();
    gather(below, found);
    return found;
  }

  /** Files the query below the node, by the parts of its key from {@code depth} on; returns the node. */
  private Table<Object, Object> insert(Table<Object, Object> node, Query query, int depth) {
    Object part = part(query, depth);
    Object below = node.get(part);
    if (below instanceof Table) {
      insert(node(below), query, depth + 1);
    } else {
      node.put(
          part,
          below == null
              ? query
              : insert(insert(new Table<>(), (Query) below, depth + 1), query, depth + 1));
    }
    return node;
  }

  /** True if the node is empty then. */
  private boolean removeBelow(Table<Object, Object> node, Query query, int depth) {
    Object part = part(query, depth);
    Object below = node.get(part);
    if (below == query || below instanceof Table && removeBelow(node(below), query, depth + 1)) {
      node.remove(part);
    }
    return node.size() == 0;
  }

  /** Adds every query below: a node, a query, or nothing. */
  private static void gather(Object below, Seq<Query> found) {
    if (below instanceof Table) {
      node(below).each(further -> gather(further, found));
    } else if (below != null) {
      found.add((Query) below);
    }
  }

  /** A query whose key ends here is filed under itself: two may have one key, under hash functions of their own. */
  private Object part(Query query, int depth) {
    return values.flatPart(query.queryKey, depth, query);
  }

  @SuppressWarnings("unchecked")
  private static Table<Object, Object> node(Object below) {
    return (Table<Object, Object>) below;
  }
}
