package dev.sanguine.query.rollback;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** Two increments of ten, of which one fails: eleven, whichever it is. */
public class CounterTest extends EngineCase {
  private Screen screen;

  @Before
  public void aCounterIsShown() {
    cache("counter", "{'n':10}");
    screen = watch(query("counter").staleTime(1e9));
  }

  private MutationOptions add(String name) {
    return change(name, (intent, v) -> {
      intent.increment(key("counter"), "n", 1);
      return undefined();
    });
  }

  private MutationOptions addByFunction(String name) {
    return change(name, (intent, v) -> {
      intent.update(key("counter"), old -> Json.with(old, "n", Json.number(old, "n") + 1));
      return undefined();
    });
  }

  @Test
  public void helper_aFails_elevenIsLeft() {
    mutate(add("A"));
    mutate(add("B"));
    assertEquals("{'n':12}", screen.now());
    fail("A");
    assertEquals("{'n':11}", screen.now());
    fail("B");
    assertEquals("{'n':10}", screen.now());
  }

  @Test
  public void function_bFails_elevenIsLeft() {
    mutate(addByFunction("A"));
    mutate(addByFunction("B"));
    fail("B");
    assertEquals("{'n':11}", screen.now());
    fail("A");
    assertEquals("{'n':10}", screen.now());
  }

  @Test
  public void helperAndFunctionMixed_eachCountsOnce() {
    mutate(add("A"));
    mutate(addByFunction("B"));
    mutate(add("C"));
    assertEquals("{'n':13}", screen.now());
    fail("B");
    assertEquals("{'n':12}", screen.now());
  }

  @Test
  public void bothConfirmed_theCounterNeverMovesBack() {
    mutate(add("A"));
    mutate(add("B"));
    answer("A", "{}");
    answer("B", "{}");
    answer("get counter", "{'n':12}");
    assertEquals("{'n':10} | {'n':11} | {'n':12}", screen.history());
    assertEquals("{'n':12}", base("counter"));
  }

  @Test
  public void aConfirmed_bFails_thenTheRefetch_neverShowsTwelveAgain() {
    mutate(add("A"));
    mutate(add("B"));
    answer("A", "{}");
    fail("B");
    assertEquals("{'n':11}", screen.now());
    answer("get counter", "{'n':11}");
    assertEquals("{'n':10} | {'n':11} | {'n':12} | {'n':11}", screen.history());
  }

  @Test
  public void incrementOfAFieldThatIsNotThere_startsFromNothing() {
    mutate(change("A", (intent, v) -> {
      intent.increment(key("counter"), "likes", 2);
      return undefined();
    }));
    assertEquals("{'n':10,'likes':2}", screen.now());
  }
}
