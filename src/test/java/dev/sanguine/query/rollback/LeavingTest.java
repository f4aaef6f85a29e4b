package dev.sanguine.query.rollback;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.DehydratedState;
import dev.sanguine.query.state.IntentResult;
import dev.sanguine.query.state.MutationContext;
import org.junit.Before;
import org.junit.Test;

/** After a logout nothing of the last user is sent or shown: whatever was under way is given up, as if it were cancelled. */
public class LeavingTest extends LawCase {
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

  private void nextUser() {
    cache("list", "[{'id':9,'n':'bob'}]");
    cache("record", "{'n':7}");
  }

  private void onlyTheNextUserIsShown() {
    assertEquals("[{'id':9,'n':'bob'}]", view("list"));
    assertEquals("{'n':7}", view("record"));
    assertNull(queryOf("list").gate());
    assertNull(queryOf("record").gate());
  }

  @Test
  public void clear_givesUpWhatIsInFlight_andItsAnswerChangesNothing() {
    Outcome outcome = mutate(increment("A", "record"));
    settle();
    client.clear();
    nextUser();
    settle();
    assertEquals("failed: CancelledError", outcome.toString());
    answer("A", "{'n':1}");
    onlyTheNextUserIsShown();
  }

  @Test
  public void clear_abortsTheSignalOfTheRequestThatIsInFlight() {
    Seq<MutationContext> given = new Seq<>();
    MutationOptions options = increment("A", "record");
    options.mutationFn = (variables, context) -> {
      given.add(context);
      return network.send("A", variables);
    };
    Outcome outcome = mutate(options);
    settle();
    assertEquals(false, given.get(0).signal.aborted);
    client.clear();
    settle();
    assertEquals(true, given.get(0).signal.aborted);
    assertEquals("failed: CancelledError", outcome.toString());
  }

  @Test
  public void clear_whatIsPaused_isNotSentWhenTheNetworkIsBack() {
    offline();
    Outcome outcome = mutate(increment("A", "record"));
    settle();
    client.clear();
    nextUser();
    online();
    client.resumePausedMutations();
    settle();
    assertEquals("failed: CancelledError", outcome.toString());
    assertEquals(0, network.count("A"));
    onlyTheNextUserIsShown();
  }

  @Test
  public void clear_whatStandsInTheLineOfAScope_isNotSent() {
    mutate(increment("A", "record").scope("s"));
    Outcome second = mutate(increment("B", "record").scope("s"));
    Outcome third = mutate(increment("C", "record").scope("s"));
    settle();
    client.clear();
    nextUser();
    answer("A", "{}");
    settle();
    assertEquals("failed: CancelledError", second.toString());
    assertEquals("failed: CancelledError", third.toString());
    assertEquals(0, network.count("B") + network.count("C"));
    onlyTheNextUserIsShown();
  }

  @Test
  public void clear_theNextUsersMutationOfTheSameScope_isSent() {
    mutate(increment("A", "record").scope("s"));
    mutate(increment("B", "record").scope("s"));
    settle();
    client.clear();
    nextUser();
    settle();
    takeUnhandled();
    mutate(increment("C", "record").scope("s"));
    settle();
    assertEquals("{'n':8}", view("record"));
    answer("C", "{'n':8}");
    assertEquals("{'n':8}", base("record"));
    assertEquals(0, network.count("B"));
  }

  @Test
  public void clear_endsTheRetries() {
    Outcome outcome = mutate(increment("A", "record").retry(3).retryDelay(100));
    fail("A");
    client.clear();
    nextUser();
    world.advance(10_000);
    assertEquals(1, network.count("A"));
    assertEquals("failed: CancelledError", outcome.toString());
    onlyTheNextUserIsShown();
  }

