package dev.sanguine.query.helpers;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import dev.sanguine.json.Json;
import dev.sanguine.law.Intent;
import dev.sanguine.law.Updater;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Query;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;
import org.junit.Test;

/** Filters as an intent's target mean every query that they match, also one that is made while the intent is pending. */
public class LiveFiltersTest extends EngineCase {
  private final Updater mark = old -> Json.with(old, "done", true);

  private MutationOptions markAll(QueryFilters filters) {
    return change("A", (intent, v) -> {
      intent.update(filters, mark);
      return undefined();
    });
  }

  private String at(Object... parts) {
    return text(client.getQueryData(key(parts)));
  }

  private void put(Object key) {
    client.setQueryData(key, json("{'n':1}"), null);
  }

  @Test
  public void aPrefix_meansAllBelowIt_andAnArrayOnlyItself() {
    put(key("todo"));
    put(key("todo", 1));
    put(key("todo", 2));
    put(key("other"));
    mutate(markAll(prefix("todo")));
    assertEquals("{'n':1,'done':true}", at("todo"));
    assertEquals("{'n':1,'done':true}", at("todo", 1));
    assertEquals("{'n':1,'done':true}", at("todo", 2));
    assertEquals("{'n':1}", at("other"));
    fail("A");
    assertEquals("{'n':1}", at("todo", 1));
    mutate(change("B", (intent, v) -> {
      intent.update(key("todo"), mark);
      return undefined();
    }));
    assertEquals("{'n':1,'done':true}", at("todo"));
    assertEquals("{'n':1}", at("todo", 1));
  }

  @Test
  public void exact_predicate_type_andPartsInDepth_pick() {
    put(key("todo"));
    put(key("todo", json("{'page':1,'sort':'a'}")));
    put(key("todo", json("{'page':2,'sort':'a'}")));
    QueryFilters exact = prefix("todo");
    exact.exact = true;
    mutate(markAll(exact));
    assertEquals("{'n':1}", at("todo", json("{'page':1,'sort':'a'}")));
    assertEquals("{'n':1,'done':true}", at("todo"));
    fail("A");

    mutate(markAll(prefix("todo", json("{'page':2}"))));
    assertEquals("{'n':1}", at("todo", json("{'page':1,'sort':'a'}")));
    assertEquals("{'n':1,'done':true}", at("todo", json("{'page':2,'sort':'a'}")));
    fail("A");

    QueryFilters picked = prefix("todo");
    picked.predicate = query -> query.queryHash.indexOf("\"page\":1") >= 0;
    mutate(markAll(picked));
    assertEquals("{'n':1,'done':true}", at("todo", json("{'page':1,'sort':'a'}")));
    assertEquals("{'n':1}", at("todo", json("{'page':2,'sort':'a'}")));
  }

  @Test
  public void aQueryMadeLater_isFoldedToo_andTakenBackToo() {
    put(key("todo", 1));
    mutate(markAll(prefix("todo")));
    settle();
    put(key("todo", 2));
    assertEquals("{'n':1,'done':true}", at("todo", 2));
    put(key("other", 2));
    assertEquals("{'n':1}", at("other", 2));
    fail("A");
    assertEquals("{'n':1}", at("todo", 2));
    assertEquals("{'n':1}", at("todo", 1));
  }

  @Test
  public void aQueryThatWasRemovedAndMadeAgain_isFoldedAgain() {
    put(key("todo", 1));
    mutate(markAll(prefix("todo")));
    settle();
    client.removeQueries(prefix("todo"));
    assertEquals("absent", at("todo", 1));
    put(key("todo", 1));
    assertEquals("{'n':1,'done':true}", at("todo", 1));
    fail("A");
    assertEquals("{'n':1}", at("todo", 1));
  }

  @Test
  public void laterQueries_areFoldedInTheOrderOfIssue() {
    mutate(change("A", (intent, v) -> {
      intent.update(prefix("todo"), old -> Json.with(old, "log", Json.string(old, "log") + "A"));
      return undefined();
    }));
    mutate(change("B", (intent, v) -> {
      intent.update(key("todo", 1), old -> Json.with(old, "log", Json.string(old, "log") + "B"));
      return undefined();
    }));
    mutate(change("C", (intent, v) -> {
      intent.update(prefix("todo"), old -> Json.with(old, "log", Json.string(old, "log") + "C"));
      return undefined();
    }));
    client.setQueryData(key("todo", 1), json("{'log':''}"), null);
    assertEquals("{'log':'ABC'}", at("todo", 1));
    settle();
    fail("B");
    assertEquals("{'log':'AC'}", at("todo", 1));
  }

  @Test
  public void confirmed_aQueryMadeAfterwards_isNotFolded() {
    put(key("todo", 1));
    mutate(markAll(prefix("todo")));
    answer("A", "{}");
    put(key("todo", 2));
    assertEquals("{'n':1}", at("todo", 2));
    assertEquals("{'n':1,'done':true}", at("todo", 1));
  }

  @Test
  public void filtersThatMatchNothing_changeNothing() {
    Outcome outcome = mutate(markAll(prefix("nowhere")));
    answer("A", "{'ok':true}");
    assertEquals("done: {'ok':true}", outcome.toString());
  }

  @Test
  public void emptyFilters_meanEveryQuery() {
    put(key("a"));
    put(key("b"));
    mutate(markAll(new QueryFilters()));
    assertEquals("{'n':1,'done':true}", at("a"));
    assertEquals("{'n':1,'done':true}", at("b"));
  }

  @Test
  public void noTargetAtAll_isAClearError() {
    Outcome outcome = mutate(change("A", (intent, v) -> {
      intent.update(null, mark);
      return undefined();
    }));
    settle();
    assertEquals(
        "failed: intent: null is no target; give a query key (an array) or filters ({ queryKey }),"
            + " in resync too",
        outcome.toString());
    assertEquals(0, network.count("A"));
    wasToldThatItFailedUnsent();
  }

  @Test
  public void anIntentThatIsWrittenToLater_isAClearError() {
    Intent[] kept = {null};
    put(key("todo"));
    mutate(change("A", (intent, v) -> {
      kept[0] = intent;
      intent.update(key("todo"), mark);
      return undefined();
    }));
    Object error = env.errors.attempt(
        () -> {
          kept[0].update(key("todo"), mark);
          return null;
        },
        thrown -> thrown);
    assertFalse(error == null);
    assertEquals(0, Outcome.message(error).indexOf("intent: optimistic has returned"));
  }

  @Test
  public void aQueryThatIsPutBackWhileItFetches_isFoundAsFetching() {
    client.prefetchQuery(query("q"));
    settle();
    Query query = queryOf("q");
    Outcome fetched = outcome(query.getPromise());
    client.getQueryCache().remove(query);
    outcome(query.fetch(null, null));
    client.getQueryCache().add(query);
    assertEquals(1, client.isFetching(null));
    network.last("get q").answer(json("1"));
    settle();
    assertEquals(0, client.isFetching(null));
    assertEquals("failed: CancelledError", fetched.toString());
  }
}
