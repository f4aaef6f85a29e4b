package dev.sanguine.query.reload;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.Hydration;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.DehydratedState;
import org.junit.Test;

/** A promise that was streamed with a page, and storage: what they bring may be older than a confirmed change. */
public class StreamedAndStoredValuesTest extends UnaskedCase {
  // A promise that was streamed

  @Test
  public void aStreamedPromise_takesNothingBack_whateverTheClocks() {
    confirmed();
    for (double ahead : new double[] {-HOUR, 0, HOUR}) {
      Hydration.hydrate(client, streamed("record", ahead), null);
      settle();
      answer("get streamed", "{'id':1,'t':'t0'}");
      assertEquals("{'id':1,'t':'A'}", view("record"));
      assertEquals("idle", state("record").fetchStatus);
    }
    assertEquals(true, state("record").isInvalidated);
  }

  @Test
  public void aStreamedPromise_thatIsSettledAlready_takesNothingBack() {
    DehydratedState page = streamed("record", HOUR);
    answer("get streamed", "{'id':1,'t':'t0'}");
    confirmed();
    Hydration.hydrate(client, page, null);
    settle();
    assertEquals("{'id':1,'t':'A'}", view("record"));
    assertEquals("idle", state("record").fetchStatus);
  }

  @Test
  public void aStreamedPromise_thatCameBeforeTheChange_takesNothingBack() {
    Screen screen = watching();
    Hydration.hydrate(client, streamed("record", HOUR), null);
    settle();
    mutate(merge("A", "record", "{'id':1,'t':'A'}").resync(false));
    answer("A", "'ok'");
    answer("get streamed", "{'id':1,'t':'t0'}");
    settle();
    assertEquals("{'id':1,'t':'t0'} | {'id':1,'t':'A'}", screen.history());
    assertEquals("idle", screen.result().fetchStatus);
    assertEquals("{'id':1,'t':'A'}", base("record"));
    assertEquals(true, state("record").isInvalidated);
  }

  @Test
  public void aStreamedPromise_isAskedFor_ifSomebodyWatches() {
    Screen screen = watching();
    confirmed();
    answer("get record", "{'id':1,'t':'A'}");
    Hydration.hydrate(client, streamed("record", HOUR), null);
    settle();
    answer("get streamed", "{'id':1,'t':'t0'}");
    assertEquals(2, network.count("get record"));
    answer("get record", "{'id':1,'t':'A','s':2}");
    assertEquals("{'id':1,'t':'A','s':2}", screen.now());
    assertEquals(-1, screen.history().indexOf("'A'} | {'id':1,'t':'t0'}"));
  }

  @Test
  public void aStreamedPromise_ofAQueryThatHasNoData_isTaken() {
    Hydration.hydrate(client, streamed("fresh", -HOUR), null);
    Screen screen = watch(query("fresh"));
    settle();
    answer("get streamed", "{'id':1}");
    assertEquals("{'id':1}", screen.now());
  }

  @Test
  public void aStreamedPromise_whoWaitsForIt_getsWhatIsShown() {
    confirmed();
    Hydration.hydrate(client, streamed("record", HOUR), null);
    Outcome joined = outcome(client.fetchQuery(query("record")));
    settle();
    answer("get streamed", "{'id':1,'t':'t0'}");
    assertEquals("done: {'id':1,'t':'A'}", joined.toString());
  }

  // Storage

  /** The record from this storage; if that holds nothing, from the server. */
  private QueryOptions stored(Object[] storage) {
    QueryOptions options = query("record");
    options.persister =
        (queryFn, context, query) -> storage[0] != null ? storage[0] : queryFn.fetch(context);
    return options;
  }

  @Test
  public void storage_takesNothingBack_andIsNotAskedAgainAndAgain() {
    Object[] storage = {json("{'id':1,'t':'t0'}")};
    Screen screen = watch(stored(storage).staleTime(1e12));
    confirmed();
    world.advance(HOUR);
    assertEquals("{'id':1,'t':'A'}", screen.now());
    assertEquals(true, state("record").isInvalidated);
    assertEquals("idle", screen.result().fetchStatus);
    storage[0] = null;
    refetch("record");
    answer("get record", "{'id':1,'t':'A','s':1}");
    assertEquals("{'id':1,'t':'A','s':1}", screen.now());
    assertEquals(false, state("record").isInvalidated);
  }

  @Test
  public void storage_thatAPushHasFilledMeanwhile_isNotCountedTwice() {
    client.removeQueries(key("record"));
    Object[] storage = {null};
    Screen screen = watch(stored(storage).staleTime(1e12));
    mutate(increment("A", "record"));
    settle();
    Hydration.hydrate(client, rendered("record", "{'id':1,'n':1}", HOUR), null);
    storage[0] = json("{'id':1,'n':1}");
    client.cancelQueries(key("record"), null);
    settle();
    refetch("record");
    assertEquals("{'id':1,'n':1}", screen.now());
    answer("A", "'ok'");
    assertEquals("{'id':1,'n':1}", screen.now());
  }

  @Test
  public void storage_withVersions_thatHoldsTheChange_isTaken() {
    Object[] storage = {null};
    Screen screen = watch(stored(storage).staleTime(1e12).version(Versions.by("v")));
    mutate(merge("A", "record", "{'id':1,'t':'A'}"));
    storage[0] = json("{'id':1,'t':'A','v':2,'s':1}");
    answer("A", "{'id':1,'t':'A','v':2}");
    settle();
    assertEquals("{'id':1,'t':'A','v':2,'s':1}", screen.now());
  }

  @Test
  public void storage_thatAsksTheServerFirst_isTaken() {
    QueryOptions options = query("record");
    options.persister = (queryFn, context, query) -> queryFn.fetch(context);
    Screen screen = watch(options.staleTime(1e12));
    confirmed();
    answer("get record", "{'id':1,'t':'t0 again'}");
    assertEquals("{'id':1,'t':'t0 again'}", screen.now());
  }
}
