package dev.sanguine.testkit;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.fetching.FetchRun;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.DehydratedState;

/** What a simulated client is sent without asking: pushes, pages that the server renders, values that are promised. */
final class SimulatedMail {
  /** A value that a page was promised, and that comes later. */
  private static final class Promise {
    final SimulatedQuery query;
    final SimulatedServer.State state;
    /** In which session the page took it in; -1 before. */
    int session = -1;
    /** The fetch that waits for it; null if there is none. */
    FetchRun fetch;
    /** It has come. */
    boolean isKept;

    Listener<Object> keep;

    Promise(SimulatedQuery query, SimulatedServer.State state) {
      this.query = query;
      this.state = state;
    }
  }

  /** What the server has sent, with the promises that are in it. */
  private static final class Letter {
    final DehydratedState state;
    final Promise promise;

    Letter(DehydratedState state, Promise promise) {
      this.state = state;
      this.promise = promise;
    }
  }

  private final SimulatedClient client;
  /** What is on its way still. */
  private final Seq<Letter> sent = new Seq<>();

  private final Seq<Promise> promises = new Seq<>();
  /** Those that have come while the fetch that waits for them was paused: they are taken in as it goes on. */
  private final Seq<Promise> kept = new Seq<>();

  SimulatedMail(SimulatedClient client) {
    this.client = client;
  }

  /** A value that the server sends without being asked. */
  void push(SimulatedQuery query, SimulatedServer.State state) {
    QueryClient carrier = carrier();
    fill(carrier, query, state);
    came(query);
    Hydration.hydrate(client.engine, Hydration.dehydrate(carrier, null), null);
    carrier.clear();
  }

  /** The same, written over what is shown by the app that listens to the server. */
  void pushByHand(SimulatedQuery query, SimulatedServer.State state) {
    if (client.queries.view(query) != null) {
      came(query);
      client.doubts.written(query, false);
      client.engine.setQueryData(query.key, whole(query, state), null);
    }
  }

  /** The server renders a page of all that this client shows; it is on its way until it is delivered. */
  void render(SimulatedServer.State state) {
    QueryClient carrier = carrier();
    for (int i = 0; i < client.queries.count(); i++) {
      fill(carrier, SimulatedQuery.ALL[i], state);
    }
    sent.add(new Letter(Hydration.dehydrate(carrier, null), null));
    carrier.clear();
  }

  /** A value of now is on its way, and what was sent before it may come after it. */
  void sendPush(SimulatedQuery query, SimulatedServer.State state) {
    QueryClient carrier = carrier();
    fill(carrier, query, state);
    sent.add(new Letter(Hydration.dehydrate(carrier, null), null));
    carrier.clear();
  }

  /** How much is on its way that nobody asked for. */
  int coming() {
    return sent.size();
  }

  /** One of those arrives. */
  void hydrate(int at) {
    Letter letter = sent.removeAt(at);
    DehydratedState page = letter.state;
    // A query that is gone can't know that the page is older than what was confirmed since.
    page.queries = page.queries.filter(query -> client.engine.getQueryData(query.queryKey) != null);
    if (letter.promise != null) {
      hydrate(page, letter.promise);
      return;
    }
    for (int i = 0; i < client.queries.count(); i++) {
      came(SimulatedQuery.ALL[i]);
    }
    Hydration.hydrate(client.engine, page, null);
  }

  private void hydrate(DehydratedState page, Promise promise) {
    FetchRun before = fetchOf(promise.query);
    Hydration.hydrate(client.engine, page, null);
    promise.session = client.session;
    promise.fetch = fetchOf(promise.query);
    promise.fetch = promise.fetch == before ? null : promise.fetch;
    if (promise.isKept) {
      take(promise);
    }
  }

  private FetchRun fetchOf(SimulatedQuery query) {
    Query cached = client.engine.getQueryCache().get(client.queries.hash(query));
    return cached == null ? null : cached.run;
  }

  /** What was promised has come. Without a network the fetch that brings it waits, and so does the value. */
  private void take(Promise promise) {
    boolean waits = promise.fetch != null
        && promise.fetch == fetchOf(promise.query)
        && client.queries.isPaused(promise.query);
    if (waits) {
      kept.add(promise);
    } else {
      came(promise.query);
    }
  }

  /** Sees what waits for a network come, until the task is run. */
  Task listen(QueryClient engine) {
    return engine.getQueryCache().subscribe((Listener<CacheEvent>) event -> {
      if ("updated".equals(event.type) && "continue".equals(event.action.type)) {
        kept.filter(promise -> promise.fetch == event.query.run).each(promise -> {
          kept.remove(promise);
          came(promise.query);
        });
      }
    });
  }

  /** The server renders a page before it has the value of now: the page has its promise, and the value comes later. */
  void promise(SimulatedQuery query, SimulatedServer.State state) {
    Promise promise = new Promise(query, state);
    Thenable<Object> value =
        client.environment.deferreds.create((resolve, reject) -> promise.keep = resolve);
    QueryClient carrier = carrier();
    QueryOptions options = QueryOptions.of(query.key).retry(0).gcTime(0).queryFn(context -> value);
    carrier.fetchQuery(options).then(data -> null, error -> null);
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateQuery = any -> true;
    promises.add(promise);
    sent.add(new Letter(Hydration.dehydrate(carrier, all), promise));
  }

  /** Whether the page waits for a promise of that query. */
  boolean isPromised(SimulatedQuery query) {
    for (int i = 0; i < promises.size(); i++) {
      if (promises.get(i).query == query && promises.get(i).session == client.session) {
        return true;
      }
    }
    return false;
  }

  int promised() {
    return promises.size();
  }

  /** What was promised comes, as it was then. */
  void keep(int at) {
    Promise promise = promises.removeAt(at);
    promise.isKept = true;
    if (promise.session == client.session) {
      take(promise);
    }
    promise.keep.on(whole(promise.query, promise.state));
  }

  /** Nobody takes in what was sent to the page that was here before. */
  void close() {
    sent.clear();
  }

  private void came(SimulatedQuery query) {
    client.doubts.sent(query);
    client.queries.pages.disturb();
    client.queries.came[query.ordinal()] = true;
  }

  private void fill(QueryClient carrier, SimulatedQuery query, SimulatedServer.State state) {
    SetDataOptions at = new SetDataOptions();
    at.updatedAt = client.world.time.now();
    carrier.setQueryData(query.key, whole(query, state), at);
  }

  private Object whole(SimulatedQuery query, SimulatedServer.State state) {
    return client.world.answers.whole(query, state, client.queries.view(query));
  }

  /** The server's own client, with the server's clock. */
  private QueryClient carrier() {
    Environment server = client.world.time.environment();
    return new QueryClient(new QueryClientConfig().environment(server));
  }
}
