package dev.sanguine.query.settling;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationCacheConfig;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** A settle happens at once when the final answer arrives: before any callback, and whatever the callbacks do. */
public class SettleOrderTest extends EngineCase {
  private final Seq<String> log = new Seq<>();
  private Screen screen;

  @Before
  public void aRecordIsShown() {
    cache("record", "{'title':'t0'}");
    screen = watch(query("record").staleTime(1e9));
  }

  private Object note(String name) {
    log.add(name + " " + view("record"));
    return undefined();
  }

  private MutationOptions noting() {
    return setField("A", "title", "A")
        .onMutate((variables, context) -> note("onMutate"))
        .onSuccess((data, variables, onMutateResult, context) -> note("onSuccess"))
        .onError((error, variables, onMutateResult, context) -> note("onError"))
        .onSettled((data, error, variables, onMutateResult, context) -> note("onSettled"));
  }

  @Test
  public void failure_theCallbacksSeeTheViewWithoutTheChange() {
    mutate(noting());
    fail("A");
    assertEquals(
        "onMutate {'title':'A'} | onError {'title':'t0'} | onSettled {'title':'t0'}", join(log));
  }

  @Test
  public void success_theCallbacksSeeTheViewWithTheChange() {
    mutate(noting());
    answer("A", "{}");
    assertEquals(
        "onMutate {'title':'A'} | onSuccess {'title':'A'} | onSettled {'title':'A'}", join(log));
  }

  @Test
  public void theCachesCallbacks_seeTheSame() {
    MutationCacheConfig config = new MutationCacheConfig();
    config.onMutate = (variables, mutation, context) -> note("cache.onMutate");
    config.onError = (error, variables, onMutateResult, mutation, context) -> note("cache.onError");
    client.getMutationCache().config = config;
    mutate(noting());
    fail("A");
    assertEquals(
        "cache.onMutate {'title':'A'} | onMutate {'title':'A'} | cache.onError {'title':'t0'}"
            + " | onError {'title':'t0'} | onSettled {'title':'t0'}",
        join(log));
  }

  @Test
  public void aSlowOnError_doesNotDelayTheRollback() {
    mutate(setField("A", "title", "A")
        .onError((error, variables, onMutateResult, context) -> network.send("slow", null)));
    fail("A");
    assertEquals("{'title':'t0'}", screen.now());
    assertEquals(1, network.count("slow"));
    answer("slow", "{}");
  }

  @Test
  public void aSlowOnSuccess_isNotWaitedForByTheFetchThatItSends() {
    mutate(setField("A", "title", "A").onSuccess((data, variables, onMutateResult, context) -> {
      client.invalidateQueries(key("record"), null);
      return network.send("slow", null);
    }));
    answer("A", "{}");
    answer("get record", "{'title':'A','server':1}");
    assertEquals("{'title':'A','server':1}", screen.now());
    assertEquals("{'title':'A','server':1}", base("record"));
  }

  @Test
  public void onErrorThatThrows_theRollbackStands() {
    mutate(setField("A", "title", "A").onError((error, variables, onMutateResult, context) -> {
      throw thrown("onError broke");
    }));
    fail("A");
    assertEquals("{'title':'t0'}", screen.now());
    assertEquals("onError broke", takeUnhandled());
  }

  @Test
  public void onSuccessThatThrows_theConfirmedChangeStays() {
    Outcome outcome =
        mutate(setField("A", "title", "A").onSuccess((data, variables, onMutateResult, context) -> {
          throw thrown("onSuccess broke");
        }));
    answer("A", "{}");
    assertEquals("failed: onSuccess broke", outcome.toString());
    assertEquals("{'title':'A'}", screen.now());
    answer("get record", "{'title':'A'}");
    assertEquals("{'title':'A'}", base("record"));
  }

  @Test
  public void onMutateThatThrows_takesTheChangeBack() {
    Outcome outcome = mutate(setField("A", "title", "A").onMutate((variables, context) -> {
      throw thrown("onMutate broke");
    }));
    settle();
    assertEquals("{'title':'t0'}", screen.now());
    assertEquals("failed: onMutate broke", outcome.toString());
    assertEquals(0, network.count("A"));
    wasToldThatItFailedUnsent();
  }

  @Test
  public void aSlowOnMutate_theChangeIsShownMeanwhile() {
    mutate(
        setField("A", "title", "A").onMutate((variables, context) -> network.send("slow", null)));
    settle();
    assertEquals("{'title':'A'}", screen.now());
    assertEquals(0, network.count("A"));
    answer("slow", "{}");
    assertEquals(1, network.count("A"));
  }

  @Test
  public void anAttemptThatIsRetried_settlesNothing() {
    mutate(setField("A", "title", "A").retry(1).retryDelay(100));
    fail("A");
    assertEquals("{'title':'A'}", screen.now());
    world.advance(100);
    fail("A");
    assertEquals("{'title':'t0'}", screen.now());
  }

  @Test
  public void theRollbackIsThere_beforeTheRejectionArrives() {
    Seq<String> seen = new Seq<>();
    client.mutate(setField("A", "title", "A"), undefined()).then(null, error -> {
      seen.add(view("record"));
      return null;
    });
    fail("A");
    assertEquals("{'title':'t0'}", join(seen));
  }
}
