package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.QueryKey;
import org.junit.Before;
import org.junit.Test;

/** A change of one record that fails leaves the others as they are: none is done again, and the list is right all the same. */
public class FailuresCostTest extends RecordCase {
  private int runs;

  @Before
  public void threeOrders() {
    list(
        "all", "{'sort':'total'}", "[{'id':1,'total':10},{'id':2,'total':20},{'id':3,'total':30}]");
  }

  private void update(String name, double id, String field, Object value) {
    mutate(orders(name, intent -> intent.record("order", id).update(old -> {
      runs++;
      return Json.with(old, field, value);
    })));
  }

  private void notesOnEach() {
    update("A", 1, "note", "a");
    update("B", 2, "note", "b");
    update("C", 3, "note", "c");
    runs = 0;
  }

  private String after(String name) {
    fail(name);
    return view("all");
  }

  @Test
  public void whatStandsBehindAFailure_isNotDoneAgain() {
    notesOnEach();
    assertEquals(
        "[{'id':1,'total':10},{'id':2,'total':20,'note':'b'},{'id':3,'total':30,'note':'c'}]",
        after("A"));
    assertEquals(
        "[{'id':1,'total':10},{'id':2,'total':20},{'id':3,'total':30,'note':'c'}]", after("B"));
    assertEquals(0, runs);
  }

  @Test
  public void whatComesAfterAFailure_isDoneOnce() {
    notesOnEach();
    after("A");
    update("D", 1, "note", "d");
    assertEquals(1, runs);
    assertEquals(
        "[{'id':1,'total':10,'note':'d'},{'id':2,'total':20},{'id':3,'total':30,'note':'c'}]",
        after("B"));
  }

  @Test
  public void aSecondChangeOfTheRecord_isDoneAgain() {
    update("A", 1, "note", "a");
    mutate(orders("B", intent -> intent.record("order", 1.0).increment("total", 5)));
    assertEquals("[{'id':1,'total':15},{'id':2,'total':20},{'id':3,'total':30}]", after("A"));
  }

  @Test
  public void aRecordThatHadMoved_goesBack() {
    update("A", 1, "total", 25.0);
    update("B", 2, "total", 27.0);
    assertEquals("[{'id':1,'total':10},{'id':2,'total':27},{'id':3,'total':30}]", after("A"));
  }

  @Test
  public void aChangeOfTheWholeList_isDoneAgain() {
    update("A", 1, "note", "a");
    mutate(change("B", (intent, variables) -> {
      intent.update(
          QueryKey.of("all"), old -> Json.stringify(old).contains("note") ? old : json("[]"));
      return undefined();
    }));
    assertEquals("[]", after("A"));
  }

  @Test
  public void whatIsConfirmedAfterAFailure_isInTheBase() {
    notesOnEach();
    after("A");
    answer("C", "'ok'");
    assertEquals(
        "[{'id':1,'total':10},{'id':2,'total':20},{'id':3,'total':30,'note':'c'}]", after("B"));
  }
}
