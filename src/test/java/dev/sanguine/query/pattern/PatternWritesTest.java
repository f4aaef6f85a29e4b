package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import org.junit.Before;
import org.junit.Test;

/** What the pattern writes: functions of every kind, values, numbers, texts; and what becomes of them, done again. */
public class PatternWritesTest extends PatternCase {
  private static final String FIRST = "{'id':1,'a':0,'n':0}";

  @Before
  public void aRecordAndAList() {
    cache("record", FIRST);
    cache("list", "[{'id':1},{'id':2}]");
    settle();
  }

  private void onRecord(String name, Updater updater) {
    start(pattern(name, "record", updater));
  }

  private void onList(String name, Updater updater) {
    start(pattern(name, "list", updater));
  }

  private void value(String name, String cached, Updater change) {
    start(plain(name)
        .onMutate((variables, context) -> client
            .cancelQueries(prefix(cached), null)
            .then(
                done -> {
                  Object previous = client.getQueryData(key(cached));
                  client.setQueryData(key(cached), change.update(previous), null);
                  return Seq.of(previous);
                },
                null))
        .onError(putBack(cached)));
  }

  // Functions that make something new each time

  /** Adds a record under a number that is new each time. */
  private Updater appendNew(int[] count, String name) {
    return old -> append("{'id':'" + name + ++count[0] + "'}").update(old);
  }

  @Test
  public void aTemporaryId_staysTheFirst_whenTheFunctionIsRunAgain() {
    int[] count = {0};
    onList("A", appendNew(count, "t"));
    onList("B", appendNew(count, "t"));
    assertEquals("[{'id':1},{'id':2},{'id':'t1'},{'id':'t2'}]", view("list"));
    fail("A");
    assertEquals("[{'id':1},{'id':2},{'id':'t2'}]", view("list"));
    fail("B");
    assertEquals("[{'id':1},{'id':2}]", view("list"));
  }

  @Test
  public void aTemporaryId_staysTheFirst_overSeveralFailures() {
    int[] count = {0};
    onList("A", without(1));
    onList("B", each(2, set("x", 1.0)));
    onList("C", appendNew(count, "t"));
    fail("B");
    fail("A");
    assertEquals("[{'id':1},{'id':2},{'id':'t1'}]", view("list"));
    answer("C", "'ok'");
    assertEquals("[{'id':1},{'id':2},{'id':'t1'}]", view("list"));
  }

  @Test
  public void aTemporaryId_isFoundInOnSuccess_andReplaced() {
    int[] count = {0};
    onList("A", without(1));
    start(pattern("B", "list", appendNew(count, "t"))
        .onSuccess((data, variables, onMutateResult, context) -> client.setQueryData(
            key("list"),
            (Updater) old -> Json.arrayOf(
                Json.items(old).map(item -> "t1".equals(Json.get(item, "id")) ? data : item)),
            null)));
    answer("B", "{'id':9}");
    assertEquals("[{'id':2},{'id':9}]", view("list"));
    fail("A");
    assertEquals("[{'id':1},{'id':2},{'id':9}]", view("list"));
  }

  @Test
  public void aTimeStamp_isOneThatTheFunctionMade_andTheFieldBesideItIsThere() {
    int[] clock = {0};
    Updater stamp = old -> Json.with(old, "at", ++clock[0]);
    onRecord("A", set("a", "A"));
    onRecord("B", old -> stamp.update(set("n", 5.0).update(old)));
    fail("A");
    assertEquals("{'id':1,'a':0,'n':5,'at':1}", view("record"));
  }

  // Functions that throw, or say nothing, when they are run again

  @Test
  public void aFunctionThatThrows_whenItIsRunAgain_keepsWhatItWrote() {
    int[] runs = {0};
    onRecord("A", set("a", "A"));
    onRecord("B", old -> {
      if (runs[0]++ > 0) {
        throw thrown("run again");
      }
      return Json.with(old, "n", 1);
    });
    fail("A");
    assertEquals("{'id':1,'a':0,'n':1}", view("record"));
    fail("B");
    assertEquals(FIRST, view("record"));
  }

