package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import org.junit.Test;

/** The number of all records follows what comes and goes, on the page and beyond it, and is never counted twice. */
public class CountsTest extends RecordCase {
  private static final String OPEN = "'where':{'status':{'equals':'open'}},'sort':'id'";

  private void open(String document) {
    list("open", "{" + OPEN + ",'limit':2}", document);
  }

  private String total(String name) {
    return text(Json.get(client.getQueryData(key(name)), "totalDocs"));
  }

  @Test
  public void whatLeavesThePage_isCountedOut_andInAgain() {
    open("{'docs':[{'id':1,'status':'open'},{'id':2,'status':'open'}],'totalDocs':7}");
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    assertEquals("{'docs':[{'id':1,'status':'open'}],'totalDocs':6}", view("open"));
    fail("A");
    assertEquals("7", total("open"));
  }

  @Test
  public void whatComesBeyondThePage_isOnlyCounted() {
    open("{'docs':[{'id':1,'status':'open'},{'id':2,'status':'open'}],'totalDocs':7}");
    mutate(add("A", "{'id':9,'status':'open'}"));
    assertEquals("1 | 2", ids("open"));
    assertEquals("8", total("open"));
    fail("A");
    assertEquals("7", total("open"));
  }

  @Test
  public void whatLeavesBeyondThePage_isCountedOut() {
    open("{'docs':[{'id':1,'status':'open'},{'id':2,'status':'open'}],'totalDocs':7}");
    detail("nine", "{'id':9,'status':'open'}");
    mutate(merge("A", 9.0, "{'status':'paid'}"));
    assertEquals("6", total("open"));
  }

  @Test
  public void aNumberAlone_follows() {
    list(
        "count",
        "{'where':{'status':{'equals':'open'}},'count':'stats.open'}",
        "{'stats':{'open':3,'all':9}}");
    detail("nine", "{'id':9,'status':'open'}");
    mutate(merge("A", 9.0, "{'status':'paid'}"));
    assertEquals("{'stats':{'open':2,'all':9}}", view("count"));
    mutate(add("B", "{'id':10,'status':'open'}"));
    assertEquals("{'stats':{'open':3,'all':9}}", view("count"));
    fail("A");
    assertEquals("{'stats':{'open':4,'all':9}}", view("count"));
  }

  @Test
  public void aNumberThatMayCountTheChangeAlready_waitsUntilThatIsKnown() {
    RecordsOption option = orders("{" + OPEN + ",'count':'n'}");
    client.setQueryDefaults(key("count"), new QueryOptions().records(option));
    detail("nine", "{'id':9,'status':'open'}");
    watch(query("count"));
    answer("get count", "{'n':3}");
    mutate(merge("A", 9.0, "{'status':'paid'}"));
    settle();
    refetch("count");
    answer("get count", "{'n':2}");
    assertEquals("{'n':2}", view("count"));
    answer("A", "'ok'");
    answer("get count", "{'n':2}");
    assertEquals("{'n':2}", view("count"));
  }

  @Test
  public void aListWhoseNumberMayCountTheChangeAlready_waitsUntilThatIsKnown() {
    client.setQueryDefaults(
        key("open"), new QueryOptions().records(orders("{" + OPEN + ",'limit':1}")));
    watch(query("open"));
    answer("get open", "{'docs':[{'id':1,'status':'open'}],'totalDocs':3}");
    mutate(add("A", "{'id':9,'status':'open'}"));
    settle();
    assertEquals("4", total("open"));
    refetch("open");
    answer("get open", "{'docs':[{'id':1,'status':'open'}],'totalDocs':4}");
    assertEquals("4", total("open"));
    fail("A");
    assertEquals("4", total("open"));
  }

  @Test
  public void twoChangesOfOneRecord_countOnce() {
    open("{'docs':[{'id':1,'status':'open'}],'totalDocs':1}");
    mutate(merge("A", 1.0, "{'status':'paid'}"));
    mutate(merge("B", 1.0, "{'status':'void'}"));
    assertEquals("0", total("open"));
    fail("A");
    assertEquals("0", total("open"));
    fail("B");
    assertEquals("1", total("open"));
  }

  @Test
  public void paidAndOpenAgain_isWhereItWas() {
    open("{'docs':[{'id':1,'status':'open'},{'id':2,'status':'open'}],'totalDocs':2}");
    mutate(merge("A", 1.0, "{'status':'paid'}"));
    mutate(merge("B", 1.0, "{'status':'open'}"));
    assertEquals("1 | 2", ids("open"));
    assertEquals("2", total("open"));
  }

  @Test
  public void aFirstValueThatLacksANewRecord_doesNotShowItIfItsRemovalIsUnderWay() {
    QueryOptions open = query("open").records(orders("{}"));
    client.setQueryDefaults(key("open"), open);
    mutate(change("A", (intent, nothing) -> {
      intent.add("order", json("{'id':7,'status':'open'}"));
      return undefined();
    }));
    mutate(change("B", (intent, nothing) -> {
      intent.record("order", 7.0).remove();
      return undefined();
    }));
    settle();
    Screen list = watch(open);
    settle();
    answer("get open", "{'docs':[{'id':1,'status':'open'}],'totalDocs':1}");
    assertEquals("{'docs':[{'id':1,'status':'open'}],'totalDocs':1}", list.now());
    answer("A", "{'id':7,'status':'open'}");
    answer("B", "{}");
    answer("get open", "{'docs':[{'id':1,'status':'open'}],'totalDocs':1}");
    assertEquals("{'docs':[{'id':1,'status':'open'}],'totalDocs':1}", list.now());
  }
}
