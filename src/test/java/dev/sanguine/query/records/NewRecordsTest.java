package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.Screen;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** A record that is being made has an id of its own until the answer names it, in every list it belongs to. */
public class NewRecordsTest extends RecordCase {
  private MutationOptions create(String name) {
    return change(name, (intent, record) -> {
      TemporaryIds.temporary(intent, Json.get(record, "id"), null);
      intent.add("order", record);
      return undefined();
    });
  }

  private MutationOptions patch(String name) {
    return change(name, (intent, fields) -> {
      intent.record("order", Json.get(fields, "id")).merge(fields);
      return undefined();
    });
  }

  private void lists() {
    list(
        "open",
        "{'where':{'status':{'equals':'open'}},'sort':'-total'}",
        "[{'id':1,'status':'open','total':5}]");
    list("paid", "{'where':{'status':{'equals':'paid'}}}", "[]");
  }

  @Test
  public void theServersRecord_takesThePlace() {
    lists();
    mutate(create("A"), json("{'id':'tmp','status':'open','total':9}"));
    assertEquals("'tmp' | 1", ids("open"));
    answer("A", "{'id':7,'status':'open','total':2}");
    assertEquals(
        "[{'id':1,'status':'open','total':5},{'id':7,'status':'open','total':2}]", base("open"));
  }

  @Test
  public void itIsChangedBeforeItIsNamed_andEntersAnotherList() {
    lists();
    mutate(create("A"), json("{'id':'tmp','status':'open','total':9}"));
    mutate(patch("B"), json("{'id':'tmp','status':'paid'}"));
    assertEquals("1", ids("open"));
    assertEquals("[{'id':'tmp','status':'paid','total':9}]", view("paid"));
    answer("A", "{'id':7,'status':'open','total':9}");
    assertEquals("[{'id':7,'status':'paid','total':9}]", view("paid"));
    answer("B", "{'id':7,'status':'paid','total':9}");
    assertEquals("[{'id':7,'status':'paid','total':9}]", base("paid"));
    assertEquals("[{'id':1,'status':'open','total':5}]", base("open"));
  }

  @Test
  public void ifItIsNotMade_itLeavesWithAllThatWasDoneToIt() {
    lists();
    mutate(create("A"), json("{'id':'tmp','status':'open','total':9}"));
    mutate(patch("B"), json("{'id':'tmp','status':'paid'}"));
    fail("A");
    assertEquals("1", ids("open"));
    assertEquals("", ids("paid"));
  }

  @Test
  public void itsPage_neverShowsItWithoutWhatWaitsForIt() {
    lists();
    client.setQueryDefaults(key("order"), new QueryOptions().records(orders("{}")));
    mutate(
        change("A", (intent, record) -> {
          TemporaryIds.temporary(intent, Json.get(record, "id"), null);
          intent.add("order", record);
          intent.set(key("order", Json.get(record, "id")), record);
          return undefined();
        }),
        json("{'id':'tmp','status':'open','total':9}"));
    Screen page = watch(QueryOptions.of(key("order", "tmp")));
    mutate(patch("B"), json("{'id':'tmp','status':'paid'}"));
    page.forget();
    answer("A", "{'id':7,'status':'open','total':9}");
    assertEquals(
        "{'id':'tmp','status':'paid','total':9} | {'id':7,'status':'paid','total':9}",
        page.history());
    answer("B", "{'id':7,'status':'paid','total':9}");
    assertEquals("{'id':7,'status':'paid','total':9}", page.now());
  }

  @Test
  public void aPushThatComesBeforeTheAnswer_isTheSameRecord() {
    lists();
    mutate(create("A"), json("{'id':'tmp','status':'open','total':9}"));
    client.receive("order", json("{'id':7,'status':'open','total':9}"));
    answer("A", "{'id':7,'status':'open','total':9}");
    assertEquals("7 | 1", ids("open"));
  }

  @Test
  public void aFunctionOverARecordThatWasNamedMeanwhile_stillShows() {
    lists();
    mutate(create("A"), json("{'id':'tmp','status':'open','total':9}"));
    mutate(
        change("B", (intent, order) -> {
          intent.record("order", Json.get(order, "id")).update(old -> Json.with(old, "note", "n"));
          return undefined();
        }),
        json("{'id':'tmp'}"));
    answer("A", "{'id':7,'status':'open','total':9}");
    assertEquals(
        "[{'id':7,'status':'open','total':9,'note':'n'},{'id':1,'status':'open','total':5}]",
        view("open"));
  }

  @Test
  public void aFirstValueThatMayHoldItAlready_doesNotShowItTwice() {
    client.setQueryDefaults(key("all"), new QueryOptions().records(orders("{}")));
    watch(query("all"));
    mutate(create("A"), json("{'id':'tmp','status':'open'}"));
    answer("get all", "[{'id':1},{'id':7,'status':'open'}]");
    assertEquals("1 | 7", ids("all"));
    answer("A", "{'id':7,'status':'open'}");
    assertEquals("1 | 7", ids("all"));
    answer("get all", "[{'id':1},{'id':7,'status':'open'}]");
    assertEquals("1 | 7", ids("all"));
  }
}
