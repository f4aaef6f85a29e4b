package dev.sanguine.query.writes;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** What is written by hand shows at once. A change that can be seen in it is not done to it a second time. */
public class WritesByHandTest extends LawCase {
  private Screen record;
  private Screen list;

  @Before
  public void aRecordAndAListAreShown() {
    cache("record", "{'id':1,'n':0}");
    cache("list", "[{'id':1,'n':'x'}]");
    record = watch(query("record").staleTime(1e12));
    list = watch(query("list").staleTime(1e12));
  }

  private void push(String name, String document) {
    client.setQueryData(key(name), json(document), null);
  }

  /** Adds 1 to the field by a function, as most apps write it. */
  private MutationOptions addByFunction(String name) {
    return with(
        name,
        "record",
        (intent, key) -> intent.update(key, old -> Json.with(old, "n", Json.number(old, "n") + 1)));
  }

  // A record

  @Test
  public void anIncrementThatIsInTheValue_isNotDoneTwice() {
    mutate(increment("A", "record"));
    settle();
    push("record", "{'id':1,'n':1}");
    assertEquals("{'id':1,'n':1}", record.now());
    answer("A", "'ok'");
    assertEquals("{'id':1,'n':1}", record.now());
    assertEquals(1, network.count("get record"));
    answer("get record", "{'id':1,'n':1}");
    assertEquals("{'id':1,'n':0} | {'id':1,'n':1}", record.history());
  }

  @Test
  public void aFunctionThatIsInTheValue_isNotDoneTwice() {
    mutate(addByFunction("A"));
    settle();
    push("record", "{'id':1,'n':1,'seen':true}");
    assertEquals("{'id':1,'n':1,'seen':true}", record.now());
    answer("A", "'ok'");
    assertEquals("{'id':1,'n':1,'seen':true}", record.now());
    answer("get record", "{'id':1,'n':1,'seen':true}");
  }

  @Test
  public void anIncrementThatIsNotInTheValue_isDone() {
    mutate(increment("A", "record"));
    settle();
    push("record", "{'id':1,'n':0,'seen':true}");
    assertEquals("{'id':1,'n':1,'seen':true}", record.now());
    answer("A", "'ok'");
    assertEquals("{'id':1,'n':1,'seen':true}", record.now());
    answer("get record", "{'id':1,'n':1,'seen':true}");
  }

  @Test
  public void oneThatIsInTheValue_andFails_isAskedFor() {
    mutate(increment("A", "record"));
    settle();
    push("record", "{'id':1,'n':1}");
    fail("A");
    assertEquals(1, network.count("get record"));
    answer("get record", "{'id':1,'n':0}");
    assertEquals("{'id':1,'n':0}", record.now());
  }

  @Test
  public void oneThatIsNotInTheValue_andFails_leavesTheValue() {
    mutate(increment("A", "record"));
    settle();
    push("record", "{'id':1,'n':0,'seen':true}");
    fail("A");
    assertEquals("{'id':1,'n':0,'seen':true}", record.now());
    assertEquals(0, network.count("get record"));
  }

  @Test
  public void ofTwoIncrements_theValueHoldsOne() {
    mutate(increment("A", "record"));
    mutate(increment("B", "record"));
    settle();
    push("record", "{'id':1,'n':1}");
    assertEquals("{'id':1,'n':2}", record.now());
    answer("A", "'ok'");
    answer("B", "'ok'");
    assertEquals("{'id':1,'n':2}", record.now());
    answer("get record", "{'id':1,'n':2}");
    assertEquals("{'id':1,'n':0} | {'id':1,'n':1} | {'id':1,'n':2}", record.history());
  }

  @Test
  public void ofTwoIncrements_theValueHoldsBoth() {
    mutate(increment("A", "record"));
    mutate(increment("B", "record"));
    settle();
    push("record", "{'id':1,'n':2}");
    assertEquals("{'id':1,'n':2}", record.now());
    answer("A", "'ok'");
    answer("B", "'ok'");
    assertEquals("{'id':1,'n':2}", record.now());
    answer("get record", "{'id':1,'n':2}");
  }

