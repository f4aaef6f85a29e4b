package dev.sanguine.query.fetching;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.MutationObserver;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.callbacks.QueryFunction;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.MutationCacheConfig;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/**
 * How many turns of promises an answer takes from its function to the one who waits: as many as in query-core 5.108.4,
 * whose figures these are. So what begins together settles in the same order as there, whatever it goes through.
 */
public class TurnCountTest extends EngineCase {
  private static final int MANY = 100;

  /** The turns until what the work returns is settled. */
  @SuppressWarnings("unchecked")
  private int turns(Supply work) {
    world.runMicrotasks();
    boolean[] settled = {false};
    ((Thenable<Object>) work.get()).done(value -> settled[0] = true, error -> settled[0] = true);
    int turns = 0;
    while (!settled[0] && turns < MANY) {
      world.runOneTick();
      turns++;
    }
    return turns;
  }

  private QueryOptions answering(String name) {
    return QueryOptions.of(key(name)).queryFn(context -> env.deferreds.resolve(1.0));
  }

  private QueryOptions failing(String name) {
    return QueryOptions.of(key(name))
        .queryFn(context -> env.deferreds.reject("no"))
        .retry(0);
  }

  private QueryOptions cached(QueryOptions options) {
    client.setQueryData(options.queryKey, 0.0, null);
    return options;
  }

  /** Watches data that is there, without a fetch. */
  private QueryOptions watched(QueryOptions options) {
    options.refetchOnMount = false;
    atEnd(new QueryObserver(client, cached(options)).subscribe(result -> {}));
    return options;
  }

  private QueryOptions pages(String name, int count) {
    QueryOptions options = answering(name)
        .initialPageParam(0.0)
        .getNextPageParam((page, pages, param, params) -> (Double) param + 1)
        .getPreviousPageParam((page, pages, param, params) -> (Double) param - 1)
        .retry(0);
    options.pages = (double) count;
    return options;
  }

  private MutationOptions sending() {
    return MutationOptions.create().mutationFn((variables, context) -> env.deferreds.resolve(1.0));
  }

  private MutationOptions refused() {
    return MutationOptions.create().mutationFn((variables, context) -> env.deferreds.reject("no"));
  }

  private int mutation(MutationOptions options) {
    MutationObserver observer = new MutationObserver(client, options);
    return turns(() -> observer.mutate(undefined(), null));
  }

  // Queries

  @Test
  public void aFetch_fourAndOneMoreIfItFails() {
    assertEquals(4, turns(() -> client.fetchQuery(answering("a"))));
    assertEquals(
        4, turns(() -> client.fetchQuery(QueryOptions.of(key("b")).queryFn(context -> 1.0))));
    assertEquals(5, turns(() -> client.fetchQuery(failing("c"))));
    assertEquals(5, turns(() -> client.fetchQuery(QueryOptions.of(key("d")))));
    assertEquals(
        4,
        turns(() -> client.fetchQuery(QueryOptions.of(key("e")).queryFn(context -> undefined()))));
    takeReports();
  }

  @Test
  public void whoJoinsAFetch_waitsAsLong() {
    assertEquals(4, turns(() -> {
      client.fetchQuery(answering("a"));
      return client.fetchQuery(answering("a"));
    }));
  }

  @Test
  public void freshData_one() {
    QueryOptions fresh = cached(answering("a").staleTime(1e9));
    assertEquals(1, turns(() -> client.fetchQuery(fresh)));
    assertEquals(1, turns(() -> client.query(fresh)));
    assertEquals(1, turns(() -> client.ensureQueryData(fresh)));
  }

  @Test
  public void theReaders_addTheirOwn() {
    assertEquals(5, turns(() -> client.query(answering("a"))));
    assertEquals(6, turns(() -> client.query(failing("b"))));
    assertEquals(5, turns(() -> client.query(answering("c").select(data -> data))));
    assertEquals(
        7, turns(() -> client.query(answering("d").select(data -> env.deferreds.resolve(data)))));
    assertEquals(6, turns(() -> client.prefetchQuery(answering("e"))));
    assertEquals(7, turns(() -> client.prefetchQuery(failing("f"))));
    assertEquals(4, turns(() -> client.ensureQueryData(answering("g"))));
  }

  @Test
  public void theRefetchOfMany_seven() {
    watched(answering("a"));
    assertEquals(7, turns(() -> client.invalidateQueries(prefix("a"), null)));
    assertEquals(7, turns(() -> client.refetchQueries(prefix("a"), null)));
    assertEquals(7, turns(() -> client.resetQueries(prefix("a"), null)));
    assertEquals(2, turns(() -> client.invalidateQueries(prefix("none"), null)));
  }

