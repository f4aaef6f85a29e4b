package dev.sanguine.query.index;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.query.Query;

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
  private KeyIndex() {}

  /** Files the query below the node, by the parts of its key from {@code depth} on; returns the node. */
  public static Table<Object, Object> put(Table<Object, Object> node, Query query, double depth) {
    Object part = part(query, depth);
    Object below = node.get(part);
    if (below instanceof Table) {
      put(node(below), query, depth + 1);
    } else {
      node.put(
          part,
          below == null
              ? query
              : put(put(new Table<>(), (Query) below, depth + 1), query, depth + 1));
    }
    return node;
  }

  /** Takes the query out; true if the node is empty then. */
  public static boolean take(Table<Object, Object> node, Query query, double depth) {
    Object part = part(query, depth);
    Object below = node.get(part);
    if (query.world().values.same(below, query)
        || below instanceof Table && take(node(below), query, depth + 1)) {
      node.remove(part);
    }
    return node.size() == 0;
  }

  /** Adds every query below: a node, a query, or nothing. */
  public static void gather(Object below, Seq<Query> found) {
    if (below instanceof Table) {
      node(below).each(further -> gather(further, found));
    } else if (below != null) {
      found.add((Query) below);
    }
  }

  private static Object part(Query query, double depth) {
    return query.world().values.flatPart(query.queryKey, depth, query);
  }

  @SuppressWarnings("unchecked")
  public static Table<Object, Object> node(Object below) {
    return (Table<Object, Object>) below;
  }
}
