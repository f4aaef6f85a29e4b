package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Before;
import org.junit.Test;

/** What a list's key says of it: Payload's words are understood, and what others mean is not guessed. */
public class AskedForTest extends RecordCase {
  @Before
  public void ordersByTheirKeys() {
    client.setQueryDefaults(key("orders"), new QueryOptions().records(orders("{}")));
  }

  /** The ids that a list with this object in its key shows, with two new records: one open, one paid. */
  private String shown(String asked) {
    Object key = key("orders", json(asked));
    client.setQueryData(key, json("[{'id':2,'n':2,'status':'open'}]"), null);
    mutate(orders("A", intent -> {
      intent.add("order", json("{'id':1,'n':1,'status':'open'}"));
      intent.add("order", json("{'id':3,'n':3,'status':'paid'}"));
    }));
    String ids =
        join(Json.items(client.getQueryData(key)).map(order -> text(Json.get(order, "id"))));
    fail("A");
    client.removeQueries(key);
    return ids;
  }

  @Test
  public void where_sort_limit() {
    assertEquals("2 | 1 | 3", shown("{'depth':1}"));
    assertEquals("2 | 1", shown("{'where':{'status':{'equals':'open'}}}"));
    assertEquals("3 | 2 | 1", shown("{'sort':'-n'}"));
    assertEquals("1 | 2", shown("{'sort':'n','limit':2}"));
    assertEquals("1 | 2", shown("{'sort':'n','limit':'2'}"));
    assertEquals("1 | 2 | 3", shown("{'sort':'n','limit':0}"));
  }

  @Test
  public void whatIsUnderstoodInNoWay_takesNothing() {
    assertEquals("2", shown("{'where':'status=open'}"));
    assertEquals("2", shown("{'where':[{'status':'open'}]}"));
  }

  @Test
  public void aWordOfTheAppsOwn_mayChooseRecords_soNothingIsGuessed() {
    assertEquals("2", shown("{'status':'open'}"));
    assertEquals("2", shown("{'where':{'status':{'equals':'open'}},'search':'ann'}"));
  }

  @Test
  public void aListThatSaysItInItsOption_isBelieved() {
    client.setQueryDefaults(
        key("orders"),
        new QueryOptions().records(orders("{'where':{'status':{'equals':'open'}}}")));
    assertEquals("2 | 1", shown("{'status':'open'}"));
  }

  @Test
  public void aRecordThatIsThere_isChangedAndTakenOut_whateverWasAskedFor() {
    Object key = key("orders", json("{'status':'open'}"));
    client.setQueryData(key, json("[{'id':2,'status':'open'}]"), null);
    mutate(merge("A", 2.0, "{'n':1}"));
    assertEquals("[{'id':2,'status':'open','n':1}]", text(client.getQueryData(key)));
    mutate(orders("B", intent -> intent.record("order", 2.0).remove()));
    assertEquals("[]", text(client.getQueryData(key)));
  }
}
