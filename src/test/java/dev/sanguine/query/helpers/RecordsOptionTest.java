package dev.sanguine.query.helpers;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.DefaultOptions;
import dev.sanguine.query.options.IntentFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.IntentResult;
import org.junit.Test;

/** A query says under which name its records have their id, and where the list of them is: the law goes by it. */
public class RecordsOptionTest extends LawCase {
  private static RecordsOption records(String id, String list) {
    RecordsOption records = new RecordsOption();
    records.id = id;
    records.list = list;
    return records;
  }

  /** The records of ["q"] stand so. */
  private void standing(String id, String list, String document) {
    client.setQueryDefaults(key("q"), new QueryOptions().records(records(id, list)));
    cache("q", document);
  }

  private String made(Helper helper) {
    mutate(with("A", "q", helper));
    return view("q");
  }

  // Helpers

  @Test
  public void anotherNameOfTheId() {
    String two = "[{'_id':1,'t':'t0','n':0},{'_id':2,'id':1,'t':'t0','n':0}]";
    standing("_id", null, two);
    assertEquals(
        "[{'_id':1,'t':'X','n':0},{'_id':2,'id':1,'t':'t0','n':0}]",
        made((intent, key) -> intent.merge(key, json("{'_id':'1','t':'X'}"))));
    fail("A");
    assertEquals(
        "[{'_id':2,'id':1,'t':'t0','n':0}]", made((intent, key) -> intent.remove(key, 1.0)));
    fail("A");
    assertEquals(
        "[{'_id':1,'t':'t0','n':2},{'_id':2,'id':1,'t':'t0','n':0}]",
        made((intent, key) -> intent.increment(key, "n", 2, "1")));
    fail("A");
    assertEquals(
        "[{'_id':1,'t':'U'},{'_id':2,'id':1,'t':'t0','n':0}]",
        made((intent, key) -> intent.upsert(key, json("{'_id':1,'t':'U'}"))));
    fail("A");
    assertEquals(two, view("q"));
  }

  @Test
  public void fieldsThatNameTheUsualId_nameNone() {
    standing("_id", null, "[{'_id':1,'t':'t0'}]");
    assertEquals(
        "[{'_id':1,'t':'t0'}]", made((intent, key) -> intent.merge(key, json("{'id':1,'t':'X'}"))));
    wasToldThatNothingWasFound();
  }

  @Test
  public void anotherFieldOfTheList() {
    standing(null, "items", "{'items':[{'id':1,'t':'t0'}],'docs':[{'id':1,'t':'d'}],'total':1}");
    assertEquals(
        "{'items':[{'id':1,'t':'X'}],'docs':[{'id':1,'t':'d'}],'total':1}",
        made((intent, key) -> intent.merge(key, json("{'id':1,'t':'X'}"))));
    fail("A");
    assertEquals(
        "{'items':[{'id':1,'t':'t0'},{'id':2}],'docs':[{'id':1,'t':'d'}],'total':1}",
        made((intent, key) -> intent.append(key, json("{'id':2}"))));
    fail("A");
    assertEquals(
        "{'items':[],'docs':[{'id':1,'t':'d'}],'total':1}",
        made((intent, key) -> intent.remove(key, 1.0)));
  }

  @Test
  public void aPathToTheList_whatStandsBesideItIsKept() {
    standing(
        null,
        "data.orders.edges",
        "{'data':{'orders':{'edges':[{'id':1,'n':0}],'page':1},'user':{'id':1}}}");
    assertEquals(
        "{'data':{'orders':{'edges':[{'id':2},{'id':1,'n':0}],'page':1},'user':{'id':1}}}",
        made((intent, key) -> intent.prepend(key, json("{'id':2}"))));
    fail("A");
    assertEquals(
        "{'data':{'orders':{'edges':[{'id':1,'n':1}],'page':1},'user':{'id':1}}}",
        made((intent, key) -> intent.increment(key, "n", 1, 1.0)));
    fail("A");
    assertEquals(
        "{'data':{'orders':{'edges':[],'page':1},'user':{'id':1}}}",
        made((intent, key) -> intent.remove(key, 1.0)));
  }

  @Test
  public void thePathLeadsNowhere_theValueIsLeftAlone() {
    for (String value : new String[] {
      "{}", "{'data':null}", "{'data':5}", "{'data':{'items':{'id':1}}}", "{'data':[{'id':1}]}", "7"
    }) {
      standing(null, "data.items", value);
      mutate(change("A", (intent, variables) -> {
        intent.append(key("q"), json("{'id':2}"));
        intent.merge(prefix("q"), json("{'id':1,'t':'X'}"));
        intent.remove(key("q"), 1.0);
        return undefined();
      }));
      assertEquals(value, view("q"));
      fail("A");
    }
    wasToldThatNothingWasFound();
  }