  @Test
  public void theRefetchOfMany_thatFails() {
    watched(failing("a"));
    FetchOptions throwing = new FetchOptions();
    throwing.throwOnError = true;
    assertEquals(8, turns(() -> client.invalidateQueries(prefix("a"), null)));
    assertEquals(7, turns(() -> client.refetchQueries(prefix("a"), throwing)));
  }

  @Test
  public void aCancellation_andTheFetchThatItEnds() {
    QueryOptions endless =
        QueryOptions.of(key("a")).queryFn(context -> network.send("endless", null));
    client.prefetchQuery(endless);
    assertEquals(6, turns(() -> client.cancelQueries(prefix("a"), null)));
    assertEquals(3, turns(() -> client.cancelQueries(prefix("none"), null)));
    assertEquals(3, turns(() -> {
      Thenable<Object> fetched = client.fetchQuery(endless);
      client.cancelQueries(prefix("a"), null);
      return fetched;
    }));
  }

  @Test
  public void aFetchThatIsReplaced_waitsForTheOther_oneTurnBehindIt() {
    QueryOptions options = cached(answering("a"));
    FetchOptions replace = new FetchOptions();
    replace.cancelRefetch = true;
    assertEquals(5, turns(() -> {
      Thenable<Object> replaced = client.fetchQuery(options);
      queryOf("a").fetch(null, replace);
      return replaced;
    }));
    assertEquals(4, turns(() -> {
      client.fetchQuery(options);
      return queryOf("a").fetch(null, replace);
    }));
  }

  @Test
  public void anObserver_sixAndSevenIfItFails() {
    QueryObserver observer = new QueryObserver(client, answering("a"));
    QueryObserver failing = new QueryObserver(client, failing("b"));
    FetchOptions throwing = new FetchOptions();
    throwing.throwOnError = true;
    assertEquals(6, turns(() -> observer.refetch(null)));
    assertEquals(7, turns(() -> failing.refetch(null)));
    assertEquals(6, turns(() -> failing.refetch(throwing)));
    assertEquals(4, turns(() -> observer.fetchOptimistic(answering("c"))));
    assertEquals(10, turns(() -> observer.fetchOptimistic(failing("d"))));
  }

  @Test
  public void fetchOptimistic_sixIfAListenerTakesTheDataAway() {
    QueryOptions options = answering("a");
    QueryObserver observer = new QueryObserver(client, options);
    atEnd(observer.subscribe(heard -> {
      if (observer.getCurrentResult().isSuccess) {
        observer.getCurrentQuery().reset();
      }
    }));
    assertEquals(6, turns(() -> observer.fetchOptimistic(options)));
  }

  // Pages

  @Test
  public void pages_twoTurnsEach() {
    assertEquals(6, turns(() -> client.fetchInfiniteQuery(pages("a", 1))));
    assertEquals(10, turns(() -> client.fetchInfiniteQuery(pages("b", 3))));
    assertEquals(8, turns(() -> client.ensureInfiniteQueryData(pages("c", 2))));
    assertEquals(9, turns(() -> client.infiniteQuery(pages("d", 2))));
  }

  @Test
  public void pagesThatFail_asManyTurnsAsWereFetched() {
    QueryFunction secondFails = context ->
        context.pageParam.equals(0.0) ? env.deferreds.resolve(1.0) : env.deferreds.reject("no");
    QueryFunction secondThrows = context -> {
      if (!context.pageParam.equals(0.0)) {
        throw thrown("no");
      }
      return 1.0;
    };
    assertEquals(9, turns(() -> client.fetchInfiniteQuery(pages("a", 3).queryFn(secondFails))));
    assertEquals(8, turns(() -> client.fetchInfiniteQuery(pages("b", 3).queryFn(secondThrows))));
    assertEquals(
        7,
        turns(() -> client.fetchInfiniteQuery(
            pages("c", 3).getNextPageParam((page, pages, param, params) -> {
              throw thrown("no");
            }))));
  }

  @Test
  public void oneMorePage_eight() {
    outcome(client.fetchInfiniteQuery(pages("a", 1)));
    settle();
    QueryOptions more = pages("a", 1);
    more.pages = null;
    InfiniteQueryObserver observer = new InfiniteQueryObserver(client, more);
    assertEquals(8, turns(() -> observer.fetchNextPage(null)));
    assertEquals(8, turns(() -> observer.fetchPreviousPage(null)));
    InfiniteQueryObserver atTheEnd = new InfiniteQueryObserver(
        client, more.getNextPageParam((page, pages, param, params) -> null));
    assertEquals(9, turns(() -> atTheEnd.fetchNextPage(null)));
  }

  // Mutations

