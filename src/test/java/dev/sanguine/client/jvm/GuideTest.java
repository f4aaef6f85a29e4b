package dev.sanguine.client.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.client.Client;
import dev.sanguine.client.Filters;
import dev.sanguine.client.Future;
import dev.sanguine.client.Hydration;
import dev.sanguine.client.InfiniteKey;
import dev.sanguine.client.InfiniteQuery;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.NetworkMode;
import dev.sanguine.client.Observer;
import dev.sanguine.client.Pages;
import dev.sanguine.client.PendingIntent;
import dev.sanguine.client.PendingObserver;
import dev.sanguine.client.QueriesObserver;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.client.Source;
import dev.sanguine.env.Task;
import dev.sanguine.json.Json;
import dev.sanguine.jvm.JvmClient;
import dev.sanguine.payload.Call;
import dev.sanguine.payload.Find;
import dev.sanguine.payload.Page;
import dev.sanguine.payload.PayloadClient;
import dev.sanguine.payload.PayloadCollection;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.Test;

/** The code of docs/java.md and of the README, between the marks, compiled and run. */
public class GuideTest {
  // snippet: record
  record Order(int id, String number, String status) {
    static Order read(Object document) {
      return new Order(
          (int) Json.number(document, "id"),
          Json.string(document, "number"),
          Json.string(document, "status"));
    }

    Order withStatus(String status) {
      return new Order(id, number, status);
    }
  }
  // end

  // snippet: keys
  static final ListKey<List<Order>, Order> ORDERS = QueryKey.ofList("orders");

  static QueryKey<Order> order(int id) {
    return QueryKey.of("orders", "one", id);
  }
  // end

  private record Event(int id, String title) {}

  private final VirtualEnvironment world = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(world.environment());
  private final Client client = new Client(world.environment());
  private final PayloadCollection<Order> api = new PayloadClient(
          request ->
              network.send(request.method + " " + request.url, null).then(answer -> answer, null),
          world.environment(),
          "/api")
      .collection("orders", Order::read);
  private final List<String> said = new ArrayList<>();

  private void say(String text) {
    said.add(text);
  }

  private void answer(String request, String json) {
    world.advance(0);
    String text = json.replace('\'', '"');
    network
        .pending(request)
        .answer(new dev.sanguine.payload.HttpResponse(
            200, dev.sanguine.payload.Headers.NONE.with("Content-Type", "application/json"), text));
    world.advance(0);
  }

  private void cut(String request) {
    world.advance(0);
    network.pending(request).fail("cut");
    world.advance(0);
  }

  // The queries and mutations of the guide.

  private Query<Order> byId(int id) {
    // snippet: query
    Query<Order> query = Query.of(order(id))
        .queryFn(context -> api.findById(id, Call.plain().signal(context.signal())))
        .staleTime(60_000);
    // end
    return query;
  }

  private Mutation<Order, Order> save() {
    // snippet: mutation
    Mutation<Order, Order> save = Mutation.<Order, Order>of((order, context) -> api.update(
            order.id(),
            Json.object("status", order.status()),
            Call.plain().idempotencyKey(context.idempotencyKey).signal(context.signal)))
        .optimistic((intent, order) -> {
          intent.upsert(ORDERS, order);
          intent.update(order(order.id()), old -> old.withStatus(order.status()));
        });
    // end
    return save;
  }

  @Test
  public void fetching() {
    Query<Order> query = byId(12);
    // snippet: fetch
    Future<Order> order = client.fetchQuery(query);
    order.onValue(found -> say(found.number())).onError(error -> say("not found: " + error));

    Order cached = client.getQueryData(order(12));
    // end
    assertNull(cached);
    answer("GET /api/orders/12", "{'id':12,'number':'SO-12','status':'new'}");
    assertEquals(List.of("SO-12"), said);
    // snippet: fetch-cancel
    order.cancel();
    // end
    assertEquals("new", client.getQueryData(order(12)).status());
  }

  @Test
  public void observing() {
    Query<Order> query = byId(12);
    // snippet: observe
    Observer<Order> observer = client.observe(query);
    Task stop = observer.subscribe(
        result -> say(result.isPending() ? "loading" : result.data().status()));
    // end
    answer("GET /api/orders/12", "{'id':12,'number':'SO-12','status':'new'}");
    stop.run();
    // snippet: select
    Source<String> status = query.select(Order::status);
    Observer<String> statusObserver = client.observe(status);
    // end
    assertEquals("new", statusObserver.current().data());
    // snippet: several
    QueriesObserver<Order> both = client.observeAll(query, byId(13));
    Task stopBoth = both.subscribe(
        results -> results.filter(result -> result.isSuccess()).size(),
        loaded -> say(loaded + " of 2 are there"));
    // end
    answer("GET /api/orders/13", "{'id':13,'number':'SO-13','status':'new'}");
    stopBoth.run();
    assertEquals(List.of("loading", "new", "1 of 2 are there", "2 of 2 are there"), said);
  }

