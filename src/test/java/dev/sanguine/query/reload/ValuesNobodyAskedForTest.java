package dev.sanguine.query.reload;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import dev.sanguine.query.Hydration;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.DehydratedState;
import org.junit.Before;
import org.junit.Test;

/**
 * Values that nobody asked for (a rendered page, a promise that was streamed with it, storage) may be older than a confirmed
 * change, and no clock tells. They don't take it back: the query is marked, and fetched if somebody watches.
 */
public class ValuesNobodyAskedForTest extends LawCase {
  private static final double HOUR = 60 * 60 * 1000;

  @Before
  public void aRecord() {
    cache("record", "{'id':1,'t':'t0'}");
    world.advance(10);
  }

  /** A page of another computer, whose clock goes this much before ours. */
  private DehydratedState rendered(String name, String document, double ahead) {
    QueryClient server = newClient();
    SetDataOptions then = new SetDataOptions();
    then.updatedAt = env.clock.now() + ahead;
    server.setQueryData(key(name), json(document), then);
    DehydratedState page = Hydration.dehydrate(server, null);
    page.queries.get(0).dehydratedAt = env.clock.now() + ahead;
    return page;
  }

  /** The same before its data is there; the promise settles with the answer of "get streamed". */
  private DehydratedState streamed(String name, double ahead) {
    QueryClient server = newClient();
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateQuery = query -> true;
    server
        .fetchQuery(
            QueryOptions.of(key(name)).queryFn(context -> network.send("get streamed", null)))
        .then(data -> null, error -> null);
    DehydratedState page = Hydration.dehydrate(server, all);
    page.queries.get(0).dehydratedAt = env.clock.now() + ahead;
    return page;
  }

  private void confirmed() {
    mutate(merge("A", "record", "{'id':1,'t':'A'}"));
    answer("A", "'ok'");
    world.advance(10);
  }

  private Screen watching() {
    return watch(query("record").staleTime(1e12));
  }

  // A page

  @Test
  public void aPage_whoseClockGoesFast_takesNothingBack() {
    confirmed();
    Hydration.hydrate(client, rendered("record", "{'id':1,'t':'t0'}", HOUR), null);
    assertEquals("{'id':1,'t':'A'}", view("record"));
    assertEquals(true, state("record").isInvalidated);
  }

  @Test
  public void aPage_whoseClockGoesSlow_takesNothingBack() {
    confirmed();
    Hydration.hydrate(client, rendered("record", "{'id':1,'t':'t0'}", -HOUR), null);
    assertEquals("{'id':1,'t':'A'}", view("record"));
  }

  @Test
  public void aPage_isAskedFor_ifSomebodyWatches() {
    Screen screen = watching();
    confirmed();
    answer("get record", "{'id':1,'t':'A','s':1}");
    Hydration.hydrate(client, rendered("record", "{'id':1,'t':'t0'}", HOUR), null);
    settle();
    assertEquals(2, network.count("get record"));
    answer("get record", "{'id':1,'t':'A','s':2}");
    assertEquals("{'id':1,'t':'A','s':2}", screen.now());
    assertEquals(-1, screen.history().indexOf("'s':1} | {'id':1,'t':'t0'}"));
  }

  @Test
  public void aPage_isAskedForOnce_whileThatFetchIsUnderWay() {
    watching();
    confirmed();
    for (int i = 0; i < 3; i++) {
      Hydration.hydrate(client, rendered("record", "{'id':1,'t':'t0'}", HOUR + i), null);
      settle();
    }
    assertEquals(1, network.count("get record"));
  }

  @Test
  public void aPage_isNotAskedFor_ifNobodyWatches() {
    confirmed();
    outcome(client.fetchQuery(query("record")));
    answer("get record", "{'id':1,'t':'A'}");
    Hydration.hydrate(client, rendered("record", "{'id':1,'t':'t0'}", HOUR), null);
    settle();
    assertEquals(1, network.count("get record"));
    assertEquals(true, state("record").isInvalidated);
  }

  @Test
  public void aPage_whileTheClockIsSetBack_takesNothingBack() {
    Screen screen = watching();
    Hydration.hydrate(client, rendered("record", "{'id':1,'t':'t1'}", HOUR), null);
    assertEquals("{'id':1,'t':'t1'}", screen.now());
    confirmed();
    Hydration.hydrate(client, rendered("record", "{'id':1,'t':'t0'}", 2 * HOUR), null);
    assertEquals("{'id':1,'t':'A'}", screen.now());
  }

