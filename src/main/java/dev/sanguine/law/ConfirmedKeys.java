package dev.sanguine.law;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;

/**
 * The keys that confirmed changes went to. A query that is built later fetches the changes with its value; but a page that
 * was rendered before them may still be on its way to it. Only keys are kept: no value, no function, no mutation.
 */
final class ConfirmedKeys {
  private final LawHost host;
  /** By their hashes. */
  private final Table<String, Boolean> keys = new Table<>();
  /** Filters of a key alone, by the hash of that; what else a change's filters ask for is left aside. */
  private final Table<String, Object> beginnings = new Table<>();
  /** The types of records that were changed wherever they stood. */
  private final Seq<String> types = new Seq<>();

  ConfirmedKeys(LawHost host) {
    this.host = host;
  }

  void add(Change change) {
    if (change.record != null) {
      if (!types.has(change.record.type)) {
        types.add(change.record.type);
      }
    } else if (change.filters == null) {
      keys.put(change.hash, true);
    } else {
      Object beginning = host.beginningOf(change.filters);
      String hash = host.hashOfBeginning(beginning);
      if (!beginnings.has(hash)) {
        beginnings.put(hash, beginning);
      }
    }
  }

  boolean mean(FoldedQuery query) {
    return keys.has(query.hash)
        || beginnings.values().some(filters -> host.mean(filters, query))
        || types.size() > 0 && query.log.records.holdsOneOf(types, query);
  }
}
