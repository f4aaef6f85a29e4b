package dev.sanguine.query;

import dev.sanguine.json.Json;
import dev.sanguine.query.state.DehydratedState;

/** A dehydrated state that was written as text and read again; in the browser it is a document already. */
public final class Paper {
  private Paper() {}

  public static Object written(DehydratedState state) {
    return Json.parse(Json.stringify(state));
  }
}
