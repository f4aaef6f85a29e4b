package dev.sanguine.query.fetching;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.callbacks.QueryFunction;
import dev.sanguine.query.options.FetchSettings;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.QueryResult;
import org.junit.Test;

/** Queries of pages: one more at either end, all of them again, a largest number, and where they end. */
public class InfiniteQueryTest extends EngineCase {
  private InfiniteQueryObserver observer;
  private Screen screen;

  /** Pages of numbers; each page knows its neighbours. */
  private QueryOptions pages() {
    return QueryOptions.of(key("feed"))
        .queryFn(context -> network.send("page " + text(context.pageParam), context.direction))
        .initialPageParam(5.0)
        .getNextPageParam((page, pages, param, params) -> Json.get(page, "next"))
        .getPreviousPageParam((page, pages, param, params) -> Json.get(page, "prev"))
        .retry(0);
  }

  private void start(QueryOptions options) {
    observer = new InfiniteQueryObserver(client, options);
    screen = watch(observer);
    answer("page 5", "{'n':5,'next':6,'prev':4}");
  }

  private String numbers() {
    Seq<String> numbers = new Seq<>();
    Seq<Object> pages = Json.list(screen.result().data, "pages");
    for (int i = 0; i < pages.size(); i++) {
      numbers.add(text(Json.get(pages.get(i), "n")));
    }
    return join(numbers) + " of " + text(Json.get(screen.result().data, "pageParams"));
  }

  @Test
  public void theFirstPage_isThatOfTheInitialParameter() {
    start(pages());
    assertEquals("5 of [5]", numbers());
    assertEquals("forward", network.last("page 5").payload);
    assertTrue(screen.result().hasNextPage);
    assertTrue(screen.result().hasPreviousPage);
    assertEquals("infinite", queryOf("feed").queryType);
  }

  @Test
  public void next_andPrevious_areAddedAtTheirEnds() {
    start(pages());
    observer.fetchNextPage(null);
    assertTrue(screen.result().isFetchingNextPage);
    assertFalse(screen.result().isRefetching);
    answer("page 6", "{'n':6,'prev':5}");
    assertFalse(screen.result().isFetchingNextPage);
    assertFalse(screen.result().hasNextPage);
    observer.fetchPreviousPage(null);
    assertTrue(screen.result().isFetchingPreviousPage);
    answer("page 4", "{'n':4,'next':5}");
    assertEquals("backward", network.last("page 4").payload);
    assertEquals("4 | 5 | 6 of [4,5,6]", numbers());
    assertFalse(screen.result().hasPreviousPage);
  }

  @Test
  public void pastTheEnd_nothingIsSent() {
    start(pages());
    observer.fetchNextPage(null);
    answer("page 6", "{'n':6}");
    Outcome outcome = outcome(observer.fetchNextPage(null));
    settle();
    assertEquals(2, network.calls().size());
    assertEquals("5 | 6 of [5,6]", numbers());
    assertFalse(outcome.isPending());
  }

  @Test
  public void refetch_fetchesAllPages_oneAfterTheOther_byTheNewCursors() {
    start(pages());
    observer.fetchNextPage(null);
    answer("page 6", "{'n':6,'next':7}");
    observer.refetch(null);
    settle();
    assertTrue(screen.result().isRefetching);
    answer("page 5", "{'n':50,'next':60}");
    answer("page 60", "{'n':60}");
    assertEquals("50 | 60 of [5,60]", numbers());
  }

  @Test
  public void refetch_endsWhereThePagesEndNow() {
    start(pages());
    observer.fetchNextPage(null);
    answer("page 6", "{'n':6}");
    observer.refetch(null);
    answer("page 5", "{'n':5}");
    assertEquals("5 of [5]", numbers());
  }

