package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.json.Json;
import dev.sanguine.query.callbacks.Sharing;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** What is equal keeps its identity from one value to the next. */
public class SharingTest extends EngineCase {
  private Object shared(Object previous, Object next) {
    return env.values.replaceEqualDeep(previous, next);
  }

  @Test
  public void equalData_isTheSameObject() {
    cache("q", "{'a':[1,{'b':null}],'c':true}");
    Object before = client.getQueryData(key("q"));
    cache("q", "{'a':[1,{'b':null}],'c':true}");
    assertSame(before, client.getQueryData(key("q")));
    assertEquals(2, state("q").dataUpdateCount);
  }

  @Test
  public void whatChanged_isNew_itsNeighboursAreNot() {
    Object before = json("{'a':{'x':1},'b':{'y':[1,2]},'list':[{'id':1},{'id':2}]}");
    Object after = shared(before, json("{'a':{'x':2},'b':{'y':[1,2]},'list':[{'id':1},{'id':3}]}"));
    assertNotSame(before, after);
    assertSame(Json.get(before, "b"), Json.get(after, "b"));
    assertNotSame(Json.get(before, "a"), Json.get(after, "a"));
    Seq<Object> items = Json.list(after, "list");
    assertSame(Json.list(before, "list").get(0), items.get(0));
    assertEquals("{'a':{'x':2},'b':{'y':[1,2]},'list':[{'id':1},{'id':3}]}", text(after));
  }

  @Test
  public void moreOrFewerMembersOrItems_areAChange() {
    String[][] pairs = {
      {"{'a':1}", "{'a':1,'b':2}"},
      {"{'a':1,'b':2}", "{'a':1}"},
      {"[1]", "[1,2]"},
      {"[1,2]", "[1]"},
      {"{'a':1}", "[1]"},
      {"[1]", "{'0':1}"},
      {"{'a':1}", "1"},
      {"1", "2"},
      {"{'a':1}", "{'a':'1'}"},
    };
    for (String[] pair : pairs) {
      assertEquals(pair[1], text(shared(json(pair[0]), json(pair[1]))));
    }
  }

  /** Rows of a list that the tests below move about. */
  private final Object rows = json("[{'id':1,'a':{}},{'id':2,'a':{}},{'id':3,'a':{}}]");

  private Object row(Object list, int index) {
    return env.values.items(list).get(index);
  }

  private Object listOf(Object... items) {
    return env.values.listOf(Seq.of(items));
  }

  @Test
  public void rowsBehindOneThatWasTakenOut_keepTheirIdentity() {
    Object next = shared(rows, listOf(row(rows, 0), row(rows, 2)));
    assertEquals("[{'id':1,'a':{}},{'id':3,'a':{}}]", text(next));
    assertSame(row(rows, 0), row(next, 0));
    assertSame(row(rows, 2), row(next, 1));
  }

  @Test
  public void rowsBehindOneThatWasPutIn_keepTheirIdentity() {
    Object next =
        shared(rows, listOf(json("{'id':9}"), json("{'id':1}"), row(rows, 1), row(rows, 2)));
    assertEquals("[{'id':9},{'id':1},{'id':2,'a':{}},{'id':3,'a':{}}]", text(next));
    assertSame(row(rows, 1), row(next, 2));
    assertSame(row(rows, 2), row(next, 3));
  }

  @Test
  public void rowsBeforeOneThatWasPutIn_areSharedInDepth() {
    Object next =
        shared(rows, listOf(json("{'id':1,'a':{}}"), json("{'id':9}"), row(rows, 1), row(rows, 2)));
    assertSame(row(rows, 0), row(next, 0));
    assertSame(row(rows, 2), row(next, 3));
  }

  @Test
  public void anItemThatIsAbsent_isOneAllTheSame() {
    Object next = shared(listOf(1.0), listOf(undefined(), 1.0, undefined()));
    assertEquals(3, env.values.items(next).size());
  }

  @Test
  public void aFetch_sharesWithTheDataBefore() {
    Screen screen = watch(query("q"));
    answer("get q", "{'a':{'n':1},'b':1}");
    Object a = Json.get(screen.result().data, "a");
    screen.observer.refetch(null);
    answer("get q", "{'a':{'n':1},'b':2}");
    assertSame(a, Json.get(screen.result().data, "a"));
  }

  @Test
  public void structuralSharingFalse_takesTheNewValueAsItIs() {
    Screen screen = watch(query("q").structuralSharing(false));
    answer("get q", "{'n':1}");
    Object before = screen.result().data;
    screen.observer.refetch(null);
    answer("get q", "{'n':1}");
    assertNotSame(before, screen.result().data);
  }

  @Test
  public void aSharingFunction_isGivenBoth() {
    QueryOptions options = query("q");
    options.structuralSharing =
        (Sharing) (previous, next) -> Json.object("was", text(previous), "is", text(next));
    Screen screen = watch(options);
    answer("get q", "1");
    screen.observer.refetch(null);
    answer("get q", "2");
    assertEquals("{'was':'{'was':'absent','is':'1'}','is':'2'}", screen.now().replace("\\'", "'"));
  }

  @Test
  public void keys_hashTheSame_whateverTheOrderOfMembers() {
    Values values = env.values;
    assertEquals(
        values.hashKey(key("a", json("{'x':1,'y':[1,{'b':2,'a':1}]}"))),
        values.hashKey(key("a", json("{'y':[1,{'a':1,'b':2}],'x':1}"))));
    assertEquals("[\"a\",{\"x\":1}]", values.hashKey(key("a", json("{'x':1}"))));
  }
}
