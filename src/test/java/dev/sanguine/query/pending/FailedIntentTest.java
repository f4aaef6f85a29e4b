package dev.sanguine.query.pending;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import dev.sanguine.law.Updater;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationObserver;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.state.IntentResult;
import org.junit.Test;

/** A change that failed, or of which nobody knows, can be sent again. */
public class FailedIntentTest extends UnsavedCase {
  @Test
  public void failedIntent_isListedWithItsErrorAndVariables() {
    mutate(title("A"), "v");
    fail("A");
    assertEquals("failed", states());
    assertEquals("A failed", Outcome.message(first().error));
    assertEquals("v", first().variables);
    assertEquals(1, first().attempts);
    assertEquals("{'title':'t0'}", screen.now());
  }

  @Test
  public void failedIntent_retried_carriesTheSameKey_andShowsAgain() {
    mutate(title("A"), "v");
    fail("A");
    Outcome again = retry();
    assertEquals("{'title':'A'}", text(client.getQueryData(key("record"))));
    assertEquals("queued", states());
    settle();
    assertEquals("v", network.last("A").payload);
    assertEquals(2, keys.size());
    assertEquals(keys.get(0), keys.get(1));
    assertEquals(2, first().attempts);
    assertEquals(null, first().error);
    answer("A", "{}");
    assertEquals("done: {}", again.toString());
    assertEquals("confirmed", states());
    answer("get record", "{'title':'A'}");
    assertEquals("", states());
    assertEquals(
        "{'title':'t0'} | {'title':'A'} | {'title':'t0'} | {'title':'A'}", screen.history());
  }

  @Test
  public void failedIntent_retried_isTheSameMutation() {
    MutationObserver mutations = new MutationObserver(client, title("A"));
    atEnd(mutations.subscribe(result -> {}));
    outcome(mutations.mutate("v", null));
    fail("A");
    assertEquals("error", mutations.getCurrentResult().status);
    int id = first().mutationId;
    retry();
    assertEquals("pending", mutations.getCurrentResult().status);
    assertEquals(id, first().mutationId);
    answer("A", "{}");
    assertEquals("success", mutations.getCurrentResult().status);
    assertEquals(1, client.getMutationCache().getAll().size());
  }

  @Test
  public void failedAgain_itIsListedAgain_andTheRejectionNeedsNoHandler() {
    mutate(title("A"));
    fail("A");
    first().retry.get();
    settle();
    assertEquals("sent", states());
    fail("A");
    assertEquals("failed", states());
    assertEquals("", takeUnhandled());
    assertEquals(2, first().attempts);
  }

  @Test
  public void retriedAfterOthers_itsChangeComesLast() {
    mutate(title("A"));
    mutate(title("B"));
    fail("A");
    retry();
    assertEquals("sent | queued", states());
    assertEquals("{'title':'A'}", text(client.getQueryData(key("record"))));
  }

  @Test
  public void
      retriedWhileTheCallbacksOfTheFailureRun_itShowsAndIsSentAtOnce_andEndsAsTheLastAnswerSays() {
    MutationObserver mutations = new MutationObserver(
        client,
        title("A")
            .onError((error, variables, onMutateResult, context) -> network.send("slow", null)));
    atEnd(mutations.subscribe(result -> {}));
    Outcome first = outcome(mutations.mutate("v", null));
    fail("A");
    assertEquals("failed", states());
    assertEquals("pending: ", first + ": ");
    Outcome again = retry();
    assertEquals("{'title':'A'}", text(client.getQueryData(key("record"))));
    settle();
    assertEquals(2, network.count("A"));
    answer("slow", "1");
    assertEquals("failed: A failed", first.toString());
    assertEquals("pending", mutations.getCurrentResult().status);
    answer("A", "{}");
    assertEquals("done: {}", again.toString());
    assertEquals("success", mutations.getCurrentResult().status);
    answer("get record", "{'title':'A'}");
  }

  @Test
  public void retriedTwice_itIsSentOnce() {
    mutate(title("A"));
    fail("A");
    IntentResult failed = first();
    failed.retry.get();
    failed.retry.get();
    first().retry.get();
    settle();
    assertEquals(2, network.count("A"));
  }

