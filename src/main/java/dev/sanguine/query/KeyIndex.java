package dev.sanguine.query;

import dev.sanguine.env.Bag;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;

/*
 * Finds the queries whose key starts with a given one without asking them all.
 *
 * Keys are filed as a tree by their leading parts. Parts that are matched by identity (strings, numbers, booleans, null)
 * are branches; from the first part on that is matched in depth (an object, an array) the rest of a key is not filed, so
 * all keys that have such a part at one place stand together there. A look-up walks down as far as the filter's own
 * parts are flat, and what stands below is the answer's superset: the caller still asks each candidate.
 *
 * A branch with a single key below it is that query itself, not a node: most keys end in an id, and one map entry is
 * all that such a key costs.
 */
final class KeyIndex {
  /** Where keys fork at one place. */
  private static final class Node {
    /** By flat part: a Query, or a Node. */
    Table<Object, Object> branches;
    /** Queries whose key ends here or goes on with a deep part. */
    Bag<Query> here;
  }

  private final QueryCache cache;
  private final Node root = new Node();

  KeyIndex(QueryCache cache) {
    this.cache = cache;
  }

  void add(Query query) {
    Object key = query.queryKey;
    Node node = root;
    for (int depth = 0; ; depth++) {
      if (isEnd(key, depth)) {
        put(node, query);
        return;
      }
      Object part = values().keyPart(key, depth);
      if (node.branches == null) {
        node.branches = new Table<>();
      }
      Object below = node.branches.get(part);
      if (below == null) {
        node.branches.put(part, query);
        return;
      }
      if (below instanceof Query) {
        Node fork = new Node();
        file(fork, (Query) below, depth + 1);
        node.branches.put(part, fork);
        node = fork;
      } else {
        node = (Node) below;
      }
    }
  }

  void remove(Query query) {
    take(root, query, 0);
  }

  /** Every query that may start with {@code prefix}, in the order in which they came. */
  Seq<Query> candidates(Object prefix) {
    Seq<Query> found = new Seq<>();
    Node node = root;
    for (int depth = 0; ; depth++) {
      Object part = depth < values().keySize(prefix) ? values().keyPart(prefix, depth) : values().undefined();
      if (values().isUndefined(part)) {
        // The prefix ends here; or undefined stands here, which matches keys that end here too: ask them all.
        collect(node, found);
        break;
      }
      if (values().isDeep(part)) {
        collectHere(node, found);
        break;
      }
      Object below = node.branches == null ? null : node.branches.get(part);
      if (below instanceof Query) {
        found.add((Query) below);
      }
      if (!(below instanceof Node)) {
        break;
      }
      node = (Node) below;
    }
    return Query.inOrder(found);
  }

  private boolean isEnd(Object key, int depth) {
    return depth >= values().keySize(key) || values().isDeep(values().keyPart(key, depth));
  }

  private void file(Node node, Query query, int depth) {
    if (isEnd(query.queryKey, depth)) {
      put(node, query);
    } else {
      node.branches = new Table<>();
      node.branches.put(values().keyPart(query.queryKey, depth), query);
    }
  }

  private static void put(Node node, Query query) {
    if (node.here == null) {
      node.here = new Bag<>();
    }
    node.here.add(query);
  }

  /** True where the node is empty then. */
  private boolean take(Node node, Query query, int depth) {
    if (isEnd(query.queryKey, depth)) {
      if (node.here != null) {
        node.here.remove(query);
      }
    } else if (node.branches != null) {
      Object part = values().keyPart(query.queryKey, depth);
      Object below = node.branches.get(part);
      if (below == query || (below instanceof Node && take((Node) below, query, depth + 1))) {
        node.branches.remove(part);
      }
    }
    return (node.here == null || node.here.size() == 0) && (node.branches == null || node.branches.size() == 0);
  }

  private static void collectHere(Node node, Seq<Query> found) {
    if (node.here != null) {
      node.here.each(found::add);
    }
  }

  private static void collect(Node node, Seq<Query> found) {
    collectHere(node, found);
    if (node.branches != null) {
      node.branches.each(below -> {
        if (below instanceof Query) {
          found.add((Query) below);
        } else {
          collect((Node) below, found);
        }
      });
    }
  }

  private Values values() {
    return cache.env.values;
  }
}
