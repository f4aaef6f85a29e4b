package dev.sanguine.query.pending;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import dev.sanguine.query.Fault;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.state.IntentResult;
import org.junit.Test;

/** How long a change that failed, or of which nobody knows, is kept, and how it is discarded. */
public class KeptIntentTest extends UnsavedCase {
  // Discarding

  @Test
  public void failedIntent_discarded_isForgotten() {
    mutate(title("A"));
    fail("A");
    first().discard.run();
    assertEquals("", states());
    assertEquals(1, client.getMutationCache().getAll().size());
    world.advance(HOUR);
    assertEquals(0, client.getMutationCache().getAll().size());
  }

  @Test
  public void queuedIntent_discarded_isTakenBack_andNeverSent() {
    env.online.setOnline(false);
    Outcome outcome = mutate(title("A"));
    settle();
    first().discard.run();
    assertEquals("", states());
    assertEquals("{'title':'t0'}", text(client.getQueryData(key("record"))));
    settle();
    assertEquals("failed: CancelledError", outcome.toString());
    assertEquals(0, network.count("A"));
    world.advance(HOUR);
    assertEquals(0, client.getMutationCache().getAll().size());
  }

  @Test
  public void sentIntent_discarded_isUnknown_untilAFetchLands() {
    mutate(title("A"));
    settle();
    first().discard.run();
    assertEquals("{'title':'t0'}", text(client.getQueryData(key("record"))));
    assertEquals("unknown", states());
    settle();
    answer("get record", "{'title':'A'}");
    assertEquals("", states());
  }

  @Test
  public void unknownIntent_isListed_untilAFetchSentAfterwardsLands() {
    client.refetchQueries(key("record"), null);
    mutate(title("A"));
    settle();
    network.last("A").fail(Fault.lost());
    settle();
    assertEquals("unknown", states());
    // The first was sent before the change was lost; it was replaced.
    network.calls().get(0).answer(json("{'title':'t1'}"));
    settle();
    assertEquals("unknown", states());
    network.last("get record").answer(json("{'title':'A'}"));
    settle();
    assertEquals("", states());
    world.advance(HOUR);
    assertEquals(0, client.getMutationCache().getAll().size());
  }

  @Test
  public void unknownIntent_aPushDoesNotSettleIt_andItCanBeRetried() {
    mutate(title("A").resync(false));
    lose("A");
    client.setQueryData(key("record"), json("{'title':'t1'}"), null);
    assertEquals("unknown", states());
    retry();
    assertEquals("{'title':'A'}", text(client.getQueryData(key("record"))));
    settle();
    assertEquals(keys.get(0), keys.get(1));
  }

  @Test
  public void unknownIntent_discarded_isForgotten() {
    mutate(title("A").resync(false));
    lose("A");
    first().discard.run();
    assertEquals("", states());
  }

  @Test
  public void confirmedIntent_retriedAndDiscarded_staysAsItIs() {
    mutate(title("A"));
    answer("A", "{}");
    IntentResult confirmed = first();
    confirmed.retry.get();
    confirmed.discard.run();
    settle();
    assertEquals("confirmed", states());
    assertEquals(1, network.count("A"));
    assertSame(confirmed, first());
    answer("get record", "{'title':'A'}");
  }

  // Keeping

  @Test
  public void aFailedMutation_isNotCollected_asLongAsItIsListed() {
    mutate(title("A"), "v");
    fail("A");
    world.advance(HOUR);
    assertEquals("failed", states());
    assertEquals("v", first().variables);
    retry();
    answer("A", "{}");
    answer("get record", "{'title':'A'}");
    world.advance(HOUR);
    assertEquals(0, client.getMutationCache().getAll().size());
  }

  @Test
  public void nobodyShowsIntents_aFailedMutationIsCollectedAsEver() {
    QueryClient plain = newClient();
    outcome(plain.mutate(title("A"), "v"));
    fail("A");
    assertEquals(1, plain.getMutationCache().getAll().size());
    world.advance(HOUR);
    assertEquals(0, plain.getMutationCache().getAll().size());
  }
}