  @Test
  public void aPage_ofAQueryWithoutConfirmedChanges_isTaken() {
    cache("other", "{'id':2,'t':'t0'}");
    confirmed();
    Hydration.hydrate(client, rendered("other", "{'id':2,'t':'new'}", HOUR), null);
    assertEquals("{'id':2,'t':'new'}", view("other"));
  }

  @Test
  public void aPage_afterAChangeThatFailed_isTaken() {
    mutate(merge("A", "record", "{'id':1,'t':'A'}"));
    fail("A");
    Hydration.hydrate(client, rendered("record", "{'id':1,'t':'new'}", HOUR), null);
    assertEquals("{'id':1,'t':'new'}", view("record"));
  }

  @Test
  public void aPage_afterAChangeThatTheClientOfAnotherUserMade_isTaken() {
    confirmed();
    QueryClient other = newClient();
    other.setQueryData(key("record"), json("{'id':1,'t':'t0'}"), null);
    Hydration.hydrate(other, rendered("record", "{'id':1,'t':'new'}", HOUR), null);
    assertEquals("{'id':1,'t':'new'}", text(other.getQueryData(key("record"))));
  }

  @Test
  public void aPage_whileTheChangeIsConfirmedButNotFetched_takesNothingBack() {
    Screen screen = watching();
    mutate(increment("A", "record"));
    answer("A", "'ok'");
    assertEquals(1, network.count("get record"));
    Hydration.hydrate(client, rendered("record", "{'id':1,'t':'t0'}", HOUR), null);
    assertEquals("{'id':1,'t':'t0','n':1}", screen.now());
    answer("get record", "{'id':1,'t':'t0','n':1}");
    assertEquals("{'id':1,'t':'t0'} | {'id':1,'t':'t0','n':1}", screen.history());
  }

  @Test
  public void aPage_whileAnotherChangeIsPending_takesNothingBack() {
    confirmed();
    mutate(assign("B", "record", "s", 1.0));
    settle();
    Hydration.hydrate(client, rendered("record", "{'id':1,'t':'t0'}", HOUR), null);
    assertEquals("{'id':1,'t':'A','s':1}", view("record"));
    fail("B");
    assertEquals("{'id':1,'t':'A'}", view("record"));
  }

  @Test
  public void aPage_ofPages_takesNothingBack() {
    String pages = "{'pages':[[{'id':1,'t':'%'}]],'pageParams':[0]}";
    client.setQueryData(key("pages"), json(pages.replace("%", "t0")), null);
    mutate(merge("A", "pages", "{'id':1,'t':'A'}"));
    answer("A", "'ok'");
    Hydration.hydrate(client, rendered("pages", pages.replace("%", "t0"), HOUR), null);
    assertEquals(pages.replace("%", "A"), view("pages"));
  }

  @Test
  public void aPage_ofAnAddedRecord_doesNotTakeItOut() {
    cache("list", "[{'id':1}]");
    mutate(append("A", "list", "{'id':2}"));
    answer("A", "'ok'");
    Hydration.hydrate(client, rendered("list", "[{'id':1}]", HOUR), null);
    assertEquals("[{'id':1},{'id':2}]", view("list"));
  }

  @Test
  public void aPage_ofARemovedRecord_doesNotBringItBack() {
    cache("list", "[{'id':1},{'id':2}]");
    mutate(remove("A", "list", 2.0));
    answer("A", "'ok'");
    Hydration.hydrate(client, rendered("list", "[{'id':1},{'id':2}]", HOUR), null);
    assertEquals("[{'id':1}]", view("list"));
  }

  @Test
  public void aPage_ofAPrimitive_takesNothingBack() {
    client.setQueryData(key("count"), 3.0, null);
    mutate(with("A", "count", (intent, key) -> intent.update(key, n -> (Double) n + 1)));
    answer("A", "'ok'");
    QueryClient server = newClient();
    server.setQueryData(key("count"), 3.0, null);
    DehydratedState page = Hydration.dehydrate(server, null);
    page.queries.get(0).state.dataUpdatedAt += HOUR;
    Hydration.hydrate(client, page, null);
    assertEquals("4", view("count"));
  }

  @Test
  public void aPage_withAnErrorInIt_takesNothingBack() {
    confirmed();
    DehydratedState page = rendered("record", "{'id':1,'t':'t0'}", HOUR);
    page.queries.get(0).state.status = "error";
    Hydration.hydrate(client, page, null);
    assertEquals("{'id':1,'t':'A'}", view("record"));
    assertEquals("success", state("record").status);
  }

  // With versions