  // snippet: infinite
  static final InfiniteKey<Page<Order>, Double, Order> HISTORY =
      QueryKey.ofPages("orders", "history");

  InfiniteQuery<Page<Order>, Double> history() {
    return InfiniteQuery.of(HISTORY, 1.0)
        .queryFn((context, page) -> api.find(Find.all().page(page.intValue()).limit(2)))
        .nextPageParam(page -> page.hasNextPage ? page.page + 1.0 : null);
  }
  // end

  @Test
  public void infinite() {
    // snippet: pages
    Observer<Pages<Page<Order>, Double>> observer = client.observe(history());
    Task stop = observer.subscribe(result -> {
      if (result.isSuccess() && result.hasNextPage() && !result.isFetching()) {
        observer.fetchNextPage();
      }
    });
    // end
    answer(
        "GET /api/orders?limit=2&page=1",
        "{'docs':[{'id':1,'number':'SO-1','status':'new'}],'totalDocs':2,'page':1,'hasNextPage':true}");
    answer(
        "GET /api/orders?limit=2&page=2",
        "{'docs':[{'id':2,'number':'SO-2','status':'new'}],'totalDocs':2,'page':2,'hasNextPage':false}");
    assertEquals(2, observer.current().data().size());
    stop.run();
  }

  @Test
  public void changing() {
    client.setQueryData(ORDERS, List.of(new Order(12, "SO-12", "new")));
    Mutation<Order, Order> save = save();
    Order order = new Order(12, "SO-12", "paid");
    // snippet: mutate
    client
        .mutate(save, order)
        .onValue(saved -> say(saved.number() + " is saved"))
        .onError(error -> say("not saved: " + error));
    say(client.getQueryData(ORDERS).get(0).status());
    // end
    answer("PATCH /api/orders/12", "{'doc':{'id':12,'number':'SO-12','status':'paid'}}");
    assertEquals(List.of("paid", "SO-12 is saved"), said);
  }

  @Test
  public void helpers() {
    client.setQueryData(
        ORDERS, List.of(new Order(12, "SO-12", "new"), new Order(13, "SO-13", "new")));
    client.setQueryData(order(12), new Order(12, "SO-12", "new"));
    QueryKey<Double> unread = QueryKey.of("unread");
    client.setQueryData(unread, 3.0);
    // snippet: helpers
    Mutation<Order, Order> cancel = Mutation.<Order, Order>of(
            (order, context) -> api.delete(order.id()))
        .scope("orders")
        .retry(2)
        .networkMode(NetworkMode.ALWAYS)
        .optimistic((intent, order) -> {
          intent.remove(ORDERS, order.id());
          intent.merge(order(order.id()), Json.object("status", "cancelled"));
          intent.update(unread, count -> count - 1);
          intent.update(Filters.<Order>under("orders", "one"), old -> old.withStatus(old.status()));
        })
        .onSuccessAwait((answer, order) -> client.invalidateQueries(QueryKey.of("report")))
        .onError((error, order) -> say(order.number() + " stays"));
    // end
    client.mutate(cancel, client.getQueryData(order(12))).onError(error -> {});
    assertEquals(1, client.getQueryData(ORDERS).size());
    assertEquals("cancelled", client.getQueryData(order(12)).status());
    assertEquals(2.0, client.getQueryData(unread), 0);
    cut("DELETE /api/orders/12");
    world.advance(1000);
    cut("DELETE /api/orders/12");
    world.advance(2000);
    cut("DELETE /api/orders/12");
    assertEquals(List.of("SO-12 stays"), said);
    assertEquals(2, client.getQueryData(ORDERS).size());
    assertEquals("new", client.getQueryData(order(12)).status());
  }

  @Test
  public void listingWhatIsPending() {
    client.setQueryData(ORDERS, List.of(new Order(12, "SO-12", "new")));
    // snippet: pending
    Mutation<Order, Order> save =
        save().key("orders", "save").scopeBy(order -> "order " + order.id());
    PendingObserver<Order> pending = client.observePending(save);
    Task stop = pending.subscribe(changes -> changes
        .filter(PendingIntent::isUnsaved)
        .each(change -> say(change.variables().number() + " is not saved: " + change.error())));
    // end
    client.mutate(save, new Order(12, "SO-12", "paid")).onError(error -> {});
    cut("PATCH /api/orders/12");
    assertEquals(1, said.size());
    assertTrue(said.get(0), said.get(0).startsWith("SO-12 is not saved: PayloadError: PATCH"));
    pending.current().get(0).retry();
    answer("PATCH /api/orders/12", "{'doc':{'id':12,'number':'SO-12','status':'paid'}}");
    assertEquals("paid", client.getQueryData(ORDERS).get(0).status());
    stop.run();
  }

