package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.options.IntentFilters;
import dev.sanguine.query.pending.IntentsObserver;
import org.junit.Before;
import org.junit.Test;

/** What is listed of changes of records: of which record, of which fields, in which queries. */
public class ListedRecordsTest extends RecordCase {
  @Before
  public void twoLists() {
    listOf("open", "[{'id':1,'status':'open'},{'id':2,'status':'open'}]");
    listOf("paid", "[{'id':3,'status':'paid'}]");
  }

  private IntentsObserver of(IntentFilters filters) {
    return new IntentsObserver(client, filters);
  }

  private IntentsObserver row(Object id) {
    return of(new IntentFilters().record("order", id));
  }

  /** State, fields and keys of each, as {@code sent[status]["open"]}. */
  private String listed(IntentsObserver observer) {
    return join(observer
        .getCurrentResult()
        .map(one -> one.state + "[" + join(one.fields) + "]"
            + join(one.keys.map(key -> client.hash(key).replace('"', '\'')))));
  }

  @Test
  public void aRow_listsTheChangesOfItsRecord_andTheKeysOfTheListsThatItLeavesAndEnters() {
    IntentsObserver two = row(2.0);
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    mutate(merge("B", 1.0, "{'note':'x'}"));
    assertEquals("queued[status]['open'] | ['paid']", listed(two));
    assertEquals("queued[note]['open']", listed(row(1.0)));
    assertEquals("queued[note]['open']", listed(row("1")));
    assertEquals("", listed(row(3.0)));
  }

  @Test
  public void theRecordsOfAnotherType_withTheSameId_areOthers() {
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    assertEquals("", listed(of(new IntentFilters().record("customer", 2.0))));
    assertEquals("queued[status]['open'] | ['paid']", listed(of(new IntentFilters().id(2.0))));
  }

  @Test
  public void aTypeAlone_listsAllChangesOfItsRecords() {
    IntentFilters orders = new IntentFilters();
    orders.record = "order";
    mutate(merge("A", 1.0, "{'note':'x'}"));
    mutate(merge("B", 2.0, "{'total':1}"));
    cache("other", "{'id':1}");
    mutate(merge("C", "other", "{'note':'y'}"));
    assertEquals("queued[note]['open'] | queued[total]['open']", listed(of(orders)));
  }

  @Test
  public void aHelperByKey_isOfTheTypeThatTheQuerySays() {
    mutate(merge("A", "open", "{'id':1,'note':'x'}"));
    assertEquals("queued[note]['open']", listed(row(1.0)));
    mutate(with(
        "B",
        "open",
        (intent, key) -> intent.update(
            key,
            old -> Json.arrayOf(Json.items(old).map(order -> Json.with(order, "seen", true))))));
    assertEquals("queued[note]['open'] | queued[seen]['open']", listed(row(1.0)));
    assertEquals("queued[seen]['open']", listed(row(2.0)));
  }

  @Test
  public void aKey_listsWhatShowsThere() {
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    mutate(merge("B", 1.0, "{'note':'x'}"));
    assertEquals("queued[status]['open'] | ['paid']", listed(of(IntentFilters.of(key("paid")))));
  }

  @Test
  public void eachKindOfChange_saysItsFields() {
    mutate(orders("A", intent -> intent.record("order", 1.0).increment("total", 1)));
    mutate(orders("B", intent -> intent.record("order", 1.0).remove()));
    mutate(add("C", "{'id':9,'status':'open','total':1}"));
    mutate(orders("D", intent -> intent
        .record("order", 2.0)
        .update(old -> Json.with(Json.with(old, "status", "open"), "note", "n"))));
    assertEquals("queued[total]['open'] | queued[]['open']", listed(row(1.0)));
    assertEquals("queued[status | total]['open']", listed(row(9.0)));
    assertEquals("queued[note]['open']", listed(row(2.0)));
  }

  @Test
  public void failed_itIsListedWithTheKeysThatItShowedIn() {
    IntentsObserver two = row(2.0);
    IntentsObserver late = row(9.0);
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    assertEquals("queued[status]['open'] | ['paid']", listed(two));
    mutate(add("B", "{'id':9,'status':'open'}"));
    fail("A");
    fail("B");
    assertEquals("failed[status]['open'] | ['paid']", listed(two));
    assertEquals("failed[status]['open']", listed(late));
    two.getCurrentResult().get(0).discard.run();
    late.getCurrentResult().get(0).discard.run();
    assertEquals("", listed(two));
  }

  @Test
  public void ofARecordThatNobodyShows_thereAreNoKeys() {
    mutate(merge("A", 8.0, "{'total':1}"));
    assertEquals("queued[total]", listed(row(8.0)));
    fail("A");
    assertEquals("failed[total]", listed(row(8.0)));
    row(8.0).getCurrentResult().get(0).discard.run();
  }

  @Test
  public void whoListens_hearsOfAListThatComesLater() {
    mutate(merge("A", 2.0, "{'status':'void'}"));
    IntentsObserver two = row(2.0);
    atEnd(two.subscribe(results -> {}));
    settle();
    assertEquals("sent[status]['open']", listed(two));
    listOf("void", "[]");
    assertEquals("sent[status]['open'] | ['void']", listed(two));
  }

  @Test
  public void inANestedPlace_theRecordIsTheOneInside() {
    posts();
    mutate(orders(
        "A", intent -> intent.record("comment", 3.0).update(old -> Json.with(old, "t", "X"))));
    assertEquals("queued[t]['posts']", listed(of(new IntentFilters().record("comment", 3.0))));
    assertEquals("", listed(of(new IntentFilters().record("post", 1.0))));
  }
}
