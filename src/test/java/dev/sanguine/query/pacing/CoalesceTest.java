package dev.sanguine.query.pacing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationObserver;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** What waits in a scope is sent as one request, and every caller learns what became of it. */
public class CoalesceTest extends PacingCase {
  private static final String ONE = "{'id':1,'title':'A'}";

  @Test
  public void latest_sendsTheFirst_andThenTheLastOfThoseThatCameMeanwhile() {
    mutate(latest("save"), title("A"));
    mutate(latest("save"), title("AB"));
    mutate(latest("save"), title("ABC"));
    settle();
    assertEquals(ONE, allSent("save"));
    assertEquals("'ABC'", shown());
    answer("save", ONE);
    assertEquals(ONE + " | {'id':1,'title':'ABC'}", allSent("save"));
    assertEquals("'ABC'", shown());
    answer("save", "{'id':1,'title':'ABC'}");
    assertEquals("'ABC'", shown());
    nobodyListens();
  }

  @Test
  public void merge_putsTheFieldsOfLaterCallsOver() {
    mutate(merge("save"), title("A"));
    mutate(merge("save"), title("B"));
    mutate(merge("save"), status("x"));
    mutate(merge("save"), title("C"));
    settle();
    answer("save", ONE);
    assertEquals(ONE + " | {'id':1,'title':'C','status':'x'}", allSent("save"));
  }

  @Test
  public void everyCaller_isAnsweredByTheRequestThatCarriedItsChange() {
    Seq<String> heard = new Seq<>();
    Seq<Outcome> outcomes = new Seq<>();
    for (String title : new String[] {"A", "B", "C"}) {
      outcomes.add(mutate(
          merge("save")
              .onSuccess((data, variables, context, mutation) ->
                  hear(heard, Json.get(variables, "title") + " got " + text(Json.get(data, "n")))),
          title(title)));
    }
    settle();
    answer("save", "{'id':1,'n':1}");
    assertEquals("A got 1", join(heard));
    answer("save", "{'id':1,'n':2}");
    assertEquals("A got 1 | B got 2 | C got 2", join(heard));
    assertEquals("done: {'id':1,'n':1}", outcomes.get(0).toString());
    assertEquals("done: {'id':1,'n':2}", outcomes.get(1).toString());
    assertEquals("done: {'id':1,'n':2}", outcomes.get(2).toString());
  }

  @Test
  public void aFailure_takesBackOnlyWhatTheRequestCarried_andWhatWaitsBehindGoesOn() {
    Outcome first = mutate(merge("save"), title("A"));
    settle();
    Outcome second = mutate(merge("save"), title("B"));
    Outcome third = mutate(merge("save"), status("x"));
    settle();
    answer("save", ONE);
    Outcome fourth = mutate(merge("save"), status("y"));
    settle();
    assertEquals("{'id':1,'title':'B','status':'y'}", view("record"));
    fail("save");
    assertEquals("{'id':1,'title':'A','status':'y'}", view("record"));
    assertEquals("failed: save failed", second.toString());
    assertEquals("failed: save failed", third.toString());
    assertEquals("{'id':1,'status':'y'}", sent("save"));
    answer("save", "{'id':1,'status':'y'}");
    assertEquals("done: {'id':1,'title':'A'}", first.toString());
    assertEquals("done: {'id':1,'status':'y'}", fourth.toString());
    assertEquals("{'id':1,'title':'A','status':'y'}", view("record"));
  }

  @Test
  public void aFunctionDecides() {
    MutationOptions add = change("add", (intent, by) -> {
          intent.increment(key("record"), "n", env.values.number(by));
          return undefined();
        })
        .scope("record")
        .coalesce((waiting, next) -> env.values.number(waiting) + env.values.number(next));
    mutate(add, 1.0);
    mutate(add, 2.0);
    mutate(add, 3.0);
    settle();
    assertEquals("6", text(Json.get(client.getQueryData(key("record")), "n")));
    answer("add", "{}");
    assertEquals("1 | 5", allSent("add"));
    answer("add", "{}");
    assertEquals("6", text(Json.get(client.getQueryData(key("record")), "n")));
  }

  @Test
  public void aFunctionThatReturnsNothing_keepsThemApart() {
    MutationOptions save = save("save").coalesce((waiting, next) -> undefined());
    mutate(save, title("A"));
    mutate(save, title("B"));
    mutate(save, title("C"));
    settle();
    answer("save", "{}");
    answer("save", "{}");
    answer("save", "{}");
    assertEquals(ONE + " | {'id':1,'title':'B'} | {'id':1,'title':'C'}", allSent("save"));
  }

  @Test
  public void aFunctionThatThrows_isReported_andNothingIsLost() {
    MutationOptions save = save("save").coalesce((waiting, next) -> {
      throw thrown("no");
    });
    mutate(save, title("A"));
    mutate(save, title("B"));
    mutate(save, title("C"));
    settle();
    answer("save", "{}");
    answer("save", "{}");
    answer("save", "{}");
    assertEquals(ONE + " | {'id':1,'title':'B'} | {'id':1,'title':'C'}", allSent("save"));
    assertTrue(takeReports().get(0).indexOf("coalesce threw") > 0);
  }

