package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.Versions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import org.junit.Test;

/** Pushes that cross with fetches, with answers and with each other: nothing is lost, and nothing is counted twice. */
public class CrossedPushesTest extends RecordCase {
  private static final String OPEN = "{'id':1,'status':'open','v':1}";

  /** A query of orders whose records say their versions, and that is watched. */
  private void versioned(String name, RecordsOption option, String document) {
    client.setQueryDefaults(
        key(name), new QueryOptions().version(Versions.by("v")).records(option));
    watch(query(name));
    answer("get " + name, document);
  }

  private void listed(String status, String document) {
    versioned(
        status, orders("{'where':{'status':{'equals':'" + status + "'}},'sort':'id'}"), document);
  }

  private void counted(String document) {
    RecordsOption option = orders("{'where':{'status':{'equals':'open'}},'count':'open'}");
    versioned("count", option, document);
  }

  private void push(String record) {
    client.receive("order", json(record));
    settle();
  }

  @Test
  public void aPushIntoAList_duringItsFetchAfterAnOwnChange_isFetchedAgain() {
    listed("open", "[" + OPEN + ",{'id':2,'status':'open','v':1}]");
    mutate(merge("A", 1.0, "{'note':'x'}"));
    answer("A", "{'id':1,'status':'open','note':'x','v':2}");
    push("{'id':2,'status':'open','v':3,'note':'pushed'}");
    answer("get open", "[{'id':1,'status':'open','note':'x','v':2}]");
    assertEquals("1 | 2", ids("open"));
    answer(
        "get open",
        "[{'id':1,'status':'open','note':'x','v':2},{'id':2,'status':'open','v':3,'note':'pushed'}]");
    assertEquals("1 | 2", ids("open"));
  }

  @Test
  public void anOlderPush_doesNotBringTheRecordIntoAnotherList() {
    listed("open", "[]");
    listed("paid", "[{'id':1,'status':'paid','v':3}]");
    push("{'id':1,'status':'open','v':2}");
    assertEquals("", ids("open"));
    assertEquals("1", ids("paid"));
  }

  @Test
  public void anOlderPush_comesAfterOneThatTookTheRecordOutOfEveryList() {
    listed("open", "[" + OPEN + "]");
    push("{'id':1,'status':'void','v':3}");
    push("{'id':1,'status':'open','v':2}");
    assertEquals("", ids("open"));
  }

  @Test
  public void aPushChangesANumber_thatMayHaveCountedIt_theServerIsAskedOnce() {
    counted("{'open':4}");
    listed("open", "[" + OPEN + ",{'id':2,'status':'open','v':1}]");
    client.receive("order", json("{'id':1,'status':'paid','v':2}"));
    client.receive("order", json("{'id':2,'status':'paid','v':2}"));
    settle();
    assertEquals("{'open':2}", view("count"));
    answer("get count", "{'open':3}");
    assertEquals("{'open':3}", view("count"));
    assertEquals(2, network.count("get count"));
  }

  @Test
  public void anAnswerTellsOfSomebodyElsesChange_andSoDoesAPush_itIsCountedOnce() {
    counted("{'open':1}");
    listed("open", "[" + OPEN + "]");
    listed("paid", "[{'id':2,'status':'paid','v':1}]");
    mutate(merge("A", 2.0, "{'note':'x'}"));
    answer("A", "{'id':2,'status':'open','note':'x','v':3}");
    push("{'id':2,'status':'open','v':2}");
    push("{'id':2,'status':'open','note':'x','v':3}");
    assertEquals("{'open':2}", view("count"));
    assertEquals("1 | 2", ids("open"));
  }

  @Test
  public void theRecordIsNoNewsByALaterFetch_butForAnOlderList_whichIsFetched() {
    listed("open", "[]");
    versioned("all", orders("{}"), "[{'id':1,'status':'open','v':2}]");
    push("{'id':1,'status':'open','v':2}");
    answer("get open", "[{'id':1,'status':'open','v':2}]");
    assertEquals("1", ids("open"));
  }

  @Test
  public void aClearedClient_knowsNoPush() {
    listed("open", "[" + OPEN + "]");
    push("{'id':1,'status':'void','v':3}");
    client.clear();
    cache("open", "[]");
    push("{'id':1,'status':'open','v':2}");
    assertEquals("1", ids("open"));
  }
}
