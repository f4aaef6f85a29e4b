package dev.sanguine.query.settling;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Intent;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.MutationObserver;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.MutationContext;
import org.junit.Before;
import org.junit.Test;

/** What happens in one call of mutate, and what becomes of an optimistic function that misbehaves. */
public class IntentOrderTest extends EngineCase {
  @Before
  public void aRecord() {
    cache("record", "{'title':'t0'}");
  }

  @Test
  public void pendingState_thenOptimistic_thenOnMutate() {
    Seq<String> log = new Seq<>();
    atEnd(client.getMutationCache().subscribe((Listener<CacheEvent>) event -> {
      if (event.type.equals("updated")) {
        log.add("mutation " + event.mutation.state.status);
      }
    }));
    MutationOptions options = change("A", (intent, v) -> {
          log.add("optimistic " + text(v));
          intent.update(key("record"), old -> Json.with(old, "title", v));
          return undefined();
        })
        .onMutate((variables, context) -> {
          log.add("onMutate " + view("record"));
          return undefined();
        });
    mutate(options, "A");
    assertEquals("mutation pending | optimistic 'A' | onMutate {'title':'A'}", join(log));
  }

  @Test
  public void theIntentsState_followsTheMutation() {
    Intent[] issued = {null};
    Seq<String> states = new Seq<>();
    MutationOptions options = change("A", (intent, v) -> {
      issued[0] = intent;
      states.add(intent.getState());
      return undefined();
    });
    mutate(options);
    settle();
    states.add(issued[0].getState());
    answer("A", "{}");
    states.add(issued[0].getState());
    mutate(options);
    settle();
    fail("A");
    states.add(issued[0].getState());
    assertEquals("queued | sent | confirmed | queued | failed", join(states));
  }

  @Test
  public void optimisticThatThrows_noIntent_nothingSent_theMutationFails() {
    Seq<String> log = new Seq<>();
    Outcome outcome = mutate(change("A", (intent, v) -> {
          intent.update(key("record"), old -> Json.with(old, "title", "A"));
          throw thrown("optimistic broke");
        })
        .onError((error, variables, onMutateResult, context) -> {
          log.add("onError " + error);
          return undefined();
        }));
    assertEquals("{'title':'t0'}", view("record"));
    settle();
    assertEquals("failed: optimistic broke", outcome.toString());
    assertEquals("onError optimistic broke", join(log));
    assertEquals(0, network.count("A"));
  }

  @Test
  public void optimisticThatThrowsOverTheSecondQuery_leavesTheFirstUntouched() {
    cache("other", "{'n':1}");
    Seq<String> events = cacheEvents();
    Outcome outcome = mutate(change("A", (intent, v) -> {
      intent.update(key("record"), old -> Json.with(old, "title", "A"));
      intent.update(key("other"), old -> {
        throw thrown("no");
      });
      return undefined();
    }));
    settle();
    assertEquals("failed: no", outcome.toString());
    assertEquals("{'title':'t0'}", view("record"));
    assertEquals("{'n':1}", view("other"));
    assertEquals(0, network.count("A"));
    for (int i = 0; i < events.size(); i++) {
      assertEquals("updated setState", events.get(i));
    }
    wasToldThatItFailedUnsent();
  }

  @Test
  public void optimisticThatReturnsAPromise_isAClearError() {
    Outcome outcome = mutate(change("A", (intent, v) -> {
      intent.update(key("record"), old -> Json.with(old, "title", "A"));
      return env.deferreds.resolve("later");
    }));
    settle();
    assertTrue(outcome.toString(), outcome.toString().indexOf("returned a promise") > 0);
    assertEquals("{'title':'t0'}", view("record"));
    assertEquals(0, network.count("A"));
    wasToldThatItFailedUnsent();
  }

  @Test
  public void anUpdateThatReturnsAPromise_isAClearError() {
    Outcome outcome = mutate(change("A", (intent, v) -> {
      intent.update(key("record"), old -> env.deferreds.resolve(old));
      return undefined();
    }));
    settle();
    assertTrue(outcome.toString(), outcome.toString().indexOf("returned a promise") > 0);
    assertEquals("{'title':'t0'}", view("record"));
    wasToldThatItFailedUnsent();
  }

  @Test
  public void undefinedFromAnUpdate_changesNothing() {
    Object before = client.getQueryData(key("record"));
    mutate(change("A", (intent, v) -> {
      intent.update(key("record"), old -> undefined());
      return undefined();
    }));
    assertEquals(true, before == client.getQueryData(key("record")));
  }

  @Test
  public void aMutationWithoutOptimistic_isUpstreamsAndTouchesNothing() {
    MutationContext[] given = {null};
    MutationOptions plain = MutationOptions.create().mutationFn((variables, context) -> {
      given[0] = context;
      return network.send("A", variables);
    });
    mutate(plain, "v");
    settle();
    assertEquals(true, given[0].signal == null);
    assertEquals(true, given[0].idempotencyKey == null);
    answer("A", "{}");
    assertEquals("{'title':'t0'}", view("record"));
  }

  @Test
  public void variables_reachOptimisticAndTheRequest() {
    MutationOptions options = change("A", (intent, v) -> {
      intent.merge(key("record"), v);
      return undefined();
    });
    mutate(options, json("{'title':'from variables'}"));
    assertEquals("{'title':'from variables'}", view("record"));
    settle();
    assertEquals("{'title':'from variables'}", text(network.last("A").payload));
  }

  @Test
  public void twoChangesOfOneIntentOnOneQuery_areMadeInTheirOrder() {
    mutate(change("A", (intent, v) -> {
      intent.update(key("record"), old -> Json.with(old, "title", Json.string(old, "title") + "1"));
      intent.update(key("record"), old -> Json.with(old, "title", Json.string(old, "title") + "2"));
      return undefined();
    }));
    assertEquals("{'title':'t012'}", view("record"));
    fail("A");
    assertEquals("{'title':'t0'}", view("record"));
  }

  @Test
  public void defaultsOfAMutationKey_bringTheOptimisticFunction() {
    client.setMutationDefaults(key("save"), setField("A", "title", "A"));
    mutate(MutationOptions.create().mutationKey(key("save")));
    assertEquals("{'title':'A'}", view("record"));
    fail("A");
    assertEquals("{'title':'t0'}", view("record"));
  }

  @Test
  public void anObserversMutate_showsTheChangeAndItsRollback() {
    MutationObserver observer = new MutationObserver(client, setField("A", "title", "A"));
    Outcome outcome = outcome(observer.mutate(undefined(), null));
    assertEquals("{'title':'A'}", view("record"));
    fail("A");
    assertEquals("{'title':'t0'}", view("record"));
    assertEquals("failed: A failed", outcome.toString());
    assertEquals("error", observer.getCurrentResult().status);
  }
}
