package dev.sanguine.testkit;

import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.CancelOptions;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.QueryFunctionContext;

/** The queries of a simulated client: who watches them, and how they are read. */
final class SimulatedQueries {
  private static final double COLLECTED_SOON = 1000;
  private static final double COLLECTED_LATE = 60_000;

  /** What was judged last, and after how many changes of what this client knows. */
  final Object[] judged = new Object[SimulatedQuery.ALL.length];

  final int[] judgedAt = new int[SimulatedQuery.ALL.length];
  /** When a read of each query was sent last, and when somebody began to watch it, in changes. */
  final int[] askedAt = new int[SimulatedQuery.ALL.length];

  final int[] watchedAt = new int[SimulatedQuery.ALL.length];
  /** Queries over which the TanStack pattern has put snapshots back. */
  final boolean[] plainOn = new boolean[SimulatedQuery.ALL.length];
  /** When it was seen last that nothing is shown, in changes. */
  final int[] absentAt = new int[SimulatedQuery.ALL.length];
  /** A replica has answered that lags. */
  final boolean[] lagged = new boolean[SimulatedQuery.ALL.length];
  /** Something has come for it in this session. */
  final boolean[] came = new boolean[SimulatedQuery.ALL.length];

  private final SimulatedClient client;
  private final String[] hashes = new String[SimulatedQuery.ALL.length];
  private final Task[] watching = new Task[SimulatedQuery.ALL.length];
  private final boolean[] polls = new boolean[SimulatedQuery.ALL.length];
  final SimulatedPages pages;

  SimulatedQueries(SimulatedClient client) {
    this.client = client;
    pages = new SimulatedPages(client);
    for (SimulatedQuery query : SimulatedQuery.ALL) {
      hashes[query.ordinal()] = client.environment.values.hashKey(query.key);
    }
  }

  int count() {
    return client.world.setting.queries;
  }

  /** Null if nothing is shown. */
  Object view(SimulatedQuery query) {
    Query cached = client.engine.getQueryCache().get(hash(query));
    return cached == null ? null : cached.getState().data;
  }

  String hash(SimulatedQuery query) {
    return hashes[query.ordinal()];
  }

  /** Whether its fetch waits for the network. */
  boolean isPaused(SimulatedQuery query) {
    return hasFetchStatus(query, "paused");
  }

  /** Whether anybody takes in an answer: a fetch may have been called off since. */
  boolean isFetching(SimulatedQuery query) {
    return hasFetchStatus(query, "fetching");
  }

  /** Whether its fetch brings one more page. */
  boolean isFetchingMore() {
    Query cached = client.engine.getQueryCache().get(hash(SimulatedQuery.PAGES));
    return cached != null && cached.getState().fetchMeta != null;
  }

  private boolean hasFetchStatus(SimulatedQuery query, String status) {
    Query cached = client.engine.getQueryCache().get(hash(query));
    return cached != null && cached.getState().fetchStatus.equals(status);
  }

  /** Whether that query's documents carry versions that the client goes by. */
  boolean goByVersions(SimulatedQuery query) {
    return client.name.equals("a")
        ? query == SimulatedQuery.ANSWER || query == SimulatedQuery.RECORD
        : client.name.equals("b")
            && (query == SimulatedQuery.LIST || query == SimulatedQuery.PAGES);
  }

  /** Also what nobody has asked for yet goes by versions. */
  void setDefaults(QueryClient engine) {
    for (SimulatedQuery query : SimulatedQuery.ALL) {
      QueryOptions defaults = new QueryOptions();
      if (goByVersions(query)) {
        defaults.version(Versions.by("version"));
      }
      if (query.isOfDocuments()) {
        defaults.records(query.records());
      }
      engine.setQueryDefaults(query.key, defaults);
    }
  }

  QueryOptions options(SimulatedQuery query) {
    QueryClient engine = client.engine;
    SimulatedSetting setting = client.world.setting;
    QueryOptions options = QueryOptions.of(query.key)
        .retry(0)
        .gcTime(setting.isWatched ? COLLECTED_SOON : COLLECTED_LATE)
        .queryFn(
            isStreamed(query)
                ? SimulatedStream.of(client, engine, query)
                : context -> client.send(engine, SimulatedRequest.read(query, after(context))));
    if (setting.stores && (query == SimulatedQuery.LIST || query == SimulatedQuery.RECORD)) {
      options.persister = client.storage.of(query);
    }
    if (goByVersions(query)) {
      options.version = Versions.by("version");
    }
    if (query == SimulatedQuery.PAGES) {
      options
          .initialPageParam(0.0)
          .getNextPageParam((last, all, param, params) -> SimulatedAnswers.next(last))
          .getPreviousPageParam((first, all, param, params) -> SimulatedAnswers.previous(first));
      if (setting.maxPages > 0) {
        options.maxPages(setting.maxPages);
      }
    }
    return options;
  }