  @Test
  public void ofTwoChangesOfDifferentFields_theValueHoldsTheSecondAlone() {
    mutate(increment("A", "record"));
    mutate(with("B", "record", (intent, key) -> intent.increment(key, "m", 1)));
    settle();
    push("record", "{'id':1,'n':0,'m':1}");
    assertEquals("{'id':1,'n':1,'m':1}", record.now());
    answer("B", "'ok'");
    answer("A", "'ok'");
    answer("get record", "{'id':1,'n':1,'m':1}");
    assertEquals("{'id':1,'n':1,'m':1}", record.now());
  }

  @Test
  public void pushedTwice_withoutIt_andThenWithIt() {
    mutate(increment("A", "record"));
    settle();
    push("record", "{'id':1,'n':0,'s':1}");
    push("record", "{'id':1,'n':1,'s':2}");
    assertEquals("{'id':1,'n':1,'s':2}", record.now());
    push("record", "{'id':1,'n':1,'s':3}");
    assertEquals("{'id':1,'n':1,'s':3}", record.now());
    answer("A", "'ok'");
    answer("get record", "{'id':1,'n':1,'s':3}");
    assertEquals(-1, record.history().indexOf("'n':2"));
  }

  @Test
  public void aChangeThatMayBeDoneTwice_isDoneOverTheValue() {
    mutate(merge("A", "record", "{'t':'A'}"));
    settle();
    push("record", "{'id':1,'n':7,'t':'B'}");
    assertEquals("{'id':1,'n':7,'t':'A'}", record.now());
    fail("A");
    assertEquals("{'id':1,'n':7,'t':'B'}", record.now());
  }

  @Test
  public void afterTheAnswer_theValueWithIt_isNotDoneTwice() {
    mutate(increment("A", "record").resync(false));
    answer("A", "'ok'");
    push("record", "{'id':1,'n':1,'s':1}");
    assertEquals("{'id':1,'n':1,'s':1}", record.now());
  }

  @Test
  public void betweenTheAnswerAndItsFetch_theValueWithIt_isNotDoneTwice() {
    mutate(increment("A", "record"));
    answer("A", "'ok'");
    push("record", "{'id':1,'n':1,'s':1}");
    assertEquals("{'id':1,'n':1,'s':1}", record.now());
    answer("get record", "{'id':1,'n':1,'s':2}");
    assertEquals("{'id':1,'n':1,'s':2}", record.now());
  }

  @Test
  public void betweenTheAnswerAndItsFetch_theValueWithout_isDone() {
    mutate(increment("A", "record"));
    answer("A", "'ok'");
    push("record", "{'id':1,'n':0,'s':1}");
    assertEquals("{'id':1,'n':1,'s':1}", record.now());
    answer("get record", "{'id':1,'n':1,'s':2}");
    assertEquals("{'id':1,'n':1,'s':2}", record.now());
  }

  // Lists

  @Test
  public void anAppendedRecordThatIsInTheValue_isNotThereTwice() {
    mutate(append("A", "list", "{'id':2,'n':'new'}"));
    settle();
    push("list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new'}]", list.now());
    answer("A", "'ok'");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new'}]", list.now());
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
  }

  @Test
  public void anAppendedRecord_whoseIdIsATextThere_isNotThereTwice() {
    mutate(append("A", "list", "{'id':2,'n':'new'}"));
    settle();
    push("list", "[{'id':1,'n':'x'},{'id':'2','n':'new'}]");
    assertEquals("[{'id':1,'n':'x'},{'id':'2','n':'new'}]", list.now());
    answer("A", "'ok'");
    answer("get list", "[{'id':1,'n':'x'},{'id':'2','n':'new'}]");
  }

  @Test
  public void anAppendedRecord_besideWhatSomebodyElseAdded_isThereOnce() {
    mutate(append("A", "list", "{'id':2}"));
    settle();
    push("list", "[{'id':1,'n':'y'},{'id':3}]");
    assertEquals("[{'id':1,'n':'y'},{'id':3},{'id':2}]", list.now());
    push("list", "[{'id':1,'n':'y'},{'id':3},{'id':2}]");
    assertEquals("[{'id':1,'n':'y'},{'id':3},{'id':2}]", list.now());
    answer("A", "'ok'");
    answer("get list", "[{'id':1,'n':'y'},{'id':3},{'id':2}]");
    assertEquals("[{'id':1,'n':'y'},{'id':3},{'id':2}]", list.now());
  }

