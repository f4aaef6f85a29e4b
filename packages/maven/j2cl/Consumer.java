package consumer;

import dev.sanguine.env.Environment;
import dev.sanguine.js.BrowserEnvironment;
import dev.sanguine.json.Json;
import dev.sanguine.query.MutationOptions;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryClientConfig;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.QueryOptions;
import elemental2.promise.Promise;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;

/** What a page does with the engine: fetches, changes at once, and is refused. */
@JsType
public final class Consumer {
  private static final Object KEY = QueryKey.of("events", 1);

  private Consumer() {}

  /** The titles that were seen, in order. */
  public static Promise<String> run() {
    Environment world = BrowserEnvironment.create();
    QueryClient client = new QueryClient(new QueryClientConfig().environment(world));
    QueryOptions options = QueryOptions.of(KEY)
        .queryFn(context -> Promise.resolve(Json.object("id", 1.0, "title", "Tea")));
    MutationOptions refused = MutationOptions.create()
        .mutationFn((title, context) -> Promise.reject("no"))
        .networkMode("always")
        .optimistic((intent, title) -> {
          intent.merge(KEY, Json.object("title", title));
          return null;
        });
    StringBuilder seen = new StringBuilder();
    return Js.<Promise<Object>>uncheckedCast(client.fetchQuery(options))
        .then(data -> {
          seen.append(title(client));
          Promise<Object> done = Js.uncheckedCast(client.mutate(refused, "Coffee"));
          seen.append(", ").append(title(client));
          return done;
        })
        .then(answer -> Promise.resolve("not refused"), error -> {
          seen.append(", ").append(error).append(", ").append(title(client));
          client.clear();
          return Promise.resolve(seen.toString());
        });
  }

  private static String title(QueryClient client) {
    return Json.string(client.getQueryData(KEY), "title");
  }
}
