package dev.sanguine.query.fetching;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.callbacks.RetryDelay;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** Attempts, the time between them, and what stops them. */
public class RetryTest extends EngineCase {
  @Test
  public void anObservedQuery_isTriedFourTimes_afterOneTwoAndFourSeconds() {
    Screen screen = watch(query("q"));
    fail("get q");
    assertEquals(1, screen.result().failureCount);
    assertEquals("get q failed", screen.result().failureReason);
    assertEquals("pending", screen.result().status);
    world.advance(999);
    assertEquals(1, network.count("get q"));
    world.advance(1);
    fail("get q");
    world.advance(2000);
    fail("get q");
    world.advance(3999);
    assertEquals(3, network.count("get q"));
    world.advance(1);
    fail("get q");
    assertEquals("error", screen.result().status);
    assertEquals(4, screen.result().failureCount);
    assertEquals("get q failed", screen.result().error);
    world.advance(60 * 1000);
    assertEquals(4, network.count("get q"));
  }

  @Test
  public void theWait_isThirtySecondsAtMost() {
    watch(query("q").retry(7));
    for (int i = 0; i < 6; i++) {
      fail("get q");
      world.advance(30 * 1000);
      assertEquals(i + 2, network.count("get q"));
    }
  }

  @Test
  public void successAfterFailures_forgetsThem() {
    Screen screen = watch(query("q").retryDelay(10));
    fail("get q");
    world.advance(10);
    answer("get q", "1");
    assertEquals(0, screen.result().failureCount);
    assertEquals(true, screen.result().failureReason == null);
    assertEquals(0, screen.result().errorUpdateCount);
  }

  @Test
  public void aFunctionDecides_andIsGivenCountAndError() {
    Seq<String> asked = new Seq<>();
    watch(query("q").retryDelay(10).retryWhen((count, error) -> {
      asked.add(count + " " + error);
      return count < 1;
    }));
    fail("get q");
    world.advance(10);
    fail("get q");
    world.advance(1000);
    assertEquals("0 get q failed | 1 get q failed", join(asked));
    assertEquals("error", state("q").status);
  }

  @Test
  public void aFunctionGivesTheDelay() {
    QueryOptions options = query("q").retry(2);
    options.retryDelay = (RetryDelay) (count, error) -> 5 + count * 10;
    watch(options);
    fail("get q");
    world.advance(5);
    assertEquals(2, network.count("get q"));
    fail("get q");
    world.advance(14);
    assertEquals(2, network.count("get q"));
    world.advance(1);
    assertEquals(3, network.count("get q"));
  }

  @Test
  public void retryTrue_goesOnAndOn_retryFalse_isOneAttempt() {
    QueryOptions ever = query("ever").retryDelay(1);
    ever.retry = true;
    watch(ever);
    for (int i = 0; i < 20; i++) {
      fail("get ever");
      world.advance(1);
    }
    assertEquals(21, network.count("get ever"));
    QueryOptions once = query("once");
    once.retry = false;
    watch(once);
    fail("get once");
    assertEquals("error", state("once").status);
  }

  @Test
  public void onAServer_nothingIsRetried() {
    env.server.setIsServer(() -> true);
    watch(query("q"));
    fail("get q");
    assertEquals("error", state("q").status);
    env.server.setIsServer(() -> false);
  }

  @Test
  public void withoutFocus_theNextAttemptWaits() {
    client.mount();
    atEnd(client::unmount);
    Screen screen = watch(query("q").retryDelay(10));
    settle();
    env.focus.setFocused(false);
    fail("get q");
    world.advance(1000);
    assertEquals(1, network.count("get q"));
    assertEquals("paused", screen.result().fetchStatus);
    env.focus.setFocused(true);
    settle();
    assertEquals(2, network.count("get q"));
    assertEquals("fetching", screen.result().fetchStatus);
  }

  @Test
  public void aMutation_isNotRetried_unlessToldTo() {
    MutationOptions plain =
        MutationOptions.create().mutationFn((v, context) -> network.send("A", v));
    Outcome once = mutate(plain);
    fail("A");
    assertEquals("failed: A failed", once.toString());
    Outcome twice = mutate(MutationOptions.create()
        .mutationFn((v, context) -> network.send("B", v))
        .retry(1));
    fail("B");
    assertTrue(twice.isPending());
    world.advance(1000);
    answer("B", "2");
    assertEquals("done: 2", twice.toString());
    assertEquals(0, client.getMutationCache().getAll().get(1).state.failureCount);
  }

  @Test
  public void aMutationsFailures_areCounted() {
    Outcome outcome = mutate(MutationOptions.create()
        .mutationFn((v, context) -> network.send("A", v))
        .retry(2)
        .retryDelay(1));
    fail("A");
    Mutation mutation = client.getMutationCache().getAll().get(0);
    assertEquals(1, mutation.state.failureCount);
    assertEquals("A failed", mutation.state.failureReason);
    world.advance(1);
    fail("A");
    world.advance(1);
    fail("A");
    assertEquals(3, mutation.state.failureCount);
    assertEquals("failed: A failed", outcome.toString());
  }
}
