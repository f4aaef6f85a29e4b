package dev.sanguine.query.writes;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.QueryClient;
import org.junit.Test;

/** What is written by hand shows at once. A change that can be seen in it is not done to it a second time. */
public class WritesByHandTest extends WritesCase {
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
  public void pushedWithIt_andItFails_ifNobodyWatches_theQueryIsStale() {
    cache("quiet", "{'id':2,'n':0}");
    mutate(increment("A", "quiet"));
    settle();
    push("quiet", "{'id':2,'n':1}");
    fail("A");
    assertEquals(true, state("quiet").isInvalidated);
  }
}
