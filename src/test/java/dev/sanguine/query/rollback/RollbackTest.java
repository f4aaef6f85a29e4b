package dev.sanguine.query.rollback;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import org.junit.Before;
import org.junit.Test;

/**
 * Two changes of one record, of which one fails. TanStack Query shows {@code t0/s0} after the first failure, and the
 * failed title after the second; TanStack DB, SWR, urql and useOptimistic show the failed title while B is in flight.
 */
public class RollbackTest extends EngineCase {
  private Screen screen;

  @Before
  public void aRecordIsShown() {
    cache("record", "{'title':'t0','status':'s0'}");
    screen = watch(query("record").staleTime(1e9));
  }

  @Test
  public void aFails_whileBInFlight_keepsB() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    assertEquals("{'title':'A','status':'B'}", screen.now());

    fail("A");
    assertEquals("{'title':'t0','status':'B'}", screen.now());
  }

  @Test
  public void aFails_thenBFails_restoresBoth() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    fail("A");
    fail("B");
    assertEquals("{'title':'t0','status':'s0'}", screen.now());
  }

  @Test
  public void bFails_thenAFails_restoresBoth() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    fail("B");
    assertEquals("{'title':'A','status':'s0'}", screen.now());
    fail("A");
    assertEquals("{'title':'t0','status':'s0'}", screen.now());
  }

  @Test
  public void bothFail_withNetworkDown_neverShowsAFailedChangeAgain() {
    network.down();
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    settle();
    world.advance(60 * 1000);
    assertEquals("{'title':'t0','status':'s0'}", screen.now());
  }

  @Test
  public void aFails_thenBSucceeds_showsWhatTheServerThenSays() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    fail("A");
    answer("B", "{}");
    assertEquals("{'title':'t0','status':'B'}", screen.now());
    answer("get record", "{'title':'t0','status':'B'}");
    assertEquals("{'title':'t0','status':'B'}", screen.now());
    assertEquals("{'title':'t0','status':'B'}", base("record"));
  }

  @Test
  public void aFails_withOneScope_bIsSentAndItsChangeStays() {
    mutate(setField("A", "title", "A").scope("record"));
    mutate(setField("B", "status", "B").scope("record"));
    assertEquals(0, network.count("B"));
    fail("A");
    assertEquals("{'title':'t0','status':'B'}", screen.now());
    assertEquals(1, network.count("B"));
    fail("B");
    assertEquals("{'title':'t0','status':'s0'}", screen.now());
  }

  @Test
  public void aFails_whileBWaitsOffline_keepsB() {
    mutate(setField("A", "title", "A"));
    settle();
    env.online.setOnline(false);
    Outcome b = mutate(setField("B", "status", "B"));
    fail("A");
    assertEquals("{'title':'t0','status':'B'}", screen.now());
    assertEquals(0, network.count("B"));
    assertEquals("pending", b.toString());
  }

  @Test
  public void aChangeThatReturnsAWholeNewRecord_isTakenBackAsExactly() {
    mutate(change("A", (intent, v) -> {
      intent.update(
          key("record"), old -> Json.object("title", "A", "status", Json.get(old, "status")));
      return undefined();
    }));
    mutate(setField("B", "status", "B"));
    fail("A");
    assertEquals("{'title':'t0','status':'B'}", screen.now());
  }

  @Test
  public void mergeHelper_aFails_keepsB() {
    mutate(change("A", (intent, v) -> {
      intent.merge(key("record"), json("{'title':'A'}"));
      return undefined();
    }));
    mutate(change("B", (intent, v) -> {
      intent.merge(key("record"), json("{'status':'B'}"));
      return undefined();
    }));
    fail("A");
    assertEquals("{'title':'t0','status':'B'}", screen.now());
    fail("B");
    assertEquals("{'title':'t0','status':'s0'}", screen.now());
  }

  @Test
  public void bStart_doesNotFlickerWhatAChanged() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    settle();
    assertEquals(
        "{'title':'t0','status':'s0'} | {'title':'A','status':'s0'} | {'title':'A','status':'B'}",
        screen.history());
  }

  @Test
  public void theChangeShows_inTheSameCallOfMutate() {
    client.mutate(setField("A", "title", "A"), undefined()).then(null, error -> null);
    assertEquals("{'title':'A','status':'s0'}", screen.now());
    assertEquals(0, network.count("A"));
  }

  @Test
  public void theMiddleOfThreeFails_keepsTheOthers() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    mutate(setField("C", "note", "C"));
    fail("B");
    assertEquals("{'title':'A','status':'s0','note':'C'}", screen.now());
    fail("C");
    assertEquals("{'title':'A','status':'s0'}", screen.now());
    fail("A");
    assertEquals("{'title':'t0','status':'s0'}", screen.now());
  }

  @Test
  public void severalFailInOneTask_theScreenChangesOnce() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    mutate(setField("C", "note", "C"));
    settle();
    screen.forget();
    network.pending("A").fail("no");
    network.pending("B").fail("no");
    world.runMicrotasks();
    assertEquals(
        "{'title':'A','status':'B','note':'C'} | {'title':'t0','status':'s0','note':'C'}",
        screen.history());
  }

  @Test
  public void aFailedChange_leavesTheRestOfTheValueIdentical() {
    client.setQueryData(key("record"), json("{'title':'t0','deep':{'a':[1,2]}}"), null);
    Object before = client.getQueryData(key("record"));
    mutate(setField("A", "title", "A"));
    Object during = client.getQueryData(key("record"));
    assertEquals(true, Json.get(before, "deep") == Json.get(during, "deep"));
    fail("A");
    assertEquals(true, before == client.getQueryData(key("record")));
  }
}
