package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Before;
import org.junit.Test;

/** A read that was sent late may be answered by a replica that lags. If records have versions, no older one comes back. */
public class LaggingReplicaTest extends LawCase {
  private Screen record;
  private Screen list;

  @Before
  public void aRecordAndAListWithVersions() {
    cache("record", "{'id':1,'t':'t0','n':0,'v':1}");
    cache("list", "[{'id':1,'t':'t0','v':1},{'id':2,'t':'t0','v':1}]");
    record = watch(query("record").staleTime(1e12).version(Versions.by("v")));
    list = watch(query("list").staleTime(1e12).version(Versions.by("v")));
  }

  private void fetched(String name, String document) {
    refetch(name);
    answer("get " + name, document);
  }

  private void isNeverTakenBack(Screen screen, String shown) {
    int at = screen.history().indexOf(shown);
    assertEquals(screen.history(), true, at >= 0);
    assertEquals(
        screen.history(), -1, screen.history().substring(at + shown.length()).indexOf("'t':'t0'"));
  }

  // One record

  @Test
  public void aRecord_isNotReplacedByAnOlderOne_howeverOftenThatComes() {
    mutate(merge("A", "record", "{'t':'A'}"));
    answer("A", "{'id':1,'t':'A','v':2}");
    answer("get record", "{'id':1,'t':'t0','n':0,'v':1}");
    for (int i = 0; i < 3; i++) {
      fetched("record", "{'id':1,'t':'t0','n':0,'v':1}");
      assertEquals("{'id':1,'t':'A','n':0,'v':2}", record.now());
    }
    fetched("record", "{'id':1,'t':'A','n':5,'v':2}");
    assertEquals("{'id':1,'t':'A','n':5,'v':2}", record.now());
    isNeverTakenBack(record, "'t':'A'");
  }

  @Test
  public void aNewerOneOfSomebodyElse_isTaken() {
    mutate(merge("A", "record", "{'t':'A'}"));
    answer("A", "{'id':1,'t':'A','v':2}");
    answer("get record", "{'id':1,'t':'B','n':9,'v':3}");
    assertEquals("{'id':1,'t':'B','n':9,'v':3}", record.now());
    assertEquals(base("record"), record.now());
  }

  @Test
  public void aNewerOneOfSomebodyElse_isNotReplacedByAnOlderOne() {
    mutate(merge("A", "record", "{'t':'A'}"));
    answer("A", "{'id':1,'t':'A','v':2}");
    answer("get record", "{'id':1,'t':'B','n':9,'v':3}");
    fetched("record", "{'id':1,'t':'A','n':0,'v':2}");
    assertEquals("{'id':1,'t':'B','n':9,'v':3}", record.now());
  }

  @Test
  public void anIncrement_isNeitherTakenBackNorCountedTwice() {
    mutate(increment("A", "record"));
    answer("A", "{'id':1,'n':1,'v':2}");
    answer("get record", "{'id':1,'t':'x','n':0,'v':1}");
    assertEquals(1.0, Json.number(record.result().data, "n"), 0);
    fetched("record", "{'id':1,'t':'x','n':1,'v':2}");
    assertEquals("{'id':1,'t':'x','n':1,'v':2}", record.now());
  }

  @Test
  public void aFunction_isNotTakenBack() {
    mutate(assign("A", "record", "t", "A"));
    answer("A", "{'id':1,'t':'A','v':2}");
    answer("get record", "{'id':1,'t':'t0','n':0,'v':1}");
    isNeverTakenBack(record, "'t':'A'");
    fetched("record", "{'id':1,'t':'t0','n':0,'v':1}");
    isNeverTakenBack(record, "'t':'A'");
  }

  @Test
  public void aSet_isNotTakenBack() {
    mutate(with(
        "A", "record", (intent, key) -> intent.set(key, json("{'id':1,'t':'A','n':0,'v':1}"))));
    answer("A", "{'id':1,'t':'A','v':2}");
    answer("get record", "{'id':1,'t':'t0','n':0,'v':1}");
    isNeverTakenBack(record, "'t':'A'");
  }