  @Test
  public void futures() {
    Query<Order> query = byId(12);
    Mutation<Order, Order> save = save();
    // snippet: futures
    Future<String> number = client
        .fetchQuery(query)
        .flatMap(order -> client.mutate(save, order.withStatus("paid")))
        .map(Order::number)
        .recover(error -> "none")
        .lastly(() -> say("done"));
    // end
    answer("GET /api/orders/12", "{'id':12,'number':'SO-12','status':'new'}");
    answer("PATCH /api/orders/12", "{'doc':{'id':12,'number':'SO-12','status':'paid'}}");
    number.onValue(this::say);
    world.advance(0);
    assertEquals(List.of("done", "SO-12"), said);
  }

  @Test
  public void filtersAndDefaults() {
    client.setQueryData(order(12), new Order(12, "SO-12", "new"));
    // snippet: filters
    client.invalidateQueries(QueryKey.of("orders"));
    client.invalidateQueries(Filters.under("orders").exact());
    client.cancelQueries(Filters.all());
    client.removeQueries(Filters.<Order>under("orders", "one")
        .where(query -> query.data().status().equals("gone")));
    // end
    assertTrue(client.getQuery(order(12)).isInvalidated());
    // snippet: defaults
    client.setDefaultOptions(Query.defaults().staleTime(30_000).retry(1), Mutation.defaults());
    client.setQueryDefaults(QueryKey.of("orders"), Query.defaults().gcTime(3_600_000));
    client.setMutationDefaults(save(), "orders", "save");
    // end
    assertEquals(0, client.isMutating());
  }

  @Test
  public void hydrating() {
    client.setQueryData(QueryKey.of("settings"), Json.object("theme", "dark"));
    Client other = new Client(world.environment());
    // snippet: hydrate
    String text = Json.stringify(Hydration.dehydrate(client));
    Hydration.hydrate(other, Json.parse(text));
    // end
    assertEquals(Json.object("theme", "dark"), other.getQueryData(QueryKey.of("settings")));
  }

  @Test
  public void threads() throws Exception {
    Query<Event> query =
        Query.of(QueryKey.<Event>of("event")).queryValue(context -> new Event(1, "Tea"));
    // snippet: threads
    try (JvmClient client = JvmClient.create()) {
      CompletableFuture<Event> event = client.fetchQuery(query);
      CompletableFuture<Integer> fetching = client.call(it -> it.isFetching(Filters.all()));
      CompletableFuture<Event> again = client.async(it -> it.fetchQuery(query).map(found -> found));
      CompletableFuture.allOf(event, fetching, again).join();

      JvmClient.Subscription watching =
          client.observe(query, result -> say(result.data().title()));
      client.invalidateQueries(query.key()).join();
      watching.close();
    }
    // end
    assertEquals("Tea", said.get(0));
    try (JvmClient own = JvmClient.create()) {
      try {
        own.client().getQueryData(QueryKey.of("event"));
      } catch (IllegalStateException e) {
        said.add(e.getMessage());
      }
      assertTrue(said.get(said.size() - 1).contains("called from"));
    }
  }

  @Test
  public void readme() {
    PayloadCollection<Event> events = new PayloadClient(
            request ->
                network.send(request.method + " " + request.url, null).then(answer -> answer, null),
            world.environment(),
            "/api")
        .collection("events", document -> new Event(1, Json.string(document, "title")));
    // snippet: readme
    ListKey<List<Event>, Event> EVENTS = QueryKey.ofList("events");

    Mutation<Event, Event> update = Mutation.<Event, Event>of(
            (event, context) -> events.update(event.id(), Json.object("title", event.title())))
        .optimistic((intent, event) -> intent.upsert(EVENTS, event));
    // end
    client.setQueryData(EVENTS, List.of(new Event(1, "Tea")));
    Future<Event> answer = client.mutate(update, new Event(1, "Coffee"));
    assertEquals("Coffee", client.getQueryData(EVENTS).get(0).title());
    cut("PATCH /api/events/1");
    assertEquals("Tea", client.getQueryData(EVENTS).get(0).title());
    answer.onError(error -> say("cut"));
    world.advance(0);
    assertEquals(List.of("cut"), said);
  }

  // snippet: test
  @Test
  public void aFailedChange_isTakenBack() {
    VirtualEnvironment world = new VirtualEnvironment();
    ScriptedNetwork network = new ScriptedNetwork(world.environment());
    Client client = new Client(world.environment());
    QueryKey<String> title = QueryKey.of("title");
    Mutation<String, Object> rename = Mutation.<String, Object>of(
            (text, context) -> network.send("rename", text))
        .optimistic((intent, text) -> intent.set(title, text));

    client.setQueryData(title, "Tea");
    client.mutate(rename, "Coffee").onError(error -> {});
    assertEquals("Coffee", client.getQueryData(title));

    world.advance(200);
    network.pending("rename").fail("refused");
    world.advance(0);
    assertEquals("Tea", client.getQueryData(title));
  }
  // end
}