  @Test
  public void recordsWithOtherIds_areSentOneAfterTheOther() {
    cache("record", "[{'id':1},{'id':2}]");
    mutate(merge("save"), title("A"));
    mutate(merge("save"), Json.object("id", 1, "title", "B"));
    mutate(merge("save"), Json.object("id", 2, "title", "C"));
    mutate(merge("save"), Json.object("id", "2", "status", "x"));
    settle();
    answer("save", "{}");
    answer("save", "{}");
    answer("save", "{}");
    assertEquals(
        ONE + " | {'id':1,'title':'B'} | {'id':'2','title':'C','status':'x'}", allSent("save"));
  }

  @Test
  public void mutationsWithOtherKeys_areSentOneAfterTheOther() {
    mutate(merge("rename").mutationKey(key("rename")), title("A"));
    mutate(merge("rename").mutationKey(key("rename")), title("B"));
    mutate(merge("move").mutationKey(key("move")), status("x"));
    settle();
    answer("rename", "{}");
    assertEquals(0, network.count("move"));
    answer("rename", "{}");
    answer("move", "{}");
    assertEquals(ONE + " | {'id':1,'title':'B'}", allSent("rename"));
    assertEquals("{'id':1,'status':'x'}", allSent("move"));
  }

  @Test
  public void oneKey_isSentWithEachRequest_overItsRetries() {
    Seq<String> keys = new Seq<>();
    MutationOptions save = merge("save").retry(1).retryDelay(10);
    save.mutationFn((variables, context) -> {
      keys.add(context.idempotencyKey);
      return network.send("save", variables);
    });
    mutate(save, title("A"));
    mutate(save, title("B"));
    mutate(save, status("x"));
    settle();
    answer("save", ONE);
    fail("save");
    world.advance(10);
    answer("save", ONE);
    assertEquals(3, keys.size());
    assertEquals(keys.get(1), keys.get(2));
    assertFalse(keys.get(0).equals(keys.get(1)));
    assertEquals(
        ONE + " | {'id':1,'title':'B','status':'x'} | {'id':1,'title':'B','status':'x'}",
        allSent("save"));
  }

  @Test
  public void severalObservers_ofOneScope_areOneStream() {
    MutationObserver one = new MutationObserver(client, merge("save"));
    MutationObserver other = new MutationObserver(client, merge("save"));
    atEnd(one.subscribe(result -> {}));
    atEnd(other.subscribe(result -> {}));
    outcome(one.mutate(title("A"), null));
    outcome(one.mutate(title("B"), null));
    outcome(other.mutate(status("x"), null));
    settle();
    answer("save", ONE);
    assertEquals("{'id':1,'title':'B','status':'x'}", sent("save"));
    assertEquals("pending", one.getCurrentResult().status);
    assertFalse(one.getCurrentResult().isPaused);
    answer("save", "{'id':1}");
    assertEquals("success", one.getCurrentResult().status);
    assertEquals("success", other.getCurrentResult().status);
    assertEquals("{'id':1,'title':'B'}", text(one.getCurrentResult().variables));
  }

  @Test
  public void theLatestCallsFunctionSends() {
    mutate(latest("one"), title("A"));
    mutate(latest("two"), title("B"));
    mutate(latest("three"), title("C"));
    settle();
    answer("one", "{}");
    assertEquals(0, network.count("two"));
    answer("three", "{}");
  }

  @Test
  public void oneThatIsCancelledWhileItWaits_isNotSent() {
    mutate(merge("save"), title("A"));
    mutate(merge("save"), title("B"));
    Outcome cancelled = mutate(merge("save"), status("x"));
    settle();
    mutationAt(2).cancel();
    settle();
    assertEquals("failed: CancelledError", cancelled.toString());
    answer("save", "{}");
    assertEquals("{'id':1,'title':'B'}", sent("save"));
    answer("save", "{}");
  }

  @Test
  public void oneThatIsCancelledInFlight_leavesAlone_andTheOthersAreAnswered() {
    mutate(merge("save"), title("A"));
    Outcome second = mutate(merge("save"), title("B"));
    Outcome third = mutate(merge("save"), status("x"));
    settle();
    answer("save", ONE);
    Mutation lead = mutationAt(2);
    lead.cancel();
    settle();
    assertEquals("failed: CancelledError", third.toString());
    assertTrue(second.isPending());
    assertEquals("{'id':1,'title':'B','status':'s0'}", view("record"));
    answer("save", "{'id':1,'title':'B'}");
    assertEquals("done: {'id':1,'title':'B'}", second.toString());
  }