  @Test
  public void twoChanges_oneAfterTheOther_theFirstAloneIsOlder() {
    mutate(merge("A", "record", "{'t':'A'}"));
    answer("A", "{'id':1,'t':'A','v':2}");
    mutate(merge("B", "record", "{'t':'B'}"));
    answer("B", "{'id':1,'t':'B','v':3}");
    while (state("record").fetchStatus.equals("fetching")) {
      answer("get record", "{'id':1,'t':'A','n':0,'v':2}");
    }
    assertEquals("{'id':1,'t':'B','n':0,'v':3}", record.now());
    fetched("record", "{'id':1,'t':'A','n':0,'v':2}");
    assertEquals("{'id':1,'t':'B','n':0,'v':3}", record.now());
  }

  @Test
  public void anotherChangeIsPendingMeanwhile_bothShow() {
    mutate(merge("A", "record", "{'t':'A'}"));
    answer("A", "{'id':1,'t':'A','v':2}");
    answer("get record", "{'id':1,'t':'A','n':0,'v':2}");
    mutate(increment("B", "record"));
    settle();
    fetched("record", "{'id':1,'t':'t0','n':0,'v':1}");
    assertEquals("{'id':1,'t':'A','n':1,'v':2}", record.now());
    fail("B");
    assertEquals("{'id':1,'t':'A','n':0,'v':2}", record.now());
  }

  @Test
  public void versionsThatAreTexts_areCompared() {
    cache("dated", "{'id':1,'t':'t0','v':'2026-01-01T00:00:00Z'}");
    Screen dated = watch(query("dated").staleTime(1e12).version(Versions.by("v")));
    mutate(merge("A", "dated", "{'t':'A'}"));
    answer("A", "{'id':1,'t':'A','v':'2026-01-01T00:00:01Z'}");
    answer("get dated", "{'id':1,'t':'t0','v':'2026-01-01T00:00:00Z'}");
    fetched("dated", "{'id':1,'t':'t0','v':'2026-01-01T00:00:00Z'}");
    assertEquals("{'id':1,'t':'A','v':'2026-01-01T00:00:01Z'}", dated.now());
  }

  @Test
  public void anotherRecordUnderTheSameKey_isTaken() {
    mutate(merge("A", "record", "{'t':'A'}"));
    answer("A", "{'id':1,'t':'A','v':2}");
    answer("get record", "{'id':7,'t':'seven','v':1}");
    assertEquals("{'id':7,'t':'seven','v':1}", record.now());
  }

  @Test
  public void nobodyWatches_itIsTheSame() {
    client.setQueryDefaults(key("quiet"), new QueryOptions().version(Versions.by("v")));
    cache("quiet", "{'id':1,'t':'t0','v':1}");
    mutate(merge("A", "quiet", "{'t':'A'}"));
    answer("A", "{'id':1,'t':'A','v':2}");
    Outcome brought = outcome(client.fetchQuery(query("quiet")));
    answer("get quiet", "{'id':1,'t':'t0','v':1}");
    assertEquals("{'id':1,'t':'A','v':2}", view("quiet"));
    assertEquals("done: {'id':1,'t':'A','v':2}", brought.toString());
  }

  // Lists

  @Test
  public void aRemovedRecord_doesNotComeBackWithItsOldVersion() {
    mutate(remove("A", "list", 2.0));
    answer("A", "{}");
    answer("get list", "[{'id':1,'t':'t0','v':1},{'id':2,'t':'t0','v':1}]");
    assertEquals("[{'id':1,'t':'t0','v':1}]", list.now());
    fetched("list", "[{'id':1,'t':'t0','v':1},{'id':2,'t':'t0','v':1}]");
    assertEquals("[{'id':1,'t':'t0','v':1}]", list.now());
  }

