package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.query.options.MutationFilters;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.CacheEvent;
import org.junit.Test;

/** Mutations without a network, and scopes: who waits, and in which order they go on. */
public class PauseResumeTest extends EngineCase {
  private MutationOptions send(String name) {
    return MutationOptions.create().mutationFn((v, context) -> network.send(name, v));
  }

  private Mutation at(int index) {
    return client.getMutationCache().getAll().get(index);
  }

  private String sent() {
    Seq<String> names = new Seq<>();
    for (int i = 0; i < network.calls().size(); i++) {
      names.add(network.calls().get(i).name);
    }
    return join(names);
  }

  @Test
  public void offline_itIsPaused_onMutateRunsAtOnce() {
    env.online.setOnline(false);
    int[] ran = {0};
    mutate(send("A").onMutate((variables, context) -> ran[0]++));
    settle();
    assertEquals(1, ran[0]);
    assertTrue(at(0).state.isPaused);
    assertEquals("pending", at(0).state.status);
    env.online.setOnline(true);
    client.resumePausedMutations();
    settle();
    assertEquals("A", sent());
    assertEquals(false, at(0).state.isPaused);
  }

  @Test
  public void plainMutations_areResumedTogether() {
    env.online.setOnline(false);
    mutate(send("A"));
    mutate(send("B"));
    settle();
    env.online.setOnline(true);
    Outcome resumed = outcome(client.resumePausedMutations());
    settle();
    assertEquals("A | B", sent());
    answer("B", "1");
    assertTrue(resumed.isPending());
    fail("A");
    assertEquals(false, resumed.isPending());
    assertEquals(false, resumed.failed());
  }

  @Test
  public void whileOffline_nothingIsResumed() {
    env.online.setOnline(false);
    mutate(send("A"));
    settle();
    Outcome resumed = outcome(client.resumePausedMutations());
    settle();
    assertEquals("done: absent", resumed.toString());
    assertEquals("", sent());
  }

  @Test
  public void oneScope_oneAfterTheOther_othersBeside() {
    mutate(send("A").scope("s"));
    mutate(send("B").scope("s"));
    mutate(send("C").scope("t"));
    mutate(send("D"));
    settle();
    assertEquals("A | C | D", sent());
    assertTrue(at(1).state.isPaused);
    answer("A", "1");
    assertEquals("A | C | D | B", sent());
    assertEquals(false, at(1).state.isPaused);
  }

  @Test
  public void aFailure_letsTheNextOfTheScopeGo() {
    mutate(send("A").scope("s"));
    mutate(send("B").scope("s"));
    mutate(send("C").scope("s"));
    fail("A");
    assertEquals("A | B", sent());
    fail("B");
    assertEquals("A | B | C", sent());
    answer("C", "1");
    mutate(send("D").scope("s"));
    settle();
    assertEquals("A | B | C | D", sent());
  }

  @Test
  public void theNextOfTheScope_waitsForTheCallbacks() {
    mutate(send("A")
        .scope("s")
        .onSettled(
            (data, error, variables, onMutateResult, context) -> network.send("slow", null)));
    mutate(send("B").scope("s"));
    answer("A", "1");
    assertEquals("A | slow", sent());
    answer("slow", "1");
    assertEquals("A | slow | B", sent());
  }

  @Test
  public void offline_aScopeIsResumedInItsOrder() {
    env.online.setOnline(false);
    mutate(send("A").scope("s"));
    mutate(send("B").scope("s"));
    settle();
    env.online.setOnline(true);
    client.resumePausedMutations();
    settle();
    assertEquals("A", sent());
    answer("A", "1");
    assertEquals("A | B", sent());
  }

  @Test
  public void aRemovedMutation_isOutOfItsScope() {
    mutate(send("A").scope("s"));
    mutate(send("B").scope("s"));
    settle();
    client.getMutationCache().remove(at(0));
    assertTrue(client.getMutationCache().canRun(at(0)));
    client.getMutationCache().runNext(at(0));
    mutate(send("C").scope("s"));
    settle();
    assertEquals(1, network.count("A"));
  }

  @Test
  public void thoseThatLeaveTheScope_inItsMiddleAndAtItsEnd_leaveTheOthersInOrder() {
    for (String name : new String[] {"A", "B", "C", "D", "E"}) {
      mutate(send(name).scope("s"));
    }
    settle();
    at(2).cancel();
    at(4).cancel();
    settle();
    mutate(send("F").scope("s"));
    answer("A", "1");
    answer("B", "1");
    answer("D", "1");
    answer("F", "1");
    assertEquals("A | B | D | F", sent());
  }

  @Test
  public void aMutationThatIsExecutedAgain_keepsItsPlaceInTheScope() {
    Mutation first = client.getMutationCache().build(client, send("A").scope("s"), null);
    outcome(first.execute(undefined()));
    mutate(send("B").scope("s"));
    answer("A", "1");
    answer("B", "1");
    outcome(first.execute(undefined()));
    settle();
    mutate(send("C").scope("s"));
    settle();
    assertEquals("A | B | A", sent());
    answer("A", "1");
    assertEquals("A | B | A | C", sent());
  }

