package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/**
 * The documented TanStack pattern as apps have it, in v4's spelling (bare keys) and v5's (filters), and what an intent
 * does in its place: edit an event, delete one from a list, add one to a list.
 */
public class SpellingsTest extends EngineCase {
  private static final String EVENT = "{'id':1,'title':'Opening'}";
  private static final String EVENTS = "[{'id':1,'title':'Opening'},{'id':2,'title':'Closing'}]";
  private Screen list;

  @Before
  public void anEventAndTheList() {
    client.setQueryData(key("events", 1), json(EVENT), null);
    cache("events", EVENTS);
    list = watch(query("events").staleTime(1e9));
  }

  private String event() {
    return text(client.getQueryData(key("events", 1)));
  }

  /** onMutate cancels, takes snapshots, sets; onError restores; onSettled invalidates. */
  private MutationOptions edit(boolean v4) {
    return MutationOptions.create()
        .mutationFn((event, context) -> network.send("PATCH", event))
        .onMutate((event, context) -> {
          return client
              .cancelQueries(target(v4, "events"), null)
              .then(
                  done -> {
                    Object previousEvent = client.getQueryData(key("events", 1));
                    Object previousEvents = client.getQueryData(key("events"));
                    client.setQueryData(key("events", 1), event, null);
                    Updater updater = old -> replaced(old, event);
                    client.setQueryData(key("events"), updater, null);
                    return Seq.of(previousEvent, previousEvents);
                  },
                  null);
        })
        .onError((error, variables, onMutateResult, context) -> {
          Seq<?> previous = (Seq<?>) onMutateResult;
          client.setQueryData(key("events", 1), previous.get(0), null);
          client.setQueryData(key("events"), previous.get(1), null);
          return undefined();
        })
        .onSettled((data, error, variables, onMutateResult, context) ->
            client.invalidateQueries(target(v4, "events"), null));
  }

  private Object target(boolean v4, Object... parts) {
    return v4 ? key(parts) : prefix(parts);
  }

  private static Object replaced(Object list, Object event) {
    Seq<Object> items = Json.items(list);
    for (int i = 0; i < items.size(); i++) {
      if (Json.number(items.get(i), "id") == Json.number(event, "id")) {
        items.set(i, event);
      }
    }
    return Json.arrayOf(items);
  }

  private void editSucceeds(boolean v4) {
    Outcome outcome = mutate(edit(v4), json("{'id':1,'title':'New'}"));
    settle();
    assertEquals("{'id':1,'title':'New'}", event());
    assertEquals("[{'id':1,'title':'New'},{'id':2,'title':'Closing'}]", list.now());
    answer("PATCH", "{'id':1,'title':'New'}");
    answer("get events", "[{'id':1,'title':'New'},{'id':2,'title':'Closing'}]");
    assertEquals("done: {'id':1,'title':'New'}", outcome.toString());
    assertEquals(1, network.count("get events"));
  }

  private void editFails(boolean v4) {
    Outcome outcome = mutate(edit(v4), json("{'id':1,'title':'New'}"));
    fail("PATCH");
    assertEquals(EVENT, event());
    assertEquals(EVENTS, list.now());
    answer("get events", EVENTS);
    assertEquals("failed: PATCH failed", outcome.toString());
  }

  @Test
  public void v4_editSucceeds() {
    editSucceeds(true);
  }

  @Test
  public void v5_editSucceeds() {
    editSucceeds(false);
  }

  @Test
  public void v4_editFails() {
    editFails(true);
  }

  @Test
  public void v5_editFails() {
    editFails(false);
  }

  @Test
  public void v4_cancelQueries_meansThePrefix_andLeavesOthersAlone() {
    watch(query("people"));
    client.refetchQueries(key("events"), null);
    settle();
    client.cancelQueries(key("events"), null);
    settle();
    assertEquals("idle", state("events").fetchStatus);
    assertEquals("fetching", state("people").fetchStatus);
  }

  @Test
  public void v4_invalidateQueries_meansThePrefix() {
    cache("people", "[]");
    client.invalidateQueries(key("events"), null);
    settle();
    assertEquals(true, state("events").isInvalidated);
    assertEquals(true, client.getQueryState(key("events", 1)).isInvalidated);
    assertEquals(false, state("people").isInvalidated);
    assertEquals(1, network.count("get events"));
  }

  @Test
  public void theIntent_edit_doesTheSameInFewerWords() {
    MutationOptions edit = change("PATCH", (intent, event) -> {
      intent.merge(key("events", 1), event);
      intent.merge(key("events"), event);
      return undefined();
    });
    mutate(edit, json("{'id':1,'title':'New'}"));
    assertEquals("{'id':1,'title':'New'}", event());
    assertEquals("[{'id':1,'title':'New'},{'id':2,'title':'Closing'}]", list.now());
    fail("PATCH");
    assertEquals(EVENT, event());
    assertEquals(EVENTS, list.now());
  }

  @Test
  public void theIntent_delete() {
    mutate(
        change("DELETE", (intent, id) -> {
          intent.remove(key("events"), id);
          return undefined();
        }),
        1.0);
    assertEquals("[{'id':2,'title':'Closing'}]", list.now());
    fail("DELETE");
    assertEquals(EVENTS, list.now());
  }

  @Test
  public void theIntent_add() {
    mutate(
        change("POST", (intent, event) -> {
          intent.append(key("events"), event);
          return undefined();
        }),
        json("{'id':'temp','title':'Third'}"));
    assertEquals(
        "[{'id':1,'title':'Opening'},{'id':2,'title':'Closing'},{'id':'temp','title':'Third'}]",
        list.now());
    answer("POST", "{'id':3,'title':'Third'}");
    answer(
        "get events",
        "[{'id':1,'title':'Opening'},{'id':2,'title':'Closing'},{'id':3,'title':'Third'}]");
    assertEquals(
        "[{'id':1,'title':'Opening'},{'id':2,'title':'Closing'},{'id':3,'title':'Third'}]",
        list.now());
  }

  @Test
  public void theIntent_needsNoGuardAgainstOtherMutations() {
    mutate(MutationOptions.create().mutationFn((v, context) -> network.send("stuck", v)));
    mutate(change("PATCH", (intent, v) -> {
      intent.merge(key("events"), json("{'id':1,'title':'New'}"));
      return undefined();
    }));
    settle();
    assertEquals(2, client.isMutating(null));
    answer("PATCH", "{}");
    assertEquals(1, client.isMutating(null));
    assertEquals(1, network.count("get events"));
  }

  @Test
  public void patternAndIntent_onOneKey_theIntentFails_thePatternsChangeStays() {
    mutate(change("intent", (intent, v) -> {
      intent.merge(key("events"), json("{'id':2,'title':'Intent'}"));
      return undefined();
    }));
    mutate(edit(true), json("{'id':1,'title':'Pattern'}"));
    settle();
    assertEquals("[{'id':1,'title':'Pattern'},{'id':2,'title':'Intent'}]", list.now());
    fail("intent");
    assertEquals("[{'id':1,'title':'Pattern'},{'id':2,'title':'Closing'}]", list.now());
    fail("PATCH");
    assertEquals(EVENTS, list.now());
  }
}
