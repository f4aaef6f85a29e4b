package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.Versions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** What comes to a page pushes another record over its end: that one is as it was, and versions must not be asked of it. */
public class CutRecordsTest extends RecordCase {
  @Test
  public void aFetchAfterTheAnswer_endsTheChange_thoughItBringsTheOtherRecordBack() {
    client.setQueryDefaults(
        key("top"),
        new QueryOptions().records(orders("{'sort':'rank','limit':2}")).version(Versions.by("v")));
    watch(query("top"));
    answer("get top", "{'docs':[{'id':2,'rank':2,'v':1},{'id':3,'rank':3,'v':1}],'totalDocs':3}");
    mutate(add("A", "{'id':1,'rank':1}"));
    mutate(orders("B", intent -> intent.record("order", 1.0).remove()));
    assertEquals("2", ids("top").substring(0, 1));
    answer("A", "{'id':1,'rank':1,'v':2}");
    answer("B", "'ok'");
    answer("get top", "{'docs':[{'id':2,'rank':2,'v':1},{'id':3,'rank':3,'v':1}],'totalDocs':3}");
    assertEquals("2 | 3", ids("top"));
    assertEquals(2, network.count("get top"));
  }

  @Test
  public void aPageOfAnotherRecord_thatLoadsMeanwhile_isNotHeldBack() {
    list("all", "{}", "[{'id':2,'n':1}]");
    client.setQueryDefaults(key("three"), new QueryOptions().records(orders("{}")));
    watch(query("three"));
    mutate(orders("A", intent -> intent.record("order", 2.0).increment("n", 1)));
    answer("get three", "{'id':3,'n':5}");
    refetch("three");
    answer("get three", "{'id':3,'n':6}");
    assertEquals("{'id':3,'n':6}", view("three"));
  }
}
