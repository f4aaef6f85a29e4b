package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Screen;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** If records carry a version, it says whether a fetched value holds a change; nothing has to be held back then. */
public class VersionTest extends EngineCase {
  private Screen screen;

  @Before
  public void aCounterWithAVersion() {
    cache("counter", "{'id':1,'n':10,'v':1}");
    screen = watch(query("counter").staleTime(1e9).version(Versions.by("v")));
  }

  private void add(String name) {
    mutate(change(name, (intent, v) -> {
      intent.increment(key("counter"), "n", 1);
      return undefined();
    }));
    settle();
  }

  private MutationOptions set(String name, int n) {
    return change(name, (intent, v) -> {
          intent.merge(key("counter"), json("{'n':" + n + "}"));
          return undefined();
        })
        .resync(false);
  }

  private void fetched(String document) {
    client.refetchQueries(key("counter"), null);
    settle();
    answer("get counter", document);
  }

  @Test
  public void theVersionOfBefore_lacksTheChange_andIsTakenAtOnce() {
    add("A");
    fetched("{'id':1,'n':10,'v':1,'seen':true}");
    assertEquals("{'id':1,'n':11,'v':1,'seen':true}", screen.now());
    fail("A");
    assertEquals("{'id':1,'n':10,'v':1,'seen':true}", screen.now());
  }

  @Test
  public void aNewerVersion_isHeld_andTakenIfTheAnswerSaysThatItHoldsTheChange() {
    add("A");
    fetched("{'id':1,'n':12,'v':3}");
    assertEquals("{'id':1,'n':11,'v':1}", screen.now());
    answer("A", "{'id':1,'v':2}");
    assertEquals("{'id':1,'n':12,'v':3}", screen.now());
    assertEquals("{'id':1,'n':12,'v':3}", base("counter"));
    answer("get counter", "{'id':1,'n':12,'v':3}");
  }

  @Test
  public void aNewerVersion_isHeld_andTakenUnderTheChangeIfTheAnswerIsNewerStill() {
    add("A");
    fetched("{'id':1,'n':20,'v':2}");
    answer("A", "{'id':1,'v':3}");
    assertEquals("{'id':1,'n':21,'v':3}", screen.now());
    assertEquals("{'id':1,'n':20,'v':2}", base("counter"));
    answer("get counter", "{'id':1,'n':21,'v':3}");
    assertEquals("{'id':1,'n':21,'v':3}", base("counter"));
  }

  @Test
  public void landsAfterTheConfirmation_sentBefore_theVersionDecides() {
    client.refetchQueries(key("counter"), null);
    settle();
    mutate(change("A", (intent, v) -> {
          intent.increment(key("counter"), "n", 1);
          return undefined();
        })
        .resync(false));
    answer("A", "{'id':1,'v':2}");
    answer("get counter", "{'id':1,'n':11,'v':2}");
    assertEquals("{'id':1,'n':11,'v':2}", screen.now());
    assertEquals("{'id':1,'n':11,'v':2}", base("counter"));
    assertEquals(1, network.count("get counter"));
    assertEquals(
        "{'id':1,'n':10,'v':1} | {'id':1,'n':11,'v':1} | {'id':1,'n':11,'v':2}", screen.history());
  }

  @Test
  public void anAddedRecord_isKnownByTheAnswersId() {
    cache("list", "[{'id':1,'v':1}]");
    Screen list = watch(query("list").staleTime(1e9).version(Versions.by("v")));
    mutate(change("A", (intent, v) -> {
      intent.append(key("list"), json("{'id':'temp'}"));
      return undefined();
    }));
    settle();
    client.refetchQueries(key("list"), null);
    settle();
    answer("get list", "[{'id':1,'v':1},{'id':2,'v':1}]");
    assertEquals("[{'id':1,'v':1},{'id':'temp'}]", list.now());
    answer("A", "{'id':2,'v':1}");
    assertEquals("[{'id':1,'v':1},{'id':2,'v':1}]", list.now());
    assertEquals("[{'id':1,'v':1},{'id':2,'v':1}]", base("list"));
  }