  private void versioned() {
    watch(query("record").staleTime(1e12).version(Versions.by("v")));
    mutate(merge("A", "record", "{'id':1,'t':'A'}"));
    answer("A", "{'id':1,'t':'A','v':2}");
    answer("get record", "{'id':1,'t':'A','v':2}");
  }

  @Test
  public void withVersions_aPageThatHoldsTheChange_isTakenAtOnce() {
    versioned();
    Hydration.hydrate(client, rendered("record", "{'id':1,'t':'A','v':2,'s':1}", HOUR), null);
    assertEquals("{'id':1,'t':'A','v':2,'s':1}", view("record"));
    assertEquals(1, network.count("get record"));
  }

  @Test
  public void withVersions_aNewerPage_isTakenAtOnce() {
    versioned();
    Hydration.hydrate(client, rendered("record", "{'id':1,'t':'B','v':3}", HOUR), null);
    assertEquals("{'id':1,'t':'B','v':3}", view("record"));
    assertEquals(1, network.count("get record"));
  }

  @Test
  public void withVersions_anOlderPage_takesNothingBack() {
    versioned();
    Hydration.hydrate(client, rendered("record", "{'id':1,'t':'t0','v':1,'s':1}", HOUR), null);
    assertEquals("{'id':1,'t':'A','v':2}", view("record"));
  }

  @Test
  public void
      withVersions_anAnswerThatSaysNone_besideAChangeThatFailed_anOlderPageTakesNothingBack() {
    client.setQueryDefaults(key("quiet"), new QueryOptions().version(Versions.by("v")));
    cache("quiet", "{'id':1,'t':'t0','v':1}");
    mutate(merge("X", "quiet", "{'id':1,'s':'X'}"));
    mutate(merge("A", "quiet", "{'id':1,'t':'A'}"));
    fail("X");
    answer("A", "'ok'");
    Hydration.hydrate(client, rendered("quiet", "{'id':1,'t':'t0','v':1}", HOUR), null);
    assertEquals("{'id':1,'t':'A','v':1}", view("quiet"));
  }

  @Test
  public void withVersions_aListWithOneRecordThatIsOlder_keepsThatOne() {
    cache("list", "[{'id':1,'t':'t0','v':1},{'id':2,'t':'t0','v':1}]");
    watch(query("list").staleTime(1e12).version(Versions.by("v")));
    mutate(merge("A", "list", "{'id':1,'t':'A'}"));
    answer("A", "{'id':1,'t':'A','v':2}");
    answer("get list", "[{'id':1,'t':'A','v':2},{'id':2,'t':'t0','v':1}]");
    String older = "[{'id':1,'t':'t0','v':1},{'id':2,'t':'B','v':2},{'id':3,'v':1}]";
    Hydration.hydrate(client, rendered("list", older, HOUR), null);
    assertEquals(
        "{'id':1,'t':'A','v':2}",
        text(env.values.items(client.getQueryData(key("list"))).get(0)));
  }

  // A promise that was streamed

  @Test
  public void aStreamedPromise_takesNothingBack_whateverTheClocks() {
    confirmed();
    for (double ahead : new double[] {-HOUR, 0, HOUR}) {
      Hydration.hydrate(client, streamed("record", ahead), null);
      settle();
      answer("get streamed", "{'id':1,'t':'t0'}");
      assertEquals("{'id':1,'t':'A'}", view("record"));
      assertEquals("idle", state("record").fetchStatus);
    }
    assertEquals(true, state("record").isInvalidated);
  }

  @Test
  public void aStreamedPromise_thatIsSettledAlready_takesNothingBack() {
    DehydratedState page = streamed("record", HOUR);
    answer("get streamed", "{'id':1,'t':'t0'}");
    confirmed();
    Hydration.hydrate(client, page, null);
    settle();
    assertEquals("{'id':1,'t':'A'}", view("record"));
    assertEquals("idle", state("record").fetchStatus);
  }

  @Test
  public void aStreamedPromise_thatCameBeforeTheChange_takesNothingBack() {
    Screen screen = watching();
    Hydration.hydrate(client, streamed("record", HOUR), null);
    settle();
    mutate(merge("A", "record", "{'id':1,'t':'A'}").resync(false));
    answer("A", "'ok'");
    answer("get streamed", "{'id':1,'t':'t0'}");
    settle();
    assertEquals("{'id':1,'t':'t0'} | {'id':1,'t':'A'}", screen.history());
    assertEquals("idle", screen.result().fetchStatus);
    assertEquals("{'id':1,'t':'A'}", base("record"));
    assertEquals(true, state("record").isInvalidated);
  }

