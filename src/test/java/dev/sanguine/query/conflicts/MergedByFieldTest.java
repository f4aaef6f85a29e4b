package dev.sanguine.query.conflicts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.query.Fault;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.pending.IntentsObserver;
import org.junit.Test;

/** Two have changed different fields of one record: the change is sent again on top of theirs, and the caller waits. */
public class MergedByFieldTest extends ConflictCase {
  @Test
  public void theErrorCarriesTheirs_theChangeIsSentAgainWithItsVersion() {
    Screen screen = watch(versioned("record"));
    Outcome outcome = edit("edit", "'title':'A'");
    refuse("edit if 1", record(2, "t0", "theirs"));
    assertTrue(outcome.isPending());
    assertEquals(record(2, "A", "theirs"), screen.now());
    assertEquals("{'id':1,'title':'A'}", sent("edit if 2"));
    answer("edit if 2", record(3, "A", "theirs"));
    assertEquals("done: " + record(3, "A", "theirs"), outcome.toString());
    assertEquals(record(3, "A", "theirs"), screen.now());
  }

  @Test
  public void theErrorSaysNothing_theRecordIsFetchedFirst() {
    Screen screen = watch(versioned("record"));
    Outcome outcome = edit("edit", "'title':'A'");
    refuse("edit if 1");
    assertEquals(0, network.count("edit if 2"));
    assertEquals(record(1, "A", "s0"), screen.now());
    answer("get record", record(2, "t0", "theirs"));
    assertEquals(record(2, "A", "theirs"), screen.now());
    answer("edit if 2", record(3, "A", "theirs"));
    assertFalse(outcome.failed());
    assertEquals(
        record(1, "t0", "s0") + " | " + record(1, "A", "s0") + " | " + record(2, "A", "theirs")
            + " | " + record(3, "A", "theirs"),
        screen.history());
  }

  @Test
  public void eachRequest_hasAKeyOfItsOwn() {
    watch(versioned("record"));
    edit("edit", "'title':'A'");
    refuse("edit if 1", record(2, "t0", "theirs"));
    settle();
    assertEquals(2, keys.size());
    assertFalse(keys.get(0).equals(keys.get(1)));
  }

  @Test
  public void theListHasTheRecordToo_itGetsTheirs() {
    watch(versioned("record"));
    edit("edit", "'title':'A'");
    refuse("edit if 1", record(2, "t0", "theirs"));
    assertEquals(
        "[" + record(2, "A", "theirs") + ",{'id':2,'title':'x','status':'y','v':1}]", view("list"));
  }

