package dev.sanguine.query.reload;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.DefaultOptions;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.HydrateOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.DehydratedQuery;
import dev.sanguine.query.state.DehydratedState;
import dev.sanguine.query.state.QueryState;
import org.junit.Test;

/** A client's state written down and taken in again by another. */
public class HydrationTest extends EngineCase {
  private final QueryClient other = newClient();

  private DehydratedState written() {
    return Hydration.dehydrate(client, null);
  }

  private void take(DehydratedState state) {
    Hydration.hydrate(other, state, null);
  }

  private String there(Object... parts) {
    return text(other.getQueryData(key(parts)));
  }

  private QueryState stateThere(String name) {
    return other.getQueryState(key(name));
  }

  @Test
  public void successfulQueries_areWritten_withTheirStateAndMeta() {
    outcome(client.fetchQuery(query("q").meta("m")));
    answer("get q", "{'n':1}");
    outcome(client.fetchQuery(query("failed")));
    fail("get failed");
    client.fetchQuery(query("pending")).then(null, e -> null);
    DehydratedState state = written();
    assertEquals(1, state.queries.size());
    DehydratedQuery query = state.queries.get(0);
    assertEquals("[\"q\"]", query.queryHash);
    assertEquals("m", query.meta);
    assertEquals(world.now(), query.dehydratedAt);
    take(state);
    assertEquals("{'n':1}", there("q"));
    assertEquals("success", stateThere("q").status);
    assertEquals("idle", stateThere("q").fetchStatus);
    assertEquals(state("q").dataUpdatedAt, stateThere("q").dataUpdatedAt, 0);
  }

  @Test
  public void whatIsThere_isReplacedOnlyByNewer() {
    cache("q", "'old'");
    DehydratedState old = written();
    world.advance(10);
    other.setQueryData(key("q"), json("'newer'"), null);
    take(old);
    assertEquals("'newer'", there("q"));
    world.advance(10);
    cache("q", "'newest'");
    take(written());
    assertEquals("'newest'", there("q"));
  }

  @Test
  public void observers_hearOfIt_andAFetchUnderWayGoesOn() {
    world.advance(10);
    QueryObserver observer = new QueryObserver(other, query("q").staleTime(1e9));
    Screen screen = watch(observer);
    settle();
    cache("q", "'hydrated'");
    take(written());
    assertEquals("'hydrated'", screen.now());
    assertEquals("fetching", screen.result().fetchStatus);
    answer("get q", "'fetched'");
    assertEquals("'fetched'", screen.now());
  }

  @Test
  public void theQuerysOwnOptions_areNotWritten() {
    outcome(client.fetchQuery(query("q").gcTime(7e6)));
    answer("get q", "1");
    take(written());
    Query query = other.getQueryCache().getAll().get(0);
    assertEquals(5 * 60 * 1000, query.gcTime, 0);
    assertEquals(true, query.options.queryFn == null);
  }

  @Test
  public void optionsOfTheHydration_areTheQueries() {
    cache("q", "1");
    HydrateOptions options = new HydrateOptions();
    options.defaultOptions = new HydrateOptions();
    options.defaultOptions.queries = new QueryOptions().gcTime(1e7);
    Hydration.hydrate(other, written(), options);
    assertEquals(1e7, other.getQueryCache().getAll().get(0).gcTime, 0);
    other.clear();
  }

  @Test
  public void whichQueries_isForTheOptionsToSay() {
    cache("a", "1");
    outcome(client.fetchQuery(query("b")));
    fail("get b");
    DehydrateOptions options = new DehydrateOptions();
    options.shouldDehydrateQuery = query -> query.getState().status.equals("error");
    assertEquals("[\"b\"]", Hydration.dehydrate(client, options).queries.get(0).queryHash);
    DefaultOptions defaults = new DefaultOptions();
    defaults.dehydrate = options;
    client.setDefaultOptions(defaults);
    assertEquals(1, written().queries.size());
    assertTrue(Hydration.defaultShouldDehydrateQuery(queryOf("a")));
  }

