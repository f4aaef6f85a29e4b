package dev.sanguine.testkit;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.query.CancelOptions;
import dev.sanguine.query.DehydrateOptions;
import dev.sanguine.query.DehydratedState;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.MutationFilters;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryClientConfig;
import dev.sanguine.query.QueryFilters;
import dev.sanguine.query.QueryFunctionContext;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.QueryOptions;
import dev.sanguine.query.SetDataOptions;
import dev.sanguine.query.Versions;

/** One client of a simulation: its queries and who watches them, and its requests that are under way. */
final class SimulatedClient {
  /** A request between this client and the server. */
  static final class Request {
    /** Null where it is a read. */
    final SimulatedWrite write;
    /** Of a read: the query, and the place after which its page begins. */
    final int which;
    final double after;
    /** Of which execution of the write it is. */
    final int execution;
    ScriptedNetwork.Call call;
    /** What the server held when it saw the request; null before. */
    SimulatedServer.State seenIn;
    boolean refused;

    Request(SimulatedWrite write, int which, double after) {
      this.write = write;
      this.which = which;
      this.after = after;
      execution = write == null ? 0 : write.execution;
    }

    /** False where the client has sent the write again, or is another page: it hears nothing of this request. */
    boolean concerns() {
      return execution == write.execution;
    }
  }

  final String name;
  /** Another one after each reload. */
  QueryClient client;
  final Environment environment;
  final Seq<SimulatedWrite> writes = new Seq<>();
  /** Requests that have no answer yet, in the order of sending. */
  final Seq<Request> open = new Seq<>();
  /** What was judged last, and after how many changes of what this client knows. */
  final Object[] judged = new Object[SimulatedDocs.QUERIES];
  final int[] judgedAt = new int[SimulatedDocs.QUERIES];
  /** Counts what was written and what was told. */
  int changes;
  /** When a read of each query was sent last, and when somebody began to watch it, in changes. */
  final int[] askedAt = new int[SimulatedDocs.QUERIES];
  final int[] watchedAt = new int[SimulatedDocs.QUERIES];
  /** Null until somebody looks at what is pending. */
  SimulatedPanel panel;
  /** Queries over which the TanStack pattern has put snapshots back. */
  final boolean[] plainOn = new boolean[SimulatedDocs.QUERIES];

  private final VirtualEnvironment world;
  private final ScriptedNetwork network;
  private final Table<String, Seq<SimulatedWrite>> byDocument = new Table<>();
  private final Task[] watching = new Task[SimulatedDocs.QUERIES];
  private final boolean[] polls = new boolean[SimulatedDocs.QUERIES];
  private final Object[] keys = new Object[SimulatedDocs.QUERIES];
  private final Listener<QueryClient> onClient;
  private InfiniteQueryObserver pages;
  /** What the server has sent without being asked, and what is on its way still. */
  private final Seq<DehydratedState> sent = new Seq<>();
  private int orders;

  SimulatedClient(String name, VirtualEnvironment world, Listener<QueryClient> onClient) {
    this.name = name;
    this.world = world;
    this.onClient = onClient;
    Environment shared = world.environment();
    // Networks and windows differ: one client may be offline while another is not.
    environment = Environment.builder().clock(shared.clock).randomness(shared.randomness).values(shared.values)
        .errors(shared.errors).deferreds(shared.deferreds).timeouts(shared.timeouts).build();
    network = new ScriptedNetwork(environment);
    for (int which = 0; which < keys.length; which++) {
      keys[which] = SimulatedDocs.key(which);
    }
    load();
  }

  private void load() {
    client = new QueryClient(new QueryClientConfig().environment(environment));
    client.mount();
    onClient.on(client);
  }

  /** Whether that query's documents carry versions that the client goes by. */
  private boolean goesByVersions(int which) {
    return name.equals("a") ? which == SimulatedDocs.ANSWER || which == SimulatedDocs.RECORD
        : name.equals("b") && (which == SimulatedDocs.LIST || which == SimulatedDocs.PAGES);
  }

  Object key(int which) {
    return keys[which];
  }

  /** Null where nothing is shown. */
  Object view(int which) {
    return client.getQueryData(keys[which]);
  }