  @Test
  public void maxPages_dropsFromTheOtherEnd() {
    start(pages().maxPages(2));
    observer.fetchNextPage(null);
    answer("page 6", "{'n':6,'next':7,'prev':5}");
    observer.fetchNextPage(null);
    answer("page 7", "{'n':7,'prev':6}");
    assertEquals("6 | 7 of [6,7]", numbers());
    observer.fetchPreviousPage(null);
    answer("page 5", "{'n':5,'next':6}");
    assertEquals("5 | 6 of [5,6]", numbers());
  }

  @Test
  public void aPageThatFails_leavesThePagesAndSaysWhich() {
    start(pages());
    observer.fetchNextPage(null);
    fail("page 6");
    assertTrue(screen.result().isFetchNextPageError);
    assertFalse(screen.result().isRefetchError);
    assertEquals("5 of [5]", numbers());
    observer.fetchPreviousPage(null);
    fail("page 4");
    assertTrue(screen.result().isFetchPreviousPageError);
    assertFalse(screen.result().isFetchNextPageError);
    observer.refetch(null);
    fail("page 5");
    assertTrue(screen.result().isRefetchError);
  }

  @Test
  public void anAbortBetweenPages_endsTheFetch() {
    Seq<AbortSignal> signals = new Seq<>();
    QueryOptions options = pages();
    QueryFunction fetch = (QueryFunction) options.queryFn;
    options.queryFn(context -> {
      signals.add(context.signal());
      return fetch.fetch(context);
    });
    start(options);
    observer.fetchNextPage(null);
    answer("page 6", "{'n':6}");
    observer.refetch(null);
    settle();
    client.cancelQueries(prefix("feed"), null);
    assertTrue(signals.get(signals.size() - 1).aborted);
    answer("page 5", "{'n':0,'next':1}");
    assertEquals(3, network.calls().size());
    assertEquals("5 | 6 of [5,6]", numbers());
  }

  @Test
  public void imperatively_severalPagesAtOnce() {
    QueryOptions options = pages();
    options.pages = 2.0;
    Outcome outcome = outcome(client.fetchInfiniteQuery(options));
    answer("page 5", "{'n':5,'next':6}");
    assertTrue(outcome.isPending());
    answer("page 6", "{'n':6,'next':7}");
    assertEquals(
        "done: {'pages':[{'n':5,'next':6},{'n':6,'next':7}],'pageParams':[5,6]}",
        outcome.toString());
  }

  @Test
  public void prefetch_ensure_andQuery() {
    Outcome prefetched = outcome(client.prefetchInfiniteQuery(pages()));
    answer("page 5", "{'n':5}");
    assertEquals("done: absent", prefetched.toString());
    Outcome ensured = outcome(client.ensureInfiniteQueryData(pages()));
    Outcome queried = outcome(
        client.infiniteQuery(pages().staleTime(1e9).select(data -> Json.get(data, "pages"))));
    settle();
    assertEquals("done: {'pages':[{'n':5}],'pageParams':[5]}", ensured.toString());
    assertEquals("done: [{'n':5}]", queried.toString());
    assertEquals(1, network.calls().size());
  }

  @Test
  public void aPersister_standsAroundTheWholeFetch() {
    QueryOptions options = pages();
    int[] asked = {0};
    options.persister = (queryFn, context, query) -> {
      asked[0]++;
      return queryFn.fetch(context);
    };
    options.pages = 2.0;
    outcome(client.fetchInfiniteQuery(options));
    answer("page 5", "{'n':5,'next':6}");
    answer("page 6", "{'n':6}");
    assertEquals(1, asked[0]);
  }

  @Test
  public void theResultsFunctions_workByThemselves() {
    start(pages());
    screen.result().fetchNextPage.call(null);
    answer("page 6", "{'n':6}");
    screen.result().fetchPreviousPage.call(null);
    answer("page 4", "{'n':4}");
    assertEquals("4 | 5 | 6 of [4,5,6]", numbers());
  }

  @Test
  public void withoutAPreviousFunction_thereIsNoPreviousPage() {
    QueryOptions options = pages();
    options.getPreviousPageParam = null;
    start(options);
    assertFalse(screen.result().hasPreviousPage);
  }

