package dev.sanguine.query.reload;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import dev.sanguine.query.Hydration;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.DehydratedState;
import org.junit.Test;

/**
 * Values that nobody asked for (a rendered page, a promise that was streamed with it, storage) may be older than a confirmed
 * change, and no clock tells. They don't take it back: the query is marked, and fetched if somebody watches.
 */
public class ValuesNobodyAskedForTest extends UnaskedCase {
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
    assertNull(queryOf("record").gate());
  }
}