  @Test
  public void aThirdWasFasterEachTime_itIsSentAgainThreeTimesAndThenLeftOpen() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    Outcome outcome = edit("edit", "'title':'A'");
    refuse("edit if 1", record(2, "t0", "s1"));
    refuse("edit if 2", record(3, "t0", "s2"));
    refuse("edit if 3", record(4, "t0", "s3"));
    assertTrue(outcome.isPending());
    refuse("edit if 4", record(5, "t0", "s4"));
    assertTrue(outcome.failed());
    assertEquals("conflict[title]", text(listed));
    assertEquals(record(5, "t0", "s4"), view("record"));
  }

  @Test
  public void bothHaveWrittenTheSame_nobodyIsAsked() {
    watch(versioned("record"));
    Outcome outcome = edit("edit", "'title':'A'");
    refuse("edit if 1", record(2, "A", "theirs"));
    answer("edit if 2", record(3, "A", "theirs"));
    assertFalse(outcome.failed());
  }

  @Test
  public void aCountIsAdded_itIsAddedToTheirs() {
    cache("record", "{'id':1,'n':5,'v':1}");
    watch(versioned("record"));
    mutate(edit().optimistic((intent, variables) -> {
      intent.increment(key("record"), "n", 1);
      return undefined();
    }));
    refuse("edit if 1", "{'id':1,'n':7,'v':2}");
    assertEquals("{'id':1,'n':8,'v':2}", view("record"));
    answer("edit if 2", "{'id':1,'n':8,'v':3}");
    assertEquals("{'id':1,'n':8,'v':3}", view("record"));
  }

  @Test
  public void theWholeRecordIsSent_whatNobodyHasChangedIsBroughtUpToDate() {
    watch(versioned("record"));
    Outcome outcome = mutate(edit(), json(record(1, "A", "s0")));
    refuse("edit if 1", record(2, "t0", "theirs"));
    assertEquals(record(2, "A", "theirs"), sent("edit if 2"));
    answer("edit if 2", record(3, "A", "theirs"));
    assertFalse(outcome.failed());
    assertEquals(record(3, "A", "theirs"), view("record"));
  }

  @Test
  public void theRecordIsDeepInTheVariables_itIsBroughtUpToDateThere() {
    watch(versioned("record"));
    mutate(
        edit().optimistic((intent, variables) -> {
          intent.merge(key("record"), env.values.field(variables, "order"));
          return undefined();
        }),
        json("{'why':'s0','order':" + record(1, "A", "s0") + "}"));
    refuse("edit if 1", record(2, "t0", "theirs"));
    assertEquals("{'why':'s0','order':" + record(2, "A", "theirs") + "}", sent("edit if 2"));
  }

  @Test
  public void nestedFieldsDiffer_eachGoesToWhoHasChangedIt() {
    cache("record", "{'id':1,'at':{'city':'c','street':'s'},'v':1}");
    watch(versioned("record"));
    Outcome outcome = edit("edit", "'at':{'city':'c','street':'mine'}");
    refuse("edit if 1", "{'id':1,'at':{'city':'theirs','street':'s'},'v':2}");
    assertEquals("{'id':1,'at':{'city':'theirs','street':'mine'}}", sent("edit if 2"));
    answer("edit if 2", "{'id':1,'at':{'city':'theirs','street':'mine'},'v':3}");
    assertFalse(outcome.failed());
  }

  @Test
  public void theVersionIsPartOfTheChange_itIsNoClash() {
    watch(versioned("record"));
    Outcome outcome = edit("edit", "'title':'A','v':1.5");
    refuse("edit if 1", record(2, "t0", "theirs"));
    answer("edit if 2", record(3, "A", "theirs"));
    assertFalse(outcome.failed());
  }

  @Test
  public void aStatusOf409_isAConflictToo() {
    watch(versioned("record"));
    Outcome outcome = edit("edit", "'title':'A'");
    failWith("edit if 1", Fault.status(409));
    answer("get record", record(2, "t0", "theirs"));
    answer("edit if 2", record(3, "A", "theirs"));
    assertFalse(outcome.failed());
  }

  @Test
  public void anAttemptMayHaveLanded_theSameIsWrittenAgain() {
    watch(versioned("record"));
    Outcome outcome = mutate(edit().retry(1).retryDelay(10), fields("'title':'A'"));
    lose("edit if 1");
    world.advance(10);
    refuse("edit if 1", record(2, "A", "s0"));
    answer("edit if 2", record(3, "A", "s0"));
    assertFalse(outcome.failed());
    assertEquals(record(3, "A", "s0"), view("record"));
  }

  @Test
  public void aCountMayHaveLanded_itsOutcomeIsUnknown() {
    cache("record", "{'id':1,'n':5,'v':1}");
    watch(versioned("record"));
    IntentsObserver listed = all();
    mutate(edit().retry(1).retryDelay(10).optimistic((intent, variables) -> {
      intent.increment(key("record"), "n", 1);
      return undefined();
    }));
    lose("edit if 1");
    world.advance(10);
    refuse("edit if 1", "{'id':1,'n':6,'v':2}");
    assertEquals("unknown[n]", text(listed));
  }

  @Test
  public void aConflict_isNoAttemptThatIsRepeatedAsItWas() {
    watch(versioned("record"));
    mutate(edit().retry(3).retryDelay(10), fields("'title':'A'"));
    refuse("edit if 1", record(2, "t0", "theirs"));
    world.advance(1000);
    assertEquals(1, network.count("edit if 1"));
    assertEquals(1, network.count("edit if 2"));
  }

  @Test
  public void itIsCancelledWhileTheRecordIsFetched_itIsNotSentAgain() {
    watch(versioned("record"));
    Outcome outcome = edit("edit", "'title':'A'");
    refuse("edit if 1");
    client.getMutationCache().getAll().get(0).cancel();
    answer("get record", record(2, "t0", "theirs"));
    assertTrue(outcome.failed());
    assertEquals(0, network.count("edit if 2"));
    assertEquals(record(2, "t0", "theirs"), view("record"));
  }

  @Test
  public void theNextOfAScope_isMergedWithTheirsLikeTheFirst() {
    Screen screen = watch(versioned("record"));
    IntentsObserver listed = all();
    mutate(edit("first").scope("record"), fields("'title':'A'"));
    mutate(edit("second").scope("record"), fields("'status':'B'"));
    answer("first if 1", record(2, "A", "s0"));
    refuse("second if 2", "{'id':1,'title':'A','status':'s0','v':3,'n':7}");
    assertEquals("confirmed[title] | sent[status]", text(listed));
    assertEquals("{'id':1,'status':'B'}", sent("second if 3"));
    answer("second if 3", "{'id':1,'title':'A','status':'B','v':4,'n':7}");
    answer("get record", "{'id':1,'title':'A','status':'B','v':4,'n':7}");
    assertEquals("{'id':1,'title':'A','status':'B','v':4,'n':7}", screen.now());
  }
}
