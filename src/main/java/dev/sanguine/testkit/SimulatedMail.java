package dev.sanguine.testkit;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.DehydrateOptions;
import dev.sanguine.query.DehydratedState;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryClientConfig;
import dev.sanguine.query.QueryOptions;
import dev.sanguine.query.SetDataOptions;

/** What a simulated client is sent without asking: pushes, pages that the server renders, values that are streamed. */
final class SimulatedMail {
  /** A value that was begun to be sent, and that comes later. */
  private static final class Stream {
    final SimulatedQuery query;
    final SimulatedServer.State state;
    final int session;
    Listener<Object> arrive;

    Stream(SimulatedQuery query, SimulatedServer.State state, int session) {
      this.query = query;
      this.state = state;
      this.session = session;
    }
  }

  private final SimulatedClient client;
  /** What is on its way still. */
  private final Seq<DehydratedState> sent = new Seq<>();
  private final Seq<Stream> streams = new Seq<>();

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

  /** The same, written by the app that listens to the server. */
  void pushByHand(SimulatedQuery query, SimulatedServer.State state) {
    came(query);
    client.engine.setQueryData(query.key, whole(query, state), null);
  }

  /** The server renders a page of all that this client shows; it is on its way until it is delivered. */
  void render(SimulatedServer.State state) {
    QueryClient carrier = carrier();
    for (int i = 0; i < client.queries.count(); i++) {
      fill(carrier, SimulatedQuery.ALL[i], state);
    }
    sent.add(Hydration.dehydrate(carrier, null));
    carrier.clear();
  }

  /** A value of now is on its way, and what was sent before it may come after it. */
  void sendPush(SimulatedQuery query, SimulatedServer.State state) {
    QueryClient carrier = carrier();
    fill(carrier, query, state);
    sent.add(Hydration.dehydrate(carrier, null));
    carrier.clear();
  }

  /** How much is on its way that nobody asked for. */
  int coming() {
    return sent.size();
  }

  /** One of those arrives. */
  void hydrate(int at) {
    DehydratedState page = sent.removeAt(at);
    // A query that is gone can't know that the page is older than what was confirmed since.
    page.queries = page.queries.filter(query -> client.engine.getQueryData(query.queryKey) != null);
    for (int i = 0; i < client.queries.count(); i++) {
      came(SimulatedQuery.ALL[i]);
    }
    Hydration.hydrate(client.engine, page, null);
  }

  /** The server begins to stream a value of now: the page has its promise, and the value comes later. */
  void stream(SimulatedQuery query, SimulatedServer.State state) {
    if (client.queries.view(query) == null) {
      return;
    }
    Stream stream = new Stream(query, state, client.session);
    Thenable<Object> promise = client.environment.deferreds.create((resolve, reject) -> stream.arrive = resolve);
    QueryClient carrier = carrier();
    QueryOptions options = QueryOptions.of(query.key).retry(0).gcTime(0).queryFn(context -> promise);
    carrier.fetchQuery(options).then(data -> null, error -> null);
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateQuery = any -> true;
    streams.add(stream);
    Hydration.hydrate(client.engine, Hydration.dehydrate(carrier, all), null);
  }

  boolean isStreaming(SimulatedQuery query) {
    for (int i = 0; i < streams.size(); i++) {
      if (streams.get(i).query == query && streams.get(i).session == client.session) {
        return true;
      }
    }
    return false;
  }

  int streaming() {
    return streams.size();
  }

  /** What was begun comes, as it was then. */
  void arrive(int at) {
    Stream stream = streams.removeAt(at);
    if (stream.session == client.session) {
      came(stream.query);
    }
    stream.arrive.on(whole(stream.query, stream.state));
  }

  /** Nobody takes in what was sent to the page that was here before. */
  void close() {
    sent.clear();
  }

  private void came(SimulatedQuery query) {
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
