package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.query.options.MutateOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.MutationResult;
import org.junit.Test;

/** What a mutation observer shows of the latest mutation. */
public class MutationObserverTest extends EngineCase {
  private MutationOptions send() {
    return MutationOptions.create().mutationFn((v, context) -> network.send("A", v));
  }

  @Test
  public void idle_pending_success() {
    MutationObserver observer = new MutationObserver(client, send());
    Seq<String> seen = new Seq<>();
    atEnd(observer.subscribe(
        (Listener<MutationResult>) result -> seen.add(result.status + " " + text(result.data))));
    assertTrue(observer.getCurrentResult().isIdle);
    outcome(observer.mutate("v", null));
    assertTrue(observer.getCurrentResult().isPending);
    assertEquals("v", observer.getCurrentResult().variables);
    assertEquals(world.now(), observer.getCurrentResult().submittedAt, 0);
    answer("A", "1");
    assertTrue(observer.getCurrentResult().isSuccess);
    assertEquals("pending absent | success 1", join(seen));
  }

  @Test
  public void failure_isShown() {
    MutationObserver observer = new MutationObserver(client, send());
    outcome(observer.mutate("v", null));
    fail("A");
    MutationResult result = observer.getCurrentResult();
    assertTrue(result.isError);
    assertEquals("A failed", result.error);
    assertEquals(1, result.failureCount);
    assertFalse(result.isPaused);
  }

  @Test
  public void reset_letsGo_andTheMutationGoesOn() {
    MutationObserver observer = new MutationObserver(client, send());
    atEnd(observer.subscribe(result -> {}));
    Outcome outcome = outcome(observer.mutate("v", null));
    settle();
    observer.reset();
    assertTrue(observer.getCurrentResult().isIdle);
    answer("A", "1");
    assertTrue(observer.getCurrentResult().isIdle);
    assertEquals("done: 1", outcome.toString());
  }

  @Test
  public void theLatestOfTwo_isShown() {
    MutationObserver observer = new MutationObserver(client, send());
    atEnd(observer.subscribe(result -> {}));
    outcome(observer.mutate("1", null));
    outcome(observer.mutate("2", null));
    answer("A", "'one'");
    assertTrue(observer.getCurrentResult().isPending);
    answer("A", "'two'");
    assertEquals("two", observer.getCurrentResult().data);
  }

  @Test
  public void theResultsOwnMutateAndReset_work() {
    MutationObserver observer = new MutationObserver(client, send());
    observer.getCurrentResult().mutate.call("v", null);
    settle();
    assertEquals("v", network.last("A").payload);
    answer("A", "1");
    ((Task) observer.getCurrentResult().reset).run();
    assertTrue(observer.getCurrentResult().isIdle);
  }

  @Test
  public void newOptions_reachAPendingMutation_notASettledOne() {
    MutationObserver observer = new MutationObserver(client, send());
    outcome(observer.mutate("v", null));
    settle();
    Mutation mutation = client.getMutationCache().getAll().get(0);
    MutationOptions named = send();
    named.meta = "new";
    observer.setOptions(named);
    assertEquals("new", mutation.getMeta());
    answer("A", "1");
    MutationOptions later = send();
    later.meta = "later";
    observer.setOptions(later);
    assertEquals("new", mutation.getMeta());
  }

  @Test
  public void anotherMutationKey_resetsTheObserver() {
    MutationObserver observer = new MutationObserver(client, send().mutationKey(key("a")));
    outcome(observer.mutate("v", null));
    answer("A", "1");
    observer.setOptions(send().mutationKey(key("a")));
    assertTrue(observer.getCurrentResult().isSuccess);
    observer.setOptions(send().mutationKey(key("b")));
    assertTrue(observer.getCurrentResult().isIdle);
  }

  @Test
  public void subscribingAgain_showsTheMutationAgain() {
    MutationObserver observer = new MutationObserver(client, send());
    Task stop = observer.subscribe(result -> {});
    outcome(observer.mutate("v", null));
    stop.run();
    answer("A", "1");
    assertTrue(observer.getCurrentResult().isPending);
    atEnd(observer.subscribe(result -> {}));
    assertTrue(observer.getCurrentResult().isSuccess);
  }

  @Test
  public void mutateWithinItsOwnCallback_leavesTheFirstCallItsCallbacks() {
    MutationObserver observer = new MutationObserver(
        client,
        MutationOptions.create()
            .mutationFn((variables, context) -> network.send("save " + variables, null)));
    atEnd(observer.subscribe(result -> {}));
    Seq<String> log = new Seq<>();
    MutateOptions first = new MutateOptions();
    first.onSuccess = (data, variables, onMutateResult, context) -> {
      outcome(observer.mutate("2", null));
      return undefined();
    };
    first.onSettled = (data, error, variables, onMutateResult, context) -> {
      log.add("settled " + text(data) + " of " + variables);
      return undefined();
    };
    outcome(observer.mutate("1", first));
    answer("save 1", "'one'");
    assertEquals("settled 'one' of 1", join(log));
  }
}
