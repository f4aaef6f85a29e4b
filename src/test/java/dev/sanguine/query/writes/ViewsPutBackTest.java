package dev.sanguine.query.writes;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Screen;
import org.junit.Before;
import org.junit.Test;

/** A view that is put back after a failure means the base under it: what is pending, and what came since, stays as it is. */
public class ViewsPutBackTest extends LawCase {
  private Screen record;
  private Screen list;

  @Before
  public void aRecordAndAListAreShown() {
    cache("record", "{'id':1,'t':'t0','n':0}");
    cache("list", "[{'id':1},{'id':3,'n':'new'}]");
    record = watch(query("record").staleTime(1e12));
    list = watch(query("list").staleTime(1e12));
  }

  /** As the guide writes it: take down what is shown, write, and put back what was taken down if it fails. */
  private void pattern(String cached, Updater updater) {
    mutate(plain("P")
        .onMutate((variables, context) -> {
          Object previous = client.getQueryData(key(cached));
          client.setQueryData(key(cached), updater, null);
          return previous;
        })
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(key(cached), onMutateResult, null)));
    settle();
  }

  private Object without(Object items, double id) {
    return env.values.listOf(env.values.items(items).filter(item -> Json.number(item, "id") != id));
  }

  private Object added(Object items, String record) {
    Seq<Object> all = env.values.items(items);
    all.add(json(record));
    return env.values.listOf(all);
  }

  // What is pending

  @Test
  public void aPendingIncrement_isNotTakenForWhatIsPutBack() {
    mutate(increment("A", "record"));
    pattern("record", old -> Json.with(old, "n", Json.number(old, "n") - 1));
    assertEquals("{'id':1,'t':'t0','n':0}", record.now());
    fail("P");
    assertEquals("{'id':1,'t':'t0','n':1}", record.now());
    fail("A");
    assertEquals("{'id':1,'t':'t0','n':0}", record.now());
  }

  @Test
  public void aPendingCreate_isNotTakenForARecordThatIsPutBackByHand() {
    mutate(create("create", "list"), json("{'id':'t','n':'new'}"));
    settle();
    Object before = client.getQueryData(key("list"));
    client.setQueryData(key("list"), (Updater) old -> without(old, 3), null);
    assertEquals("[{'id':1},{'id':'t','n':'new'}]", list.now());
    client.setQueryData(key("list"), before, null);
    assertEquals("[{'id':1},{'id':3,'n':'new'},{'id':'t','n':'new'}]", list.now());
    fail("create");
    assertEquals("[{'id':1},{'id':3,'n':'new'}]", list.now());
  }

  @Test
  public void aPendingRemove_isNotTakenForDone_ifTheRecordWasNotThereYet() {
    mutate(merge("A", "list", "{'id':1,'t':'A'}"));
    pattern("list", old -> added(old, "{'id':2}"));
    mutate(remove("R", "list", 2.0));
    settle();
    fail("P");
    assertEquals("[{'id':1,'t':'A'},{'id':3,'n':'new'}]", list.now());
    fail("R");
    assertEquals("[{'id':1,'t':'A'},{'id':3,'n':'new'}]", list.now());
    fail("A");
    assertEquals("[{'id':1},{'id':3,'n':'new'}]", list.now());
    assertEquals(0, network.count("get list"));
  }

  @Test
  public void aChangeThatTheBaseHeldWhenItWasShown_isNotDoneTwice() {
    mutate(increment("A", "record"));
    settle();
    client.setQueryData(key("record"), json("{'id':1,'t':'t0','n':1}"), null);
    pattern("record", old -> Json.with(old, "t", "P"));
    client.setQueryData(key("record"), json("{'id':1,'t':'t1','n':0}"), null);
    assertEquals("{'id':1,'t':'t1','n':1}", record.now());
    fail("P");
    assertEquals("{'id':1,'t':'t1','n':1}", record.now());
  }

  // What came since

  @Test
  public void aValueOfTheServersSince_stays_underAPendingChange() {
    mutate(merge("A", "record", "{'t':'A'}"));
    pattern("record", old -> Json.with(old, "n", 100.0));
    refetch("record");
    answer("get record", "{'id':1,'t':'t0','n':7}");
    assertEquals("{'id':1,'t':'A','n':7}", record.now());
    fail("P");
    assertEquals("{'id':1,'t':'A','n':7}", record.now());
    fail("A");
    assertEquals("{'id':1,'t':'t0','n':7}", record.now());
  }

  @Test
  public void aValueOfTheServersSince_stays_afterTheChangeHasFailed() {
    mutate(merge("A", "record", "{'t':'A'}"));
    pattern("record", old -> Json.with(old, "n", 100.0));
    refetch("record");
    answer("get record", "{'id':1,'t':'t0','n':7}");
    fail("A");
    fail("P");
    assertEquals("{'id':1,'t':'t0','n':7}", record.now());
  }

  // A query that is gone

  @Test
  public void aQueryThatWasRemovedSince_doesNotComeBack() {
    cache("quiet", "{'id':1,'t':'t0'}");
    mutate(merge("A", "quiet", "{'t':'A'}"));
    pattern("quiet", old -> Json.with(old, "n", 100.0));
    answer("A", "'ok'");
    client.removeQueries(prefix("quiet"));
    fail("P");
    assertEquals("absent", view("quiet"));
  }

  @Test
  public void aQueryThatWasRemovedAndMadeAnew_keepsItsNewValue() {
    cache("quiet", "{'id':1,'t':'t0'}");
    mutate(merge("A", "quiet", "{'t':'A'}"));
    pattern("quiet", old -> Json.with(old, "n", 100.0));
    answer("A", "'ok'");
    client.removeQueries(prefix("quiet"));
    cache("quiet", "{'id':1,'t':'new'}");
    fail("P");
    assertEquals("{'id':1,'t':'new'}", view("quiet"));
  }
}
