package dev.sanguine.query.overlap;

import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.DehydratedState;

/** The query ["pages"], and states that another client writes down. */
public abstract class OlderValuesCase extends EngineCase {
  protected final QueryOptions pages() {
    return query("pages")
        .initialPageParam(0.0)
        .getNextPageParam((last, all, param, params) -> Json.get(last, "next"));
  }

  protected final DehydratedState rendered(String name, String document) {
    QueryClient server = newClient();
    server.setQueryData(key(name), json(document), null);
    return Hydration.dehydrate(server, null);
  }
}
