package dev.sanguine.query.state;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.callbacks.Placeholder;
import dev.sanguine.query.callbacks.PropertyReadListener;

/** What an observer shows of a query. */
public final class QueryResults {
  private QueryResults() {}

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

  /** The data of an infinite query. */
  public static Object pages(Seq<Object> pages, Seq<Object> params, Values values) {
    return values.with(
        values.record("pages", values.listOf(pages)), "pageParams", values.listOf(params));
  }

  /** What stands in for data that is not there: a value, or what a function makes of the query watched before. */
  public static Object placeholder(Object option, Object lastData, Query last) {
    return option instanceof Placeholder ? ((Placeholder) option).get(lastData, last) : option;
  }

  /** True if a member differs that is named; {@code names} is a list of the caller's or a bag. */
  public static boolean differs(
      QueryResult a, QueryResult b, Object names, boolean andError, Values values) {
    Seq<?> named =
        names instanceof OrderedSet ? ((OrderedSet<?>) names).items() : values.items(names);
    OrderedSet<String> all = new OrderedSet<>();
    named.each(name -> all.add((String) name));
    if (andError) {
      all.add("error");
    }
    return PlainObjects.differs(a, b, all);
  }

  /** The result, telling which of its members are read; on the JVM nothing is tracked. */
  public static QueryResult tracked(
      QueryObserver observer, QueryResult result, PropertyReadListener onRead) {
    return result;
  }
}