  @Test
  public void data_canBeSerializedAndBack() {
    cache("q", "{'n':1}");
    DehydrateOptions out = new DehydrateOptions();
    out.serializeData = data -> Json.stringify(data);
    HydrateOptions in = new HydrateOptions();
    in.defaultOptions = new HydrateOptions();
    in.defaultOptions.deserializeData = data -> Json.parse((String) data);
    DehydratedState state = Hydration.dehydrate(client, out);
    assertEquals("{\"n\":1}", state.queries.get(0).state.data);
    Hydration.hydrate(other, state, in);
    assertEquals("{'n':1}", there("q"));
    assertEquals("{'n':1}", view("q"));
  }

  @Test
  public void pendingQueries_areWrittenWithTheirPromise() {
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateQuery = query -> true;
    outcome(client.fetchQuery(query("q")));
    settle();
    DehydratedState state = Hydration.dehydrate(client, all);
    assertTrue(state.queries.get(0).promise != null);
    Hydration.hydrate(other, state, null);
    assertEquals("fetching", stateThere("q").fetchStatus);
    answer("get q", "{'n':1}");
    assertEquals("{'n':1}", there("q"));
    assertEquals("success", stateThere("q").status);
    assertEquals(1, network.count("get q"));
  }

  @Test
  public void aPromiseThatFails_isRedacted_unlessSaidOtherwise() {
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateQuery = query -> true;
    outcome(client.fetchQuery(query("q")));
    outcome(client.fetchQuery(query("r")));
    settle();
    Outcome redacted = outcome(Hydration.dehydrate(client, all).queries.get(0).promise);
    all.shouldRedactErrors = error -> false;
    Outcome open = outcome(Hydration.dehydrate(client, all).queries.get(1).promise);
    fail("get q");
    fail("get r");
    assertEquals("failed: redacted", redacted.toString());
    assertEquals("failed: get r failed", open.toString());
    takeReports();
  }

  @Test
  public void pausedMutations_areWritten_andGoOn() {
    env.online.setOnline(false);
    MutationOptions options = MutationOptions.create()
        .mutationKey(key("save"))
        .scope("s")
        .mutationFn((v, context) -> network.send("save", v));
    options.meta = "m";
    mutate(options, "v");
    mutate(MutationOptions.create()
        .networkMode("always")
        .mutationFn((v, context) -> network.send("running", v)));
    settle();
    DehydratedState state = written();
    assertEquals(1, state.mutations.size());
    assertEquals("v", state.mutations.get(0).state.variables);
    assertEquals("m", state.mutations.get(0).meta);
    assertEquals("s", state.mutations.get(0).scope.id);
    other.setMutationDefaults(
        key("save"), MutationOptions.create().mutationFn((v, c) -> network.send("save", v)));
    take(state);
    env.online.setOnline(true);
    other.resumePausedMutations();
    settle();
    assertEquals("v", network.last("save").payload);
    answer("save", "'saved'");
    assertEquals("success", other.getMutationCache().getAll().get(0).state.status);
    DehydrateOptions none = new DehydrateOptions();
    none.shouldDehydrateMutation = mutation -> false;
    assertEquals(0, Hydration.dehydrate(client, none).mutations.size());
  }

  @Test
  public void whatIsNoState_isPassedOver() {
    Hydration.hydrate(other, null, null);
    Hydration.hydrate(other, "text", null);
    Hydration.hydrate(other, json("{}"), null);
    Hydration.hydrate(other, json("{'queries':7,'mutations':'x'}"), null);
    Hydration.hydrate(
        other, json("{'queries':[7,{},{'queryKey':'x','state':{}}],'mutations':[{},7]}"), null);
    assertEquals(0, other.getQueryCache().getAll().size());
    assertEquals(0, other.getMutationCache().getAll().size());
  }

