package dev.sanguine.query.settling;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.Outcome;
import dev.sanguine.query.pending.IntentsObserver;
import org.junit.Test;

/** Several changes that wait for one record leave one after the other, in the order in which they were made. */
public class WaitersInOrderTest extends WaitersCase {
  @Test
  public void eachLeavesWhenTheOneBeforeItIsDone() {
    patch("a");
    patch("b");
    patch("c");
    made();
    assertEquals("a", sentPatches());
    assertEquals("[{'id':2,'n':'c'}]", list.now());
    answer("a", "'ok'");
    assertEquals("a | b", sentPatches());
    answer("b", "'ok'");
    assertEquals("a | b | c", sentPatches());
    answer("c", "'ok'");
    ends("c");
  }

  @Test
  public void oneThatFails_letsTheNextGo() {
    patch("a");
    Outcome b = patch("b");
    patch("c");
    made();
    answer("a", "'ok'");
    fail("b");
    assertEquals(true, b.failed());
    assertEquals("a | b | c", sentPatches());
    fail("c");
    assertEquals("[{'id':2,'n':'a'}]", list.now());
    ends("a");
  }

  @Test
  public void oneWhoseAnswerIsLost_letsTheNextGo() {
    patch("a");
    patch("b");
    made();
    lose("a");
    assertEquals("a | b", sentPatches());
    answer("b", "'ok'");
    ends("b");
  }

  @Test
  public void oneThatIsRetried_keepsItsPlace() {
    mutate(patch("a", "list").retry(2).retryDelay(100), json("{'id':'t','n':'a'}"));
    patch("b");
    made();
    fail("a");
    world.advance(50);
    assertEquals("a", sentPatches());
    world.advance(50);
    answer("a", "'ok'");
    assertEquals("a | a | b", sentPatches());
    answer("b", "'ok'");
    ends("b");
  }

  @Test
  public void theSlowCallbacksOfOne_holdNobodyBack() {
    mutate(
        patch("a", "list")
            .onSuccess((data, variables, onMutateResult, context) -> network.send("slow", null)),
        json("{'id':'t','n':'a'}"));
    patch("b");
    made();
    answer("a", "'ok'");
    assertEquals("a | b", sentPatches());
    answer("b", "'ok'");
    answer("slow", "1");
    ends("b");
  }

  @Test
  public void theSlowCallbacksOfTheOneThatMakesIt_holdNobodyBack() {
    mutate(
        create("other", "list")
            .onSuccess((data, variables, onMutateResult, context) -> network.send("slow", null)),
        json("{'id':'u','n':'0'}"));
    mutate(patch("a", "list"), json("{'id':'u','n':'a'}"));
    answer("other", "{'id':3}");
    assertEquals("{'id':3,'n':'a'}", sent("a"));
  }

  @Test
  public void plainOnes_stand_inTheSameLine() {
    patch("a");
    mutate(plain("p"), json("{'of':'t'}"));
    patch("b");
    made();
    answer("a", "'ok'");
    assertEquals("a | p", sentPatches());
    assertEquals("{'of':2}", sent("p"));
    fail("p");
    assertEquals("a | p | b", sentPatches());
    answer("b", "'ok'");
    ends("b");
  }

  @Test
  public void oneThatComesLater_underTheTemporaryId_standsBehind() {
    patch("a");
    patch("b");
    made();
    patch("c");
    settle();
    assertEquals("a", sentPatches());
    assertEquals("[{'id':2,'n':'c'}]", list.now());
    answer("a", "'ok'");
    answer("b", "'ok'");
    assertEquals("{'id':2,'n':'c'}", sent("c"));
    answer("c", "'ok'");
    ends("c");
  }

  @Test
  public void oneThatComesWhenNobodyWaitsAnyMore_isSentAtOnce() {
    patch("a");
    made();
    answer("a", "'ok'");
    patch("b");
    settle();
    assertEquals("{'id':2,'n':'b'}", sent("b"));
    answer("b", "'ok'");
    ends("b");
  }

  @Test
  public void ofTwoRecords_eachHasALineOfItsOwn() {
    mutate(create("other", "list"), json("{'id':'u','n':'0'}"));
    patch("a");
    mutate(patch("b", "list"), json("{'id':'u','n':'b'}"));
    made();
    answer("other", "{'id':3,'n':'0'}");
    assertEquals("a | b", sentPatches());
    answer("b", "'ok'");
    answer("a", "'ok'");
  }

