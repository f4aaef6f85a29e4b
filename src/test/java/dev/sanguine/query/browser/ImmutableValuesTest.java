package dev.sanguine.query.browser;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.law.Updater;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.pattern.PatternCase;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.base.Js;
import org.junit.Before;
import org.junit.Test;

/** The documented pattern over values that cannot be changed in place, as immer makes them, and with structured clones. */
public class ImmutableValuesTest extends PatternCase {
  private static final String DEEP =
      "(v => { const deep = v => { Object.values(v).forEach(x => x && typeof x === 'object' &&"
          + " deep(x)); return Object.freeze(v); }; return deep(v); })";

  @JsMethod(namespace = JsPackage.GLOBAL)
  private static native Object eval(String source);

  private Updater function(String source) {
    return Js.uncheckedCast(eval(source));
  }

  /** Makes the value that the function makes, and freezes it. */
  private Updater frozen(String source) {
    return function("(old => " + DEEP + "((" + source + ")(old)))");
  }

  @Before
  public void aFrozenListIsCached() {
    client.setQueryData(key("list"), eval(DEEP + "([{id: 1, tags: ['x']}, {id: 2}])"), null);
    settle();
  }

  @Test
  public void frozenValues_theFirstFails_thenTheSecond() {
    start(pattern(
        "A",
        "list",
        frozen("old => old.map(e => e.id === 1 ? {...e, tags: [...e.tags, 'A']} : e)")));
    start(pattern("B", "list", frozen("old => [...old, {id: 3}]")));
    fail("A");
    assertEquals("[{'id':1,'tags':['x']},{'id':2},{'id':3}]", view("list"));
    fail("B");
    assertEquals("[{'id':1,'tags':['x']},{'id':2}]", view("list"));
  }

  @Test
  public void frozenWholeValues_theFirstFails_thenTheSecond() {
    start(
        whole("A", frozen("old => old.map(e => e.id === 1 ? {...e, tags: [...e.tags, 'A']} : e)")));
    start(whole("B", frozen("old => old.filter(e => e.id !== 2)")));
    fail("A");
    assertEquals("[{'id':1,'tags':['x']}]", view("list"));
    fail("B");
    assertEquals("[{'id':1,'tags':['x']},{'id':2}]", view("list"));
  }

  private MutationOptions whole(String name, Updater change) {
    return plain(name)
        .onMutate((variables, context) -> {
          Object previous = client.getQueryData(key("list"));
          client.setQueryData(key("list"), change.update(previous), null);
          return Seq.of(previous);
        })
        .onError(putBack("list"));
  }

  @Test
  public void structuredClones_arePutBack_theFirstFails_thenTheSecond() {
    Updater clone = function("(value => structuredClone(value))");
    start(cloning("A", clone, frozen("old => [{id: 0}, ...old]")));
    start(cloning("B", clone, frozen("old => [...old, {id: 3}]")));
    fail("A");
    assertEquals("[{'id':1,'tags':['x']},{'id':2},{'id':3}]", view("list"));
    fail("B");
    assertEquals("[{'id':1,'tags':['x']},{'id':2}]", view("list"));
  }

  private MutationOptions cloning(String name, Updater clone, Updater change) {
    return plain(name)
        .onMutate((variables, context) -> {
          Object previous = clone.update(client.getQueryData(key("list")));
          client.setQueryData(key("list"), change, null);
          return Seq.of(previous);
        })
        .onError(putBack("list"));
  }

  @Test
  public void datesAndOtherObjects_areWhatTheyWere() {
    client.setQueryData(key("event"), eval("({id: 1, at: new Date(0), a: 0, b: 0})"), null);
    settle();
    start(pattern("A", "event", function("(old => ({...old, at: new Date(1000), a: 1}))")));
    start(pattern("B", "event", function("(old => ({...old, b: 1}))")));
    fail("A");
    assertEquals("{'id':1,'at':'1970-01-01T00:00:00.000Z','a':0,'b':1}", view("event"));
    fail("B");
    assertEquals("{'id':1,'at':'1970-01-01T00:00:00.000Z','a':0,'b':0}", view("event"));
  }
}
