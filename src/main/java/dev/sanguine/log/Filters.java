package dev.sanguine.log;

import dev.sanguine.env.Values;
import dev.sanguine.json.Json;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.pending.EngineProbe;

/** Filters as data; a predicate is named only. */
final class Filters {
  private Filters() {}

  static Object of(Values values, QueryFilters filters) {
    Object written = Json.object();
    if (filters.queryKey != null) {
      written = Json.with(written, "queryKey", EngineProbe.key(values, filters.queryKey));
    }
    written = put(written, "exact", filters.exact);
    written = put(written, "type", filters.type);
    written = put(written, "stale", filters.stale);
    written = put(written, "fetchStatus", filters.fetchStatus);
    return filters.predicate == null ? written : Json.with(written, "predicate", true);
  }

  private static Object put(Object record, String name, Object value) {
    return value == null ? record : Json.with(record, name, value);
  }
}
