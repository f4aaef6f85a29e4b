package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import org.junit.Before;
import org.junit.Test;

/** What is no change of a record says so at once: nothing is shown, and nothing is sent. */
public class RefusedRecordsTest extends RecordCase {
  @Before
  public void aList() {
    list("all", "{}", "[{'id':1,'total':'many','note':null}]");
  }

  /** The words of the error, up to the remedy. */
  private void refuses(String words, Writes writes) {
    Outcome outcome = mutate(orders("A", writes));
    settle();
    assertEquals("failed: " + words, outcome.toString().replaceFirst(";.*", ""));
    assertEquals("[{'id':1,'total':'many','note':null}]", view("all"));
    assertEquals(0, network.calls().size());
    wasToldThatItFailedUnsent();
  }

  @Test
  public void withoutTheFeature_theCallNamesIt() {
    client = newClient(new QueryClientConfig());
    cache("all", "[{'id':1,'total':'many','note':null}]");
    refuses(
        "intent.record, intent.add: the client has no records",
        intent -> intent.record("order", 1.0).remove());
  }

  @Test
  public void withoutTheFeature_theOptionSaysWhatIsMissing_onceForDefaults() {
    client = newClient(new QueryClientConfig());
    client.setQueryDefaults(key("all"), new QueryOptions().records(orders("{}")));
    cache("all", "[]");
    watch(query("own").records(orders("{}")));
    Seq<String> reports = takeReports();
    String lacks =
        ": records: { of: 'order' } does nothing, because the client lacks the feature records;"
            + " import";
    assertEquals(remarks(2), reports.size());
    assertEquals(
        remarks(1),
        reports.filter(report -> report.startsWith("query [\"all\"]" + lacks)).size());
    assertEquals(
        remarks(1),
        reports.filter(report -> report.startsWith("query [\"own\"]" + lacks)).size());
  }

  @Test
  public void withoutTheFeature_theIdAndThePlaceOfRecordsAreNotItsOption() {
    client = newClient(new QueryClientConfig());
    RecordsOption option = new RecordsOption();
    option.list = "rows";
    client.setQueryDefaults(key("all"), new QueryOptions().records(option));
    assertEquals(0, takeReports().size());
  }

  @Test
  public void anId_isATextOrANumber() {
    refuses(
        "intent.record: the record of type order has no id",
        intent -> intent.record("order", undefined()).remove());
    refuses(
        "intent.record: an id of type order is a text or a number, and this is neither",
        intent -> intent.record("order", json("{'id':1}")).remove());
    refuses(
        "intent.add: the record of type order has no id",
        intent -> intent.add("order", json("{}")));
  }

  @Test
  public void aTypeThatIsNone_isRefused() {
    refuses(
        "intent.record: null is no type of records",
        intent -> intent.record(null, 1.0).remove());
  }

  @Test
  public void whatIsNoRecord_isRefused() {
    refuses("intent.add: 7 is no record", intent -> intent.add("order", "7"));
    refuses(
        "intent.record(order, 1).merge: x is no record",
        intent -> intent.record("order", "1").merge("x"));
  }

  @Test
  public void fieldsOfAnotherRecord_areRefused() {
    refuses(
        "intent.record(order, 1).merge: the fields are of 2",
        intent -> intent.record("order", "1").merge(json("{'id':'2','total':5}")));
  }

  @Test
  public void anUpdate_returnsARecord() {
    refuses(
        "intent.record(order, 1).update: 5 is no record",
        intent -> intent.record("order", "1").update(old -> "5"));
  }

  @Test
  public void anUpdate_keepsTheId() {
    refuses(
        "intent.record(order, 1).update: what is returned has another id, or none",
        intent -> intent.record("order", "1").update(old -> json("{'id':2}")));
    refuses(
        "intent.record(order, 1).update: what is returned has another id, or none",
        intent -> intent.record("order", "1").update(old -> json("{'total':2}")));
  }

  @Test
  public void anUpdateThatReturnsAPromise_isRefused() {
    Outcome outcome = mutate(orders(
        "A", intent -> intent.record("order", 1.0).update(old -> env.deferreds.resolve(old))));
    settle();
    assertEquals(
        "failed: optimistic of #1 returned a promise", outcome.toString().replaceFirst(";.*", ""));
    wasToldThatItFailedUnsent();
  }

  @Test
  public void anIncrementOfWhatIsNoNumber_isTold() {
    mutate(orders("A", intent -> intent.record("order", 1.0).increment("total", 1)));
    mutate(orders("B", intent -> intent.record("order", 1.0).increment("count", 1)));
    mutate(orders("C", intent -> intent.record("order", 2.0).increment("total", 1)));
    Seq<String> told = takeReports();
    assertEquals(remarks(1), told.size());
    assertEquals(
        "mutation #1: increment of order 1 finds nothing to change: total is no number there",
        told.get(0));
  }

  @Test
  public void aTypeThatNoQueryNames_isTold() {
    mutate(orders("A", intent -> intent.record("ordr", 1.0).remove()));
    assertEquals(
        0, join(takeReports()).indexOf("mutation #1: no query shows records of type ordr"));
  }

  @Test
  public void aPushOfNothing_isRefused() {
    assertEquals(
        "receive: the record of type order has no id",
        message(() -> client.receive("order", json("{}"))));
    assertEquals("receive: 7 is no record", message(() -> client.receive("order", "7")));
    assertEquals(
        "receiveRemoval: the record of type order has no id",
        message(() -> client.receiveRemoval("order", undefined())));
  }

  private String message(Task call) {
    return String.valueOf(env.errors.attempt(
            () -> {
              call.run();
              return "nothing was thrown";
            },
            Outcome::message))
        .replaceFirst(";.*", "");
  }
}
