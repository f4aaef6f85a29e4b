package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import org.junit.Test;

/**
 * What a list was made of is not always what is known elsewhere: it is older, it holds changes already, or waits. Its
 * records and their number are right all the same.
 */
public class ListKnowledgeTest extends RecordCase {
  private static final String OPEN = "'where':{'status':{'equals':'open'}}";

  /** Two open orders of how many there are, in the order of their ranks. */
  private void top(String document) {
    list("top", "{" + OPEN + ",'sort':'rank','limit':2}", document);
  }

  private String total(String name) {
    return text(Json.get(client.getQueryData(key(name)), "totalDocs"));
  }

  /** Asks the server, which answers later. */
  private void fetch(String name) {
    client.prefetchQuery(query(name));
    settle();
  }

  private void push(String record) {
    client.receive("order", json(record));
    settle();
  }

  private void send(String name, double id, String fields) {
    mutate(merge(name, id, fields));
    settle();
  }

  @Test
  public void aPushThatHasToWait_countsOnce() {
    list("count", "{" + OPEN + ",'count':'n'}", "{'n':3}");
    detail("nine", "{'id':9,'status':'open'}");
    send("A", 9, "{'status':'paid'}");
    push("{'id':9,'status':'paid'}");
    assertEquals("{'n':2}", view("count"));
    answer("A", "'ok'");
    assertEquals("{'n':2}", view("count"));
  }

  @Test
  public void aPushOfAnotherRecord_changesNoNumber() {
    list("count", "{" + OPEN + ",'limit':1}", "{'docs':[{'id':1,'status':'open'}],'totalDocs':3}");
    detail("nine", "{'id':9,'status':'open'}");
    send("A", 9, "{'status':'paid'}");
    cache("nine", "{'id':9,'status':'paid'}");
    push("{'id':1,'status':'open','note':'x'}");
    assertEquals("2", total("count"));
  }

  @Test
  public void aRecordThatAnOwnChangeHasMovedAway_wasNotTakenOutByOthers() {
    top(
        "{'docs':[{'id':1,'status':'open','rank':1},{'id':2,'status':'open','rank':2}],'totalDocs':3}");
    fetch("top");
    send("A", 1, "{'rank':9}");
    answer("A", "'ok'");
    send("B", 1, "{'status':'void'}");
    answer(
        "get top",
        "{'docs':[{'id':2,'status':'open','rank':2},{'id':3,'status':'open','rank':3}],'totalDocs':3}");
    assertEquals("2", total("top"));
  }

  @Test
  public void aFetchThatIsOlderThanWhatIsKnown_takesNobodyOut() {
    list("all", "{'sort':'id'}", "[{'id':3,'status':'open'},{'id':5,'status':'void'}]");
    listOf("open", "[{'id':3,'status':'open'}]");
    fetch("open");
    send("A", 5, "{'status':'open'}");
    fetch("all");
    answer("get all", "[{'id':3,'status':'open'},{'id':5,'status':'open'}]");
    answer("get open", "[{'id':3,'status':'open'}]");
    assertEquals("3 | 5", ids("open"));
  }

  @Test
  public void whatAListKnowsOfANewRecord_staysWhenOthersTakeItIntoTheirValues() {
    list("all", "{'sort':'id'}", "[{'id':2}]");
    listOf("open", "[{'id':3,'status':'open'}]");
    detail("six", "{'id':6,'status':'void'}");
    send("W", 2, "{'note':'w'}");
    send("X", 6, "{'status':'open'}");
    mutate(add("N", "{'id':101,'status':'void'}"));
    answer("N", "'ok'");
    send("Y", 101, "{'status':'open'}");
    answer("Y", "'ok'");
    answer("W", "'ok'");
    answer("X", "{'id':6,'status':'open','note':'x'}");
    assertEquals("3 | 6 | 101", ids("open"));
  }

  @Test
  public void aValueThatWaits_lacksWhatIsConfirmedMeanwhile() {
    list("all", "{'sort':'id'}", "[{'id':1,'n':0}]");
    detail("seven", "{'id':7,'note':'old'}");
    mutate(orders("I", intent -> intent.record("order", 1.0).increment("n", 1)));
    settle();
    fetch("all");
    answer("get all", "[{'id':1,'n':1},{'id':7,'note':'old'}]");
    send("A", 7, "{'note':'new'}");
    answer("A", "'ok'");
    fail("I");
    assertEquals("[{'id':1,'n':1},{'id':7,'note':'new'}]", view("all"));
  }

  @Test
  public void aRemovalThatTheFetchedNumberMayHold_isNotCountedTwice() {
    top(
        "{'docs':[{'id':1,'status':'open','rank':1},{'id':5,'status':'open','rank':5}],'totalDocs':4}");
    detail("six", "{'id':6,'status':'open','rank':6}");
    fetch("top");
    mutate(orders("A", intent -> intent.record("order", 5.0).remove()));
    answer("A", "'ok'");
    send("B", 6, "{'rank':2}");
    answer("B", "'ok'");
    answer(
        "get top",
        "{'docs':[{'id':1,'status':'open','rank':1},{'id':6,'status':'open','rank':2}],'totalDocs':3}");
    assertEquals("3", total("top"));
  }

  @Test
  public void twoChangesOfWhichTheFetchedNumberMayHoldBoth_areNotCountedTwice() {
    top(
        "{'docs':[{'id':1,'status':'open','rank':1},{'id':5,'status':'open','rank':5}],'totalDocs':2}");
    detail("four", "{'id':4,'status':'void','rank':4}");
    fetch("top");
    send("A", 4, "{'status':'open'}");
    answer("A", "'ok'");
    send("B", 4, "{'rank':9}");
    answer("B", "'ok'");
    answer(
        "get top",
        "{'docs':[{'id':1,'status':'open','rank':1},{'id':5,'status':'open','rank':5}],'totalDocs':3}");
    assertEquals("3", total("top"));
  }

  @Test
  public void aVersionFromElsewhere_doesNotMakeAFetchOld() {
    versioned("all", orders("{'sort':'id'}"), "[{'id':2,'status':'void','v':2}]");
    versioned("open", orders("{" + OPEN + ",'sort':'id'}"), "[]");
    watch(query("open"));
    send("A", 2, "{'status':'open'}");
    send("B", 2, "{'status':'void'}");
    send("C", 2, "{'status':'open'}");
    answer("A", "{'id':2,'status':'open','v':9}");
    answer("B", "'ok'");
    cache("all", "[{'id':2,'status':'open','v':13}]");
    answer("C", "'ok'");
    answer("get open", "[]");
    answer("get open", "[{'id':2,'status':'open','v':13}]");
    assertEquals("2", ids("open"));
    assertEquals(null, queryOf("open").gate());
  }

  private void versioned(String name, RecordsOption option, String document) {
    client.setQueryDefaults(
        key(name), new QueryOptions().records(option).version(Versions.by("v")));
    cache(name, document);
  }
}
