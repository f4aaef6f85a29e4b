package dev.sanguine.query.records;

import dev.sanguine.query.QueryClient;
import jsinterop.annotations.JsType;

/** The feature {@code records}: {@code new QueryClient({ features: [records] })}. */
@JsType
public final class RecordsFeature {
  private RecordsFeature() {}

  /** The client knows its queries by their records from now on. */
  public static void records(QueryClient client) {
    RecordIndex.install(client);
  }
}
