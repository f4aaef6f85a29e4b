package dev.sanguine.query.reload;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.Hydration;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import org.junit.Before;
import org.junit.Test;

/**
 * Two changes of one field, of which a value that is written by hand holds the later one alone. The earlier one would undo it
 * there. So the later one covers it, until that has failed or is confirmed.
 */
public class CoveredChangesTest extends ReloadCase {
  @Before
  public void aRecordWithTwoChanges_theLaterOneIsInTheValue() {
    cache("record", "{'id':1,'t':'t0','v':0}");
    mutate(known("A", assign("A", "record", "t", "A")));
    mutate(known("B", assign("B", "record", "t", "B")));
    settle();
    cache("record", "{'id':1,'t':'B','v':1}");
    assertEquals("{'id':1,'t':'B','v':1}", view("record"));
  }

  @Test
  public void theEarlierOneIsConfirmed_nobodyWatches_andTheLaterOneFails_theEarlierOneShows() {
    answer("A", "'ok'");
    assertEquals("{'id':1,'t':'B','v':1}", view("record"));
    fail("B");
    assertEquals("{'id':1,'t':'A','v':1}", view("record"));
    assertEquals("{'id':1,'t':'A','v':1}", base("record"));
    assertEquals(true, state("record").isInvalidated);
  }

  @Test
  public void theEarlierOneIsConfirmed_nobodyWatches_andTheLaterOneIsLost_theEarlierOneShows() {
    answer("A", "'ok'");
    lose("B");
    assertEquals("{'id':1,'t':'A','v':1}", view("record"));
  }

  @Test
  public void theEarlierOneIsConfirmed_andTheLaterOneIsTakenOut_theEarlierOneShows() {
    answer("A", "'ok'");
    client.getMutationCache().remove(mutationAt(1));
    settle();
    assertEquals("{'id':1,'t':'A','v':1}", view("record"));
    takeUnhandled();
  }

  @Test
  public void bothAreConfirmed_nobodyWatches_theLaterOneShows() {
    answer("A", "'ok'");
    answer("B", "'ok'");
    assertEquals("{'id':1,'t':'B','v':1}", view("record"));
    assertEquals("{'id':1,'t':'B','v':1}", base("record"));
  }

  @Test
  public void aChangeInAnotherField_isNotHeldUpByThem() {
    mutate(assign("C", "record", "n", 1.0));
    answer("A", "'ok'");
    answer("C", "'ok'");
    assertEquals("{'id':1,'t':'B','v':1,'n':1}", view("record"));
    fail("B");
    assertEquals("{'id':1,'t':'A','v':1,'n':1}", view("record"));
    assertEquals("{'id':1,'t':'A','v':1,'n':1}", base("record"));
  }

  // Over a reload

  @Test
  public void bothGoOnAfterAReload_theLaterOneShows() {
    reload(leftWithAll());
    assertEquals("{'id':1,'t':'B','v':1}", shown("record"));
    resume();
    network.last("A").answer(json("'ok'"));
    settle();
    assertEquals("{'id':1,'t':'B','v':1}", shown("record"));
  }

  @Test
  public void theLaterOneFailsAfterAReload_theEarlierOneShows() {
    reload(leftWithAll());
    resume();
    network.last("A").answer(json("'ok'"));
    settle();
    network.last("B").fail("B failed");
    settle();
    assertEquals("{'id':1,'t':'A','v':1}", shown("record"));
  }

  @Test
  public void afterTwoReloads_theLaterOneShows() {
    reload(leftWithAll());
    QueryClient second = reloaded;
    Object written = leftWithAll(second);
    reloaded = newClient();
    known("A", assign("A", "record", "t", "A"));
    known("B", assign("B", "record", "t", "B"));
    second.clear();
    Hydration.hydrate(reloaded, written, null);
    settle();
    assertEquals("{'id':1,'t':'B','v':1}", shown("record"));
  }

  @Test
  public void aFirstLoadThatMayHoldTheLaterOne_doesNotCoverTheEarlierOne() {
    Outcome loaded = outcome(client.fetchQuery(query("first")));
    mutate(known("C", merge("C", "first", "{'t':'C'}")));
    mutate(known("D", assign("D", "first", "t", "D")));
    answer("get first", "{'id':2,'t':'t0'}");
    assertEquals("done: {'id':2,'t':'C'}", loaded.toString());
    reload(leftWithAll());
    assertEquals("{'id':2,'t':'C'}", shown("first"));
  }
}