  private static String pages(String first, String second) {
    return "{'pages':[{'data':{'items':[" + first + "]}},{'data':{'items':[" + second
        + "]}}],'pageParams':[0,1]}";
  }

  @Test
  public void thePagesOfAnInfiniteQuery_haveTheListInThem() {
    standing("key", "data.items", pages("{'key':'a'}", "{'key':'a'},{'key':'b'}"));
    assertEquals(
        pages("{'key':'a','t':'X'}", "{'key':'a','t':'X'},{'key':'b'}"),
        made((intent, key) -> intent.merge(key, json("{'key':'a','t':'X'}"))));
    fail("A");
    assertEquals(pages("", "{'key':'b'}"), made((intent, key) -> intent.remove(key, "a")));
    fail("A");
    assertEquals(
        pages("{'key':'a'}", "{'key':'a'},{'key':'b'},{'key':'c'}"),
        made((intent, key) -> intent.append(key, json("{'key':'c'}"))));
  }

  @Test
  public void theRecordItself_hasItsIdThere() {
    standing("_id", null, "{'_id':1,'id':7,'t':'t0'}");
    assertEquals(
        "{'_id':1,'id':7,'t':'X'}",
        made((intent, key) -> intent.merge(key, json("{'_id':'1','t':'X'}"))));
    fail("A");
    assertEquals(
        "{'_id':1,'id':7,'t':'t0'}",
        made((intent, key) -> intent.merge(key, json("{'_id':7,'t':'X'}"))));
    wasToldThatNothingWasFound();
  }

  // Two queries, each in its own way

  @Test
  public void oneChange_ofTwoQueries_eachAsItSays() {
    client.setQueryDefaults(key("all", "a"), new QueryOptions().records(records("_id", "items")));
    client.setQueryData(key("all", "a"), json("{'items':[{'_id':1,'t':'t0'}]}"), null);
    client.setQueryData(key("all", "b"), json("[{'id':1,'t':'t0'}]"), null);
    mutate(change("A", (intent, variables) -> {
      intent.merge(prefix("all"), json("{'id':1,'_id':1,'t':'X'}"));
      return undefined();
    }));
    assertEquals(
        "{'items':[{'_id':1,'t':'X','id':1}]}", text(client.getQueryData(key("all", "a"))));
    assertEquals("[{'id':1,'t':'X','_id':1}]", text(client.getQueryData(key("all", "b"))));
  }

  // The answer

  @Test
  public void theAnswer_isFoundByItsId_andWrittenThere() {
    standing("_id", "items", "{'items':[{'_id':1,'t':'t0'},{'_id':2}]}");
    mutate(with("A", "q", (intent, key) -> intent.merge(key, json("{'_id':1,'t':'A'}"))));
    answer("A", "{'_id':'1','t':'A!','v':2}");
    assertEquals("{'items':[{'_id':1,'t':'A!','v':2},{'_id':2}]}", view("q"));
  }

  @Test
  public void anAnswerUnderTheUsualId_isWrittenNowhere() {
    standing("_id", null, "[{'_id':1,'t':'t0'}]");
    mutate(with("A", "q", (intent, key) -> intent.merge(key, json("{'_id':1,'t':'A'}"))));
    answer("A", "{'id':1,'t':'A!'}");
    assertEquals("[{'_id':1,'t':'A'}]", view("q"));
  }

  @Test
  public void aRecordThatIsBeingMade_isNamedThere() {
    standing("_id", "items", "{'items':[]}");
    mutate(change("A", (intent, variables) -> {
      TemporaryIds.temporary(intent, "t", answer -> Json.get(answer, "_id"));
      intent.append(key("q"), json("{'_id':'t','t':'A'}"));
      return undefined();
    }));
    Outcome patched = mutate(
        change("P", (intent, fields) -> {
          intent.merge(key("q"), fields);
          return undefined();
        }),
        json("{'_id':'t','t':'P'}"));
    assertEquals("{'items':[{'_id':'t','t':'P'}]}", view("q"));
    answer("A", "{'_id':7,'t':'A'}");
    assertEquals("{'items':[{'_id':7,'t':'P'}]}", view("q"));
    assertEquals("{'_id':7,'t':'P'}", sent("P"));
    answer("P", "'ok'");
    assertEquals("done: 'ok'", patched.toString());
  }