  @Test
  public void aStateAsJsonHasIt_isTaken() {
    Hydration.hydrate(
        other,
        json(
            "{'mutations':[],'queries':[{'dehydratedAt':1,'queryKey':['q'],'queryHash':'hash',"
                + "'state':{'data':{'n':1},'dataUpdateCount':1,'dataUpdatedAt':5,'status':'success','fetchStatus':'idle',"
                + "'errorUpdateCount':0,'errorUpdatedAt':0,'fetchFailureCount':0,'isInvalidated':false}}]}"),
        null);
    Query query = other.getQueryCache().get("hash");
    assertEquals("{'n':1}", text(query.getState().data));
    assertEquals(5, query.getState().dataUpdatedAt, 0);
    assertEquals("success", query.getState().status);
  }

  @Test
  public void nothingOfTheWriter_isShared() {
    cache("q", "1");
    DehydratedState state = written();
    QueryState before = state.queries.get(0).state;
    cache("q", "2");
    assertEquals("1", text(before.data));
    assertSame(before, state.queries.get(0).state);
    assertNull(state.queries.get(0).promise);
  }

  @Test
  public void infiniteQueries_keepTheirKind() {
    outcome(client.fetchInfiniteQuery(QueryOptions.of(key("feed"))
        .initialPageParam(1.0)
        .getNextPageParam((page, pages, param, params) -> null)
        .queryFn(context -> "page")));
    settle();
    assertEquals("infinite", written().queries.get(0).queryType);
    take(written());
    assertEquals("infinite", other.getQueryCache().getAll().get(0).queryType);
  }

  @Test
  public void aNewerPromise_overDataThatIsThere_isFetchedInTheBackground() {
    other.setQueryData(key("q"), json("'old'"), null);
    world.advance(10);
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateQuery = query -> true;
    outcome(client.fetchQuery(query("q")));
    settle();
    Hydration.hydrate(other, Hydration.dehydrate(client, all), null);
    assertEquals("'old'", there("q"));
    assertEquals("fetching", stateThere("q").fetchStatus);
    answer("get q", "'new'");
    assertEquals("'new'", there("q"));
  }

  @Test
  public void aSeqOfQueries_isInTheCachesOrder() {
    cache("b", "1");
    cache("a", "1");
    Seq<DehydratedQuery> queries = written().queries;
    assertEquals("[\"b\"] [\"a\"]", queries.get(0).queryHash + " " + queries.get(1).queryHash);
  }

  @Test
  public void aPromiseThatFails_isFollowedByTheQuerysOwnFunction() {
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateQuery = query -> true;
    outcome(client.fetchQuery(query("q")));
    settle();
    QueryOptions own = query("q");
    own.retryDelay = 0.0;
    other.setQueryDefaults(key("q"), own);
    Hydration.hydrate(other, Hydration.dehydrate(client, all), null);
    fail("get q");
    world.advance(1);
    takeReports();
    answer("get q", "'own'");
    assertEquals("'own'", there("q"));
  }

  @Test
  public void aPromise_thatDoesNotSayWhenItWasWritten_countsAsOlder() {
    DehydratedState state = pendingState();
    state.queries.get(0).dehydratedAt = null;
    QueryClient other = newClient();
    Hydration.hydrate(other, state, null);
    settle();
    assertEquals("idle", other.getQueryState(key("late")).fetchStatus);
    answer("get late", "1");
  }

  @Test
  public void theClientsOwnOptions_standInForThoseThatAreNotGiven() {
    cache("q", "1");
    DefaultOptions defaults = new DefaultOptions();
    defaults.dehydrate = new DehydrateOptions();
    defaults.dehydrate.serializeData = data -> "written";
    client.setDefaultOptions(defaults);
    DehydrateOptions given = new DehydrateOptions();
    given.serializeData = null;
    assertEquals("written", Hydration.dehydrate(client, given).queries.get(0).state.data);
  }

  private DehydratedState pendingState() {
    outcome(client.fetchQuery(query("late")));
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateQuery = query -> true;
    return Hydration.dehydrate(client, all);
  }
}
