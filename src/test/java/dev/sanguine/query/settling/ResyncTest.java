package dev.sanguine.query.settling;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** After the last change of a query settled, one fetch brings what the server has made of them. */
public class ResyncTest extends EngineCase {
  private Screen screen;

  @Before
  public void aRecordIsShown() {
    cache("record", "{'title':'t0','status':'s0'}");
    screen = watch(query("record").staleTime(1e9));
  }

  @Test
  public void threeChanges_oneFetchFollowsTheLast() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    mutate(setField("C", "note", "C"));
    answer("B", "{}");
    answer("A", "{}");
    assertEquals(0, network.count("get record"));
    answer("C", "{}");
    assertEquals(1, network.count("get record"));
    answer("get record", "{'title':'A','status':'B','note':'C'}");
    world.advance(60 * 1000);
    assertEquals(1, network.count("get record"));
  }

  @Test
  public void confirmedThenTheLastFails_theFetchFollowsAllTheSame() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    answer("A", "{}");
    fail("B");
    assertEquals(1, network.count("get record"));
    assertEquals("{'title':'A','status':'s0'}", screen.now());
  }

  @Test
  public void allFailed_nothingIsFetched() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    fail("A");
    fail("B");
    settle();
    assertEquals(0, network.count("get record"));
  }

  @Test
  public void resyncFalse_nothingIsFetched_andTheChangeIsBaked() {
    mutate(setField("A", "title", "A").resync(false));
    answer("A", "{}");
    settle();
    assertEquals(0, network.count("get record"));
    assertEquals("{'title':'A','status':'s0'}", base("record"));
    assertTrue(state("record").isInvalidated);
    assertNull(queryOf("record").gate());
  }

  @Test
  public void resyncFalseBesideAnother_theOthersFetchStillComes() {
    mutate(setField("A", "title", "A").resync(false));
    mutate(setField("B", "status", "B"));
    answer("A", "{}");
    answer("B", "{}");
    assertEquals(1, network.count("get record"));
    assertEquals("{'title':'A','status':'B'}", screen.now());
  }

  @Test
  public void aFetchThatACallbackSent_isTheResync() {
    mutate(setField("A", "title", "A")
        .onSuccess((data, variables, onMutateResult, context) ->
            client.invalidateQueries(key("record"), null)));
    answer("A", "{}");
    assertEquals(1, network.count("get record"));
    answer("get record", "{'title':'A','status':'s0'}");
    settle();
    assertEquals(1, network.count("get record"));
    assertEquals("{'title':'A','status':'s0'}", base("record"));
  }

  @Test
  public void aFetchUnderWaySinceBeforeTheConfirmation_isReplacedByOneThatHoldsTheChange() {
    mutate(setField("A", "title", "A"));
    settle();
    client.refetchQueries(key("record"), null);
    settle();
    answer("A", "{}");
    assertEquals(2, network.count("get record"));
    network.calls().get(network.calls().size() - 1).answer(json("{'title':'A','status':'s0'}"));
    settle();
    assertEquals("{'title':'A','status':'s0'}", base("record"));
    assertEquals("{'title':'t0','status':'s0'} | {'title':'A','status':'s0'}", screen.history());
  }

  @Test
  public void aNewChangeDuringTheResync_isNotLostByIt() {
    mutate(setField("A", "title", "A"));
    answer("A", "{}");
    mutate(setField("B", "status", "B"));
    settle();
    answer("get record", "{'title':'A','status':'s0'}");
    assertEquals("{'title':'A','status':'B'}", screen.now());
    answer("B", "{}");
    answer("get record", "{'title':'A','status':'B'}");
    assertEquals("{'title':'A','status':'B'}", base("record"));
    assertEquals(
        "{'title':'t0','status':'s0'} | {'title':'A','status':'s0'} | {'title':'A','status':'B'}",
        screen.history());
  }

  @Test
  public void twoQueries_eachIsFetchedOnce() {
    cache("list", "[{'id':1,'n':'x'}]");
    watch(query("list").staleTime(1e9));
    MutationOptions both = change("A", (intent, v) -> {
      intent.merge(key("record"), json("{'title':'A'}"));
      intent.merge(key("list"), json("{'id':1,'n':'A'}"));
      return undefined();
    });
    mutate(both);
    answer("A", "{}");
    assertEquals(1, network.count("get record"));
    assertEquals(1, network.count("get list"));
  }

  @Test
  public void offline_theResyncWaitsForTheNetwork_andTheChangeStaysMeanwhile() {
    mutate(setField("A", "title", "A"));
    settle();
    env.online.setOnline(false);
    answer("A", "{}");
    assertEquals("{'title':'A','status':'s0'}", screen.now());
    assertEquals("paused", screen.result().fetchStatus);
    client.mount();
    atEnd(client::unmount);
    env.online.setOnline(true);
    settle();
    answer("get record", "{'title':'A','status':'s0'}");
    assertEquals("{'title':'A','status':'s0'}", base("record"));
    assertNull(queryOf("record").gate());
  }

  @Test
  public void twoChangesOfOneUnwatchedQuery_nothingIsLeftOfThem() {
    cache("unseen", "{'n':10}");
    mutate(change("A", (intent, v) -> {
      intent.increment(key("unseen"), "n", 1);
      intent.update(key("unseen"), old -> Json.with(old, "by", "A"));
      return undefined();
    }));
    answer("A", "{}");
    assertEquals("{'n':11,'by':'A'}", base("unseen"));
    assertNull(queryOf("unseen").gate());
  }

  @Test
  public void twoChangesOfOneUnwatchedQuery_theAnswerIsMergedOverBoth() {
    cache("unseen", "{'id':1,'n':10}");
    mutate(change("A", (intent, v) -> {
      intent.increment(key("unseen"), "n", 1);
      intent.increment(key("unseen"), "n", 1);
      return undefined();
    }));
    answer("A", "{'id':1,'n':12}");
    assertEquals("{'id':1,'n':12}", base("unseen"));
  }
}
