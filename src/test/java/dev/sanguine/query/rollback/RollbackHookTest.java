package dev.sanguine.query.rollback;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Fault;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationCache;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.MutationCacheConfig;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import org.junit.Before;
import org.junit.Test;

/** One hook of the client hears of every change that left the views. */
public class RollbackHookTest extends EngineCase {
  private final Seq<String> heard = new Seq<>();

  @Before
  public void aHook() {
    MutationCacheConfig config = new MutationCacheConfig();
    config.onRollback = (intent, mutation) -> {
      heard.add(intent.getState() + " " + intent.variables + " "
          + Outcome.message(intent.getError()) + " " + mutation.state.status + " "
          + text(mutation.client.getQueryData(key("record"))));
      return null;
    };
    config.onError = (error, variables, onMutateResult, mutation, context) -> {
      heard.add("onError");
      return null;
    };
    QueryClientConfig of = new QueryClientConfig();
    of.mutationCache = new MutationCache(config);
    client = newClient(of);
    cache("record", "{'title':'t0'}");
  }

  @Test
  public void rollbackHook_calledOncePerIntent_beforeOnError() {
    mutate(setField("A", "title", "A"), "a");
    mutate(setField("B", "by", "B"), "b");
    fail("A");
    fail("B");
    assertEquals(
        "failed a A failed pending {'title':'t0','by':'B'} | onError"
            + " | failed b B failed pending {'title':'t0'} | onError",
        join(heard));
  }

  @Test
  public void rollbackHook_ofOneThatIsCancelled() {
    Mutation mutation = client.getMutationCache().build(client, setField("A", "title", "A"), null);
    outcome(mutation.execute("a"));
    mutation.cancel();
    assertEquals("failed a CancelledError pending {'title':'t0'}", join(heard));
  }

  @Test
  public void rollbackHook_ofOneThatIsUnknown() {
    mutate(setField("A", "title", "A"), "a");
    world.runMicrotasks();
    network.pending("A").fail(Fault.lost());
    world.runMicrotasks();
    assertEquals("unknown a", heard.get(0).substring(0, 9));
    assertEquals(2, heard.size());
  }

  @Test
  public void rollbackHook_notForAPlainMutation_norForAConfirmedOne_norForOneThatNeverShowed() {
    mutate(MutationOptions.create().mutationFn((v, context) -> network.send("A", v)));
    fail("A");
    mutate(setField("B", "title", "B"));
    answer("B", "{}");
    mutate(change("C", (intent, v) -> {
      throw thrown("no");
    }));
    settle();
    assertEquals("onError | onError", join(heard));
  }

  @Test
  public void rollbackHook_ifOnMutateThrows() {
    mutate(
        setField("A", "title", "A").onMutate((variables, context) -> {
          throw thrown("no");
        }),
        "a");
    settle();
    assertEquals("failed a no pending {'title':'t0'} | onError", join(heard));
  }

  @Test
  public void rollbackHook_thatThrows_isReported_andBreaksNothing() {
    client.getMutationCache().config.onRollback = (intent, mutation) -> {
      throw thrown("broken hook");
    };
    Outcome outcome = mutate(setField("A", "title", "A"));
    fail("A");
    assertEquals("failed: A failed", outcome.toString());
    assertEquals("onError", join(heard));
    assertEquals("onRollback threw", join(takeReports()));
  }

  @Test
  public void rollbackHook_ofOneThatIsRetried_isCalledForEachFailure() {
    Mutation mutation = client.getMutationCache().build(client, setField("A", "title", "A"), null);
    outcome(mutation.execute("a"));
    fail("A");
    outcome(mutation.execute("a"));
    fail("A");
    assertEquals(4, heard.size());
    assertEquals(heard.get(0), heard.get(2));
  }
}