  @Test
  public void aPrependedRecordOfDocs_thatIsInTheValue_isNotThereTwice() {
    push("docs", "{'docs':[{'id':1}],'total':1}");
    mutate(prepend("A", "docs", "{'id':2}"));
    settle();
    push("docs", "{'docs':[{'id':2},{'id':1}],'total':2}");
    assertEquals("{'docs':[{'id':2},{'id':1}],'total':2}", view("docs"));
    answer("A", "'ok'");
    assertEquals("{'docs':[{'id':2},{'id':1}],'total':2}", view("docs"));
  }

  @Test
  public void aRecordOfAPage_thatIsInTheValue_isNotThereTwice() {
    push("pages", "{'pages':[[{'id':1}],[{'id':3}]],'pageParams':[0,1]}");
    mutate(prepend("A", "pages", "{'id':2}"));
    settle();
    push("pages", "{'pages':[[{'id':2},{'id':1}],[{'id':3}]],'pageParams':[0,1]}");
    assertEquals("{'pages':[[{'id':2},{'id':1}],[{'id':3}]],'pageParams':[0,1]}", view("pages"));
    answer("A", "'ok'");
    assertEquals("{'pages':[[{'id':2},{'id':1}],[{'id':3}]],'pageParams':[0,1]}", view("pages"));
  }

  @Test
  public void aRemovedRecord_doesNotComeBack() {
    mutate(remove("A", "list", 1.0));
    settle();
    push("list", "[{'id':1,'n':'y'},{'id':2}]");
    assertEquals("[{'id':2}]", list.now());
    answer("A", "'ok'");
    assertEquals("[{'id':2}]", list.now());
    answer("get list", "[{'id':2}]");
  }

  @Test
  public void aRecordUnderATemporaryId_theValueWithoutIt_showsItOnce() {
    mutate(create("create", "list"), json("{'id':'t','n':'new'}"));
    settle();
    push("list", "[{'id':1,'n':'y'}]");
    assertEquals("[{'id':1,'n':'y'},{'id':'t','n':'new'}]", list.now());
    answer("create", "{'id':2,'n':'new'}");
    assertEquals("[{'id':1,'n':'y'},{'id':2,'n':'new'}]", list.now());
    answer("get list", "[{'id':1,'n':'y'},{'id':2,'n':'new'}]");
  }

  @Test
  public void aRecordUnderATemporaryId_theValueWithItUnderTheServers_showsItOnce() {
    mutate(create("create", "list"), json("{'id':'t','n':'new'}"));
    settle();
    push("list", "[{'id':1,'n':'x'},{'id':2,'n':'new','by':'me'}]");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new','by':'me'}]", list.now());
    answer("create", "{'id':2,'n':'new','by':'me'}");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new','by':'me'}]", list.now());
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new','by':'me'}]");
  }

