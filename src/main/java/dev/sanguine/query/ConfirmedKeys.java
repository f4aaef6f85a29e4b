package dev.sanguine.query;

import dev.sanguine.env.Table;
import dev.sanguine.env.Values;

/**
 * The keys that confirmed changes went to. A query that is built later fetches the changes with its value; but a page that
 * was rendered before them may still be on its way to it. Only keys are kept: no value, no function, no mutation.
 */
final class ConfirmedKeys {
  private final Values values;
  /** By their hashes. */
  private final Table<String, Boolean> keys = new Table<>();
  /** Filters of a key alone, by the hash of that; what else a change's filters ask for is left aside. */
  private final Table<String, QueryFilters> beginnings = new Table<>();

  ConfirmedKeys(Values values) {
    this.values = values;
  }

  void add(Change change) {
    if (change.filters == null) {
      keys.put(change.hash, true);
    } else {
      Object key = change.filters.queryKey;
      String hash = key == null ? "" : values.hashKey(key);
      if (!beginnings.has(hash)) {
        QueryFilters beginning = new QueryFilters();
        beginning.queryKey = key;
        beginnings.put(hash, beginning);
      }
    }
  }

  boolean mean(Query query) {
    return keys.has(query.queryHash)
        || beginnings.values().some(filters -> Matching.matchQuery(filters, query));
  }
}
