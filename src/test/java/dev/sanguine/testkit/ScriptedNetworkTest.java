package dev.sanguine.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** Requests wait until the test answers them, in any order. */
public class ScriptedNetworkTest {
  private final VirtualEnvironment world = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(world.environment());
  private final StringBuilder log = new StringBuilder();

  private void send(String name, Object payload) {
    network
        .send(name, payload)
        .then(
            value -> {
              log.append(name).append('=').append(value).append(' ');
              return null;
            },
            error -> {
              log.append(name).append('!').append(error).append(' ');
              return null;
            });
  }

  @Test
  public void answers_comeInTheOrderOfTheTest() {
    send("a", "1");
    send("b", "2");
    send("a", "3");
    network.last("a").answer("late");
    network.pending("b").fail("no");
    network.pending("a").answer("early");
    world.runMicrotasks();
    assertEquals("a=late b!no a=early ", log.toString());
    assertEquals(3, network.calls().size());
    assertEquals(2, network.count("a"));
    assertEquals("3", network.last("a").payload);
    assertEquals(3, network.last("a").number);
    assertTrue(network.last("a").isOver());
  }

  @Test
  public void down_newRequestsFail_thoseUnderWayStay() {
    send("before", null);
    network.down();
    send("during", null);
    network.up();
    send("after", null);
    world.runMicrotasks();
    assertEquals("during!network down ", log.toString());
    assertFalse(network.pending("before").isOver());
  }

  @Test
  public void askingForARequestThatIsNot_isAClearError() {
    Object pending = world.environment().errors.attempt(() -> network.pending("x"), error -> error);
    assertTrue(String.valueOf(pending).indexOf("no request x is under way; sent were 0") >= 0);
    Object last = world.environment().errors.attempt(() -> network.last("x"), error -> error);
    assertTrue(String.valueOf(last).indexOf("no request x was sent") >= 0);
  }
}