  QueryOptions options(int which) {
    QueryClient engine = client;
    QueryOptions options = QueryOptions.of(keys[which]).retry(0).gcTime(1000)
        .queryFn(context -> send(engine, new Request(null, which, after(context))));
    if (goesByVersions(which)) {
      options.version = Versions.by("version");
    }
    return which != SimulatedDocs.PAGES ? options : options.initialPageParam(0.0)
        .getNextPageParam((last, all, param, params) -> next(last));
  }

  private static double after(QueryFunctionContext context) {
    return context.pageParam instanceof Double ? (Double) context.pageParam : 0;
  }

  private static Object next(Object page) {
    double next = Json.number(page, "next");
    return next > 0 ? (Object) next : null;
  }

  /** Sends it; a page that is closed sends nothing more. */
  Thenable<Object> send(QueryClient from, Request request) {
    if (from != client) {
      return environment.deferreds.create((resolve, reject) -> { });
    }
    if (request.write != null) {
      request.write.sent = true;
    } else {
      askedAt[request.which] = changes;
    }
    Thenable<Object> answer = network.send(request.write == null ? "read" : request.write.token, null);
    request.call = network.calls().get(network.calls().size() - 1);
    open.add(request);
    return answer;
  }

  boolean isWatching(int which) {
    return watching[which] != null;
  }

  void watch(int which, double polling, double staleTime) {
    if (watching[which] != null) {
      return;
    }
    watchedAt[which] = changes;
    QueryOptions options = options(which).staleTime(staleTime);
    polls[which] = polling > 0;
    if (polls[which]) {
      options.refetchInterval(polling);
    }
    if (which == SimulatedDocs.PAGES) {
      pages = new InfiniteQueryObserver(client, options);
      watching[which] = pages.subscribe(result -> { });
    } else {
      watching[which] = new QueryObserver(client, options).subscribe(result -> { });
    }
  }

  void leave(int which) {
    if (watching[which] != null) {
      watching[which].run();
      watching[which] = null;
      polls[which] = false;
    }
  }

  /** Who watches from now on asks of himself no more. */
  void stopPolling() {
    for (int which = 0; which < polls.length; which++) {
      if (polls[which]) {
        leave(which);
        watch(which, 0, 0);
      }
    }
  }

  void refetch(int which) {
    client.invalidateQueries(QueryFilters.of(keys[which]), null);
  }

  void fetch(int which) {
    Thenable<Object> fetched = which == SimulatedDocs.PAGES
        ? client.fetchInfiniteQuery(options(which)) : client.fetchQuery(options(which));
    fetched.then(data -> null, error -> null);
  }

  /** Asks for one more page, where somebody watches the pages. */
  void more() {
    if (watching[SimulatedDocs.PAGES] != null) {
      pages.fetchNextPage(null).then(data -> null, error -> null);
    }
  }

  void cancelQueries(int which) {
    client.cancelQueries(QueryFilters.of(keys[which]), new CancelOptions());
  }

  void remove(int which) {
    if (watching[which] == null) {
      QueryFilters exactly = QueryFilters.of(keys[which]);
      exactly.exact = true;
      client.removeQueries(exactly);
    }
  }

  /** A value that the server sends without being asked. */
  void push(int which, SimulatedServer.State state) {
    QueryClient carrier = carrier();
    fill(carrier, which, state);
    deliver(carrier);
  }

  /** The server renders a page of all that this client shows; it is on its way until it is delivered. */
  void render(SimulatedServer.State state) {
    QueryClient carrier = carrier();
    for (int which = 0; which < keys.length; which++) {
      fill(carrier, which, state);
    }
    sent.add(Hydration.dehydrate(carrier, null));
    carrier.clear();
  }

  /** A value of now is on its way, and what was sent before it may come after it. */
  void sendPush(int which, SimulatedServer.State state) {
    QueryClient carrier = carrier();
    fill(carrier, which, state);
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
    page.queries = page.queries.filter(query -> client.getQueryData(query.queryKey) != null);
    Hydration.hydrate(client, page, null);
  }

