package dev.sanguine.query.pacing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.DehydratedState;
import org.junit.Test;

/** What waits for a pause of the keys is sent once it has come. */
public class DebounceTest extends PacingCase {
  private static final String ABC = "{'id':1,'title':'ABC'}";

  private MutationOptions debounced(double wait) {
    MutationOptions options = latest("save");
    options.debounce = wait;
    return options;
  }

  private MutationOptions debounced(double wait, double maxWait) {
    MutationOptions options = latest("save");
    options.debounce = debounce(wait, maxWait);
    return options;
  }

  @Test
  public void theRequestWaitsForAPause_andThePageDoesNot() {
    mutate(debounced(300), title("A"));
    world.advance(200);
    mutate(debounced(300), title("AB"));
    world.advance(299);
    assertEquals("'AB'", shown());
    mutate(debounced(300), title("ABC"));
    world.advance(299);
    assertEquals(0, network.calls().size());
    assertTrue(mutationAt(0).state.isPaused);
    world.advance(1);
    assertEquals(ABC, allSent("save"));
    answer("save", ABC);
    assertEquals("'ABC'", shown());
    nobodyListens();
  }

  @Test
  public void theFirstWaitsNoLongerThanTheLongestPause() {
    for (int i = 0; i < 10; i++) {
      mutate(answeredAfter(1, "save", debounced(300, 1000)), title("A" + i));
      world.advance(150);
    }
    assertEquals("{'id':1,'title':'A6'}", allSent("save"));
    world.advance(300);
    assertEquals("{'id':1,'title':'A6'} | {'id':1,'title':'A9'}", allSent("save"));
  }

  @Test
  public void whatIsTypedWhileARequestIsOut_waitsForBoth() {
    mutate(debounced(100), title("A"));
    world.advance(100);
    mutate(debounced(100), title("AB"));
    world.advance(100);
    mutate(debounced(100), title("ABC"));
    assertEquals(1, network.calls().size());
    answer("save", "{}");
    assertEquals(ABC, sent("save"));
    answer("save", ABC);
  }

  @Test
  public void theAnswerDoesNotShortenThePause() {
    mutate(debounced(100), title("A"));
    world.advance(100);
    mutate(debounced(100), title("ABC"));
    world.advance(50);
    answer("save", "{}");
    assertEquals(1, network.calls().size());
    world.advance(50);
    assertEquals(2, network.calls().size());
    answer("save", ABC);
  }

  @Test
  public void sendNow_endsThePause() {
    mutate(debounced(300), title("A"));
    mutate(debounced(300), title("ABC"));
    settle();
    assertTrue(client.pacing.sendNow(mutationAt(1)));
    settle();
    assertEquals(ABC, allSent("save"));
    assertTrue(!client.pacing.sendNow(mutationAt(1)));
    answer("save", ABC);
  }

  @Test
  public void aPageThatIsHidden_sendsAtOnce_toOutliveIt() {
    Seq<Object> kept = new Seq<>();
    MutationOptions save = debounced(300);
    save.mutationFn((variables, context) -> {
      kept.add(context.keepalive);
      return network.send("save", variables);
    });
    mutate(save, title("ABC"));
    settle();
    page.happens(PageEvent.HIDDEN);
    settle();
    assertEquals(ABC, allSent("save"));
    assertEquals(true, kept.get(0));
    page.happens(PageEvent.BACK);
    answer("save", ABC);
    mutate(save, title("ABC"));
    world.advance(300);
    assertTrue(!env.values.isTruthy(kept.get(1)));
    answer("save", ABC);
  }

  @Test
  public void aPageThatIsLeft_sendsWhatWaitsBehindARequest_withoutItsAnswer() {
    Outcome first = mutate(latest("save"), title("A"));
    Outcome second = mutate(latest("save"), title("AB"));
    Outcome third = mutate(latest("save"), title("ABC"));
    settle();
    page.happens(PageEvent.HIDDEN);
    settle();
    assertEquals(1, network.count("save"));
    page.happens(PageEvent.LEFT);
    assertEquals("{'id':1,'title':'A'} | " + ABC, allSent("save"));
    // It was kept, and comes back: both answers arrive, in any order, and nothing is sent twice.
    page.happens(PageEvent.LEFT);
    page.happens(PageEvent.BACK);
    network.last("save").answer(json(ABC));
    settle();
    assertEquals("done: " + ABC, third.toString());
    assertEquals("done: " + ABC, second.toString());
    answer("save", "{'id':1,'title':'A'}");
    assertEquals("done: {'id':1,'title':'A'}", first.toString());
    assertEquals(2, network.count("save"));
    assertEquals("'ABC'", shown());
  }

  @Test
  public void whatWaits_comesBackAfterAReload_asOneStreamInItsOrder() {
    MutationOptions save = debounced(300).mutationKey(key("save"));
    mutate(save, title("A"));
    mutate(save, title("AB"));
    mutate(save, title("ABC"));
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    client.clear();
    settle();
    QueryClient next = pacingClient();
    next.setMutationDefaults(key("save"), save);
    Hydration.hydrate(next, written, null);
    client = next;
    assertEquals("'ABC'", shown());
    next.resumePausedMutations();
    settle();
    assertEquals(ABC, allSent("save"));
    answer("save", ABC);
    assertEquals("'ABC'", shown());
  }

  @Test
  public void whatCantGoOnAfterAReload_holdsNobodyUp() {
    client.mount();
    atEnd(() -> client.unmount());
    env.online.setOnline(false);
    MutationOptions save = latest("save").mutationKey(key("save"));
    mutate(save, title("A"));
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    client.clear();
    settle();
    client = pacingClient();
    client.mount();
    cache("record", "{'id':1,'title':'t0'}");
    Hydration.hydrate(client, written, null);
    client.resumePausedMutations();
    Outcome undone = mutate(latest("save").hold(5000), title("B"));
    settle();
    client.pacing.undo(mutationAt(1));
    Outcome sent = mutate(latest("save"), title("C"));
    settle();
    env.online.setOnline(true);
    settle();
    assertEquals("failed: CancelledError", undone.toString());
    assertEquals("{'id':1,'title':'C'}", allSent("save"));
    answer("save", "{}");
    assertEquals("done: {}", sent.toString());
    takeReports();
  }

  @Test
  public void whatWasSentOutOfTurn_isSentAgainInItsTurn() {
    MutationOptions save = latest("save").retry(1).retryDelay(10);
    mutate(save, title("A"));
    mutate(save, title("B"));
    settle();
    page.happens(PageEvent.LEFT);
    page.happens(PageEvent.BACK);
    assertEquals(2, network.count("save"));
    network.last("save").fail("no");
    world.advance(10);
    assertEquals(2, network.count("save"));
    mutationAt(0).cancel();
    world.advance(10);
    assertEquals(2, network.count("save"));
    answer("save", "{}");
    assertEquals("{'id':1,'title':'B'}", sent("save"));
    assertEquals(3, network.count("save"));
    answer("save", "{}");
  }

  @Test
  public void aMutationThatMovesToAnotherScope_leavesThePauseOfTheFirst() {
    mutate(debounced(300), title("A"));
    settle();
    mutationAt(0).setOptions(debounced(300).scope("other"));
    world.advance(300);
    answer("save", "{}");
    mutate(debounced(300), title("B"));
    world.advance(299);
    assertEquals(1, network.count("save"));
    world.advance(1);
    assertEquals(2, network.count("save"));
    answer("save", "{}");
    nobodyListens();
  }
}
