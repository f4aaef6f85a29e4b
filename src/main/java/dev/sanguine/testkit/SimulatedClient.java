package dev.sanguine.testkit;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.query.CancelOptions;
import dev.sanguine.query.DehydratedState;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryClientConfig;
import dev.sanguine.query.QueryFilters;
import dev.sanguine.query.QueryFunctionContext;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.QueryOptions;
import dev.sanguine.query.SetDataOptions;

/** One client of a simulation: its queries and who watches them, and its requests that are under way. */
final class SimulatedClient {
  /** A request between this client and the server. */
  static final class Request {
    /** Null where it is a read. */
    final SimulatedWrite write;
    /** Of a read: the query, and the place after which its page begins. */
    final int which;
    final double after;
    ScriptedNetwork.Call call;
    /** What the server held when it saw the request; null before. */
    SimulatedServer.State seenIn;
    boolean refused;

    Request(SimulatedWrite write, int which, double after) {
      this.write = write;
      this.which = which;
      this.after = after;
    }
  }

  final String name;
  final QueryClient client;
  final Environment environment;
  final Seq<SimulatedWrite> writes = new Seq<>();
  /** Requests that have no answer yet, in the order of sending. */
  final Seq<Request> open = new Seq<>();
  /** What was judged last, and after how many changes of what this client knows. */
  final Object[] judged = new Object[SimulatedDocs.QUERIES];
  final int[] judgedAt = new int[SimulatedDocs.QUERIES];
  /** Counts what was written and what was told. */
  int changes;
  /** Queries over which the TanStack pattern has put snapshots back. */
  final boolean[] plainOn = new boolean[SimulatedDocs.QUERIES];

  private final VirtualEnvironment world;
  private final ScriptedNetwork network;
  private final Table<String, Seq<SimulatedWrite>> byDocument = new Table<>();
  private final Task[] watching = new Task[SimulatedDocs.QUERIES];
  private final boolean[] polls = new boolean[SimulatedDocs.QUERIES];
  private final Object[] keys = new Object[SimulatedDocs.QUERIES];
  private InfiniteQueryObserver pages;
  /** A page that the server has rendered for this client and that is on its way. */
  private DehydratedState page;

  SimulatedClient(String name, VirtualEnvironment world) {
    this.name = name;
    this.world = world;
    Environment shared = world.environment();
    // Networks and windows differ: one client may be offline while another is not.
    environment = Environment.builder().clock(shared.clock).randomness(shared.randomness).values(shared.values)
        .errors(shared.errors).deferreds(shared.deferreds).timeouts(shared.timeouts).build();
    network = new ScriptedNetwork(environment);
    client = new QueryClient(new QueryClientConfig().environment(environment));
    client.mount();
    for (int which = 0; which < keys.length; which++) {
      keys[which] = SimulatedDocs.key(which);
    }
  }

  Object key(int which) {
    return keys[which];
  }

  /** Null where nothing is shown. */
  Object view(int which) {
    return client.getQueryData(keys[which]);
  }

  QueryOptions options(int which) {
    QueryOptions options = QueryOptions.of(keys[which]).retry(0).gcTime(1000)
        .queryFn(context -> send(new Request(null, which, after(context))));
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

  Thenable<Object> send(Request request) {
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
    page = Hydration.dehydrate(carrier, null);
    carrier.clear();
  }

  /** False where no page is on its way. */
  boolean hydrate() {
    if (page == null) {
      return false;
    }
    // A query that is gone can't know that the page is older than what was confirmed since.
    page.queries = page.queries.filter(query -> client.getQueryData(query.queryKey) != null);
    Hydration.hydrate(client, page, null);
    page = null;
    return true;
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
    boolean sent = write.lost;
    for (int i = 0; i < open.size(); i++) {
      sent |= open.get(i).write == write;
    }
    tell(write, sent ? SimulatedWrite.UNKNOWN : SimulatedWrite.FAILED);
    write.mutation.cancel();
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