  private void fill(QueryClient carrier, int which, SimulatedServer.State state) {
    SetDataOptions at = new SetDataOptions();
    at.updatedAt = world.now();
    carrier.setQueryData(keys[which], SimulatedDocs.whole(which, state, view(which)), at);
  }

  private QueryClient carrier() {
    return new QueryClient(new QueryClientConfig().environment(environment));
  }

  private void deliver(QueryClient carrier) {
    Hydration.hydrate(client, Hydration.dehydrate(carrier, null), null);
    carrier.clear();
  }

  /** Gives up a write that is under way. */
  void cancel(SimulatedWrite write) {
    tell(write, write.sent ? SimulatedWrite.UNKNOWN : SimulatedWrite.FAILED);
    write.mutation.cancel();
  }

  /** The write is executed anew, as the last of all. */
  void again(SimulatedWrite write) {
    write.sent &= write.outcome != SimulatedWrite.FAILED;
    write.outcome = SimulatedWrite.PENDING;
    write.execution++;
    write.retries = write.attempts;
    write.lost = false;
    write.forgotten = false;
    write.detailJudged = false;
    write.order = orders++;
    changes++;
    writes.remove(write);
    writes.add(write);
    Seq<SimulatedWrite> same = byDocument.get(write.id);
    same.remove(write);
    same.add(write);
  }

  /**
   * The page is loaded anew. What was paused is written down and goes on, or fails where the new page does
   * not know how to send it; what is under way is out of its hands; what it was told it does not vouch for any more.
   */
  Seq<SimulatedWrite> reload(boolean knowsWrites) {
    Seq<SimulatedWrite> kept = new Seq<>();
    DehydrateOptions options = new DehydrateOptions();
    options.shouldDehydrateMutation = mutation -> {
      SimulatedWrite write = writes.first(one -> one.mutation == mutation);
      boolean goesOn = write != null && write.isPending() && mutation.state.isPaused;
      if (goesOn) {
        kept.add(write);
      }
      return goesOn;
    };
    DehydratedState written = Hydration.dehydrate(client, options);
    boolean[] watched = new boolean[SimulatedDocs.QUERIES];
    for (int which = 0; which < SimulatedDocs.QUERIES; which++) {
      watched[which] = isWatching(which);
      leave(which);
    }
    if (panel != null) {
      panel.close();
      panel = null;
    }
    client.clear();
    client.unmount();
    load();
    writes.each(write -> {
      write.execution++;
      if (write.isPending() && (!knowsWrites || !kept.has(write))) {
        tell(write, write.sent || write.plain ? SimulatedWrite.UNKNOWN : SimulatedWrite.FAILED);
      }
      write.forgotten |= !write.isPending();
    });
    kept.each(write -> {
      if (knowsWrites) {
        client.setMutationDefaults(SimulatedMutation.keyOf(write), write.options);
      }
    });
    Hydration.hydrate(client, written, null);
    kept.each(write -> {
      if (knowsWrites) {
        again(write);
        MutationFilters itself = new MutationFilters();
        itself.mutationKey = SimulatedMutation.keyOf(write);
        write.mutation = client.getMutationCache().find(itself);
      }
    });
    for (int which = 0; which < SimulatedDocs.QUERIES; which++) {
      if (watched[which]) {
        watch(which, 0, 0);
      }
    }
    return kept;
  }

  /** What this client hears of its write; one that was given up hears nothing more. */
  void tell(SimulatedWrite write, int outcome) {
    if (write.isPending()) {
      write.outcome = outcome;
      write.toldAt = ++changes;
    }
  }

  void add(SimulatedWrite write) {
    writes.add(write);
    write.order = orders++;
    changes++;
    Seq<SimulatedWrite> same = byDocument.get(write.id);
    if (same == null) {
      same = new Seq<>();
      byDocument.put(write.id, same);
    }
    same.add(write);
  }

  /** This client's writes of that document, oldest first; null where it has none. */
  Seq<SimulatedWrite> writesOf(String id) {
    return byDocument.get(id);
  }

  SimulatedWrite pendingFrom(int start) {
    for (int i = 0; i < writes.size(); i++) {
      SimulatedWrite write = writes.get((start + i) % writes.size());
      if (write.isPending()) {
        return write;
      }
    }
    return null;
  }
}
