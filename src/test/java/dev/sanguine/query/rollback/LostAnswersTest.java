package dev.sanguine.query.rollback;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.query.Fault;
import dev.sanguine.query.Faults;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.DefaultOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.IntentResult;
import org.junit.Before;
import org.junit.Test;

/** A request that may have reached the server although no answer came: nobody knows, unless the app says otherwise. */
public class LostAnswersTest extends LawCase {
  private Screen screen;
  private IntentsObserver panel;

  @Before
  public void aRecordIsShown() {
    cache("record", "{'n':0}");
    screen = watch(query("record").staleTime(1e12));
    panel = new IntentsObserver(client, undefined());
    atEnd(panel.subscribe((Listener<Seq<IntentResult>>) results -> {}));
  }

  private void failWith(String request, Object error) {
    world.runMicrotasks();
    network.pending(request).fail(error);
    settle();
  }

  /** The state of the only change that is listed. */
  private String state() {
    return join(panel.getCurrentResult().map(intent -> intent.state));
  }

  private MutationOptions add() {
    return increment("A", "record");
  }

  // The kinds of errors

  @Test
  public void theNetworksOwnErrors_andAnswersOf500AndAbove_areUnknown() {
    Seq<Object> lost = Faults.lost();
    for (int i = 0; i < lost.size(); i++) {
      mutate(add());
      failWith("A", lost.get(i));
      assertEquals("error " + i + ": " + lost.get(i), "unknown", state());
      assertEquals("{'n':" + i + "}", screen.now());
      assertEquals("one fetch finds out", i + 1, network.count("get record"));
      answer("get record", "{'n':" + (i + 1) + "}");
      assertEquals("", state());
    }
  }

  @Test
  public void answersThatSayNo_andRequestsThatNeverLeft_haveFailed() {
    Seq<Object> failed = Faults.failed();
    for (int i = 0; i < failed.size(); i++) {
      mutate(add());
      failWith("A", failed.get(i));
      assertEquals("error " + i + ": " + failed.get(i), "failed", state());
      panel.getCurrentResult().get(0).discard.run();
    }
    assertEquals(0, network.count("get record"));
    assertEquals("{'n':0}", screen.now());
  }

  @Test
  public void nothingAsAnError_hasFailed() {
    mutate(add());
    failWith("A", undefined());
    assertEquals("failed", state());
    assertEquals("{'n':0}", screen.now());
  }

  @Test
  public void aStatusOfTheError_isAskedOnEveryRuntime() {
    mutate(add());
    failWith("A", Fault.status(503));
    assertEquals("unknown", state());
    answer("get record", "{'n':0}");
    mutate(add());
    failWith("A", Fault.status(422));
    assertEquals("failed", state());
  }

  // Who decides

  @Test
  public void theErrorsOwnWord_standsOverItsKind() {
    mutate(add());
    failWith("A", Fault.status(503).saying("failed"));
    assertEquals("failed", state());
    panel.getCurrentResult().get(0).discard.run();
    mutate(add());
    failWith("A", Fault.status(404).saying("unknown"));
    assertEquals("unknown", state());
  }

  @Test
  public void aWordThatNobodyKnows_isNone() {
    mutate(add());
    failWith("A", Fault.status(503).saying("perhaps"));
    assertEquals("unknown", state());
  }

  @Test
  public void theOption_standsOverTheError() {
    mutate(add().outcome(error -> "failed"));
    failWith("A", Fault.lost());
    assertEquals("failed", state());
    panel.getCurrentResult().get(0).discard.run();
    mutate(add().outcome(error -> "unknown"));
    failWith("A", Fault.status(404).saying("failed"));
    assertEquals("unknown", state());
  }

  @Test
  public void theOption_isGivenTheError_andMayLeaveItToThat() {
    Seq<Object> given = new Seq<>();
    mutate(add().outcome(error -> {
      given.add(error);
      return undefined();
    }));
    Fault error = Fault.status(503);
    failWith("A", error);
    assertEquals(true, given.get(0) == error);
    assertEquals("unknown", state());
  }

  @Test
  public void anOptionThatSaysSomethingElse_leavesItToTheError() {
    for (Object said : new Object[] {"lost", true, false, 1.0, ""}) {
      mutate(add().outcome(error -> said));
      failWith("A", "no");
      assertEquals("failed", state());
      panel.getCurrentResult().get(0).discard.run();
    }
  }

  @Test
  public void anOptionThatThrows_isReported_andTheErrorDecides() {
    mutate(add().outcome(error -> {
      throw thrown("a mistake");
    }));
    failWith("A", Fault.status(503));
    assertEquals("unknown", state());
    assertTrue(takeReports().get(0).indexOf("outcome threw") > 0);
  }

  @Test
  public void theOption_canBeGivenForAllMutations() {
    DefaultOptions defaults = new DefaultOptions();
    defaults.mutations = MutationOptions.create().outcome(error -> "failed");
    client.setDefaultOptions(defaults);
    mutate(add());
    failWith("A", Fault.status(503));
    assertEquals("failed", state());
  }

