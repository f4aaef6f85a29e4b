package dev.sanguine.query;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.query.callbacks.ConfirmedState;
import dev.sanguine.query.callbacks.Placeholder;
import dev.sanguine.query.callbacks.PropertyReadListener;
import dev.sanguine.query.options.CancelOptions;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.Action;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.DehydratedMutation;
import dev.sanguine.query.state.DehydratedQuery;
import dev.sanguine.query.state.DehydratedState;
import dev.sanguine.query.state.MutationState;
import dev.sanguine.query.state.OverlappingChange;
import dev.sanguine.query.state.QueryResult;
import dev.sanguine.query.state.QueryState;

/** Makes and compares what queries show: on the JVM objects with public fields, in the browser literals. */
public final class Shapes {
  private Shapes() {}

  public static QueryResult queryResult(
      QueryObserver observer,
      Query query,
      QueryState state,
      QueryState began,
      String status,
      Object data,
      Object error,
      double errorUpdatedAt,
      boolean isPlaceholderData,
      boolean isStale,
      boolean isEnabled) {
    QueryResult result = new QueryResult();
    result.status = status;
    result.fetchStatus = state.fetchStatus;
    result.isPending = status.equals("pending");
    result.isSuccess = status.equals("success");
    result.isError = status.equals("error");
    result.isFetching = state.fetchStatus.equals("fetching");
    result.isLoading = result.isFetching && result.isPending;
    result.isInitialLoading = result.isLoading;
    result.data = data;
    result.dataUpdatedAt = state.dataUpdatedAt;
    result.error = error;
    result.errorUpdatedAt = errorUpdatedAt;
    result.failureCount = state.fetchFailureCount;
    result.failureReason = state.fetchFailureReason;
    result.errorUpdateCount = state.errorUpdateCount;
    result.isFetched = query.isFetched();
    result.isFetchedAfterMount = state.dataUpdateCount > began.dataUpdateCount
        || state.errorUpdateCount > began.errorUpdateCount;
    result.isRefetching = result.isFetching && !result.isPending;
    result.isLoadingError = result.isError && data == null;
    result.isPaused = state.fetchStatus.equals("paused");
    result.isPlaceholderData = isPlaceholderData;
    result.isRefetchError = result.isError && data != null;
    result.isStale = isStale;
    result.isEnabled = isEnabled;
    result.refetch = observer::refetch;
    return result;
  }

  public static Action action(String type) {
    Action action = new Action();
    action.type = type;
    return action;
  }

  public static Action failed(int failureCount, Object error) {
    Action action = action("failed");
    action.failureCount = failureCount;
    action.error = error;
    return action;
  }

  public static Action success(Object data, SetDataOptions options) {
    Action action = action("success");
    action.data = data;
    if (options != null) {
      action.dataUpdatedAt = options.updatedAt;
      action.manual = options.manual;
    }
    return action;
  }

  public static Action fetch(Object meta) {
    Action action = action("fetch");
    action.meta = meta;
    return action;
  }

  public static Action error(Object error) {
    Action action = action("error");
    action.error = error;
    return action;
  }

  public static OverlappingChange overlap(Object base, Object before, Object after, Object answer) {
    OverlappingChange overlap = new OverlappingChange();
    overlap.base = base;
    overlap.before = before;
    overlap.after = after;
    overlap.answer = answer;
    return overlap;
  }

  public static Action setState(QueryState state) {
    Action action = action("setState");
    action.state = state;
    return action;
  }

  /** A mutation is under way. */
  public static Action pending(Object context, Object variables, boolean isPaused) {
    Action action = action("pending");
    action.context = context;
    action.variables = variables;
    action.isPaused = isPaused;
    return action;
  }

  /** A mutation has its answer. */
  public static Action answered(Object data) {
    Action action = action("success");
    action.data = data;
    return action;
  }

  public static Object meta(FetchOptions options) {
    return options == null ? null : options.meta;
  }

  public static Object initialPromise(FetchOptions options) {
    return options == null ? null : options.initialPromise;
  }

  public static CacheEvent event(String type, Query query) {
    CacheEvent event = new CacheEvent();
    event.type = type;
    event.query = query;
    return event;
  }

  public static CacheEvent event(String type, Mutation mutation) {
    CacheEvent event = new CacheEvent();
    event.type = type;
    event.mutation = mutation;
    return event;
  }

  public static CacheEvent observed(Object observer) {
    CacheEvent event = new CacheEvent();
    event.observer = observer;
    return event;
  }

  public static CacheEvent changed(Action action) {
    CacheEvent event = new CacheEvent();
    event.action = action;
    return event;
  }

  public static Object reverts(CancelOptions options) {
    return options == null ? null : options.revert;
  }

  public static Object isSilent(CancelOptions options) {
    return options == null ? null : options.silent;
  }

