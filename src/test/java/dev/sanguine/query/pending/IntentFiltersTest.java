package dev.sanguine.query.pending;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.IntentFilters;
import dev.sanguine.query.state.IntentResult;
import org.junit.Test;

/** What is pending of a key, of one record, of a field. */
public class IntentFiltersTest extends ListedCase {
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
        "IntentsObserver: list is neither filters nor a key; give { queryKey, record, id } or an"
            + " array",
        join(thrown));
  }
}