  @Test
  public void clear_whatWaitsForATemporaryId_isNotSent_whenItsRecordIsMade() {
    Outcome created = mutate(create("create", "list"), json("{'id':'t','n':'new'}"));
    Outcome patched = mutate(patch("patch", "list"), json("{'id':'t','n':'alice'}"));
    Outcome told = mutate(plain("share"), json("{'item':'t'}"));
    settle();
    client.clear();
    nextUser();
    answer("create", "{'id':9}");
    assertEquals("failed: CancelledError", created.toString());
    assertEquals("failed: CancelledError", patched.toString());
    assertEquals("failed: CancelledError", told.toString());
    assertEquals(0, network.count("patch") + network.count("share"));
    onlyTheNextUserIsShown();
  }

  @Test
  public void clear_theNextUsersRecordMayBearTheSameTemporaryId() {
    mutate(create("create", "list"), json("{'id':'t','n':'alice'}"));
    settle();
    client.clear();
    nextUser();
    answer("create", "{'id':2,'n':'alice'}");
    takeUnhandled();
    mutate(create("create", "list"), json("{'id':'t','n':'bob too'}"));
    mutate(patch("patch", "list"), json("{'id':'t','n':'B'}"));
    settle();
    assertEquals("[{'id':9,'n':'bob'},{'id':'t','n':'B'}]", view("list"));
    assertEquals(0, network.count("patch"));
    answer("create", "{'id':10,'n':'bob too'}");
    assertEquals("{'id':10,'n':'B'}", sent("patch"));
    assertEquals("[{'id':9,'n':'bob'},{'id':10,'n':'B'}]", view("list"));
    answer("patch", "{'id':10,'n':'B'}");
  }

  @Test
  public void clear_whatWaitsInItsOnMutate_isNotSent() {
    Outcome outcome = mutate(
        increment("A", "record").onMutate((variables, context) -> network.send("slow", null)));
    settle();
    client.clear();
    nextUser();
    answer("slow", "1");
    assertEquals(0, network.count("A"));
    assertEquals("failed: CancelledError", outcome.toString());
    onlyTheNextUserIsShown();
  }

  @Test
  public void clear_inACallbackOfAnotherMutation_givesUpTheRest() {
    Outcome other = mutate(increment("A", "record").retry(3).retryDelay(10));
    settle();
    mutate(plain("B").onError((error, variables, onMutateResult, context) -> {
      client.clear();
      nextUser();
      return undefined();
    }));
    fail("B");
    fail("A");
    world.advance(1000);
    assertEquals("failed: CancelledError", other.toString());
    assertEquals(1, network.count("A"));
    onlyTheNextUserIsShown();
  }

  @Test
  public void clear_inACallbackOfTheChangeItself_changesNothingOfItsEnd() {
    Outcome outcome =
        mutate(increment("A", "record").onSuccess((data, variables, onMutateResult, context) -> {
          client.clear();
          nextUser();
          return undefined();
        }));
    answer("A", "{'n':1}");
    assertEquals("done: {'n':1}", outcome.toString());
    onlyTheNextUserIsShown();
  }

  @Test
  public void clear_callsTheCallbacks_asCancelDoes() {
    Seq<String> heard = new Seq<>();
    mutate(increment("A", "record")
        .onSuccess((data, variables, onMutateResult, context) -> hear(heard, "success"))
        .onError((error, variables, onMutateResult, context) -> hear(heard, "error"))
        .onSettled((data, error, variables, onMutateResult, context) -> hear(heard, "settled")));
    settle();
    client.clear();
    settle();
    takeUnhandled();
    assertEquals("error | settled", join(heard));
  }

  @Test
  public void clear_nothingIsListedAfterwards() {
    IntentsObserver observer = new IntentsObserver(client, undefined());
    atEnd(observer.subscribe((dev.sanguine.env.Listener<Seq<IntentResult>>) result -> {}));
    mutate(increment("A", "record"));
    mutate(create("create", "list"), json("{'id':'t'}"));
    mutate(patch("patch", "list"), json("{'id':'t','n':'alice'}"));
    Outcome failed = mutate(increment("F", "record"));
    fail("F");
    assertEquals(4, observer.getCurrentResult().size());
    client.clear();
    settle();
    assertEquals(0, observer.getCurrentResult().size());
    assertEquals("failed: F failed", failed.toString());
    takeUnhandled();
  }

