package dev.sanguine.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import org.junit.Test;

/** What the helpers of an intent make of typed values, lists and records. */
public class IntentHelpersTest extends ClientCase {
  @Test
  public void anUpdateThatGivesNull_changesNothing() {
    client.setQueryData(EVENT, tea());
    see(client.mutate(changing((intent, variables) -> intent.update(EVENT, old -> null)), "x"));
    assertEquals(tea(), client.getQueryData(EVENT));
    fail("save");
  }

  @Test
  public void set_makesDataWhereThereWasNone() {
    see(client.mutate(changing((intent, variables) -> intent.set(EVENT, tea())), "x"));
    assertEquals(tea(), client.getQueryData(EVENT));
    fail("save");
    assertNull(client.getQueryData(EVENT));
  }

  @Test
  public void setBy_isGivenWhatIsThere_orNothing() {
    Seq<Event> given = new Seq<>();
    Mutation<Object, Object> more = changing((intent, variables) -> intent.setBy(EVENT, old -> {
      given.add(old);
      return old == null ? tea() : old.titled(old.title + "!");
    }));
    see(client.mutate(more, "x"));
    assertEquals("Tea", title());
    see(client.mutate(more, "x"));
    assertEquals("Tea!", title());
    assertNull(given.get(0));
    fail("save");
    fail("save");
    assertNull(client.getQueryData(EVENT));
  }

  @Test
  public void increment_addsToOneRecordOfAList() {
    listIs("[{'id':1,'n':1},{'id':2,'n':5}]");
    see(client.mutate(changing((intent, variables) -> intent.increment(EVENTS, "n", 2, 2)), "x"));
    assertEquals("[{'id':1,'n':1},{'id':2,'n':7}]", shown());
    fail("save");
    assertEquals("[{'id':1,'n':1},{'id':2,'n':5}]", shown());
  }

  @Test
  public void records_sayWhereTheListIs_andWhatTheIdIsCalled() {
    client.setQueryDefaults(EVENTS, Query.defaults().records("_id", "data.items"));
    listIs("{'data':{'items':[{'_id':'a','n':1},{'_id':'b','n':2}]},'count':2}");
    see(client.mutate(
        changing((intent, variables) -> {
          intent.remove(EVENTS, "a");
          intent.upsert(EVENTS, json("{'_id':'b','n':3}"));
          intent.increment(EVENTS, "n", 4, "b");
        }),
        "x"));
    assertEquals("{'data':{'items':[{'_id':'b','n':7}]},'count':2}", shown());
    fail("save");
    assertEquals("{'data':{'items':[{'_id':'a','n':1},{'_id':'b','n':2}]},'count':2}", shown());
  }

  @Test
  public void helpers_changeLists() {
    listIs("[{'id':1,'n':1},{'id':2}]");
    see(client.mutate(
        changing((intent, variables) -> {
          intent.remove(EVENTS, 2);
          intent.append(EVENTS, json("{'id':3}"));
          intent.prepend(EVENTS, json("{'id':0}"));
          intent.upsert(EVENTS, json("{'id':1,'n':2}"));
          intent.merge(EVENTS, Json.object("id", 3, "title", "Tea"));
          intent.upsert(EVENTS, json("{'id':4}"));
        }),
        "x"));
    assertEquals("[{'id':0},{'id':1,'n':2},{'id':3,'title':'Tea'},{'id':4}]", shown());
    fail("save");
    assertEquals("[{'id':1,'n':1},{'id':2}]", shown());
  }

  @Test
  public void increment_addsToANumber() {
    QueryKey<Object> counter = QueryKey.of("counter");
    client.setQueryData(counter, json("{'n':10}"));
    see(client.mutate(changing((intent, variables) -> intent.increment(counter, "n", 2)), "x"));
    assertEquals("{'n':12}", text(client.getQueryData(counter)));
    fail("save");
    assertEquals("{'n':10}", text(client.getQueryData(counter)));
  }

  @Test
  public void boxedNumbers_becomeWhatDocumentsHold() {
    listIs("[1,2]");
    QueryKey<Object> number = QueryKey.of("number");
    see(client.mutate(
        changing((intent, variables) -> {
          intent.append(EVENTS, 3);
          intent.prepend(EVENTS, 0L);
          intent.set(number, 7);
          intent.update(number, old -> (int) (double) (Double) old + 1);
        }),
        "x"));
    assertEquals("[0,1,2,3]", shown());
    assertEquals(8.0, client.getQueryData(number));
    Seq<Object> items = Json.items(client.getQueryData(EVENTS));
    assertTrue(
        "a number that JavaScript knows too",
        items.get(3) instanceof Double && items.get(0) instanceof Double);
    fail("save");
  }

  @Test
  public void filters_changeEveryQueryThatTheyMatch_alsoALaterOne() {
    QueryKey<Event> second = QueryKey.of("event", 2);
    client.setQueryData(EVENT, tea());
    see(client.mutate(
        changing((intent, variables) ->
            intent.update(Filters.<Event>under("event"), old -> old.titled("X"))),
        "x"));
    client.setQueryData(second, new Event("2", "Later", 0));
    assertEquals("X", title());
    assertEquals("X", client.getQueryData(second).title);
    fail("save");
    assertEquals("Later", client.getQueryData(second).title);
    assertEquals("Tea", title());
  }

  @Test
  public void listFilters_takeTheListHelpers() {
    QueryKey<Object> open = QueryKey.of("events", "open");
    listIs("[{'id':1}]");
    client.setQueryData(open, json("{'docs':[{'id':1}],'total':1}"));
    ListFilters<Object, Object> lists = Filters.under("events").lists();
    see(client.mutate(changing((intent, variables) -> intent.remove(lists, 1)), "x"));
    see(client.mutate(
        changing((intent, variables) -> intent.append(EVENTS.filters(), json("{'id':2}"))), "x"));
    assertEquals("[{'id':2}]", shown());
    assertEquals("{'docs':[{'id':2}],'total':1}", text(client.getQueryData(open)));
    fail("save");
    fail("save");
    assertEquals("[{'id':1}]", shown());
  }
}
