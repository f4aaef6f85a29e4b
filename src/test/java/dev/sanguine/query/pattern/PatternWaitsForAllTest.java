package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/**
 * Mutations that begin in one task, each of which waits for all its queries to be cancelled, and that write not all of them. One
 * writes what is there already, so that two of them put the same snapshot back.
 */
public class PatternWaitsForAllTest extends PatternCase {
  private static final String LIST = "[{'id':7,'on':false},{'id':8,'on':true}]";

  @Before
  public void aListAndARecordOfEach() {
    cache("list", LIST);
    cache("7", "{'id':7,'on':false}");
    settle();
  }

  /** Cancels the record and the list at once, and writes both if they are there. */
  private void begin(String name, double id, boolean on) {
    String record = Json.stringify(id);
    mutate(plain(name)
        .onMutate((variables, context) -> env.deferreds
            .all(Seq.of(
                client.cancelQueries(prefix(record), null),
                client.cancelQueries(prefix("list"), null)))
            .then(
                done -> {
                  Object old = client.getQueryData(key(record));
                  Object list = client.getQueryData(key("list"));
                  if (!env.values.isUndefined(old)) {
                    client.setQueryData(key(record), Json.with(old, "on", on), null);
                  }
                  client.setQueryData(key("list"), each(id, set("on", on)).update(list), null);
                  return Seq.of(old, list);
                },
                null))
        .onError((error, variables, onMutateResult, context) -> {
          client.setQueryData(key(record), snapshot(onMutateResult), null);
          return client.setQueryData(key("list"), ((Seq<?>) onMutateResult).get(1), null);
        }));
  }

  private String shown() {
    return view("7") + " " + view("list");
  }

  private void threeBegin() {
    begin("A", 7, false);
    begin("B", 7, true);
    begin("C", 8, false);
    settle();
    assertEquals("{'id':7,'on':true} [{'id':7,'on':true},{'id':8,'on':false}]", shown());
  }

  @Test
  public void theSecondFails_itsChangeLeaves() {
    threeBegin();
    fail("B");
    assertEquals("{'id':7,'on':false} [{'id':7,'on':false},{'id':8,'on':false}]", shown());
    answer("C", "'ok'");
    answer("A", "'ok'");
    assertEquals("{'id':7,'on':false} [{'id':7,'on':false},{'id':8,'on':false}]", shown());
  }

  @Test
  public void theFirstFails_theSecondsChangeStays() {
    threeBegin();
    fail("A");
    assertEquals("{'id':7,'on':true} [{'id':7,'on':true},{'id':8,'on':false}]", shown());
    fail("C");
    assertEquals("{'id':7,'on':true} [{'id':7,'on':true},{'id':8,'on':true}]", shown());
    fail("B");
    assertEquals("{'id':7,'on':false} " + LIST, shown());
  }

  @Test
  public void theThirdBeginsBeforeThem_theLastFails_itsChangeLeaves() {
    begin("C", 8, false);
    begin("A", 7, false);
    begin("B", 7, true);
    settle();
    fail("B");
    assertEquals("{'id':7,'on':false} [{'id':7,'on':false},{'id':8,'on':false}]", shown());
  }

  /** Waits for its queries and for something else besides, so that nobody knows when it goes on. */
  private MutationOptions prepared(String name) {
    return plain(name)
        .onMutate((variables, context) -> env.deferreds
            .all(Seq.of(
                client.cancelQueries(prefix("7"), null),
                client.cancelQueries(prefix("list"), null),
                network.send("prepare " + name, null)))
            .then(done -> readAndWrite("7", set(name, 1.0)), null))
        .onError(putBack("7"));
  }

  @Test
  public void twoWaitForSomethingElseBesides_andGoOnInTheOtherOrder_eachTakesOutItsOwn() {
    start(prepared("A"));
    start(prepared("B"));
    answer("prepare B", "1");
    answer("prepare A", "1");
    assertEquals("{'id':7,'on':false,'B':1,'A':1}", view("7"));
    fail("A");
    assertEquals("{'id':7,'on':false,'B':1}", view("7"));
    fail("B");
    assertEquals("{'id':7,'on':false}", view("7"));
  }

  @Test
  public void oneWaitsForSomethingElseBesides_asAnotherGoesOn_eachTakesOutItsOwn() {
    start(prepared("A"));
    mutate(pattern("B", "7", set("B", 1.0)));
    network.pending("prepare A").answer(json("1"));
    settle();
    assertEquals("{'id':7,'on':false,'A':1,'B':1}", view("7"));
    fail("B");
    assertEquals("{'id':7,'on':false,'A':1}", view("7"));
    fail("A");
    assertEquals("{'id':7,'on':false}", view("7"));
  }
}
