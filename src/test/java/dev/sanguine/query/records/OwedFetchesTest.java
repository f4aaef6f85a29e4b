package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** What an answer, a push or a change leaves open for a list is shown as far as it is known, and fetched. */
public class OwedFetchesTest extends RecordCase {
  private void watched(String status, String document) {
    client.setQueryDefaults(
        key(status),
        new QueryOptions()
            .records(orders("{'where':{'status':{'equals':'" + status + "'}},'sort':'id'}")));
    watch(query(status));
    answer("get " + status, document);
  }

  @Test
  public void anAnswerThatSaysAnotherStatus_bringsTheRecordIntoTheOtherList() {
    listOf("open", "[{'id':1,'status':'open'}]");
    listOf("paid", "[]");
    mutate(merge("A", 1.0, "{'note':'x'}"));
    answer("A", "{'id':1,'status':'paid','note':'x'}");
    assertEquals("", ids("open"));
    assertEquals("[{'id':1,'status':'paid','note':'x'}]", view("paid"));
  }

  @Test
  public void aPushThatComesWhileAListIsFetched_isFetchedAgain() {
    watched("open", "[{'id':1,'status':'open'}]");
    refetch("open");
    client.receive("order", json("{'id':3,'status':'open'}"));
    assertEquals("1 | 3", ids("open"));
    answer("get open", "[{'id':1,'status':'open'}]");
    assertEquals("1 | 3", ids("open"));
    answer("get open", "[{'id':1,'status':'open'},{'id':3,'status':'open'}]");
    assertEquals("1 | 3", ids("open"));
  }

  @Test
  public void aListThatCannotTell_isFetchedWhenTheChangeIsSettled() {
    client.setQueryDefaults(key("orders"), new QueryOptions().records(orders("{}")));
    Object key = key("orders", json("{'search':'ann'}"));
    watch(QueryOptions.of(key).queryFn(context -> network.send("get found", null)));
    answer("get found", "[{'id':1}]");
    mutate(add("A", "{'id':2,'name':'ann'}"));
    assertEquals("[{'id':1}]", text(client.getQueryData(key)));
    answer("A", "{'id':2,'name':'ann'}");
    answer("get found", "[{'id':1},{'id':2,'name':'ann'}]");
    assertEquals("[{'id':1},{'id':2,'name':'ann'}]", text(client.getQueryData(key)));
  }

  @Test
  public void aListThatCannotTell_isLeftAloneByWhatItIsNotAbout() {
    client.setQueryDefaults(
        key("near"), new QueryOptions().records(orders("{'where':{'place':{'near':'1,2'}}}")));
    watch(query("near"));
    answer("get near", "[{'id':1}]");
    listOf("open", "[{'id':2,'status':'open','place':[1,2]}]");
    mutate(merge("A", 2.0, "{'note':'x'}"));
    answer("A", "'ok'");
    assertEquals(1, network.count("get near"));
    mutate(merge("B", 2.0, "{'place':[3,4]}"));
    answer("B", "'ok'");
    answer("get near", "[{'id':1},{'id':2}]");
    assertEquals("1 | 2", ids("near"));
  }

  @Test
  public void aNewRecordThatIsNamed_staysWhereItsNextChangePutIt() {
    watched("open", "[]");
    watched("paid", "[]");
    mutate(
        change("A", (intent, record) -> {
          TemporaryIds.temporary(intent, Json.get(record, "id"), null);
          intent.add("order", record);
          return undefined();
        }),
        json("{'id':'tmp','status':'open'}"));
    mutate(
        change("B", (intent, fields) -> {
          intent.record("order", Json.get(fields, "id")).merge(fields);
          return undefined();
        }),
        json("{'id':'tmp','status':'paid'}"));
    assertEquals("'tmp'", ids("paid"));
    answer("A", "{'id':7,'status':'open'}");
    assertEquals("", ids("open"));
    assertEquals("7", ids("paid"));
  }

  @Test
  public void aListThatShouldHaveTheRecordAlready_isFetchedWhenAChangeOfItIsSettled() {
    watched("open", "[]");
    list("all", "{}", "[{'id':1,'status':'open'}]");
    mutate(merge("A", 1.0, "{'status':'open'}"));
    answer("A", "'ok'");
    answer("get open", "[{'id':1,'status':'open'}]");
    assertEquals("1", ids("open"));
  }
}
