package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import org.junit.Test;

/** A record that the server sends unasked updates every place; what is pending stays over it. */
public class PushTest extends RecordCase {
  private void twoLists() {
    listOf("open", "[{'id':1,'status':'open'},{'id':2,'status':'open'}]");
    listOf("paid", "[{'id':3,'status':'paid'}]");
    detail("two", "{'id':2,'status':'open','note':'long'}");
  }

  private void push(String record) {
    client.receive("order", json(record));
    settle();
  }

  @Test
  public void aPushedRecord_changesEveryPlace() {
    twoLists();
    push("{'id':2,'status':'paid'}");
    assertEquals("1", ids("open"));
    assertEquals("2 | 3", ids("paid"));
    assertEquals("{'id':2,'status':'paid','note':'long'}", base("two"));
  }

  @Test
  public void aNewRecord_comesToItsPlace_andOneThatIsGoneLeaves() {
    twoLists();
    push("{'id':1.5,'status':'open'}");
    assertEquals("1 | 1.5 | 2", ids("open"));
    client.receiveRemoval("order", "1");
    settle();
    assertEquals("1.5 | 2", ids("open"));
  }

  @Test
  public void whatIsPending_staysOverThePush_andFailsBackToIt() {
    twoLists();
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    push("{'id':2,'status':'open','note':'pushed'}");
    assertEquals("{'id':2,'status':'paid','note':'pushed'}", view("two"));
    assertEquals("2 | 3", ids("paid"));
    fail("A");
    assertEquals("{'id':2,'status':'open','note':'pushed'}", view("two"));
    assertEquals("1 | 2", ids("open"));
  }

  @Test
  public void aPushThatMayCountAPendingIncrement_waits_andOneOfAnotherRecordDoesNot() {
    list("all", "{}", "[{'id':1,'n':0},{'id':2,'n':0}]");
    mutate(orders("A", intent -> intent.record("order", 1.0).increment("n", 1)));
    settle();
    push("{'id':2,'n':5}");
    assertEquals("[{'id':1,'n':1},{'id':2,'n':5}]", view("all"));
    push("{'id':1,'n':1}");
    assertEquals("[{'id':1,'n':1},{'id':2,'n':5}]", view("all"));
    push("{'id':2,'n':6}");
    fail("A");
    assertEquals("[{'id':1,'n':1},{'id':2,'n':6}]", view("all"));
  }

  @Test
  public void anOlderPush_changesNothing() {
    RecordsOption option = orders("{}");
    client.setQueryDefaults(
        key("all"), new QueryOptions().records(option).version(Versions.by("v")));
    cache("all", "[{'id':1,'t':'new','v':5}]");
    push("{'id':1,'t':'old','v':4}");
    assertEquals("[{'id':1,'t':'new','v':5}]", view("all"));
    push("{'id':1,'t':'newer','v':6}");
    assertEquals("[{'id':1,'t':'newer','v':6}]", view("all"));
  }

  @Test
  public void afterAConfirmedChange_anOlderPushDoesNotUndoIt_andANewerOneIsTaken() {
    client.setQueryDefaults(
        key("all"), new QueryOptions().records(orders("{}")).version(Versions.by("v")));
    cache("all", "[{'id':1,'t':'a','v':1}]");
    mutate(merge("A", 1.0, "{'t':'mine'}"));
    answer("A", "{'id':1,'t':'mine','v':3}");
    push("{'id':1,'t':'theirs','v':2}");
    assertEquals("[{'id':1,'t':'mine','v':3}]", view("all"));
    push("{'id':1,'t':'theirs','v':4}");
    assertEquals("[{'id':1,'t':'theirs','v':4}]", view("all"));
  }

  @Test
  public void aPushLeavesTheQuerysAgeAlone() {
    twoLists();
    double before = state("open").dataUpdatedAt;
    client.invalidateQueries(prefix("open"), null);
    world.advance(5);
    push("{'id':2,'status':'open','t':'x'}");
    assertEquals(before, state("open").dataUpdatedAt, 0);
    assertEquals(true, state("open").isInvalidated);
  }

  @Test
  public void aRecordInsideAnother_isPushed_alsoWhileAnotherIsChanged() {
    RecordsOption lines = orders("{}");
    lines.list = "orders";
    lines.parent = "customer";
    RecordsOption customers = new RecordsOption();
    customers.of = "customer";
    customers.nested = Seq.of(lines);
    client.setQueryDefaults(
        key("customers"), new QueryOptions().records(customers).version(Versions.by("v")));
    cache(
        "customers",
        "[{'id':2,'orders':[{'id':2,'customer':2,'v':1},{'id':3,'customer':2,'v':1}]}]");
    mutate(merge("A", 3.0, "{'t':'A'}"));
    push("{'id':2,'customer':2,'v':2,'t':'pushed'}");
    assertEquals(
        "[{'id':2,'orders':[{'id':2,'customer':2,'v':2,'t':'pushed'},{'id':3,'customer':2,'v':1,'t':'A'}]}]",
        view("customers"));
  }

  @Test
  public void anAnswerThatIsOlderThanAPush_isNotWrittenOverIt() {
    client.setQueryDefaults(
        key("all"), new QueryOptions().records(orders("{}")).version(Versions.by("v")));
    cache("all", "[{'id':1,'n':0,'t':'a','v':1}]");
    watch(query("all").staleTime(1e9));
    mutate(merge("A", 1.0, "{'t':'mine'}").scope("one"));
    mutate(orders("R", intent -> intent.record("order", 1.0).remove()).scope("one"));
    answer("A", "{'id':1,'n':0,'t':'mine','v':3}");
    push("{'id':1,'n':5,'t':'mine','v':4}");
    fail("R");
    assertEquals("[{'id':1,'n':5,'t':'mine','v':4}]", view("all"));
  }
}
