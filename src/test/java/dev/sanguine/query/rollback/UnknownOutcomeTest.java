package dev.sanguine.query.rollback;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;

import dev.sanguine.env.Seq;
import dev.sanguine.law.Intent;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** The request was sent and no answer came that can be read: nobody knows. The change leaves, and one fetch finds out. */
public class UnknownOutcomeTest extends EngineCase {
  private Screen screen;
  private Intent issued;

  @Before
  public void aRecordIsShown() {
    cache("record", "{'title':'t0'}");
    screen = watch(query("record").staleTime(1e9));
  }

  private MutationOptions title(String name) {
    return change(name, (intent, v) -> {
      issued = intent;
      intent.merge(key("record"), json("{'title':'" + name + "'}"));
      return undefined();
    });
  }

  @Test
  public void theChangeLeaves_andItsStateIsUnknown() {
    Outcome outcome = mutate(title("A"));
    lose("A");
    assertEquals("{'title':'t0'}", screen.now());
    assertEquals("unknown", issued.getState());
    assertEquals(true, outcome.failed());
  }

  @Test
  public void oneFetchIsSent_andWhatItBringsIsShown() {
    mutate(title("A"));
    lose("A");
    assertEquals(1, network.count("get record"));
    answer("get record", "{'title':'A'}");
    assertEquals("{'title':'A'}", screen.now());
    assertNull(queryOf("record").gate());
    assertEquals(1, network.count("get record"));
  }

  @Test
  public void anotherChangeIsInFlight_theFetchWaitsForIt() {
    mutate(title("A"));
    mutate(setField("B", "by", "B"));
    lose("A");
    assertEquals("{'title':'t0','by':'B'}", screen.now());
    assertEquals(0, network.count("get record"));
    fail("B");
    assertEquals(1, network.count("get record"));
  }

  @Test
  public void resyncFalse_nothingIsFetched() {
    mutate(title("A").resync(false));
    lose("A");
    assertEquals(0, network.count("get record"));
    assertEquals("{'title':'t0'}", screen.now());
  }

  @Test
  public void aPlainMutation_thatIsRetried_isNotAskedForItsOutcome() {
    int[] asked = {0};
    mutate(MutationOptions.create()
        .mutationFn((variables, context) -> network.send("A", variables))
        .outcome(error -> asked[0]++)
        .retry(1)
        .retryDelay(1));
    fail("A");
    world.advance(1);
    settle();
    fail("A");
    assertEquals(0, asked[0]);
  }

  @Test
  public void aPlainFailure_isNotUnknown() {
    mutate(title("A"));
    fail("A");
    assertEquals("failed", issued.getState());
    assertEquals(0, network.count("get record"));
  }

  @Test
  public void aRequestThatNeverLeft_isNotUnknown() {
    env.online.setOnline(false);
    Mutation mutation = client.getMutationCache().build(client, title("A"), null);
    Outcome outcome = outcome(mutation.execute(undefined()));
    settle();
    mutation.cancel();
    settle();
    assertEquals("failed", issued.getState());
    assertEquals("{'title':'t0'}", screen.now());
    assertEquals("failed: CancelledError", outcome.toString());
  }

  @Test
  public void cancelledAfterItLeft_isUnknown_andIsFetched() {
    Mutation mutation = client.getMutationCache().build(client, title("A"), null);
    Outcome outcome = outcome(mutation.execute(undefined()));
    settle();
    mutation.cancel();
    assertEquals("{'title':'t0'}", text(client.getQueryData(key("record"))));
    settle();
    assertEquals("unknown", issued.getState());
    assertEquals(true, outcome.failed());
    assertEquals(1, network.count("get record"));
  }

  @Test
  public void cancel_abortsTheSignalThatTheMutationFunctionWasGiven() {
    Seq<Object> signals = new Seq<>();
    MutationOptions options = title("A");
    options.mutationFn = (variables, context) -> {
      signals.add(context.signal);
      return network.send("A", null);
    };
    Mutation mutation = client.getMutationCache().build(client, options, null);
    outcome(mutation.execute(undefined()));
    settle();
    dev.sanguine.env.AbortSignal signal = (dev.sanguine.env.AbortSignal) signals.get(0);
    assertFalse(signal.aborted);
    mutation.cancel();
    assertEquals(true, signal.aborted);
  }