  @Test
  public void aStreamedPromise_isAskedFor_ifSomebodyWatches() {
    Screen screen = watching();
    confirmed();
    answer("get record", "{'id':1,'t':'A'}");
    Hydration.hydrate(client, streamed("record", HOUR), null);
    settle();
    answer("get streamed", "{'id':1,'t':'t0'}");
    assertEquals(2, network.count("get record"));
    answer("get record", "{'id':1,'t':'A','s':2}");
    assertEquals("{'id':1,'t':'A','s':2}", screen.now());
    assertEquals(-1, screen.history().indexOf("'A'} | {'id':1,'t':'t0'}"));
  }

  @Test
  public void aStreamedPromise_ofAQueryThatHasNoData_isTaken() {
    Hydration.hydrate(client, streamed("fresh", -HOUR), null);
    Screen screen = watch(query("fresh"));
    settle();
    answer("get streamed", "{'id':1}");
    assertEquals("{'id':1}", screen.now());
  }

  @Test
  public void aStreamedPromise_whoWaitsForIt_getsWhatIsShown() {
    confirmed();
    Hydration.hydrate(client, streamed("record", HOUR), null);
    Outcome joined = outcome(client.fetchQuery(query("record")));
    settle();
    answer("get streamed", "{'id':1,'t':'t0'}");
    assertEquals("done: {'id':1,'t':'A'}", joined.toString());
  }

  // Storage

  /** The record from this storage; if that holds nothing, from the server. */
  private QueryOptions stored(Object[] storage) {
    QueryOptions options = query("record");
    options.persister =
        (queryFn, context, query) -> storage[0] != null ? storage[0] : queryFn.fetch(context);
    return options;
  }

  @Test
  public void storage_takesNothingBack_andIsNotAskedAgainAndAgain() {
    Object[] storage = {json("{'id':1,'t':'t0'}")};
    Screen screen = watch(stored(storage).staleTime(1e12));
    confirmed();
    world.advance(HOUR);
    assertEquals("{'id':1,'t':'A'}", screen.now());
    assertEquals(true, state("record").isInvalidated);
    assertEquals("idle", screen.result().fetchStatus);
    storage[0] = null;
    refetch("record");
    answer("get record", "{'id':1,'t':'A','s':1}");
    assertEquals("{'id':1,'t':'A','s':1}", screen.now());
    assertEquals(false, state("record").isInvalidated);
  }

  @Test
  public void storage_thatAPushHasFilledMeanwhile_isNotCountedTwice() {
    client.removeQueries(key("record"));
    Object[] storage = {null};
    Screen screen = watch(stored(storage).staleTime(1e12));
    mutate(increment("A", "record"));
    settle();
    Hydration.hydrate(client, rendered("record", "{'id':1,'n':1}", HOUR), null);
    storage[0] = json("{'id':1,'n':1}");
    client.cancelQueries(key("record"), null);
    settle();
    refetch("record");
    assertEquals("{'id':1,'n':1}", screen.now());
    answer("A", "'ok'");
    assertEquals("{'id':1,'n':1}", screen.now());
  }

  @Test
  public void storage_withVersions_thatHoldsTheChange_isTaken() {
    Object[] storage = {null};
    Screen screen = watch(stored(storage).staleTime(1e12).version(Versions.by("v")));
    mutate(merge("A", "record", "{'id':1,'t':'A'}"));
    storage[0] = json("{'id':1,'t':'A','v':2,'s':1}");
    answer("A", "{'id':1,'t':'A','v':2}");
    settle();
    assertEquals("{'id':1,'t':'A','v':2,'s':1}", screen.now());
  }

  @Test
  public void storage_thatAsksTheServerFirst_isTaken() {
    QueryOptions options = query("record");
    options.persister = (queryFn, context, query) -> queryFn.fetch(context);
    Screen screen = watch(options.staleTime(1e12));
    confirmed();
    answer("get record", "{'id':1,'t':'t0 again'}");
    assertEquals("{'id':1,'t':'t0 again'}", screen.now());
  }

  // What is known to be newer

  @Test
  public void aFetchThatWasSentAfterwards_isTaken() {
    confirmed();
    outcome(client.fetchQuery(query("record")));
    answer("get record", "{'id':1,'t':'B'}");
    assertEquals("{'id':1,'t':'B'}", view("record"));
  }

  @Test
  public void aValueWrittenByHand_isTaken() {
    confirmed();
    cache("record", "{'id':1,'t':'pushed'}");
    assertEquals("{'id':1,'t':'pushed'}", view("record"));
    assertNull(queryOf("record").fold());
  }
}