  @Test
  public void aRemovedRecord_thatWasGoneOnce_doesNotComeBackWithItsOldVersion() {
    mutate(remove("A", "list", 2.0));
    answer("A", "{}");
    answer("get list", "[{'id':1,'t':'t0','v':1}]");
    fetched("list", "[{'id':1,'t':'t0','v':1},{'id':2,'t':'t0','v':1}]");
    assertEquals("[{'id':1,'t':'t0','v':1}]", list.now());
  }

  @Test
  public void inAList_theOlderRecordAloneIsReplaced_theRestIsNew() {
    mutate(merge("A", "list", "{'id':1,'t':'A'}"));
    answer("A", "{'id':1,'t':'A','v':2}");
    answer("get list", "[{'id':1,'t':'A','v':2},{'id':2,'t':'t0','v':1}]");
    fetched("list", "[{'id':3,'v':1},{'id':2,'t':'B','v':2},{'id':1,'t':'t0','v':1}]");
    assertEquals("[{'id':3,'v':1},{'id':2,'t':'B','v':2},{'id':1,'t':'A','v':2}]", list.now());
  }

  @Test
  public void aRemovedRecord_thatSomebodyMadeAnew_comesBack() {
    mutate(remove("A", "list", 2.0));
    answer("A", "{}");
    answer("get list", "[{'id':1,'t':'t0','v':1}]");
    fetched("list", "[{'id':1,'t':'t0','v':1},{'id':2,'t':'again','v':5}]");
    assertEquals("[{'id':1,'t':'t0','v':1},{'id':2,'t':'again','v':5}]", list.now());
  }

  @Test
  public void aRecordThatWasTakenOutByAFunction_doesNotComeBack() {
    mutate(with(
        "A",
        "list",
        (intent, key) -> intent.update(
            key,
            old -> env.values.listOf(
                env.values.items(old).filter(item -> Json.number(item, "id") != 2)))));
    answer("A", "{}");
    answer("get list", "[{'id':1,'t':'t0','v':1},{'id':2,'t':'t0','v':1}]");
    fetched("list", "[{'id':1,'t':'t0','v':1},{'id':2,'t':'t0','v':1}]");
    assertEquals("[{'id':1,'t':'t0','v':1}]", list.now());
  }

  @Test
  public void anIdThatIsATextInTheAnswer_isTheSameRecord() {
    mutate(merge("A", "list", "{'id':'1','t':'A'}"));
    answer("A", "{'id':'1','t':'A','v':2}");
    answer("get list", "[{'id':1,'t':'A','v':2},{'id':2,'t':'t0','v':1}]");
    fetched("list", "[{'id':1,'t':'t0','v':1},{'id':2,'t':'t0','v':1}]");
    assertEquals("[{'id':1,'t':'A','v':2},{'id':2,'t':'t0','v':1}]", list.now());
  }

  @Test
  public void anIdThatIsATextInTheAnswer_whileTheReplicaLagsAtOnce() {
    mutate(merge("A", "list", "{'id':'1','t':'A'}"));
    answer("A", "{'id':'1','t':'A','v':2}");
    answer("get list", "[{'id':1,'t':'t0','v':1},{'id':2,'t':'t0','v':1}]");
    assertEquals("[{'id':1,'t':'A','v':2},{'id':2,'t':'t0','v':1}]", list.now());
    assertEquals(-1, list.history().lastIndexOf("| [{'id':1,'t':'t0'"));
  }

  @Test
  public void docs_areListsToo() {
    cache("docs", "{'docs':[{'id':1,'t':'t0','v':1}],'total':1}");
    Screen docs = watch(query("docs").staleTime(1e12).version(Versions.by("v")));
    mutate(merge("A", "docs", "{'id':1,'t':'A'}"));
    answer("A", "{'id':1,'t':'A','v':2}");
    answer("get docs", "{'docs':[{'id':1,'t':'A','v':2}],'total':1}");
    fetched("docs", "{'docs':[{'id':1,'t':'t0','v':1},{'id':2,'v':1}],'total':2}");
    assertEquals("{'docs':[{'id':1,'t':'A','v':2},{'id':2,'v':1}],'total':2}", docs.now());
  }