  @Test
  public void whatWasCancelledInFlight_isNotSentAgain() {
    MutationOptions save = merge("save").retry(1).retryDelay(10);
    mutate(save, title("A"));
    Outcome second = mutate(save, title("B"));
    mutate(save, status("x"));
    settle();
    answer("save", ONE);
    mutationAt(2).cancel();
    settle();
    fail("save");
    world.advance(10);
    assertEquals("{'id':1,'title':'B'}", sent("save"));
    answer("save", "{'id':1,'title':'B'}");
    assertEquals("done: {'id':1,'title':'B'}", second.toString());
  }

  @Test
  public void ifAllAreCancelledInFlight_theNextWaitsUntilTheRequestIsBack() {
    mutate(merge("save"), title("A"));
    mutate(merge("save"), title("B"));
    mutate(merge("save"), status("x"));
    settle();
    answer("save", ONE);
    mutationAt(1).cancel();
    mutationAt(2).cancel();
    mutate(merge("save"), title("C"));
    settle();
    assertEquals(2, network.count("save"));
    answer("save", "{}");
    assertEquals("{'id':1,'title':'C'}", sent("save"));
    answer("save", "{'id':1,'title':'C'}");
  }

  @Test
  public void offline_theyWait_andAreMergedWhenTheNetworkIsBack() {
    client.mount();
    atEnd(() -> client.unmount());
    env.online.setOnline(false);
    mutate(merge("save"), title("A"));
    mutate(merge("save"), title("B"));
    mutate(merge("save"), status("x"));
    settle();
    assertEquals(0, network.calls().size());
    env.online.setOnline(true);
    settle();
    assertEquals("{'id':1,'title':'B','status':'x'}", allSent("save"));
    answer("save", "{'id':1,'title':'B','status':'x'}");
  }

  @Test
  public void offlineBetweenTwoAttempts_theRequestGoesOnWhenTheNetworkIsBack() {
    client.mount();
    atEnd(() -> client.unmount());
    MutationOptions save = merge("save").retry(1).retryDelay(10);
    mutate(save, title("A"));
    Outcome second = mutate(save, title("B"));
    mutate(save, status("x"));
    settle();
    answer("save", ONE);
    fail("save");
    env.online.setOnline(false);
    world.advance(10);
    assertEquals(2, network.count("save"));
    assertTrue(mutationAt(1).state.isPaused);
    env.online.setOnline(true);
    settle();
    assertEquals(3, network.count("save"));
    answer("save", "{}");
    assertEquals("done: {}", second.toString());
  }

  @Test
  public void clear_rejectsAllOfThem_andSendsNothing() {
    Seq<Outcome> outcomes = new Seq<>();
    MutationOptions plain = plain("plain").scope("plain").coalesce("latest");
    for (String title : new String[] {"A", "B", "C"}) {
      outcomes.add(mutate(merge("save"), title(title)));
      outcomes.add(mutate(plain, title(title)));
    }
    settle();
    client.getMutationCache().clear();
    settle();
    outcomes.each(outcome -> assertEquals("failed: CancelledError", outcome.toString()));
    answer("save", "{}");
    answer("plain", "{}");
    assertEquals(1, network.count("save"));
    assertEquals(1, network.count("plain"));
    nobodyListens();
  }

  @Test
  public void plainMutations_areMergedToo() {
    MutationOptions plain = plain("plain").scope("plain").coalesce("latest");
    mutate(plain, title("A"));
    Outcome second = mutate(plain, title("B"));
    mutate(plain, title("C"));
    settle();
    answer("plain", "1");
    answer("plain", "2");
    assertEquals(ONE + " | {'id':1,'title':'C'}", allSent("plain"));
    assertEquals("done: 2", second.toString());
  }

  @Test
  public void theAnswer_isWrittenOverTheRecord() {
    mutate(merge("save"), title("A"));
    mutate(merge("save"), title("B"));
    mutate(merge("save"), status("x"));
    settle();
    answer("save", "{'id':1,'title':'A','v':2}");
    assertEquals("{'id':1,'title':'B','status':'x','v':2}", view("record"));
    answer("save", "{'id':1,'title':'B','status':'x','v':3}");
    assertEquals("{'id':1,'title':'B','status':'x','v':3}", view("record"));
  }

  @Test
  public void hundredKeystrokes_inTwoSeconds_at200ms_areElevenRequests() {
    Seq<Outcome> outcomes = new Seq<>();
    StringBuilder typed = new StringBuilder();
    for (int i = 1; i <= 100; i++) {
      typed.append(i % 10);
      outcomes.add(mutate(answeredAfter(200, "save", latest("save")), title(typed.toString())));
      assertEquals("'" + typed + "'", shown());
      world.advance(20);
      assertEquals("'" + typed + "'", shown());
    }
    world.advance(1000);
    assertEquals(11, network.count("save"));
    assertEquals("{'id':1,'title':'" + typed + "'}", sent("save"));
    outcomes.each(outcome -> assertEquals(false, outcome.isPending() || outcome.failed()));
    assertEquals("'" + typed + "'", shown());
    assertEquals("{'id':1,'title':'" + typed + "','status':'s0'}", base("record"));
  }
}