  @Test
  public void theOption_canBeGivenForAKey() {
    client.setMutationDefaults(key("save"), MutationOptions.create().outcome(error -> "unknown"));
    mutate(add().mutationKey(key("save")));
    failWith("A", "no");
    assertEquals("unknown", state());
  }

  // Without a network

  @Test
  public void triedWithoutANetwork_itNeverLeft_andHasFailed() {
    env.online.setOnline(false);
    mutate(add().networkMode("always"));
    failWith("A", Fault.status(503));
    assertEquals("failed", state());
    assertEquals("{'n':0}", screen.now());
    assertEquals(0, network.count("get record"));
  }

  @Test
  public void triedWithoutANetwork_whichIsBackBeforeTheError_itHasFailed() {
    env.online.setOnline(false);
    mutate(add().networkMode("offlineFirst"));
    settle();
    env.online.setOnline(true);
    failWith("A", Fault.status(503));
    assertEquals("failed", state());
  }

  @Test
  public void sent_andThenTheNetworkWent_isUnknown() {
    mutate(add());
    settle();
    env.online.setOnline(false);
    failWith("A", Fault.status(503));
    assertEquals("unknown", state());
    env.online.setOnline(true);
  }

  @Test
  public void theErrorsOwnWord_holdsWithoutANetworkToo() {
    env.online.setOnline(false);
    mutate(add().networkMode("always"));
    failWith("A", Fault.lost());
    assertEquals("unknown", state());
    env.online.setOnline(true);
  }

  // Several attempts

  @Test
  public void oneAttemptIsLost_andTheNextRefused_nobodyKnows() {
    mutate(add().retry(1).retryDelay(10));
    failWith("A", Fault.status(503));
    world.advance(10);
    failWith("A", Fault.status(409));
    assertEquals("unknown", state());
  }

  @Test
  public void oneAttemptIsRefused_andTheNextLost_nobodyKnows() {
    mutate(add().retry(1).retryDelay(10));
    failWith("A", Fault.status(409));
    world.advance(10);
    failWith("A", Fault.status(503));
    assertEquals("unknown", state());
  }

  @Test
  public void everyAttemptIsRefused_itHasFailed() {
    mutate(add().retry(1).retryDelay(10));
    failWith("A", Fault.status(409));
    world.advance(10);
    failWith("A", Fault.status(409));
    assertEquals("failed", state());
  }

  @Test
  public void theFirstAttemptWasTriedWithoutANetwork_theNextIsRefused_itHasFailed() {
    env.online.setOnline(false);
    mutate(add().networkMode("always").retry(1).retryDelay(10));
    failWith("A", Fault.status(503));
    env.online.setOnline(true);
    world.advance(10);
    failWith("A", Fault.status(409));
    assertEquals("failed", state());
  }

  @Test
  public void oneAttemptIsLost_andThenItIsCancelledBetweenTwo_nobodyKnows() {
    mutate(add().retry(1).retryDelay(10));
    failWith("A", Fault.status(503));
    mutationAt(0).cancel();
    settle();
    assertEquals("{'n':0}", screen.now());
    assertEquals(1, network.count("get record"));
    takeUnhandled();
  }

  @Test
  public void oneAttemptIsLost_andThenTheAnswerComes_itIsConfirmed() {
    mutate(add().retry(1).retryDelay(10));
    failWith("A", Fault.status(503));
    assertEquals("{'n':1}", screen.now());
    world.advance(10);
    answer("A", "'ok'");
    answer("get record", "{'n':1}");
    assertEquals("{'n':0} | {'n':1}", screen.history());
  }

  // What follows

  @Test
  public void sentAgain_itHasTheSameKey() {
    Seq<Object> keys = new Seq<>();
    mutate(add().mutationFn((variables, context) -> {
      keys.add(context.idempotencyKey);
      return network.send("A", variables);
    }));
    failWith("A", Fault.status(503));
    panel.getCurrentResult().get(0).retry.get();
    settle();
    assertNotNull(keys.get(0));
    assertEquals(keys.get(0), keys.get(1));
  }

  @Test
  public void sentAgain_theFetchOfBeforeMayHoldIt_andItIsNotCountedTwice() {
    mutate(add());
    failWith("A", Fault.status(503));
    panel.getCurrentResult().get(0).retry.get();
    settle();
    answer("get record", "{'n':1}");
    assertEquals("{'n':1}", screen.now());
    answer("A", "'ok'");
    answer("get record", "{'n':1}");
    assertEquals("{'n':1}", screen.now());
  }

  @Test
  public void whatWaitsForItsRecord_fails_andIsNotSent() {
    cache("list", "[]");
    mutate(create("create", "list"), json("{'id':'t'}"));
    Outcome waiting = mutate(patch("patch", "list"), json("{'id':'t','n':'new'}"));
    failWith("create", Fault.status(503));
    assertEquals(true, waiting.failed());
    assertEquals("unknown | failed", state());
    assertEquals(0, network.count("patch"));
    assertEquals("[]", view("list"));
  }

  @Test
  public void aPlainMutation_failsAsUpstream() {
    Outcome outcome = mutate(plain("A"));
    failWith("A", Fault.status(503));
    assertEquals(true, outcome.failed());
    assertEquals(0, network.count("get record"));
  }
}
