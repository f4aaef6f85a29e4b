package dev.sanguine.query.rollback;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.LawCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import org.junit.Before;
import org.junit.Test;

/** A mutation that is taken out of its cache takes its change with it, leaves its place, and is not sent any more. */
public class TakenOutTest extends LawCase {
  @Before
  public void aListAndARecord() {
    client.mount();
    atEnd(() -> client.unmount());
    cache("list", "[{'id':1,'n':'x'}]");
    cache("record", "{'n':0}");
  }

  private void offline() {
    env.online.setOnline(false);
  }

  private void online() {
    env.online.setOnline(true);
    settle();
  }

  @Test
  public void mutationCacheClear_takesTheChangesOffThePage() {
    offline();
    mutate(increment("A", "record"));
    mutate(append("B", "list", "{'id':2}"));
    settle();
    client.getMutationCache().clear();
    assertEquals("{'n':0}", view("record"));
    assertEquals("[{'id':1,'n':'x'}]", view("list"));
    online();
    assertEquals(0, network.count("A") + network.count("B"));
    takeUnhandled();
  }

  @Test
  public void mutationCacheClear_ofOneInFlight_asksOnceWhatBecameOfIt() {
    Screen screen = watch(query("record").staleTime(1e9));
    Outcome outcome = mutate(increment("A", "record"));
    settle();
    client.getMutationCache().clear();
    assertEquals("{'n':0}", view("record"));
    settle();
    assertEquals(1, network.count("get record"));
    answer("get record", "{'n':1}");
    assertEquals("{'n':1}", screen.now());
    answer("A", "{'n':1}");
    assertEquals("{'n':1}", screen.now());
    assertEquals(1, network.count("get record"));
    assertEquals("failed: CancelledError", outcome.toString());
  }

  @Test
  public void removeOfOne_leavesTheOthersAlone() {
    mutate(increment("A", "record"));
    Outcome second = mutate(increment("B", "record"));
    settle();
    client.getMutationCache().remove(mutationAt(0));
    assertEquals("{'n':1}", view("record"));
    answer("B", "{'n':1}");
    assertEquals("done: {'n':1}", second.toString());
    answer("A", "{'n':2}");
    assertEquals("{'n':1}", view("record"));
    takeUnhandled();
  }

  @Test
  public void removeOfTheFirstOfAScope_letsTheNextGo_whenItsRequestHasComeBack() {
    mutate(increment("A", "record").scope("s"));
    Outcome second = mutate(increment("B", "record").scope("s"));
    settle();
    client.getMutationCache().remove(mutationAt(0));
    settle();
    assertEquals(0, network.count("B"));
    answer("A", "{'n':1}");
    answer("B", "{'n':1}");
    assertEquals("done: {'n':1}", second.toString());
    takeUnhandled();
  }

  @Test
  public void removeOfTheMakerOfARecord_failsThoseThatWaitForIt_inTheSameStep() {
    mutate(create("create", "list"), json("{'id':'t','n':'new'}"));
    Outcome patched = mutate(patch("patch", "list"), json("{'id':'t','n':'newer'}"));
    settle();
    client.getMutationCache().remove(mutationAt(0));
    assertEquals("[{'id':1,'n':'x'}]", view("list"));
    settle();
    assertEquals("failed: CancelledError", patched.toString());
    answer("create", "{'id':2}");
    assertEquals(0, network.count("patch"));
    assertEquals("[{'id':1,'n':'x'}]", view("list"));
    takeUnhandled();
  }

  @Test
  public void removeOfOneThatWaitsForARecord_leavesTheOthersInTheirOrder() {
    mutate(create("create", "list"), json("{'id':'t','n':'new'}"));
    mutate(patch("P1", "list"), json("{'id':'t','n':'1'}"));
    mutate(patch("P2", "list"), json("{'id':'t','n':'2'}"));
    mutate(patch("P3", "list"), json("{'id':'t','n':'3'}"));
    settle();
    client.getMutationCache().remove(mutationAt(2));
    answer("create", "{'id':2,'n':'new'}");
    assertEquals(1, network.count("P1"));
    assertEquals(0, network.count("P3"));
    answer("P1", "{}");
    answer("P3", "{}");
    assertEquals(0, network.count("P2"));
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'3'}]", view("list"));
    takeUnhandled();
  }

  @Test
  public void removeOfAFailedOne_isSilent() {
    mutate(increment("A", "record"));
    fail("A");
    client.getMutationCache().remove(mutationAt(0));
    settle();
    assertEquals("{'n':0}", view("record"));
  }

  @Test
  public void removeOfAConfirmedOne_takesNothingBack() {
    watch(query("record").staleTime(1e9));
    mutate(increment("A", "record"));
    answer("A", "'ok'");
    assertEquals("{'n':1}", view("record"));
    client.getMutationCache().remove(mutationAt(0));
    assertEquals("{'n':1}", view("record"));
    answer("get record", "{'n':1}");
  }

  @Test
  public void removeOfAConfirmedOne_whoseCallbacksRunStill_takesNothingBack() {
    watch(query("record").staleTime(1e9));
    Outcome outcome = mutate(increment("A", "record")
        .onSuccess((data, variables, onMutateResult, context) -> network.send("slow", null)));
    answer("A", "'ok'");
    client.getMutationCache().remove(mutationAt(0));
    assertEquals("{'n':1}", view("record"));
    answer("slow", "1");
    assertEquals("done: 'ok'", outcome.toString());
    answer("get record", "{'n':1}");
    assertEquals("{'n':1}", base("record"));
  }
}
