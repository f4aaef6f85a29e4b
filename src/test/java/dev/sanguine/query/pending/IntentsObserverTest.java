package dev.sanguine.query.pending;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.IntentFilters;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.DehydratedState;
import dev.sanguine.query.state.IntentResult;
import org.junit.Before;
import org.junit.Test;

/** What is pending can be shown: of a client, of a key, of one record. */
public class IntentsObserverTest extends EngineCase {
  @Before
  public void aRecordAndAList() {
    cache("record", "{'id':1,'title':'t0','status':'s0'}");
    cache("list", "[{'id':1,'n':'x'},{'id':2,'n':'y'},{'id':3,'n':'z'}]");
  }

  private IntentsObserver all() {
    return new IntentsObserver(client, undefined());
  }

  private IntentsObserver entity(Object id) {
    return new IntentsObserver(client, IntentFilters.of(key("list")).id(id));
  }

  private MutationOptions rename(String name, int id) {
    return change(name, (intent, v) -> {
      intent.merge(key("list"), Json.object("id", (double) id, "n", name));
      return undefined();
    });
  }

  /** State and fields of each, as "sent[title]". */
  private static String text(IntentsObserver observer) {
    return join(
        observer.getCurrentResult().map(intent -> intent.state + "[" + join(intent.fields) + "]"));
  }

  private static IntentResult only(IntentsObserver observer) {
    assertEquals(1, observer.getCurrentResult().size());
    return observer.getCurrentResult().get(0);
  }

  @Test
  public void nothingIsUnderWay_nothingIsListed() {
    assertEquals(0, all().getCurrentResult().size());
  }

  @Test
  public void aChange_goesThroughItsStates() {
    watch(query("record").staleTime(1e9));
    IntentsObserver observer = all();
    mutate(setField("A", "title", "A"));
    assertEquals("queued[title]", text(observer));
    settle();
    assertEquals("sent[title]", text(observer));
    answer("A", "{}");
    assertEquals("confirmed[title]", text(observer));
    answer("get record", "{'id':1,'title':'A','status':'s0'}");
    assertEquals("", text(observer));
  }

  @Test
  public void whatIsTold_isWhatTheMutationWas() {
    IntentsObserver observer = all();
    double now = env.clock.now();
    mutate(setField("A", "title", "A").mutationKey(key("save")), "v");
    IntentResult intent = only(observer);
    assertEquals(client.getMutationCache().getAll().get(0).mutationId, intent.mutationId);
    assertEquals(client.hash(key("save")), client.hash(intent.mutationKey));
    assertEquals("v", intent.variables);
    assertEquals(now, intent.submittedAt, 0);
    assertEquals(0, intent.attempts);
    assertEquals(1, intent.keys.size());
    assertEquals(queryOf("record").queryHash, client.hash(intent.keys.get(0)));
  }

  @Test
  public void severalChanges_standInTheOrderOfIssue() {
    IntentsObserver observer = all();
    mutate(rename("A", 2));
    mutate(setField("B", "title", "B"));
    mutate(rename("C", 1));
    assertEquals("queued[n] | queued[title] | queued[n]", text(observer));
    fail("B");
    assertEquals("sent[n] | failed[title] | sent[n]", text(observer));
  }

  @Test
  public void nothingCached_theChangeIsListedAllTheSame() {
    mutate(change("A", (intent, v) -> {
      intent.merge(key("none"), json("{'id':7,'title':'A'}"));
      return undefined();
    }));
    assertEquals("queued[title]", text(all()));
    assertEquals("queued[title]", text(new IntentsObserver(client, key("none"))));
    answer("A", "{}");
    assertEquals("", text(all()));
  }

  @Test
  public void aPlainMutation_isNeverListed() {
    MutationOptions plain =
        MutationOptions.create().mutationFn((v, context) -> network.send("A", v));
    IntentsObserver observer = all();
    mutate(plain);
    assertEquals("", text(observer));
    fail("A");
    assertEquals("", text(observer));
  }

  @Test
  public void bakedWithoutAFetch_itIsNotListedAnyMore() {
    IntentsObserver observer = all();
    mutate(setField("A", "title", "A"));
    answer("A", "{}");
    assertEquals("", text(observer));
  }

  @Test
  public void anObserverMadeLate_listsWhatWasUnderWayBefore() {
    watch(query("record").staleTime(1e9));
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    mutate(rename("C", 1));
    answer("A", "{}");
    fail("C");
    assertEquals("confirmed[title] | sent[status] | failed[n]", text(all()));
  }

  // Identity