  /** The result of an infinite query: what a plain one has, and how its pages stand. */
  public static QueryResult paged(
      QueryResult result,
      InfiniteQueryObserver observer,
      Object direction,
      boolean hasNextPage,
      boolean hasPreviousPage) {
    boolean forward = "forward".equals(direction);
    boolean backward = "backward".equals(direction);
    result.fetchNextPage = observer::fetchNextPage;
    result.fetchPreviousPage = observer::fetchPreviousPage;
    result.hasNextPage = hasNextPage;
    result.hasPreviousPage = hasPreviousPage;
    result.isFetchNextPageError = result.isError && forward;
    result.isFetchingNextPage = result.isFetching && forward;
    result.isFetchPreviousPageError = result.isError && backward;
    result.isFetchingPreviousPage = result.isFetching && backward;
    result.isRefetchError &= !forward && !backward;
    result.isRefetching &= !forward && !backward;
    return result;
  }

  /** forward, backward, or null where the fetch that said this was no fetch of one more page. */
  public static Object direction(Object meta, Values values) {
    return values.field(values.field(meta, "fetchMore"), "direction");
  }

  /** The direction of a fetch with these options, which may be null. */
  public static Object directionOf(FetchOptions options, Values values) {
    return options == null ? null : direction(options.meta, values);
  }

  /** The options of a fetch that begins with a promise that is there. */
  public static FetchOptions initial(Thenable<Object> initialPromise) {
    FetchOptions initial = new FetchOptions();
    initial.initialPromise = initialPromise;
    return initial;
  }

  /** The options of a fetch of one more page. */
  public static FetchOptions towards(String direction, FetchOptions options, Values values) {
    FetchOptions towards = Records.over(new FetchOptions(), options);
    towards.meta = values.record("fetchMore", values.record("direction", direction));
    return towards;
  }

  /** The data of an infinite query. */
  public static Object pages(Seq<Object> pages, Seq<Object> params, Values values) {
    return values.with(
        values.record("pages", values.listOf(pages)), "pageParams", values.listOf(params));
  }

  public static DehydratedState dehydrated(
      Seq<DehydratedMutation> mutations, Seq<DehydratedQuery> queries) {
    DehydratedState dehydrated = new DehydratedState();
    dehydrated.mutations = mutations;
    dehydrated.queries = queries;
    return dehydrated;
  }

  public static DehydratedMutation dehydrated(
      MutationOptions options, MutationState state, String idempotencyKey) {
    DehydratedMutation dehydrated = new DehydratedMutation();
    dehydrated.mutationKey = options.mutationKey;
    dehydrated.state = state;
    dehydrated.scope = options.scope;
    dehydrated.meta = options.meta;
    dehydrated.idempotencyKey = idempotencyKey;
    return dehydrated;
  }

  public static DehydratedQuery dehydrated(
      Query query, double now, QueryState state, Thenable<Object> promise) {
    DehydratedQuery dehydrated = new DehydratedQuery();
    dehydrated.dehydratedAt = now;
    dehydrated.state = state;
    dehydrated.queryKey = query.queryKey;
    dehydrated.queryHash = query.queryHash;
    dehydrated.meta = query.getMeta();
    dehydrated.queryType = query.queryType;
    dehydrated.promise = promise;
    return dehydrated;
  }

  /** The options of a mutation that was written down. */
  public static MutationOptions optionsOf(DehydratedMutation written) {
    MutationOptions options = new MutationOptions();
    options.mutationKey = written.mutationKey;
    options.meta = written.meta;
    options.scope = written.scope;
    return options;
  }

  /** The options of a query that was written down. */
  public static QueryOptions optionsOf(QueryOptions defaults, DehydratedQuery written) {
    QueryOptions options = Records.over(new QueryOptions(), defaults);
    options.queryKey = written.queryKey;
    options.queryHash = written.queryHash;
    options.meta = written.meta;
    options._type = written.queryType;
    return options;
  }

  /** The query as storage may see it, with the confirmed value instead of the view. */
  public static Query confirmed(Query query, ConfirmedState state) {
    return StoredQuery.of(query);
  }

  /** What stands in for data that is not there: a value, or what a function makes of the query watched before. */
  public static Object placeholder(Object option, Object lastData, Query last) {
    return option instanceof Placeholder ? ((Placeholder) option).get(lastData, last) : option;
  }

  /** True where a member differs that is named; {@code names} is a list of the caller's or a bag. */
  public static boolean differs(
      QueryResult a, QueryResult b, Object names, boolean andError, Values values) {
    Seq<?> named =
        names instanceof OrderedSet ? ((OrderedSet<?>) names).items() : values.items(names);
    OrderedSet<String> all = new OrderedSet<>();
    named.each(name -> all.add((String) name));
    if (andError) {
      all.add("error");
    }
    return Records.differs(a, b, all);
  }

  /** The result, telling which of its members are read; on the JVM nothing is tracked. */
  public static QueryResult tracked(
      QueryObserver observer, QueryResult result, PropertyReadListener onRead) {
    return result;
  }
}
