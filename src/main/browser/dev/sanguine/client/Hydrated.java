package dev.sanguine.client;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.state.DehydratedState;

/** A dehydrated state as a document: in the browser it is one, but for the promises of fetches under way. */
final class Hydrated {
  private Hydrated() {}

  static Object document(DehydratedState state) {
    Seq<Object> queries = Json.list(state, "queries").map(Hydrated::withoutPromise);
    return Json.with(state, "queries", Json.arrayOf(queries));
  }

  private static Object withoutPromise(Object query) {
    Object[] copy = {Json.object()};
    Json.names(query).each(name -> {
      if (!name.equals("promise")) {
        copy[0] = Json.with(copy[0], name, Json.get(query, name));
      }
    });
    return copy[0];
  }
}