  @Test
  public void aFunctionThatThrows_overWhatTheOtherMade_keepsWhatItWrote() {
    cache("item", "{'id':1}");
    settle();
    start(pattern("A", "item", set("in", json("{'x':1}"))));
    start(pattern("B", "item", old -> {
      if (!env.values.isRecord(Json.get(old, "in"))) {
        throw thrown("nothing is there");
      }
      return Json.with(old, "b", 1);
    }));
    fail("A");
    assertEquals("{'id':1,'b':1}", view("item"));
  }

  @Test
  public void aFunctionThatSaysNothing_whenItIsRunAgain_changesNothing() {
    onRecord("A", set("a", "A"));
    onRecord("B", old -> "A".equals(Json.get(old, "a")) ? Json.with(old, "n", 1) : undefined());
    assertEquals("{'id':1,'a':'A','n':1}", view("record"));
    fail("A");
    assertEquals(FIRST, view("record"));
  }

  @Test
  public void aFunctionThatSaysNothing_isNoWrite() {
    onRecord("A", set("a", "A"));
    onRecord("B", old -> undefined());
    fail("A");
    assertEquals(FIRST, view("record"));
    fail("B");
    assertEquals(FIRST, view("record"));
  }

  // Functions that do not look at what they are given

  @Test
  public void aFunctionOfTheSnapshot_keepsWhatItChanged_andNothingOfTheFailedOne() {
    onRecord("A", set("a", "A"));
    Object[] previous = {null};
    start(plain("B")
        .onMutate((variables, context) -> {
          previous[0] = client.getQueryData(key("record"));
          client.setQueryData(key("record"), (Updater) old -> Json.with(previous[0], "n", 5), null);
          return Seq.of(previous[0]);
        })
        .onError(putBack("record")));
    fail("A");
    assertEquals("{'id':1,'a':0,'n':5}", view("record"));
    fail("B");
    assertEquals(FIRST, view("record"));
  }

  @Test
  public void aListThatADragMade_keepsItsOrder_withoutTheOneThatFailed() {
    cache("list", "[{'id':1},{'id':2},{'id':3}]");
    settle();
    onList("A", append("{'id':4}"));
    start(pattern("B", "list", old -> json("[{'id':3},{'id':1},{'id':2},{'id':4}]")));
    fail("A");
    assertEquals("[{'id':3},{'id':1},{'id':2}]", view("list"));
    fail("B");
    assertEquals("[{'id':1},{'id':2},{'id':3}]", view("list"));
  }

  // Whole values

  @Test
  public void aWholeList_keepsOrderAndItems_whenAnEditFails() {
    onList("A", each(1, set("t", "A")));
    value("B", "list", prepend("{'id':3}"));
    fail("A");
    assertEquals("[{'id':3},{'id':1},{'id':2}]", view("list"));
    fail("B");
    assertEquals("[{'id':1},{'id':2}]", view("list"));
  }

  @Test
  public void aWholeEmptyList_takesOutWhatWasThere() {
    onList("A", each(1, set("t", "A")));
    value("B", "list", old -> json("[]"));
    fail("A");
    assertEquals("[]", view("list"));
    fail("B");
    assertEquals("[{'id':1},{'id':2}]", view("list"));
  }

  @Test
  public void aWholeRecord_withFieldsTakenAway() {
    onRecord("A", set("a", "A"));
    value("B", "record", old -> json("{'id':1,'a':'A'}"));
    fail("A");
    assertEquals("{'id':1,'a':0}", view("record"));
    fail("B");
    assertEquals(FIRST, view("record"));
  }

  @Test
  public void anAnswerOfDocs_keepsBoth() {
    cache("docs", "{'docs':[{'id':1}],'page':1}");
    settle();
    start(pattern(
        "A",
        "docs",
        old -> Json.with(old, "docs", append("{'id':2}").update(Json.get(old, "docs")))));
    value(
        "B",
        "docs",
        old -> Json.with(old, "docs", append("{'id':3}").update(Json.get(old, "docs"))));
    fail("A");
    assertEquals("{'docs':[{'id':1},{'id':3}],'page':1}", view("docs"));
    fail("B");
    assertEquals("{'docs':[{'id':1}],'page':1}", view("docs"));
  }

