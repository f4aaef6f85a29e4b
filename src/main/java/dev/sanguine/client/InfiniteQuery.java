package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Mapping;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.callbacks.QueryFunction;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.QueryFunctionContext;
import org.jspecify.annotations.Nullable;

/**
 * A query whose data grows by pages: {@link Observer#fetchNextPage} adds one. A refetch fetches all of them again, one
 * after the other.
 *
 * @param <P> the type of a page
 * @param <C> the type of a page's parameter (a cursor, a number)
 */
public final class InfiniteQuery<P, C> extends QuerySettings<Pages<P, C>, InfiniteQuery<P, C>> {
  private InfiniteQuery(
      QueryKey<Pages<P, C>> key,
      @Nullable InfiniteQuery<P, C> before,
      @Nullable Listener<QueryOptions> change) {
    super(key, before, change);
  }

  /**
   * An infinite query; it needs {@link #queryFn} and {@link #nextPageParam}.
   *
   * @param <P> the type of a page
   * @param <C> the type of a page's parameter
   * @param key the key, meant exactly
   * @param firstParam the parameter of the first page
   * @return the query
   */
  public static <P, C> InfiniteQuery<P, C> of(InfiniteKey<P, C, ?> key, C firstParam) {
    return new InfiniteQuery<>(key, null, into -> {
      into.queryKey = key.raw();
      into.initialPageParam = Plain.of(firstParam);
      into._type = "infinite";
    });
  }

  /** Fetches a page. */
  public interface PageFunction<P, C> {
    /**
     * The page to come.
     *
     * @param context the context of the request
     * @param param the page's parameter
     * @return the page to come
     */
    Thenable<? extends P> fetch(QueryFunctionContext context, C param);
  }

  /** Gives the parameter of a neighbouring page. */
  public interface PageParam<P, C> {
    /**
     * The parameter; null if there is no such page.
     *
     * @param page the outermost page on that side
     * @param pages all of them
     * @param param the outermost page's parameter
     * @param params the parameters of all
     * @return the parameter; null if there is no such page
     */
    @Nullable
    C of(P page, Seq<P> pages, C param, Seq<C> params);
  }

  /**
   * How a page is fetched; as {@link Query#queryFn}.
   *
   * @param function fetches
   * @return the query with that option
   */
  @SuppressWarnings("unchecked")
  public InfiniteQuery<P, C> queryFn(PageFunction<P, C> function) {
    return with(into ->
        into.queryFn = (QueryFunction) context -> function.fetch(context, (C) context.pageParam));
  }

  /**
   * The parameter of the page after the last one; null ends.
   *
   * @param next gives it
   * @return the query with that option
   */
  public InfiniteQuery<P, C> nextPageParam(Mapping<P, @Nullable C> next) {
    return nextPageParamBy((page, pages, param, params) -> next.of(page));
  }

  /**
   * The same, by all pages and parameters.
   *
   * @param next gives it
   * @return the query with that option
   */
  public InfiniteQuery<P, C> nextPageParamBy(PageParam<P, C> next) {
    return with(into -> into.getNextPageParam = raw(next));
  }

  /**
   * The parameter of the page before the first one; null ends. None by default.
   *
   * @param previous gives it
   * @return the query with that option
   */
  public InfiniteQuery<P, C> previousPageParam(Mapping<P, @Nullable C> previous) {
    return previousPageParamBy((page, pages, param, params) -> previous.of(page));
  }

  /**
   * The same, by all pages and parameters.
   *
   * @param previous gives it
   * @return the query with that option
   */
  public InfiniteQuery<P, C> previousPageParamBy(PageParam<P, C> previous) {
    return with(into -> into.getPreviousPageParam = raw(previous));
  }

  /**
   * How many pages are kept; one that is added at one end drops one at the other. 0, the default, keeps all.
   *
   * @param pages how many
   * @return the query with that option
   */
  public InfiniteQuery<P, C> maxPages(int pages) {
    return with(into -> into.maxPages = (double) pages);
  }

  /**
   * How many pages a first fetch brings; 1 by default.
   *
   * @param pages how many
   * @return the query with that option
   */
  public InfiniteQuery<P, C> pages(int pages) {
    return with(into -> into.pages = (double) pages);
  }

  @Override
  InfiniteQuery<P, C> next(Listener<QueryOptions> change) {
    return new InfiniteQuery<>(key, this, change);
  }

  @Override
  boolean isInfinite() {
    return true;
  }

  @SuppressWarnings("unchecked")
  private static <P, C> dev.sanguine.query.callbacks.PageParam raw(PageParam<P, C> given) {
    return (page, pages, param, params) ->
        Plain.of(given.of((P) page, (Seq<P>) (Seq<?>) pages, (C) param, (Seq<C>) (Seq<?>) params));
  }
}