  @Test
  public void aHundredInOneScope_areSentInOrder() {
    for (int i = 0; i < 100; i++) {
      mutate(send("m" + i).scope("s"));
    }
    for (int i = 0; i < 100; i++) {
      answer("m" + i, "1");
    }
    assertEquals(100, network.calls().size());
    for (int i = 0; i < 100; i++) {
      assertEquals("m" + i, network.calls().get(i).name);
    }
  }

  @Test
  public void oneWhoseTurnComesWhileItIsPrepared_isNotPaused() {
    mutate(send("A").scope("s"));
    mutate(send("B").scope("s").onMutate((variables, context) -> network.send("prepare", null)));
    settle();
    assertTrue(at(1).state.isPaused);
    answer("A", "1");
    answer("prepare", "1");
    assertFalse(at(1).state.isPaused);
    assertEquals("prepare | A | B", sent());
  }

  @Test
  public void aScopeThatChangesUnderWay_holdsNobodyBack() {
    MutationObserver observer = new MutationObserver(client, send("A").scope("r1"));
    outcome(observer.mutate(undefined(), null));
    mutate(send("B").scope("r1"));
    settle();
    observer.setOptions(send("A").scope("r2"));
    mutate(send("C").scope("r1"));
    answer("A", "1");
    answer("B", "1");
    answer("C", "1");
    assertEquals("A | B | C", sent());
  }

  @Test
  public void whoMovesIntoAScopeThatIsBusy_waitsForIt_andGoesOn() {
    env.online.setOnline(false);
    MutationObserver observer = new MutationObserver(client, send("A"));
    outcome(observer.mutate(undefined(), null));
    mutate(send("B").scope("s"));
    settle();
    observer.setOptions(send("A").scope("s"));
    env.online.setOnline(true);
    client.resumePausedMutations();
    settle();
    assertEquals("B", sent());
    answer("B", "1");
    assertEquals("B | A", sent());
  }

  @Test
  public void plainMutations_standInTheOrderInWhichTheyWereMade() {
    Mutation first = client.getMutationCache().build(client, send("A").scope("s"), null);
    Mutation second = client.getMutationCache().build(client, send("B").scope("s"), null);
    env.online.setOnline(false);
    outcome(second.execute(undefined()));
    outcome(first.execute(undefined()));
    settle();
    env.online.setOnline(true);
    client.resumePausedMutations();
    settle();
    assertEquals("A", sent());
    answer("A", "1");
    assertEquals("A | B", sent());
  }

  @Test
  public void clear_isOverBeforeAnybodyHearsOfIt() {
    mutate(send("A"));
    mutate(send("B"));
    settle();
    Mutation first = at(0);
    Seq<String> seen = new Seq<>();
    atEnd(client.getMutationCache().subscribe((Listener<CacheEvent>)
        event -> seen.add(event.type + " " + client.getMutationCache().getAll().size()
            + client.getMutationCache().has(first))));
    client.getMutationCache().clear();
    assertEquals("removed 0false | removed 0false", join(seen));
  }

  @Test
  public void mutationsThatWait_areFoundAndResumed_inTheOrderInWhichTheyWereMade() {
    env.online.setOnline(false);
    Mutation first = client.getMutationCache().build(client, send("A"), null);
    mutate(send("B"));
    outcome(first.execute(undefined()));
    settle();
    MutationFilters pending = new MutationFilters();
    pending.status = "pending";
    assertSame(first, client.getMutationCache().findAll(pending).get(0));
    env.online.setOnline(true);
    client.resumePausedMutations();
    settle();
    assertEquals("A | B", sent());
  }

  @Test
  public void whoIsTakenOutLongAfterItsTurn_leavesTheLineAsItIs() {
    MutationOptions first = send("A").scope("s").gcTime(100);
    mutate(first);
    answer("A", "1");
    mutate(send("B").scope("s"));
    settle();
    world.advance(100);
    mutate(send("C").scope("s"));
    settle();
    assertEquals("A | B", sent());
    answer("B", "1");
    assertEquals("A | B | C", sent());
  }

  @Test
  public void runNextByHand_ofOneWhoseOnMutateThrows_isNotSettledByThat() {
    mutate(MutationOptions.create().scope("s").mutationFn((v, context) -> network.send("A", v)));
    mutate(MutationOptions.create()
        .scope("s")
        .mutationFn((v, context) -> network.send("B", v))
        .onMutate((variables, context) -> network.send("prepare", null)));
    settle();
    Outcome next = outcome(client.getMutationCache().runNext(at(0)));
    fail("prepare");
    assertEquals("pending", next.toString());
    assertEquals("error", at(1).state.status);
    answer("A", "'ok'");
    assertEquals(0, network.count("B"));
  }

  @Test
  public void runNextByHand_findsWhoeverWaitsInTheScope() {
    mutate(send("A").scope("s"));
    mutate(send("B").scope("s"));
    settle();
    Outcome next = outcome(client.getMutationCache().runNext(at(0)));
    settle();
    assertTrue(next.isPending());
    answer("A", "1");
    answer("B", "2");
    assertEquals("done: 2", next.toString());
  }
}