  @Test
  public void aMutation_eight_whateverItsCallbacksReturn() {
    assertEquals(8, mutation(sending()));
    assertEquals(
        8,
        mutation(sending()
            .onMutate((variables, context) -> 1.0)
            .onSuccess((data, variables, onMutateResult, context) -> 1.0)
            .onSettled((data, error, variables, onMutateResult, context) -> 1.0)));
    assertEquals(
        8,
        mutation(sending()
            .onMutate((variables, context) -> env.deferreds.resolve(1.0))
            .onSuccess((data, variables, onMutateResult, context) -> env.deferreds.resolve(1.0))
            .onSettled(
                (data, error, variables, onMutateResult, context) -> env.deferreds.resolve(1.0))));
  }

  @Test
  public void aMutationThatFails_nine() {
    assertEquals(9, mutation(refused()));
    assertEquals(9, mutation(MutationOptions.create()));
    assertEquals(
        9,
        mutation(refused()
            .onError((error, variables, onMutateResult, context) -> env.deferreds.resolve(1.0))));
    assertEquals(
        9,
        mutation(refused()
            .onError(
                (error, variables, onMutateResult, context) -> env.deferreds.reject("worse"))));
    assertEquals("worse", takeUnhandled());
  }

  private Object worse() {
    throw thrown("worse");
  }

  @Test
  public void aCallbackThatThrows_isNotWaitedFor() {
    assertEquals(
        7,
        mutation(refused()
            .onError((error, variables, onMutateResult, context) -> worse())
            .onSettled((data, error, variables, onMutateResult, context) -> worse())));
    assertEquals("worse | worse", takeUnhandled());
    assertEquals(
        9, mutation(sending().onSuccess((data, variables, onMutateResult, context) -> worse())));
    assertEquals(5, mutation(sending().onMutate((variables, context) -> worse())));
    assertEquals(
        6, mutation(sending().onMutate((variables, context) -> env.deferreds.reject("no"))));
    assertEquals(
        12,
        mutation(sending()
            .onSettled(
                (data, error, variables, onMutateResult, context) -> env.deferreds.reject("no"))));
    assertEquals("no", takeUnhandled());
  }

  @Test
  public void theCachesOnMutate_addsOne() {
    MutationCacheConfig config = new MutationCacheConfig();
    config.onMutate = (variables, mutation, context) -> env.deferreds.resolve(1.0);
    config.onSuccess =
        (data, variables, onMutateResult, mutation, context) -> env.deferreds.resolve(1.0);
    client.getMutationCache().config = config;
    assertEquals(9, mutation(sending()));
  }

  @Test
  public void theNextOfAScope_eightBehindTheOneBefore() {
    MutationObserver observer = new MutationObserver(client, sending().scope("s"));
    assertEquals(16, turns(() -> {
      observer.mutate(undefined(), null);
      return observer.mutate(undefined(), null);
    }));
    MutationObserver refused = new MutationObserver(client, refused().scope("s"));
    assertEquals(18, turns(() -> {
      outcome(refused.mutate(undefined(), null));
      return refused.mutate(undefined(), null);
    }));
  }

  @Test
  public void mutationsThatAreResumed() {
    assertEquals(1, turns(client::resumePausedMutations));
    env.online.setOnline(false);
    mutate(sending());
    settle();
    env.online.setOnline(true);
    assertEquals(6, turns(client::resumePausedMutations));
  }

  // Together

  @Test
  public void whatBeginsTogether_endsInTheOrderOfItsStart() {
    Seq<String> order = new Seq<>();
    MutationOptions[] kinds = {
      sending().onSuccess((data, variables, onMutateResult, context) -> env.deferreds.resolve(1.0)),
      sending(),
      sending().onMutate((variables, context) -> 1.0),
      sending()
          .onMutate((variables, context) -> env.deferreds.resolve(1.0))
          .onSettled(
              (data, error, variables, onMutateResult, context) -> env.deferreds.resolve(1.0)),
    };
    for (int i = 0; i < kinds.length; i++) {
      String name = "m" + i;
      client.mutate(kinds[i], undefined()).done(data -> order.add(name));
    }
    client.fetchInfiniteQuery(pages("p", 2)).done(data -> order.add("pages"));
    client.fetchQuery(answering("a")).done(data -> order.add("query"));
    client.fetchQuery(answering("a")).done(data -> order.add("joined"));
    settle();
    assertEquals("query | joined | m0 | m1 | m2 | m3 | pages", join(order));
  }

  @Test
  public void dehydratedPromises_four_andSevenIfTheyFail() {
    assertEquals(4, turns(() -> dehydrated(answering("a"))));
    assertEquals(7, turns(() -> dehydrated(failing("b"))));
    takeReports();
  }

  private Thenable<Object> dehydrated(QueryOptions options) {
    client.prefetchQuery(options);
    return Hydration.dehydrateQuery(client.find(options.queryKey), null, null).promise;
  }
}