  @Test
  public void aCopyOfTheSnapshot_changed_isAWholeValue() {
    onRecord("A", set("a", "A"));
    value("B", "record", old -> set("n", 7.0).update(json(text(old))));
    fail("A");
    assertEquals("{'id':1,'a':0,'n':7}", view("record"));
    fail("B");
    assertEquals(FIRST, view("record"));
  }

  // Pressed twice

  @Test
  public void pressedTwice_bothSetTheSame_theFirstFails_theSecondsStays() {
    onRecord("A", set("a", true));
    onRecord("B", set("a", true));
    fail("A");
    assertEquals("{'id':1,'a':true,'n':0}", view("record"));
    fail("B");
    assertEquals(FIRST, view("record"));
  }

  @Test
  public void pressedTwice_bothSetTheSame_theSecondFails_theFirstsStays() {
    onRecord("A", set("a", true));
    onRecord("B", set("a", true));
    fail("B");
    assertEquals("{'id':1,'a':true,'n':0}", view("record"));
    answer("A", "'ok'");
    assertEquals("{'id':1,'a':true,'n':0}", view("record"));
  }

  @Test
  public void pressedTwice_aSwitch_theFirstFails_itIsOnByTheSecond() {
    cache("switch", "{'on':false}");
    settle();
    start(pattern("A", "switch", toggle("on")));
    start(pattern("B", "switch", toggle("on")));
    assertEquals("{'on':false}", view("switch"));
    fail("A");
    assertEquals("{'on':true}", view("switch"));
    fail("B");
    assertEquals("{'on':false}", view("switch"));
  }

  @Test
  public void removedTwice_theFirstFails_itStaysAwayByTheSecond() {
    onList("A", without(1));
    onList("B", without(1));
    fail("A");
    assertEquals("[{'id':2}]", view("list"));
    fail("B");
    assertEquals("[{'id':1},{'id':2}]", view("list"));
  }

  // Numbers and texts

  @Test
  public void aNumber_onePlusOne_theFirstFails() {
    client.setQueryData(key("number"), 0.0, null);
    settle();
    start(pattern("A", "number", n -> (Double) n + 1));
    start(pattern("B", "number", n -> (Double) n + 1));
    fail("A");
    assertEquals("1", view("number"));
    fail("B");
    assertEquals("0", view("number"));
  }

  @Test
  public void aNumber_thatIsTheSameAgain_theFirstFails() {
    client.setQueryData(key("number"), 0.0, null);
    settle();
    start(pattern("A", "number", n -> 5.0));
    start(pattern("B", "number", n -> 5.0));
    fail("A");
    assertEquals("5", view("number"));
    fail("B");
    assertEquals("0", view("number"));
  }

  @Test
  public void aNumber_backToWhatItWas_theSecondFails() {
    client.setQueryData(key("number"), 0.0, null);
    settle();
    start(pattern("A", "number", n -> 1.0));
    start(pattern("B", "number", n -> 0.0));
    fail("B");
    assertEquals("1", view("number"));
    fail("A");
    assertEquals("0", view("number"));
  }

  @Test
  public void aText_theFirstFails_theSecondStands() {
    client.setQueryData(key("text"), "t", null);
    settle();
    value("A", "text", t -> "A");
    value("B", "text", t -> "B");
    fail("A");
    assertEquals("'B'", view("text"));
    fail("B");
    assertEquals("'t'", view("text"));
  }

  @Test
  public void null_isAValueLikeAnother() {
    cache("chosen", "{'it':null}");
    settle();
    start(pattern("A", "chosen", set("it", 1.0)));
    start(pattern("B", "chosen", set("it", null)));
    fail("A");
    assertEquals("{'it':null}", view("chosen"));
    fail("B");
    assertEquals("{'it':null}", view("chosen"));
  }
}
