package dev.sanguine.law;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;

import org.junit.Test;

/** Intents over two queries, from their issue to the base that holds them. */
public class IntentLogTest extends PlainCase {
  private final PlainQuery order = query("order", "{'status':'open','items':1}");
  private final PlainQuery list = query("list", "[{'id':1,'n':0}]");

  private Intent issue(PlainOwner.Changes changes) {
    PlainOwner owner = new PlainOwner("order", changes);
    log.begin(owner, null, true);
    return owner.intent;
  }

  private Intent pays() {
    return issue(intent -> intent.merge(key("order"), json("{'status':'paid'}")));
  }

  private Intent adds() {
    return issue(intent -> intent.increment(key("order"), "items", 1));
  }

  private void settle(Intent intent, IntentState state) {
    log.settle(intent, state, "answer");
    log.finish(intent);
    host.endTask();
  }

  @Test
  public void anIntent_showsAtOnce_andLeavesTheBaseAlone() {
    pays();
    assertEquals("{'status':'paid','items':1}", text(order.view()));
    assertEquals("{'status':'open','items':1}", text(order.base()));
  }

  @Test
  public void aFailedOne_leaves_andTheNextStands() {
    Intent failed = pays();
    adds();
    settle(failed, IntentState.FAILED);
    assertEquals("{'status':'open','items':2}", text(order.view()));
  }

  @Test
  public void allOfThemFail_theViewIsTheBase_theSameObject() {
    Object base = order.base();
    Intent first = pays();
    Intent second = adds();
    settle(second, IntentState.FAILED);
    settle(first, IntentState.FAILED);
    assertSame(base, order.view());
    assertNull(order.gate);
  }

  @Test
  public void aConfirmedOne_isBaked_ifNobodyCanFetch() {
    settle(pays(), IntentState.CONFIRMED);
    assertEquals("{'status':'paid','items':1}", text(order.base()));
    assertEquals(true, order.isInvalidated);
    assertNull(order.gate);
  }

  @Test
  public void aConfirmedOne_waitsForTheOlderOne() {
    Intent older = adds();
    Intent newer = pays();
    settle(newer, IntentState.CONFIRMED);
    assertEquals("{'status':'open','items':1}", text(order.base()));
    settle(older, IntentState.CONFIRMED);
    assertEquals("{'status':'paid','items':2}", text(order.base()));
  }

  @Test
  public void aConfirmedOne_isFetched_ifSomebodyWatches() {
    order.isWatched = true;
    Intent paid = pays();
    settle(paid, IntentState.CONFIRMED);
    assertEquals(1, order.asked.size());
    assertEquals(paid.settled, order.asked.get(0), 0);
    assertNotNull(order.gate);
  }

  @Test
  public void theValueThatWasSentAfterTheConfirmation_isTheNewBase() {
    order.isWatched = true;
    settle(pays(), IntentState.CONFIRMED);
    order.gate.arrive(json("{'status':'paid','items':9}"), host.tick());
    log.settleDown(order);
    assertEquals("{'status':'paid','items':9}", text(order.view()));
    assertNull(order.gate);
  }

  @Test
  public void aValueThatMayHoldAnIncrement_isHeldUntilThatIsSettled() {
    Intent added = adds();
    double sent = host.tick();
    log.sent(added);
    order.gate.arrive(json("{'status':'open','items':2}"), sent);
    assertEquals("{'status':'open','items':2}", text(order.view()));
    assertNotNull(order.gate.held);
    settle(added, IntentState.FAILED);
    assertEquals("{'status':'open','items':2}", text(order.base()));
  }

  @Test
  public void anIntentOfTwoQueries_leavesBothInOneStep() {
    Intent both = issue(intent -> {
      intent.merge(key("order"), json("{'status':'paid'}"));
      intent.append(key("list"), json("{'id':2}"));
    });
    settle(both, IntentState.FAILED);
    assertEquals("{'status':'open','items':1}", text(order.view()));
    assertEquals("[{'id':1,'n':0}]", text(list.view()));
  }

  @Test
  public void thoseWhoWatch_areToldOnce_ofAllThatFailedInOneTask() {
    Intent first = pays();
    Intent second = adds();
    order.told.clear();
    log.settle(first, IntentState.FAILED, "no");
    log.settle(second, IntentState.FAILED, "no");
    host.endTask();
    assertEquals(1, order.told.size());
  }
}