  private static double after(QueryFunctionContext context) {
    return context.pageParam instanceof Double ? (Double) context.pageParam : 0;
  }

  void asked(SimulatedRequest request) {
    askedAt[request.query.ordinal()] = client.writes.changes();
    if (request.query == SimulatedQuery.PAGES) {
      pages.asked(request);
    }
  }

  boolean isWatching(SimulatedQuery query) {
    return watching[query.ordinal()] != null;
  }

  void watch(SimulatedQuery query, double polling, double staleTime) {
    int at = query.ordinal();
    if (watching[at] != null) {
      return;
    }
    watchedAt[at] = client.writes.changes();
    QueryOptions options = options(query).staleTime(staleTime);
    pages.disturb();
    polls[at] = polling > 0;
    if (polls[at]) {
      options.refetchInterval(polling);
    }
    if (query == SimulatedQuery.PAGES) {
      watching[at] = pages.watch(options);
    } else {
      watching[at] = new QueryObserver(client.engine, options).subscribe(result -> {});
    }
  }

  void leave(SimulatedQuery query) {
    int at = query.ordinal();
    pages.disturb();
    if (watching[at] != null) {
      watching[at].run();
      watching[at] = null;
      polls[at] = false;
    }
  }

  /** Which are watched. */
  boolean[] watched() {
    boolean[] watched = new boolean[SimulatedQuery.ALL.length];
    for (SimulatedQuery query : SimulatedQuery.ALL) {
      watched[query.ordinal()] = isWatching(query);
    }
    return watched;
  }

  void leaveAll() {
    for (SimulatedQuery query : SimulatedQuery.ALL) {
      leave(query);
    }
  }

  void watchAll(boolean[] watched) {
    for (SimulatedQuery query : SimulatedQuery.ALL) {
      if (watched[query.ordinal()]) {
        watch(query, 0, 0);
      }
    }
  }

  /** Who watches from now on asks of himself no more. */
  void stopPolling() {
    for (SimulatedQuery query : SimulatedQuery.ALL) {
      if (polls[query.ordinal()]) {
        leave(query);
        watch(query, 0, 0);
      }
    }
  }

  /** Its answers come piece by piece. */
  boolean isStreamed(SimulatedQuery query) {
    return client.world.setting.streams && query == SimulatedQuery.ANSWER;
  }

  boolean isPolled(SimulatedQuery query) {
    return polls[query.ordinal()];
  }

  /** Whether the client must know that this confirmed change is newer than what it was answered. */
  boolean mustKnow(SimulatedWrite write, SimulatedQuery query) {
    return !isPlain(query)
        && client.storage.isOlderThan(query, write.toldAt)
        && (!lagged[query.ordinal()]
            || write.saysVersion
                && write.toldAt > absentAt[query.ordinal()]
                && (write.kind == SimulatedWrite.Kind.SET
                    || write.kind == SimulatedWrite.Kind.COUNT));
  }

  /** Snapshots were put back over it by hand. */
  boolean isPlain(SimulatedQuery query) {
    return plainOn[query.ordinal()];
  }

  void refetch(SimulatedQuery query) {
    pages.disturb();
    client.engine.invalidateQueries(QueryFilters.of(query.key), null);
  }

  /** Somebody fetches and waits for it. */
  Thenable<Object> fetch(SimulatedQuery query, QueryOptions options) {
    return client.readers.follow(
        query,
        query == SimulatedQuery.PAGES
            ? client.engine.fetchInfiniteQuery(options)
            : client.engine.fetchQuery(options));
  }

  /** Somebody wants the data, from the cache if it is there. */
  Thenable<Object> ensure(SimulatedQuery query, QueryOptions options) {
    return client.readers.follow(
        query,
        query == SimulatedQuery.PAGES
            ? client.engine.ensureInfiniteQueryData(options)
            : client.engine.ensureQueryData(options));
  }

  /** Asks for one more page at either end, if somebody watches the pages. */
  void more(boolean back) {
    if (isWatching(SimulatedQuery.PAGES)) {
      pages.more(back);
    }
  }

  void cancel(SimulatedQuery query) {
    pages.disturb();
    for (SimulatedQuery other : SimulatedQuery.ALL) {
      if (isPaused(other) && (other == query || query == SimulatedQuery.LIST && other.isList())) {
        // The app does not want it: it is not owed any more.
        askedAt[other.ordinal()] = client.writes.changes();
      }
    }
    client.engine.cancelQueries(QueryFilters.of(query.key), new CancelOptions());
  }

  void remove(SimulatedQuery query) {
    pages.disturb();
    if (!isWatching(query)) {
      QueryFilters exactly = QueryFilters.of(query.key);
      exactly.exact = true;
      client.readers.leave(query);
      client.engine.removeQueries(exactly);
    }
  }
}