  @Test
  public void retries_carryTheSameIdempotencyKey_andAnotherMutationAnother() {
    Seq<String> sent = new Seq<>();
    MutationOptions options = title("A").retry(1).retryDelay(10);
    options.mutationFn = (variables, context) -> {
      sent.add(context.idempotencyKey);
      return network.send("A", null);
    };
    mutate(options);
    lose("A");
    world.advance(10);
    answer("A", "{}");
    mutate(options);
    settle();
    assertEquals(3, sent.size());
    assertEquals(sent.get(0), sent.get(1));
    assertFalse(sent.get(0).equals(sent.get(2)));
  }

  @Test
  public void anIdempotencyKey_isWholeNumbersWithDashes_onEveryRuntime() {
    Seq<String> sent = new Seq<>();
    MutationOptions options = title("A");
    options.mutationFn = (variables, context) -> {
      sent.add(context.idempotencyKey);
      return network.send("A", null);
    };
    mutate(options);
    settle();
    String key = sent.get(0);
    String dashes = "";
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      assertEquals(key, true, c == '-' || c >= '0' && c <= '9');
      dashes += c == '-' ? "-" : "";
    }
    assertEquals(key, "---", dashes);
  }

  @Test
  public void whileItIsRetried_theChangeStays() {
    mutate(title("A").retry(2).retryDelay(100));
    lose("A");
    assertEquals("{'title':'A'}", screen.now());
    world.advance(100);
    fail("A");
    assertEquals("{'title':'A'}", screen.now());
    world.advance(100);
    answer("A", "{}");
    answer("get record", "{'title':'A'}");
    assertEquals("{'title':'t0'} | {'title':'A'}", screen.history());
  }

  @Test
  public void lostAtFirst_thenTheNetworkIsDown_isStillUnknown() {
    mutate(title("A").retry(1).retryDelay(100));
    lose("A");
    world.advance(100);
    fail("A");
    assertEquals("unknown", issued.getState());
    assertEquals(1, network.count("get record"));
  }

  @Test
  public void cancelOfTheFirstOfAScope_letsTheNextGo_whenItsRequestHasComeBack() {
    Mutation first = client.getMutationCache().build(client, title("A").scope("s"), null);
    outcome(first.execute(undefined()));
    mutate(title("B").scope("s"));
    settle();
    assertEquals(0, network.count("B"));
    first.cancel();
    settle();
    assertEquals("{'title':'B'}", screen.now());
    // The server may be taking it still: B would be overtaken by what was given up.
    assertEquals(0, network.count("B"));
    fail("A");
    assertEquals(1, network.count("B"));
  }

  @Test
  public void cancelOfOneThatWaitsInAScope_isFailed_andIsNeverSent() {
    mutate(title("A").scope("s"));
    Mutation second = client.getMutationCache().build(client, title("B").scope("s"), null);
    Outcome outcome = outcome(second.execute(undefined()));
    settle();
    second.cancel();
    assertEquals("{'title':'A'}", text(client.getQueryData(key("record"))));
    settle();
    assertEquals("failed: CancelledError", outcome.toString());
    answer("A", "{}");
    assertEquals(0, network.count("B"));
  }

  @Test
  public void cancelAfterTheAnswer_changesNothing() {
    Mutation mutation = client
        .getMutationCache()
        .build(
            client,
            title("A")
                .onSuccess(
                    (data, variables, onMutateResult, context) -> network.send("slow", null)),
            null);
    Outcome outcome = outcome(mutation.execute(undefined()));
    answer("A", "{}");
    mutation.cancel();
    assertEquals("{'title':'A'}", screen.now());
    answer("slow", "1");
    assertEquals("done: {}", outcome.toString());
    mutation.cancel();
  }

  @Test
  public void anAnswerAfterTheCancellation_isIgnored() {
    Mutation mutation = client.getMutationCache().build(client, title("A"), null);
    outcome(mutation.execute(undefined()));
    settle();
    mutation.cancel();
    settle();
    answer("A", "{}");
    assertEquals("{'title':'t0'}", screen.now());
    answer("get record", "{'title':'A'}");
    assertEquals("{'title':'A'}", screen.now());
  }

  @Test
  public void theFetchThatFollowsIsCalledOff_theQueryIsStale() {
    mutate(title("A"));
    lose("A");
    client.cancelQueries(key("record"), null);
    settle();
    assertEquals("idle", state("record").fetchStatus);
    assertEquals(true, state("record").isInvalidated);
  }
}
