package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Order;
import dev.sanguine.json.Json;
import dev.sanguine.query.callbacks.RecordTest;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import org.junit.Test;

/** Lists whose records, and whose order, a function of the program's says; also one that throws. */
public class FunctionsOfRecordsTest extends RecordCase {
  private void list(String name, RecordTest where, Order<Object> sort, String document) {
    RecordsOption option = orders("{}");
    option.where = where;
    option.sort = sort;
    client.setQueryDefaults(key(name), new QueryOptions().records(option));
    cache(name, document);
  }

  private static RecordTest isOpen() {
    return (order, around) -> Json.string(order, "status").equals("open");
  }

  private static double length(Object order) {
    return Json.string(order, "t").length();
  }

  @Test
  public void aFunction_saysWhatBelongs_andInWhichOrder() {
    list(
        "open",
        isOpen(),
        (a, b) -> length(a) - length(b),
        "[{'id':1,'status':'open','t':'x'},{'id':2,'status':'open','t':'xxx'}]");
    mutate(add("A", "{'id':3,'status':'open','t':'xx'}"));
    mutate(add("B", "{'id':4,'status':'paid','t':'xx'}"));
    assertEquals("1 | 3 | 2", ids("open"));
    mutate(merge("C", 1.0, "{'status':'paid'}"));
    assertEquals("3 | 2", ids("open"));
    fail("A");
    fail("C");
    assertEquals("1 | 2", ids("open"));
  }

  @Test
  public void aRecordThatNobodyKnows_isNotShownToAFunction() {
    list("open", isOpen(), null, "[{'id':1,'status':'open'}]");
    mutate(merge("A", 9.0, "{'total':1}"));
    assertEquals("1", ids("open"));
    fail("A");
  }

  @Test
  public void aTestThatThrows_decidesNothing() {
    list("open", isOpen(), null, "[{'id':1,'status':'open'}]");
    mutate(add("A", "{'id':3}"));
    assertEquals("1", ids("open"));
    assertEquals(0, takeReports().get(0).indexOf("records of type order: where threw"));
    mutate(merge("B", 1.0, "{'t':'x'}"));
    assertEquals("[{'id':1,'status':'open','t':'x'}]", view("open"));
    cache("open", "[{'id':1},{'id':3,'status':'open'}]");
    assertEquals("[{'id':1,'t':'x'},{'id':3,'status':'open'}]", view("open"));
    takeReports();
  }

  @Test
  public void anOrderThatThrows_movesNothing() {
    list("open", null, (a, b) -> length(a) - length(b), "[{'id':1,'t':'xxx'},{'id':2,'t':'x'}]");
    mutate(
        orders("A", intent -> intent.record("order", 1.0).update(old -> Json.object("id", 1.0))));
    assertEquals("[{'id':1},{'id':2,'t':'x'}]", view("open"));
    assertEquals(0, takeReports().get(0).indexOf("records of type order: sort threw"));
  }
}