  @Test
  public void aRecordUnderATemporaryId_whichTheServerChanged_isThereOnceFromItsAnswerOn() {
    mutate(create("create", "list"), json("{'id':'t','n':'new'}"));
    settle();
    push("list", "[{'id':1,'n':'x'},{'id':2,'n':'NEW'}]");
    answer("create", "{'id':2,'n':'NEW'}");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'NEW'}]", list.now());
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'NEW'}]");
  }

  @Test
  public void aRecordUnderATemporaryId_ofWhichNothingElseIsKnown_isNoOtherNewRecord() {
    mutate(create("create", "list"), json("{'id':'t'}"));
    settle();
    push("list", "[{'id':1,'n':'x'},{'id':3,'n':'of somebody else'}]");
    assertEquals("[{'id':1,'n':'x'},{'id':3,'n':'of somebody else'},{'id':'t'}]", list.now());
    answer("create", "{'id':2}");
    answer("get list", "[{'id':1,'n':'x'},{'id':3,'n':'of somebody else'},{'id':2}]");
  }

  @Test
  public void textsWithoutIds_theValueWithIt_isNotThereTwice() {
    push("tags", "['a']");
    mutate(with("A", "tags", (intent, key) -> intent.append(key, "b")));
    settle();
    push("tags", "['a','b']");
    assertEquals("['a','b']", view("tags"));
    answer("A", "'ok'");
    assertEquals("['a','b']", view("tags"));
  }

  @Test
  public void aNumber_theValueWithIt_isNotCountedTwice() {
    client.setQueryData(key("count"), 3.0, null);
    mutate(with("A", "count", (intent, key) -> intent.update(key, n -> (Double) n + 1)));
    settle();
    client.setQueryData(key("count"), 4.0, null);
    assertEquals("4", view("count"));
    answer("A", "'ok'");
    assertEquals("4", view("count"));
  }

  // The updater form

  @Test
  public void anUpdater_isMadeOfTheBase_soTheChangeIsDone() {
    mutate(increment("A", "record"));
    settle();
    client.setQueryData(key("record"), (Updater) old -> Json.with(old, "seen", true), null);
    assertEquals("{'id':1,'n':1,'seen':true}", record.now());
    answer("A", "'ok'");
    assertEquals("{'id':1,'n':1,'seen':true}", record.now());
    answer("get record", "{'id':1,'n':1,'seen':true}");
  }

  @Test
  public void anUpdater_whichAddsTheSameByChance_isAnotherChange() {
    mutate(increment("A", "record"));
    settle();
    client.setQueryData(
        key("record"), (Updater) old -> Json.with(old, "n", Json.number(old, "n") + 1), null);
    assertEquals("{'id':1,'n':2}", record.now());
    fail("A");
    assertEquals("{'id':1,'n':1}", record.now());
  }

  // Made of what is shown

  @Test
  public void madeOfWhatIsShown_theChangeIsNotDoneTwice() {
    mutate(increment("A", "record"));
    settle();
    client.setQueryData(
        key("record"), Json.with(client.getQueryData(key("record")), "seen", true), null);
    assertEquals("{'id':1,'n':1,'seen':true}", record.now());
    answer("A", "'ok'");
    assertEquals("{'id':1,'n':1,'seen':true}", record.now());
    answer("get record", "{'id':1,'n':1,'seen':true}");
  }

  @Test
  public void madeOfWhatIsShown_ofTwoChanges_neitherIsDoneTwice() {
    mutate(increment("A", "record"));
    mutate(addByFunction("B"));
    settle();
    client.setQueryData(
        key("record"), Json.with(client.getQueryData(key("record")), "seen", true), null);
    assertEquals("{'id':1,'n':2,'seen':true}", record.now());
    answer("A", "'ok'");
    answer("B", "'ok'");
    assertEquals("{'id':1,'n':2,'seen':true}", record.now());
    answer("get record", "{'id':1,'n':2,'seen':true}");
  }

  @Test
  public void madeOfWhatIsShown_beforeItWasSent_theChangeIsNotDoneTwice() {
    env.online.setOnline(false);
    mutate(increment("A", "record"));
    settle();
    client.setQueryData(
        key("record"), Json.with(client.getQueryData(key("record")), "seen", true), null);
    assertEquals("{'id':1,'n':1,'seen':true}", record.now());
    env.online.setOnline(true);
    client.resumePausedMutations();
    answer("A", "'ok'");
    assertEquals("{'id':1,'n':1,'seen':true}", record.now());
    answer("get record", "{'id':1,'n':1,'seen':true}");
  }

  // Several clients

  @Test
  public void anotherClientsWrite_touchesOnlyItsOwnQueries() {
    QueryClient other = newClient();
    mutate(increment("A", "record"));
    settle();
    other.setQueryData(key("record"), json("{'id':1,'n':1}"), null);
    assertEquals("{'id':1,'n':1}", text(other.getQueryData(key("record"))));
    assertEquals("{'id':1,'n':1}", record.now());
    fail("A");
    assertEquals("{'id':1,'n':0}", record.now());
  }

  // What is made of the view, and fails

  @Test
  public void madeOfTheView_andTheMergeFails_theServerIsAsked() {
    mutate(merge("A", "record", "{'t':'A'}"));
    settle();
    client.setQueryData(
        key("record"), Json.with(client.getQueryData(key("record")), "seen", true), null);
    fail("A");
    assertEquals(1, network.count("get record"));
    answer("get record", "{'id':1,'n':0}");
    assertEquals("{'id':1,'n':0}", record.now());
  }

  @Test
  public void pushedWithIt_andItFails_whereNobodyWatches_theQueryIsStale() {
    cache("quiet", "{'id':2,'n':0}");
    mutate(increment("A", "quiet"));
    settle();
    push("quiet", "{'id':2,'n':1}");
    fail("A");
    assertEquals(true, state("quiet").isInvalidated);
  }
}
