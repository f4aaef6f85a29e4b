package consumer;

import dev.sanguine.client.Client;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.env.Thenable;
import dev.sanguine.js.BrowserEnvironment;
import dev.sanguine.js.Promises;
import dev.sanguine.json.Json;
import elemental2.promise.Promise;
import jsinterop.annotations.JsType;

/** What a page does with the engine: fetches, changes at once, and is refused. */
@JsType
public final class Consumer {
  private static final QueryKey<Object> KEY = QueryKey.of("events", 1);

  private Consumer() {}

  /** The titles that were seen, in order. */
  public static Promise<String> run() {
    Client client = new Client(BrowserEnvironment.create());
    Query<Object> event = Query.of(KEY)
        .queryFn(
            context -> Promises.thenable(Promise.resolve(Json.object("id", 1, "title", "Tea"))));
    Mutation<String, Object> refused = Mutation.<String, Object>of((title, context) -> no())
        .optimistic((intent, title) -> intent.merge(KEY, Json.object("title", title)));
    StringBuilder seen = new StringBuilder();
    return Promises.of(client
        .fetchQuery(event)
        .flatMap(data -> {
          seen.append(title(client));
          Thenable<Object> answer = client.mutate(refused, "Coffee");
          seen.append(", ").append(title(client));
          return answer;
        })
        .map(answer -> "not refused")
        .recover(error ->
            seen.append(", ").append(error).append(", ").append(title(client)).toString())
        .lastly(client::clear));
  }

  private static Thenable<Object> no() {
    Promise<Object> no = Promise.reject("no");
    return Promises.thenable(no);
  }

  private static String title(Client client) {
    return Json.string(client.getQueryData(KEY), "title");
  }
}