  @Test
  public void retriedOffline_itShows_andGoesOnWithTheNetwork() {
    mutate(title("A"));
    fail("A");
    env.online.setOnline(false);
    retry();
    settle();
    assertEquals("queued", states());
    assertEquals("{'title':'A'}", screen.now());
    env.online.setOnline(true);
    client.resumePausedMutations();
    answer("A", "{}");
    assertEquals(keys.get(0), keys.get(1));
    answer("get record", "{'title':'A'}");
  }

  @Test
  public void otherVariables_haveAnotherKey() {
    Mutation mutation = client.getMutationCache().build(client, title("A"), null);
    outcome(mutation.execute("one"));
    fail("A");
    outcome(mutation.execute("two"));
    answer("A", "{}");
    outcome(mutation.execute("two"));
    settle();
    assertEquals(3, keys.size());
    assertFalse(keys.get(0).equals(keys.get(1)));
    assertFalse(keys.get(1).equals(keys.get(2)));
  }

  @Test
  public void executedAgainByHand_isARetry() {
    Mutation mutation = client.getMutationCache().build(client, title("A"), null);
    outcome(mutation.execute("v"));
    fail("A");
    outcome(mutation.execute("v"));
    settle();
    assertEquals("sent", states());
    assertEquals(keys.get(0), keys.get(1));
  }

  @Test
  public void aRecordThatWasNotMade_isRetriedFirst_andWhatWasDoneToItAfterIt() {
    cache("list", "[]");
    watch(query("list").staleTime(1e9));
    mutate(
        change("create", (intent, variables) -> {
          TemporaryIds.temporary(intent, "t", null);
          intent.append(key("list"), variables);
          return undefined();
        }),
        json("{'id':'t','n':'new'}"));
    mutate(
        change("update", (intent, variables) -> {
          intent.merge(key("list"), variables);
          return undefined();
        }),
        json("{'id':'t','n':'newer'}"));
    fail("create");
    assertEquals("failed | failed", states());
    assertEquals("[]", view("list"));
    // The update alone cannot be sent: there is no record, and it stays listed.
    observer.getCurrentResult().get(1).retry.get();
    settle();
    assertEquals("failed | failed", states());
    assertEquals(0, network.count("update"));
    observer.getCurrentResult().get(0).retry.get();
    observer.getCurrentResult().get(0).retry.get();
    assertEquals("[{'id':'t','n':'newer'}]", view("list"));
    answer("create", "{'id':7,'n':'new'}");
    assertEquals("{'id':7,'n':'newer'}", text(network.last("update").payload));
    answer("update", "{'id':7,'n':'newer'}");
    answer("get list", "[{'id':7,'n':'newer'}]");
    assertEquals("", states());
    wasToldThatItFailedUnsent();
  }

  // Keeping

  @Test
  public void retriesOfTheEngine_countAsAttempts() {
    mutate(title("A").retry(2).retryDelay(10));
    fail("A");
    assertEquals(1, first().attempts);
    world.advance(10);
    assertEquals(2, first().attempts);
    assertEquals("sent", states());
    answer("A", "{}");
    answer("get record", "{'title':'A'}");
  }

  @Test
  public void unknownAndSentAgain_waitsInItsScope_aFetchMayHoldItAllTheSame() {
    cache("counter", "{'n':10}");
    Screen counter = watch(query("counter").staleTime(1e9));
    mutate(change("A", (intent, v) -> {
          intent.increment(key("counter"), "n", 1);
          return undefined();
        })
        .scope("s"));
    lose("A");
    mutate(title("B").scope("s"));
    retry();
    answer("get counter", "{'n':11}");
    assertEquals("{'n':11}", counter.now());
    answer("B", "{}");
    answer("A", "{}");
    answer("get counter", "{'n':11}");
    assertEquals("{'n':11}", counter.now());
    answer("get record", "{'title':'B'}");
  }

  @Test
  public void sentAgain_itsAnswerMayBeAsOldAsTheFirstRequest() {
    client.setQueryData(key("record"), (Updater) old -> json("{'id':1,'title':'t0'}"), null);
    mutate(change("A", (intent, v) -> {
      intent.merge(key("record"), json("{'by':'A'}"));
      return undefined();
    }));
    lose("A");
    mutate(title("B"));
    answer("B", "{}");
    retry();
    answer("A", "{'id':1,'title':'t0','by':'A'}");
    assertEquals("{'id':1,'title':'B','by':'A'}", screen.now());
    answer("get record", "{'id':1,'title':'B','by':'A'}");
  }
}
