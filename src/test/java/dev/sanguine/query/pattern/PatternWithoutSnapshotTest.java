package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.law.Updater;
import dev.sanguine.query.Screen;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** Nothing was cached, or nobody puts a snapshot back. */
public class PatternWithoutSnapshotTest extends SnapshotCase {
  // Nothing was cached

  private Updater appendTo(String item) {
    return old -> append(item).update(env.values.isUndefined(old) ? json("[]") : old);
  }

  @Test
  public void nothingWasCached_oneFails_andTheQueryIsGone() {
    start(pattern("A", "new", appendTo("{'id':1}")));
    assertEquals("[{'id':1}]", view("new"));
    fail("A");
    assertEquals("absent", view("new"));
    assertEquals(true, queryOf("new") == null);
  }

  @Test
  public void nothingWasCached_aScreenIsThere_itIsPendingAgain() {
    Screen screen = watch(query("new").enabled(false));
    start(pattern("A", "new", appendTo("{'id':1}")));
    assertEquals("success", screen.result().status);
    fail("A");
    assertEquals("absent", screen.now());
    assertEquals("pending", screen.result().status);
  }

  @Test
  public void nothingWasCached_theFirstFails_thenTheSecond() {
    start(pattern("A", "new", appendTo("{'id':1}")));
    start(pattern("B", "new", appendTo("{'id':2}")));
    fail("A");
    assertEquals("[{'id':2}]", view("new"));
    fail("B");
    assertEquals("absent", view("new"));
  }

  @Test
  public void nothingWasCached_theSecondFails_thenTheFirst() {
    start(pattern("A", "new", appendTo("{'id':1}")));
    start(pattern("B", "new", appendTo("{'id':2}")));
    fail("B");
    assertEquals("[{'id':1}]", view("new"));
    fail("A");
    assertEquals("absent", view("new"));
  }

  @Test
  public void nothingWasCached_anEmptyListIsPutBack_asItWasRead() {
    Convert orEmpty = previous -> env.values.isUndefined(previous) ? json("[]") : previous;
    start(orElse("A", appendTo("{'id':1}"), orEmpty));
    start(orElse("B", appendTo("{'id':2}"), orEmpty));
    fail("A");
    assertEquals("[{'id':2}]", view("new"));
    fail("B");
    assertEquals("[]", view("new"));
  }

  private MutationOptions orElse(String name, Updater updater, Convert made) {
    return plain(name)
        .onMutate(cancelAndWrite("new", updater))
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(key("new"), made.convert(snapshot(onMutateResult)), null));
  }

  // No snapshot is put back

  @Test
  public void nobodyPutsItBack_andTheOtherTakesItsOwnBack() {
    start(plain("A").onMutate(cancelAndWrite("record", set("a", "A"))));
    start(pattern("B", "record", set("b", "B")));
    fail("A");
    assertEquals("{'id':1,'a':'A','b':'B'}", record());
    fail("B");
    assertEquals("{'id':1,'a':'A','b':0}", record());
  }

  @Test
  public void takenOutByAFunctionInstead_itStaysOut_whenTheOtherFails() {
    start(pattern("A", "list", append("{'id':2}"))
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(key("list"), without(2), null)));
    start(pattern("B", "list", append("{'id':3}")));
    fail("A");
    assertEquals("[{'id':1},{'id':3}]", view("list"));
    fail("B");
    assertEquals("[{'id':1}]", view("list"));
  }

  @Test
  public void oneFieldPutBackByAFunction_staysSo_whenTheOtherFails() {
    start(plain("A")
        .onMutate(cancelAndWrite("record", set("a", "A")))
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(key("record"), set("a", 0.0), null)));
    start(pattern("B", "record", set("b", "B")));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  @Test
  public void aSnapshotThatIsPutBackByHand_whenNobodyHasFailed() {
    Object before = client.getQueryData(key("record"));
    start(pattern("A", "record", set("a", "A")));
    write(before);
    assertEquals(FIRST, record());
    answer("A", "'ok'");
    assertEquals(FIRST, record());
  }

  @Test
  public void aSnapshotThatIsPutBackByHand_whenNothingIsUnderWay_isWritten() {
    Object before = client.getQueryData(key("record"));
    start(pattern("A", "record", set("a", "A")));
    answer("A", "'ok'");
    write(json("{'id':1,'a':'A','b':'later'}"));
    write(before);
    assertEquals(FIRST, record());
  }
}