  @Test
  public void oneOfTwoRecords_standsInBothLines() {
    mutate(create("other", "list"), json("{'id':'u','n':'0'}"));
    patch("a");
    mutate(plain("l"), json("['u','t']"));
    mutate(patch("b", "list"), json("{'id':'u','n':'b'}"));
    answer("other", "{'id':3,'n':'0'}");
    assertEquals("", sentPatches());
    made();
    assertEquals("a", sentPatches());
    answer("a", "'ok'");
    assertEquals("a | l", sentPatches());
    assertEquals("[3,2]", sent("l"));
    answer("l", "'ok'");
    assertEquals("a | l | b", sentPatches());
    answer("b", "'ok'");
  }

  @Test
  public void oneOfTwoRecords_ofWhichOneIsNotMade_failsAndLeavesTheOthersLine() {
    mutate(create("other", "list"), json("{'id':'u','n':'0'}"));
    Outcome link = mutate(plain("l"), json("['u','t']"));
    patch("a");
    made();
    assertEquals("", sentPatches());
    fail("other");
    assertEquals("failed: other failed", link.toString());
    assertEquals("a", sentPatches());
    answer("a", "'ok'");
    ends("a");
  }

  @Test
  public void aRecordOfARecord_isMadeInItsTurn() {
    patch("a");
    mutate(create("m", "list"), json("{'id':'child','n':'0','of':'t'}"));
    mutate(patch("b", "list"), json("{'id':'child','n':'b'}"));
    patch("c");
    made();
    answer("a", "'ok'");
    assertEquals("a | m", sentPatches());
    answer("m", "{'id':9,'n':'0','of':2}");
    assertEquals(1, network.count("b"));
    assertEquals(1, network.count("c"));
    assertEquals("{'id':9,'n':'b'}", sent("b"));
    answer("b", "'ok'");
    answer("c", "'ok'");
    answer("get list", "[{'id':2,'n':'c'},{'id':9,'n':'b','of':2}]");
  }

  @Test
  public void inAScopeToo_theOrderIsTheSame() {
    mutate(patch("a", "list").scope("s"), json("{'id':'t','n':'a'}"));
    mutate(patch("b", "list").scope("s"), json("{'id':'t','n':'b'}"));
    patch("c");
    made();
    answer("a", "'ok'");
    assertEquals("a | b", sentPatches());
    answer("b", "'ok'");
    assertEquals("a | b | c", sentPatches());
    answer("c", "'ok'");
    ends("c");
  }

  @Test
  public void theirScopeIsBusy_theyWaitForIt_andNobodyIsForgotten() {
    mutate(plain("s").scope("s"));
    mutate(patch("a", "list").scope("s"), json("{'id':'t','n':'a'}"));
    patch("b");
    made();
    assertEquals("s", sentPatches());
    answer("s", "'ok'");
    assertEquals("s | a", sentPatches());
    answer("a", "'ok'");
    assertEquals("s | a | b", sentPatches());
    answer("b", "'ok'");
    ends("b");
  }

  @Test
  public void offlineMeanwhile_theyLeaveInTheirOrder_withTheNetwork() {
    client.mount();
    atEnd(() -> client.unmount());
    patch("a");
    patch("b");
    settle();
    env.online.setOnline(false);
    made();
    assertEquals("", sentPatches());
    env.online.setOnline(true);
    settle();
    assertEquals("a", sentPatches());
    answer("a", "'ok'");
    assertEquals("a | b", sentPatches());
    answer("b", "'ok'");
    ends("b");
  }

  @Test
  public void theRecordIsNotMade_nobodyIsSent_allFailInOneStep() {
    Outcome a = patch("a");
    Outcome b = patch("b");
    fail("create");
    assertEquals("failed: create failed", a.toString());
    assertEquals("failed: create failed", b.toString());
    assertEquals("", sentPatches());
    assertEquals(
        "[] | [{'id':'t','n':'0'}] | [{'id':'t','n':'a'}] | [{'id':'t','n':'b'}] | []",
        list.history());
  }

  @Test
  public void theRecordIsMadeByARetryOfTheMutation_theWaitersThatFailedCanBeSentInOrder() {
    IntentsObserver panel = new IntentsObserver(client, undefined());
    patch("a");
    patch("b");
    fail("create");
    assertEquals(
        "failed | failed | failed", join(panel.getCurrentResult().map(intent -> intent.state)));
    panel.getCurrentResult().each(intent -> intent.retry.get());
    settle();
    assertEquals("[{'id':'t','n':'b'}]", list.now());
    assertEquals(2, network.count("create"));
    assertEquals("", sentPatches());
    made();
    answer("a", "'ok'");
    answer("b", "'ok'");
    assertEquals("a | b", sentPatches());
    ends("b");
  }
}
