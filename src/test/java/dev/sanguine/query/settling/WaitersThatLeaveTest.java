package dev.sanguine.query.settling;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** Of several changes that wait for one record, some are cancelled or taken out: the others keep their order. */
public class WaitersThatLeaveTest extends WaitersCase {
  @Test
  public void oneThatIsCancelled_leavesItsPlace() {
    patch("a");
    patch("b");
    patch("c");
    made();
    mutationAt(2).cancel();
    settle();
    answer("a", "'ok'");
    assertEquals("a | c", sentPatches());
    answer("c", "'ok'");
    ends("c");
    takeUnhandled();
  }

  @Test
  public void oneThatIsCancelledInFlight_theNextLeavesWhenItsRequestHasComeBack() {
    patch("a");
    patch("b");
    made();
    mutationAt(1).cancel();
    settle();
    assertEquals("a", sentPatches());
    assertEquals("[{'id':2,'n':'b'}]", list.now());
    answer("a", "'ok'");
    assertEquals("a | b", sentPatches());
    answer("b", "'ok'");
    ends("b");
    takeUnhandled();
  }

  @Test
  public void oneThatIsTakenOutInFlight_andItsRequestFails_theNextLeaves() {
    patch("a");
    patch("b");
    made();
    client.getMutationCache().remove(mutationAt(1));
    settle();
    assertEquals("a", sentPatches());
    fail("a");
    assertEquals("a | b", sentPatches());
    answer("b", "'ok'");
    ends("b");
    takeUnhandled();
  }

  @Test
  public void severalAreCancelled_theLastLeavesWhenTheFirstHasComeBack() {
    patch("a");
    patch("b");
    patch("c");
    made();
    mutationAt(1).cancel();
    mutationAt(2).cancel();
    settle();
    assertEquals("a", sentPatches());
    answer("a", "'ok'");
    assertEquals("a | c", sentPatches());
    answer("c", "'ok'");
    ends("c");
    takeUnhandled();
  }

  @Test
  public void cancelledInFlight_oneThatComesThen_waitsToo() {
    patch("a");
    made();
    mutationAt(1).cancel();
    patch("b");
    settle();
    assertEquals("a", sentPatches());
    answer("a", "'ok'");
    assertEquals("a | b", sentPatches());
    answer("b", "'ok'");
    ends("b");
    takeUnhandled();
  }

  @Test
  public void cancelledInFlight_andAnotherUserComes_itsReturnTouchesNobody() {
    patch("a");
    made();
    client.clear();
    mutate(create("mine", "list"), json("{'id':'t','n':'0'}"));
    patch("b");
    settle();
    answer("a", "'ok'");
    assertEquals("a", sentPatches());
    answer("mine", "{'id':7,'n':'0'}");
    assertEquals("{'id':7,'n':'b'}", sent("b"));
    answer("b", "'ok'");
    takeUnhandled();
  }

  @Test
  public void oneThatIsTakenOut_leavesItsPlace() {
    patch("a");
    patch("b");
    patch("c");
    client.getMutationCache().remove(mutationAt(1));
    made();
    assertEquals("b", sentPatches());
    answer("b", "'ok'");
    answer("c", "'ok'");
    ends("c");
    takeUnhandled();
  }
}