  @Test
  public void nothingChanged_theResultsAreTheSameObjects() {
    IntentsObserver observer = all();
    mutate(setField("A", "title", "A"));
    mutate(rename("B", 1));
    settle();
    Seq<IntentResult> before = observer.getCurrentResult();
    client.setQueryData(key("other"), json("1"), null);
    assertSame(before, observer.getCurrentResult());
    IntentResult first = before.get(0);
    fail("B");
    assertNotSame(before, observer.getCurrentResult());
    assertSame(first, observer.getCurrentResult().get(0));
    assertSame(observer.getCurrentResult(), observer.getCurrentResult());
  }

  @Test
  public void listeners_areToldOnceForAllThatHappenedInATask_andOnlyWhatConcernsThem() {
    Seq<String> told = new Seq<>();
    IntentsObserver observer = new IntentsObserver(client, key("record"));
    atEnd(
        observer.subscribe((Listener<Seq<IntentResult>>) intents -> told.add(intents.size() + "")));
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    assertEquals("", join(told));
    assertEquals(2, observer.getCurrentResult().size());
    settle();
    assertEquals("2", join(told));
    mutate(rename("C", 1));
    settle();
    assertEquals("2", join(told));
    fail("A");
    settle();
    assertEquals("2 | 2", join(told));
    assertEquals("failed[title] | sent[status]", text(observer));
  }

  @Test
  public void theLastListenerLeft_nobodyIsTold_andTheResultIsStillTrue() {
    Seq<String> told = new Seq<>();
    IntentsObserver observer = all();
    observer
        .subscribe((Listener<Seq<IntentResult>>) intents -> told.add("told"))
        .run();
    mutate(setField("A", "title", "A"));
    settle();
    assertEquals("", join(told));
    assertEquals("sent[title]", text(observer));
    assertEquals(false, client.getMutationCache().hasListeners());
  }

  // Filters

  @Test
  public void aKey_listsWhatTouchesQueriesThatStartWithIt() {
    client.setQueryData(key("events", 1), json("{'id':1}"), null);
    IntentsObserver events = new IntentsObserver(client, IntentFilters.of(key("events")));
    IntentsObserver exact =
        new IntentsObserver(client, IntentFilters.of(key("events")).exact(true));
    IntentsObserver bare = new IntentsObserver(client, key("events", 1));
    mutate(setField("A", "title", "A"));
    mutate(change("B", (intent, v) -> {
      intent.merge(prefix("events"), json("{'done':true}"));
      return undefined();
    }));
    assertEquals("queued[done]", text(events));
    assertEquals("", text(exact));
    assertEquals("queued[done]", text(bare));
  }

  @Test
  public void entityFilter_listsOnlyItsRecord() {
    mutate(rename("A", 1));
    mutate(rename("B", 2));
    mutate(change("C", (intent, v) -> {
      intent.remove(key("list"), 3);
      return undefined();
    }));
    assertEquals("queued[n]", text(entity(1)));
    assertEquals("queued[n]", text(entity(2)));
    assertEquals("queued[]", text(entity(3)));
    assertEquals("", text(entity(4)));
  }

  @Test
  public void entityFilterWithoutAKey_findsTheRecordWhereverItIs() {
    IntentsObserver one = new IntentsObserver(client, new IntentFilters().id(1));
    mutate(setField("A", "title", "A"));
    mutate(rename("B", 1));
    mutate(rename("C", 2));
    assertEquals("queued[title] | queued[n]", text(one));
  }

  @Test
  public void entityFilter_ofAFunction_isReadOffTheValues() {
    mutate(change("A", (intent, v) -> {
      intent.update(
          key("list"),
          list -> env.values.listOf(env.values
              .items(list)
              .map(item -> env.values.same(env.values.field(item, "id"), 2.0)
                  ? env.values.with(item, "n", "A")
                  // The others are made anew, and are what they were.
                  : env.values.merged(item, json("{}")))));
      return undefined();
    }));
    assertEquals("", text(entity(1)));
    assertEquals("queued[n]", text(entity(2)));
    fail("A");
    assertEquals("failed[n]", text(entity(2)));
    assertEquals("", text(entity(3)));
  }

  @Test
  public void aRecordThatComes_isTouchedInAllItsFields_oneThatGoesInNone() {
    mutate(change("A", (intent, v) -> {
      intent.update(
          key("list"),
          list -> json("[{'id':1,'n':'x'},{'id':3,'n':'z'},{'id':9,'n':'new','note':'!'}]"));
      return undefined();
    }));
    assertEquals("queued[n | note]", text(entity(9)));
    assertEquals("queued[]", text(entity(2)));
    assertEquals("", text(entity(3)));
  }