  @Test
  public void everyPage_isLookedThrough() {
    cache(
        "pages",
        "{'pages':[[{'id':1,'t':'t0','v':1}],[{'id':2,'t':'t0','v':1}]],'pageParams':[0,1]}");
    InfiniteQueryObserver observer = new InfiniteQueryObserver(
        client,
        QueryOptions.of(key("pages"))
            .queryFn(context -> network.send("page " + text(context.pageParam), null))
            .initialPageParam(0.0)
            .getNextPageParam((last, all, param, params) -> (Double) param + 1)
            .staleTime(1e12)
            .version(Versions.by("v")));
    Screen pages = watch(observer);
    mutate(merge("A", "pages", "{'id':2,'t':'A'}"));
    answer("A", "{'id':2,'t':'A','v':2}");
    for (int i = 0; i < 2; i++) {
      answer("page 0", "[{'id':1,'t':'B','v':2}]");
      answer("page 1", "[{'id':2,'t':'t0','v':1}]");
      assertEquals(
          "{'pages':[[{'id':1,'t':'B','v':2}],[{'id':2,'t':'A','v':2}]],'pageParams':[0,1]}",
          pages.now());
      refetch("pages");
    }
  }

  @Test
  public void withoutVersions_theReadThatWasSentLaterIsTaken() {
    cache("plain", "{'id':1,'t':'t0'}");
    Screen plain = watch(query("plain").staleTime(1e12));
    mutate(merge("A", "plain", "{'t':'A'}"));
    answer("A", "{'id':1,'t':'A'}");
    answer("get plain", "{'id':1,'t':'t0'}");
    assertEquals("{'id':1,'t':'t0'}", plain.now());
  }

  @Test
  public void anotherClient_takesWhatItIsGiven() {
    mutate(merge("A", "record", "{'t':'A'}"));
    answer("A", "{'id':1,'t':'A','v':2}");
    answer("get record", "{'id':1,'t':'A','n':0,'v':2}");
    QueryClient other = newClient();
    outcome(other.fetchQuery(query("record").version(Versions.by("v"))));
    answer("get record", "{'id':1,'t':'t0','n':0,'v':1}");
    assertEquals("{'id':1,'t':'t0','n':0,'v':1}", text(other.getQueryData(key("record"))));
  }

  @Test
  public void nobodyWatches_andTheAnswerWasOvertaken_theChangeIsNotTakenBack() {
    client.setQueryDefaults(key("quiet"), new QueryOptions().version(Versions.by("v")));
    cache("quiet", "{'id':1,'t':'t0','n':0,'v':1}");
    mutate(merge("A", "quiet", "{'t':'A'}"));
    mutate(increment("B", "quiet"));
    settle();
    answer("A", "{'id':1,'t':'A','n':0,'v':2}");
    fail("B");
    assertEquals("{'id':1,'t':'A','n':0,'v':1}", base("quiet"));
    Outcome brought = outcome(client.fetchQuery(query("quiet")));
    answer("get quiet", "{'id':1,'t':'t0','n':0,'v':1}");
    assertEquals("{'id':1,'t':'A','n':0,'v':1}", view("quiet"));
    assertEquals("done: {'id':1,'t':'A','n':0,'v':1}", brought.toString());
  }

  @Test
  public void aRemovalThatFails_asAValueComesThatHoldsALaterChange_isForgotten() {
    mutate(remove("A", "list", 2.0));
    mutate(merge("B", "list", "{'id':1,'t':'B'}"));
    settle();
    answer("B", "{'id':1,'t':'B','v':2}");
    refetch("list");
    network.last("A").fail("refused");
    network.last("get list").answer(json("[{'id':1,'t':'B','v':2},{'id':2,'t':'t0','v':1}]"));
    settle();
    fetched("list", "[{'id':1,'t':'B','v':2},{'id':2,'t':'t0','v':1}]");
    assertEquals("[{'id':1,'t':'B','v':2},{'id':2,'t':'t0','v':1}]", list.now());
    takeUnhandled();
  }
}