  @Test
  public void aRecordThatIsBeingMade_itsIdIsReadByTheNameOfTheQuery() {
    standing("_id", null, "[]");
    mutate(change("A", (intent, variables) -> {
      TemporaryIds.temporary(intent, "t", null);
      intent.append(key("q"), json("{'_id':'t'}"));
      return undefined();
    }));
    answer("A", "{'_id':7}");
    assertEquals("[{'_id':7}]", view("q"));
  }

  // Versions

  @Test
  public void anOlderRecord_isKnownByItsId() {
    client.setQueryDefaults(
        key("q"), new QueryOptions().records(records("_id", "items")).version(Versions.by("v")));
    cache("q", "{'items':[{'_id':1,'t':'t0','v':1},{'_id':2,'v':1}]}");
    Screen screen = watch(query("q").staleTime(1e12));
    mutate(with("A", "q", (intent, key) -> intent.merge(key, json("{'_id':1,'t':'A'}"))));
    answer("A", "{'_id':1,'t':'A','v':2}");
    for (int i = 0; i < 2; i++) {
      answer("get q", "{'items':[{'_id':1,'t':'t0','v':1},{'_id':2,'t':'B','v':2}]}");
      assertEquals("{'items':[{'_id':1,'t':'A','v':2},{'_id':2,'t':'B','v':2}]}", screen.now());
      refetch("q");
    }
  }

  // Written by hand

  @Test
  public void aRecordThatWasPushed_isNotThereTwice() {
    standing("_id", "items", "{'items':[{'_id':1}]}");
    mutate(with("A", "q", (intent, key) -> intent.append(key, json("{'_id':2}"))));
    settle();
    cache("q", "{'items':[{'_id':1,'seen':true},{'_id':'2'}]}");
    assertEquals("{'items':[{'_id':1,'seen':true},{'_id':'2'}]}", view("q"));
    answer("A", "'ok'");
    assertEquals("{'items':[{'_id':1,'seen':true},{'_id':'2'}]}", view("q"));
  }

  // What is pending

  @Test
  public void whatIsPendingOfARecord_isFoundByItsId() {
    standing("_id", "items", "{'items':[{'_id':1,'t':'t0'},{'_id':2,'t':'t0'}]}");
    IntentsObserver one = new IntentsObserver(client, IntentFilters.of(key("q")).id(1.0));
    IntentsObserver two = new IntentsObserver(client, IntentFilters.of(key("q")).id(2.0));
    atEnd(one.subscribe((Listener<Seq<IntentResult>>) results -> {}));
    atEnd(two.subscribe((Listener<Seq<IntentResult>>) results -> {}));
    mutate(with("A", "q", (intent, key) -> intent.merge(key, json("{'_id':1,'t':'A'}"))));
    mutate(with(
        "B",
        "q",
        (intent, key) -> intent.update(
            key, old -> Json.with(old, "items", json("[{'_id':1,'t':'A'},{'_id':2,'t':'B'}]")))));
    mutate(with("C", "q", (intent, key) -> intent.increment(key, "n", 1, 2.0)));
    settle();
    assertEquals("t", join(one.getCurrentResult().map(intent -> join(intent.fields))));
    assertEquals("t | n", join(two.getCurrentResult().map(intent -> join(intent.fields))));
  }

  @Test
  public void whatIsPendingOfARecord_isFoundByTheTextOfItsId() {
    cache("list", "[{'id':1,'t':'t0'}]");
    IntentsObserver one =
        new IntentsObserver(client, IntentFilters.of(key("list")).id("1"));
    mutate(with("A", "list", (intent, key) -> intent.merge(key, json("{'id':1,'t':'A'}"))));
    settle();
    assertEquals("t", join(one.getCurrentResult().map(intent -> join(intent.fields))));
  }

  // Where the option may stand

  @Test
  public void theObserversOption_countsToo() {
    cache("q", "{'items':[{'_id':1,'t':'t0'}]}");
    watch(query("q").staleTime(1e12).records(records("_id", "items")));
    assertEquals(
        "{'items':[{'_id':1,'t':'X'}]}",
        made((intent, key) -> intent.merge(key, json("{'_id':1,'t':'X'}"))));
  }

  @Test
  public void forAllQueries() {
    DefaultOptions defaults = new DefaultOptions();
    defaults.queries = new QueryOptions().records(records("_id", null));
    client.setDefaultOptions(defaults);
    cache("q", "[{'_id':1,'t':'t0'}]");
    assertEquals(
        "[{'_id':1,'t':'X'}]", made((intent, key) -> intent.merge(key, json("{'_id':1,'t':'X'}"))));
  }
}