  @Test
  public void pagesAndDocs_areLookedThrough() {
    cache(
        "pages",
        "{'pages':[{'docs':[{'id':1,'n':'x'}],'total':2},{'docs':[{'id':2,'n':'y'}],'total':2}],'pageParams':[0,1]}");
    mutate(change("A", (intent, v) -> {
      intent.update(
          key("pages"),
          old -> json("{'pages':[{'docs':[{'id':1,'n':'x'}],'total':2},"
              + "{'docs':[{'id':2,'n':'A'}],'total':3}],'pageParams':[0,1]}"));
      return undefined();
    }));
    assertEquals(
        "queued[n]",
        text(new IntentsObserver(client, IntentFilters.of(key("pages")).id(2))));
    assertEquals(
        "", text(new IntentsObserver(client, IntentFilters.of(key("pages")).id(1))));
    assertEquals("queued[n | total]", text(new IntentsObserver(client, key("pages"))));
  }

  @Test
  public void helpers_sayTheirFieldsThemselves() {
    client.setQueryData(key("count"), json("{'id':5,'likes':1}"), null);
    mutate(change("A", (intent, v) -> {
      intent.increment(key("count"), "likes", 1);
      return undefined();
    }));
    mutate(change("B", (intent, v) -> {
      intent.append(key("list"), json("{'id':4,'n':'w'}"));
      return undefined();
    }));
    assertEquals(
        "queued[likes]",
        text(new IntentsObserver(client, IntentFilters.of(key("count")).id(5))));
    assertEquals("queued[n]", text(entity(4)));
  }

  @Test
  public void dataThatComesLater_isReadThen() {
    mutate(change("A", (intent, v) -> {
      intent.update(key("later"), old -> Json.with(old, "title", "A"));
      return undefined();
    }));
    IntentsObserver observer = all();
    Seq<String> told = new Seq<>();
    atEnd(observer.subscribe((Listener<Seq<IntentResult>>) intents -> told.add(text(observer))));
    assertEquals("queued[]", text(observer));
    client.setQueryData(key("later"), json("{'title':'t'}"), null);
    assertEquals("queued[title]", text(observer));
    settle();
    assertEquals("sent[title]", join(told));
  }

  @Test
  public void otherFilters_areShownAndTold() {
    mutate(setField("A", "title", "A"));
    mutate(rename("B", 1));
    settle();
    IntentsObserver observer = new IntentsObserver(client, key("record"));
    Seq<String> told = new Seq<>();
    atEnd(observer.subscribe((Listener<Seq<IntentResult>>) intents -> told.add(text(observer))));
    observer.setOptions(key("list"));
    assertEquals("sent[n]", text(observer));
    settle();
    assertEquals("sent[n]", join(told));
    observer.setOptions(key("list"));
    settle();
    assertEquals("sent[n]", join(told));
  }

  @Test
  public void filtersThatAreNone_areAClearError() {
    Seq<String> thrown = new Seq<>();
    env.errors.guard(
        () -> new IntentsObserver(client, "list"), error -> thrown.add(Outcome.message(error)));
    assertEquals(
        "IntentsObserver: list is neither filters nor a key; give { queryKey, id } or an array",
        join(thrown));
  }

  // Life

  @Test
  public void aClearedClient_listsNothing() {
    IntentsObserver observer = all();
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    fail("A");
    client.clear();
    assertEquals("", text(observer));
    fail("B");
    assertEquals("", text(observer));
  }

  @Test
  public void aMutationThatIsTakenOut_isNotListed() {
    IntentsObserver observer = all();
    Seq<String> told = new Seq<>();
    atEnd(observer.subscribe((Listener<Seq<IntentResult>>) intents -> told.add(text(observer))));
    mutate(setField("A", "title", "A"));
    fail("A");
    settle();
    client.getMutationCache().remove(client.getMutationCache().getAll().get(0));
    assertEquals("", text(observer));
    settle();
    assertEquals("failed[title] | ", join(told));
  }

  @Test
  public void aRestoredChange_isListed() {
    env.online.setOnline(false);
    MutationOptions save = setField("A", "title", "A").mutationKey(key("save"));
    mutate(save, "v");
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    QueryClient reloaded = newClient();
    reloaded.setMutationDefaults(key("save"), save);
    IntentsObserver observer = new IntentsObserver(reloaded, undefined());
    Hydration.hydrate(reloaded, written, null);
    assertEquals("queued[title]", text(observer));
    assertEquals("v", only(observer).variables);
    only(observer).discard.run();
    assertEquals("", text(observer));
    assertEquals("{'id':1,'title':'t0','status':'s0'}", text(reloaded.getQueryData(key("record"))));
  }

  @Test
  public void anOptimisticThatThrows_isNotListed() {
    IntentsObserver observer = all();
    mutate(change("A", (intent, v) -> {
      intent.update(key("record"), old -> {
        throw thrown("no");
      });
      return undefined();
    }));
    settle();
    assertEquals("", text(observer));
    wasToldThatItFailedUnsent();
  }
}
