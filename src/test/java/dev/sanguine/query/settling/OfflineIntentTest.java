package dev.sanguine.query.settling;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Intent;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** Changes without a network: they wait, stay shown and are sent in order. */
public class OfflineIntentTest extends EngineCase {
  @Before
  public void aRecord() {
    client.mount();
    atEnd(() -> client.unmount());
    cache("record", "{'title':'t0'}");
  }

  private void offline() {
    env.online.setOnline(false);
  }

  private void online() {
    env.online.setOnline(true);
    settle();
  }

  @Test
  public void theChangeStays_whileItsMutationIsPaused() {
    offline();
    Intent[] issued = {null};
    MutationOptions options = change("A", (intent, v) -> {
      issued[0] = intent;
      intent.merge(key("record"), json("{'title':'A'}"));
      return undefined();
    });
    mutate(options);
    settle();
    world.advance(60 * 1000);
    assertEquals("{'title':'A'}", view("record"));
    assertEquals("queued", issued[0].getState());
    assertEquals(true, client.getMutationCache().getAll().get(0).state.isPaused);
    online();
    assertEquals("sent", issued[0].getState());
    answer("A", "{}");
    assertEquals("{'title':'A'}", base("record"));
  }

  @Test
  public void networkModeAlways_aCutNetworkIsAFailure() {
    offline();
    network.down();
    Outcome outcome = mutate(setField("A", "title", "A").networkMode("always"));
    assertEquals("{'title':'A'}", view("record"));
    settle();
    assertEquals("failed: network down", outcome.toString());
    assertEquals("{'title':'t0'}", view("record"));
    network.up();
  }

  @Test
  public void changesOfOneKey_areResumedInTheirOrder_oneAfterTheOther() {
    offline();
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "title", "B"));
    mutate(setField("C", "title", "C"));
    settle();
    online();
    assertEquals("A", sent());
    answer("A", "{}");
    assertEquals("A | B", sent());
    answer("B", "{}");
    assertEquals("A | B | C", sent());
    assertEquals("{'title':'C'}", view("record"));
  }

  @Test
  public void changesOfOneKey_theFirstFails_theNextIsStillSent() {
    offline();
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "by", "B"));
    settle();
    online();
    fail("A");
    assertEquals("A | B", sent());
    assertEquals("{'title':'t0','by':'B'}", view("record"));
  }

  @Test
  public void changesOfOneKey_theCacheIsClearedMeanwhile_theNextIsNotSent() {
    offline();
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "title", "B"));
    settle();
    online();
    client.clear();
    answer("A", "{}");
    world.advance(60 * 1000);
    assertEquals("A", sent());
  }

  @Test
  public void changesOfDifferentKeys_areResumedTogether() {
    cache("other", "{'n':1}");
    offline();
    mutate(setField("A", "title", "A"));
    mutate(change("B", (intent, v) -> {
      intent.merge(key("other"), json("{'n':2}"));
      return undefined();
    }));
    settle();
    online();
    assertEquals("A | B", sent());
  }

  @Test
  public void changesOfOneScope_areResumedInTheirOrder() {
    offline();
    mutate(setField("A", "title", "A").scope("s"));
    mutate(setField("B", "title", "B").scope("s"));
    settle();
    online();
    assertEquals("A", sent());
    answer("A", "{}");
    assertEquals("A | B", sent());
  }

  private String sent() {
    Seq<String> names = new Seq<>();
    for (int i = 0; i < network.calls().size(); i++) {
      names.add(network.calls().get(i).name);
    }
    return join(names);
  }

  @Test
  public void aPausedChange_isCancelled_andIsNeverSent() {
    offline();
    Mutation mutation = client.getMutationCache().build(client, setField("A", "title", "A"), null);
    outcome(mutation.execute(undefined()));
    settle();
    assertEquals("{'title':'A'}", view("record"));
    mutation.cancel();
    assertEquals("{'title':'t0'}", view("record"));
    online();
    assertEquals(0, network.count("A"));
    assertEquals("error", mutation.state.status);
  }

  @Test
  public void offlineBetweenAttempts_theChangeStays_andGoesOnWhenTheNetworkIsBack() {
    mutate(setField("A", "title", "A").retry(1).retryDelay(100));
    settle();
    offline();
    fail("A");
    world.advance(1000);
    assertEquals(1, network.count("A"));
    assertEquals("{'title':'A'}", view("record"));
    online();
    answer("A", "{}");
    assertEquals("{'title':'A'}", base("record"));
  }

  @Test
  public void theFirstOfAKeyIsCancelled_theNextIsSent() {
    offline();
    Mutation first = client.getMutationCache().build(client, setField("A", "title", "A"), null);
    outcome(first.execute(undefined()));
    mutate(setField("B", "by", "B"));
    settle();
    first.cancel();
    online();
    assertEquals("B", sent());
    assertEquals("{'title':'t0','by':'B'}", view("record"));
  }

  @Test
  public void filtersAndAKeyThatMeanOneQuery_areResumedInTheirOrder() {
    offline();
    mutate(change("A", (intent, v) -> {
      intent.update(prefix("record"), old -> Json.with(old, "title", "A"));
      return undefined();
    }));
    mutate(setField("B", "title", "B"));
    settle();
    online();
    assertEquals("A", sent());
    answer("A", "{}");
    assertEquals("A | B", sent());
  }

  @Test
  public void failedAndSentAgain_standsBehindWhatCameMeanwhile_andBothGoOn() {
    Mutation first =
        client.getMutationCache().build(client, setField("A", "title", "A").scope("s"), null);
    first.execute(null).otherwise(error -> {});
    settle();
    fail("A");
    offline();
    mutate(setField("B", "title", "B").scope("s"));
    first.execute(null).otherwise(error -> {});
    settle();
    online();
    assertEquals("A | B", sent());
    answer("B", "{}");
    assertEquals("A | B | A", sent());
    answer("A", "{}");
    assertEquals("{'title':'A'}", view("record"));
  }
}
