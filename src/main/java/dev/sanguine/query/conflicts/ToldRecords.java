package dev.sanguine.query.conflicts;

import dev.sanguine.env.Table;
import dev.sanguine.env.WeakTable;
import dev.sanguine.law.FoldedQuery;

/*
 * What refusals have told of records, and answers to changes with a precondition.
 *
 * A record that a refusal carries is written under the changes that are confirmed and wait for a fetch, as any push is: they
 * show over it still. But the server had them already when it refused a request that was sent after their confirmation. So
 * what the server has is the record that was told, and not what shows.
 */
final class ToldRecords {
  /** A record, and when the request was sent that was answered with it. */
  static final class Told {
    final Object record;
    final double sent;

    Told(Object record, double sent) {
      this.record = record;
      this.sent = sent;
    }
  }

  private final WeakTable<Table<String, Told>> byQuery = new WeakTable<>();

  void tell(FoldedQuery query, String name, Object record, double sent) {
    Table<String, Told> told = byQuery.get(query);
    if (told == null) {
      told = new Table<>();
      byQuery.put(query, told);
    }
    told.put(name, new Told(record, sent));
  }

  /** Null if none was told. */
  Told of(FoldedQuery query, String name) {
    Table<String, Told> told = byQuery.get(query);
    return told == null ? null : told.get(name);
  }
}