  @Test
  public void clear_theTimerOfTheNextAttempt_endsWithTheMutation() {
    mutate(increment("A", "record").retry(3).retryDelay(60_000));
    fail("A");
    int before = world.timersLeft();
    client.clear();
    settle();
    takeUnhandled();
    assertTrue("" + before, before > 0);
    assertEquals(0, world.timersLeft());
  }

  @Test
  public void clear_aFailedOneThatIsOnScreenStill_isNotSentByItsRetry() {
    IntentsObserver observer = new IntentsObserver(client, undefined());
    mutate(increment("A", "record"));
    fail("A");
    IntentResult toast = observer.getCurrentResult().get(0);
    client.clear();
    nextUser();
    toast.retry.get();
    settle();
    assertEquals(1, network.count("A"));
    onlyTheNextUserIsShown();
  }

  @Test
  public void clear_whileChangesOfOneKeyAreResumedInTheirOrder_theNextIsNotSent() {
    offline();
    mutate(increment("A", "record"));
    mutate(increment("B", "record"));
    settle();
    online();
    assertEquals(1, network.count("A"));
    client.clear();
    nextUser();
    answer("A", "{}");
    assertEquals(0, network.count("B"));
    onlyTheNextUserIsShown();
    takeUnhandled();
  }

  @Test
  public void clear_aChangeByFilters_takesHoldOfNoQueryOfTheNextUser() {
    mutate(change("A", (intent, variables) -> {
      intent.merge(prefix("list"), json("{'id':9,'n':'alice'}"));
      return undefined();
    }));
    settle();
    client.clear();
    nextUser();
    settle();
    onlyTheNextUserIsShown();
    takeUnhandled();
    wasToldThatNothingWasFound();
  }

  @Test
  public void clear_anotherClientsChanges_stay() {
    QueryClient other = newClient();
    other.setQueryData(key("record"), json("{'n':0}"), null);
    Outcome outcome = outcome(other.mutate(increment("A", "record"), undefined()));
    mutate(increment("B", "record"));
    settle();
    client.clear();
    settle();
    assertEquals("{'n':1}", text(other.getQueryData(key("record"))));
    answer("A", "{'n':1}");
    assertEquals("done: {'n':1}", outcome.toString());
    takeUnhandled();
  }

  @Test
  public void clear_plainMutations_goOn_asUpstream() {
    Seq<String> heard = new Seq<>();
    Outcome outcome = mutate(
        plain("A").onSuccess((data, variables, onMutateResult, context) -> hear(heard, "success")));
    settle();
    client.clear();
    answer("A", "'ok'");
    assertEquals("done: 'ok'", outcome.toString());
    assertEquals("success", join(heard));
  }

  @Test
  public void clear_aRestoredChange_isNotSent() {
    offline();
    MutationOptions save = increment("A", "record").mutationKey(key("save"));
    Outcome outcome = mutate(save);
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    client.clear();
    settle();
    assertEquals("failed: CancelledError", outcome.toString());
    client.setMutationDefaults(key("save"), save);
    Hydration.hydrate(client, written, null);
    assertEquals("{'n':1}", view("record"));
    client.clear();
    nextUser();
    online();
    client.resumePausedMutations();
    settle();
    assertEquals(0, network.count("A"));
    onlyTheNextUserIsShown();
  }

  @Test
  public void clear_whileAFetchIsUnderWay_whichWouldBeFollowedByAResync_sendsNothingMore() {
    Screen screen = watch(query("record").staleTime(1e9));
    mutate(increment("A", "record"));
    refetch("record");
    screen.stop.run();
    client.clear();
    settle();
    answer("A", "{'n':1}");
    answer("get record", "{'n':1}");
    assertEquals(1, network.count("get record"));
    assertEquals("absent", view("record"));
    takeUnhandled();
  }
}
