package dev.sanguine.query.helpers;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import org.junit.Test;

/** The helper set, above all with a function. */
public class SetHelperTest extends HelperCase {
  // set

  @Test
  public void set_takesAFunction_andGivesItWhatIsThere() {
    assertEquals(
        "[1,2,3]",
        made(
            "[1,2]",
            key("v"),
            (intent, key) -> intent.set(key, (Updater) old -> {
              Seq<Object> items = env.values.items(old);
              items.add(3.0);
              return env.values.listOf(items);
            })));
  }

  @Test
  public void set_givesTheFunctionNothing_ifNothingIsCached_andTakesItBack() {
    Seq<Object> given = new Seq<>();
    mutate(with(
        "A",
        "new",
        (intent, key) -> intent.set(key, (Updater) old -> {
          given.add(env.values.isUndefined(old));
          return json("[1]");
        })));
    assertEquals(true, given.get(0));
    assertEquals("[1]", view("new"));
    fail("A");
    assertEquals("absent", view("new"));
  }

  @Test
  public void set_whoseFunctionGivesNothing_makesNothing() {
    mutate(with("A", "new", (intent, key) -> intent.set(key, (Updater) old -> undefined())));
    assertEquals("absent", view("new"));
    assertEquals(
        "[1]",
        made("[1]", key("v"), (intent, key) -> intent.set(key, (Updater) old -> undefined())));
  }

  @Test
  public void set_byFilters_makesNoQueryOfNothing() {
    mutate(change("A", (intent, variables) -> {
      intent.set(prefix("none"), json("5"));
      return undefined();
    }));
    assertEquals(0, client.getQueryCache().getAll().size());
  }

  @Test
  public void set_withAFunctionThatThrows_isTheMutationsFailure() {
    Outcome outcome = mutate(with(
        "A",
        "new",
        (intent, key) -> intent.set(key, (Updater) old -> {
          throw thrown("a mistake");
        })));
    settle();
    assertEquals("failed: a mistake", outcome.toString());
    assertEquals(0, network.count("A"));
    assertEquals("absent", view("new"));
    wasToldThatItFailedUnsent();
  }

  @Test
  public void set_withAFunction_isDoneOverWhatOthersChange() {
    cache("count", "1");
    mutate(with("B", "count", (intent, key) -> intent.update(key, n -> (Double) n + 10)));
    mutate(with("A", "count", (intent, key) -> intent.set(key, (Updater) n -> (Double) n * 2)));
    assertEquals("22", view("count"));
    fail("B");
    assertEquals("2", view("count"));
    fail("A");
    assertEquals("1", view("count"));
  }

  @Test
  public void set_withAFunction_overAFetchThatMayHoldIt_isNotDoneTwice() {
    cache("count", "1");
    Screen screen = watch(query("count").staleTime(1e12));
    mutate(with("A", "count", (intent, key) -> intent.set(key, (Updater) n -> (Double) n + 1)));
    settle();
    refetch("count");
    answer("get count", "2");
    assertEquals("2", screen.now());
    answer("A", "'ok'");
    answer("get count", "2");
    assertEquals("1 | 2", screen.history());
  }
}