  @Test
  public void anOptimisticResult_isOfPagesToo() {
    observer = new InfiniteQueryObserver(client, pages());
    QueryResult ahead = observer.getOptimisticResult(client.defaultQueryOptions(pages()));
    assertFalse(ahead.hasNextPage);
    assertTrue(ahead.fetchNextPage != null);
  }

  @Test
  public void getNextPageParamThatThrows_failsTheFetch() {
    QueryOptions options = pages().getNextPageParam((page, pages, param, params) -> {
      throw thrown("no next");
    });
    options.pages = 2.0;
    Outcome outcome = outcome(client.fetchInfiniteQuery(options));
    answer("page 5", "{'n':5}");
    assertEquals("failed: no next", outcome.toString());
  }

  @Test
  public void aSmallerLargestNumber_dropsAllThatIsOverIt() {
    start(pages().maxPages(4).getNextPageParam((page, pages, param, params) -> (Double) param + 1));
    for (int page = 6; page < 9; page++) {
      observer.fetchNextPage(null);
      answer("page " + page, "{'n':" + page + "}");
    }
    assertEquals("5 | 6 | 7 | 8 of [5,6,7,8]", numbers());
    observer.setOptions(
        pages().maxPages(2).getNextPageParam((page, pages, param, params) -> (Double) param + 1));
    observer.fetchNextPage(null);
    answer("page 9", "{'n':9}");
    assertEquals("8 | 9 of [8,9]", numbers());
  }

  @Test
  public void anAttemptThatFollows_goesOnWithThePageThatFailed() {
    start(pages().retry(1).retryDelay(10));
    observer.fetchNextPage(null);
    answer("page 6", "{'n':6,'prev':5}");
    observer.refetch(null);
    answer("page 5", "{'n':5,'next':6,'prev':4}");
    fail("page 6");
    world.advance(10);
    answer("page 6", "{'n':6.5,'prev':5}");
    assertEquals("5 | 6.5 of [5,6]", numbers());
    assertEquals(2, network.count("page 5"));
  }

  @Test
  public void aPersister_isGivenTheSignal_soThatNobodyWaitsForPagesThatNobodyWatches() {
    QueryOptions options = pages();
    options.persister = (queryFn, context, query) -> queryFn.fetch(context);
    screen = watch(new InfiniteQueryObserver(client, options));
    settle();
    screen.stop.run();
    settle();
    assertEquals("idle", state("feed").fetchStatus);
  }

  @Test
  public void pastTheEnd_thePagesAreOthers_ifNothingIsShared() {
    QueryOptions options = pages();
    options.structuralSharing = false;
    start(options);
    observer.fetchNextPage(null);
    answer("page 6", "{'n':6}");
    Object before = screen.result().data;
    observer.fetchNextPage(null);
    settle();
    assertNotSame(before, screen.result().data);
    assertSame(env.values.field(before, "pages"), env.values.field(screen.result().data, "pages"));
    assertEquals("5 | 6 of [5,6]", numbers());
  }

  @Test
  public void twoFetchesOfOneQuery_eachGoOnByThemselves() {
    boolean[] over = {false};
    QueryOptions options = pages().retry(1).retryDelay(10);
    options.persister = (queryFn, context, query) -> queryFn.fetch(context);
    atEnd(client.getQueryCache().subscribe((Listener<CacheEvent>) event -> {
      if (!over[0] && event.type.equals("updated") && event.action.type.equals("fetch")) {
        over[0] = true;
        outcome(event.query.fetch(null, FetchSettings.towards("forward", null, env.values)));
      }
    }));
    outcome(client.fetchInfiniteQuery(options));
    settle();
    assertEquals(2, network.count("page 5"));
    network.last("page 5").answer(json("{'n':5}"));
    fail("page 5");
    world.advance(10);
    answer("page 5", "{'n':5.5}");
    assertEquals(3, network.count("page 5"));
  }
}