  @Test
  public void aFunctionOverAList_ofRecordsThatNobodyChanged_holdsNothingBack() {
    cache("list", "[{'id':1,'v':'a'},{'id':2,'v':'a'}]");
    Screen list = watch(query("list").staleTime(1e9).version(Versions.by("v")));
    mutate(change("A", (intent, v) -> {
      intent.update(
          key("list"),
          old -> env.values.listOf(env.values.items(old).map(item -> Json.with(item, "n", "A"))));
      return undefined();
    }));
    settle();
    client.refetchQueries(key("list"), null);
    settle();
    answer("get list", "[{'id':2,'v':'a'},{'id':1,'v':'a'},{'id':3,'v':'b'}]");
    assertEquals(
        "[{'id':2,'v':'a','n':'A'},{'id':1,'v':'a','n':'A'},{'id':3,'v':'b','n':'A'}]", list.now());
  }

  @Test
  public void anotherRecordsVersion_saysNothing() {
    add("A");
    fetched("{'id':1,'n':11,'v':2}");
    answer("A", "{'id':7,'v':1}");
    assertEquals("{'id':1,'n':11,'v':1}", screen.now());
    answer("get counter", "{'id':1,'n':11,'v':2}");
    assertEquals("{'id':1,'n':11,'v':2}", base("counter"));
  }

  @Test
  public void aRuleThatThrows_isReported_andTheValueIsHeldAsWithoutOne() {
    Screen other = watch(query("other")
        .staleTime(1e9)
        .initialData(json("{'n':1}"))
        .version((fetched, change, query) -> {
          throw thrown("no");
        }));
    mutate(change("A", (intent, v) -> {
      intent.increment(key("other"), "n", 1);
      return undefined();
    }));
    settle();
    client.refetchQueries(key("other"), null);
    settle();
    answer("get other", "{'n':5}");
    assertEquals("{'n':2}", other.now());
    fail("A");
    assertEquals("{'n':5}", other.now());
    assertEquals(1, takeReports().size());
  }

  @Test
  public void aFieldThatNoRecordHas_isToldOnce() {
    cache("typo", "{'id':1,'n':10,'v':1}");
    screen = watch(query("typo").staleTime(1e9).version(Versions.by("vv")));
    for (int i = 0; i < 2; i++) {
      mutate(change("A" + i, (intent, v) -> {
        intent.increment(key("typo"), "n", 1);
        return undefined();
      }));
      settle();
      client.refetchQueries(key("typo"), null);
      settle();
      answer("get typo", "{'id':1,'n':10,'v':1}");
      fail("A" + i);
    }
    assertEquals(
        "byVersion: no record of [\"typo\"] has the field vv, so it decides nothing."
            + " Name the field that holds the version, or give the query none.",
        join(takeReports()));
  }

  @Test
  public void aLaterChangeThatIsIn_staysOverAnEarlierOne_ofWhichNobodyKnows() {
    client.refetchQueries(key("counter"), null);
    settle();
    mutate(set("A", 20));
    mutate(set("B", 30));
    answer("A", "{}");
    answer("B", "{'id':1,'v':3}");
    answer("get counter", "{'id':1,'n':30,'v':3}");
    assertEquals("{'id':1,'n':30,'v':3}", screen.now());
  }

  @Test
  public void aFirstLoadThatMayHoldTheChange_showsItAgain_onceTheAnswerSaysThatItLacksIt() {
    mutate(change("A", (intent, v) -> {
      intent.increment(key("first"), "n", 1);
      return undefined();
    }));
    settle();
    Screen first = watch(query("first").staleTime(1e9).version(Versions.by("v")));
    answer("get first", "{'id':1,'n':10,'v':1}");
    assertEquals("{'id':1,'n':10,'v':1}", first.now());
    answer("A", "{'id':1,'v':2}");
    assertEquals("{'id':1,'n':11,'v':1}", first.now());
    answer("get first", "{'id':1,'n':11,'v':2}");
    assertEquals("{'id':1,'n':11,'v':2}", first.now());
  }
}
