package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.json.Json;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.callbacks.Placeholder;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** select, placeholder data and initial data. */
public class SelectTest extends EngineCase {
  @Test
  public void select_picks_andTheCacheKeepsTheWhole() {
    Screen screen = watch(query("q").select(data -> Json.get(data, "n")));
    answer("get q", "{'n':1,'m':2}");
    assertEquals("1", screen.now());
    assertEquals("{'n':1,'m':2}", view("q"));
  }

  @Test
  public void select_runsOnce_forOneDataAndOneFunction() {
    int[] ran = {0};
    Convert select = data -> {
      ran[0]++;
      return Json.get(data, "n");
    };
    Screen screen = watch(query("q").select(select));
    answer("get q", "{'n':1}");
    assertEquals(1, ran[0]);
    screen.observer.refetch(null);
    answer("get q", "{'n':1}");
    assertEquals(1, ran[0]);
    screen.observer.setOptions(query("q").select(data -> {
      ran[0] += 10;
      return Json.get(data, "n");
    }));
    assertEquals(11, ran[0]);
    cache("q", "{'n':2}");
    assertEquals(21, ran[0]);
    assertEquals("2", screen.now());
  }

  @Test
  public void whatSelectMakes_isShared() {
    Screen screen = watch(query("q").select(data -> Json.object("n", Json.get(data, "n"))));
    answer("get q", "{'n':1,'at':1}");
    Object first = screen.result().data;
    screen.observer.refetch(null);
    answer("get q", "{'n':1,'at':2}");
    assertSame(first, screen.result().data);
  }

  @Test
  public void aSelectThatThrows_isTheResultsError_andPassesWithTheNextData() {
    Screen screen = watch(query("q").select(data -> {
      if (Json.number(data, "n") == 1) {
        throw thrown("bad data");
      }
      return data;
    }));
    answer("get q", "{'n':1}");
    assertEquals("error", screen.result().status);
    assertEquals("bad data", screen.result().error);
    assertEquals("success", state("q").status);
    cache("q", "{'n':2}");
    assertEquals("success", screen.result().status);
    assertEquals("{'n':2}", screen.now());
  }

  @Test
  public void placeholder_isShown_untilDataComes_andIsNeverCached() {
    Screen screen = watch(query("q").placeholderData(json("{'n':0}")));
    assertTrue(screen.result().isPlaceholderData);
    assertEquals("success", screen.result().status);
    assertEquals("absent", view("q"));
    answer("get q", "{'n':1}");
    assertFalse(screen.result().isPlaceholderData);
    assertEquals("{'n':0} | {'n':1}", screen.history());
  }

  @Test
  public void placeholder_isSelectedToo() {
    assertEquals(
        "0",
        watch(query("q").placeholderData(json("{'n':0}")).select(data -> Json.get(data, "n")))
            .now());
  }

  @Test
  public void keepPreviousData_showsTheOldKeysData_meanwhile() {
    QueryOptions a = query("a");
    a.placeholderData = (Placeholder) (previous, query) -> previous;
    Screen screen = watch(a);
    assertEquals("absent", screen.now());
    answer("get a", "'a'");
    QueryOptions b = query("b");
    b.placeholderData = a.placeholderData;
    screen.observer.setOptions(b);
    assertEquals("'a'", screen.now());
    assertTrue(screen.result().isPlaceholderData);
    answer("get b", "'b'");
    assertEquals("'b'", screen.now());
    assertFalse(screen.result().isPlaceholderData);
  }

  @Test
  public void aPlaceholderFunction_isGivenTheQueryToo() {
    Query[] given = {null};
    QueryOptions a = query("a");
    a.placeholderData = (Placeholder) (previous, query) -> {
      given[0] = query;
      return "p";
    };
    Screen screen = watch(query("first"));
    answer("get first", "1");
    screen.observer.setOptions(a);
    assertSame(queryOf("first"), given[0]);
  }

  @Test
  public void initialData_isCached_andStaleByItsTime() {
    Screen screen = watch(query("q").initialData(json("1")).staleTime(100));
    assertEquals("1", screen.now());
    assertEquals("1", view("q"));
    assertFalse(screen.result().isStale);
    assertFalse(screen.result().isFetched);
    settle();
    assertEquals(0, network.count("get q"));
  }

  @Test
  public void initialDataUpdatedAt_makesItAsOldAsItIs() {
    QueryOptions options = query("q").initialData(json("1")).staleTime(100);
    options.initialDataUpdatedAt = world.now() - 200;
    Screen screen = watch(options);
    assertTrue(screen.result().isStale);
    answer("get q", "2");
    assertEquals("1 | 2", screen.history());
    QueryOptions asked = query("r").initialData(json("1")).staleTime(100);
    asked.initialDataUpdatedAt = (dev.sanguine.env.Supply) () -> world.now() - 200;
    assertTrue(watch(asked).result().isStale);
  }

  @Test
  public void initialData_asAFunction_isAskedOnce() {
    int[] asked = {0};
    QueryOptions options = query("q").staleTime(1e9);
    options.initialData = (dev.sanguine.env.Supply) () -> {
      asked[0]++;
      return json("1");
    };
    Screen screen = watch(options);
    screen.observer.setOptions(options);
    watch(options);
    assertEquals("1", screen.now());
    assertEquals(1, asked[0]);
  }

  @Test
  public void initialData_forAQueryThatHasNone_isTakenLater() {
    outcome(client.fetchQuery(query("q")));
    fail("get q");
    Screen screen = watch(query("q").initialData(json("1")).staleTime(1e9));
    assertEquals("1", screen.now());
    assertEquals("success", screen.result().status);
  }

  @Test
  public void initialData_neverReplacesData() {
    cache("q", "'cached'");
    assertEquals(
        "'cached'",
        watch(query("q").initialData(json("'initial'")).staleTime(1e9)).now());
  }

  @Test
  public void anErrorOfSelect_keepsItsTime() {
    cache("q", "1");
    QueryOptions options = query("q").staleTime(1e9).select(data -> {
      throw thrown("no");
    });
    Screen screen = watch(options);
    double at = screen.result().errorUpdatedAt;
    assertEquals("no", screen.result().error);
    world.advance(10);
    screen.observer.updateResult();
    assertEquals(at, screen.result().errorUpdatedAt, 0);
    client.invalidateQueries(prefix("q"), null);
    answer("get q", "1");
    assertEquals(at, screen.result().errorUpdatedAt, 0);
  }

  @Test
  public void whatWasSelectedForTheNextKey_isNotSelectedAgain() {
    cache("a", "1");
    cache("b", "2");
    int[] ran = {0};
    Convert select = data -> {
      ran[0]++;
      return data;
    };
    Screen screen = watch(query("a").staleTime(1e9).select(select));
    QueryOptions next = client.defaultQueryOptions(query("b").staleTime(1e9).select(select));
    screen.observer.getOptimisticResult(next);
    screen.observer.setOptions(next);
    assertEquals("2", screen.now());
    assertEquals(2, ran[0]);
  }

  @Test
  public void aPlaceholder_isMadeOnce_whateverSelectMakesOfIt() {
    int[] made = {0};
    QueryOptions options = query("q").select(data -> undefined());
    Placeholder placeholder = (data, query) -> {
      made[0]++;
      return json("'p'");
    };
    options.placeholderData = placeholder;
    Screen screen = watch(options);
    screen.observer.updateResult();
    assertEquals("success", screen.result().status);
    assertEquals(1, made[0]);
  }
}
