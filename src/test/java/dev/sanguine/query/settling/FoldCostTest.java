package dev.sanguine.query.settling;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.Screen;
import dev.sanguine.query.state.CacheEvent;
import org.junit.Before;
import org.junit.Test;

/** What n changes of one key cost, counted in functions that are run, not in time. */
public class FoldCostTest extends EngineCase {
  private static final int N = 100;
  private int ran;

  @Before
  public void aRecord() {
    cache("record", "{'n':0}");
  }

  private void issueAll() {
    issue(N);
  }

  private void issue(int count) {
    for (int i = 0; i < count; i++) {
      mutate(change("m" + i, (intent, v) -> {
        intent.update(key("record"), old -> {
          ran++;
          return Json.with(old, "n", Json.number(old, "n") + 1);
        });
        return undefined();
      }));
    }
    settle();
  }

  @Test
  public void issuing_runsEachFunctionOnce() {
    issueAll();
    assertEquals(N, ran);
  }

  @Test
  public void confirmingInOrder_runsNone() {
    issueAll();
    ran = 0;
    for (int i = 0; i < N; i++) {
      answer("m" + i, "{}");
    }
    assertEquals(0, ran);
    assertEquals("{'n':100}", base("record"));
  }

  @Test
  public void confirmingInReverse_runsNone() {
    issueAll();
    ran = 0;
    for (int i = N - 1; i >= 0; i--) {
      answer("m" + i, "{}");
    }
    assertEquals(0, ran);
    assertEquals("{'n':100}", base("record"));
  }

  @Test
  public void aFailure_runsOnlyThoseBehindIt() {
    issueAll();
    ran = 0;
    fail("m90");
    assertEquals("{'n':99}", view("record"));
    assertEquals(9, ran);
  }

  @Test
  public void allFailInOneTask_eachRunsOnceAtTheMost() {
    issueAll();
    ran = 0;
    for (int i = 0; i < N; i += 2) {
      network.pending("m" + i).fail("no");
    }
    world.runMicrotasks();
    assertEquals("{'n':50}", view("record"));
    assertTrue("ran " + ran, ran <= N);
  }

  @Test
  public void manyFailInATaskEach_thoseBehindAreNotRunForEachOfThem() {
    int many = 3 * N;
    Screen screen = watch(query("record").staleTime(1e9));
    issue(many);
    ran = 0;
    for (int i = 0; i < many - 10; i++) {
      fail("m" + i);
    }
    assertTrue("ran " + ran, ran <= 128 * 128);
    world.advance(10);
    assertEquals("{'n':10}", screen.now());
  }

  @Test
  public void theMoreTheyAre_theRarerTheyAreRun() {
    int many = 6 * N;
    Screen screen = watch(query("record").staleTime(1e9));
    issue(many);
    ran = 0;
    for (int i = 0; i < many - 10; i++) {
      fail("m" + i);
      world.advance(1);
    }
    assertTrue("ran " + ran, ran <= many * many / 4);
    world.advance(10);
    assertEquals("{'n':10}", screen.now());
  }

  @Test
  public void otherQueries_areNotAsked() {
    Seq<String> touched = new Seq<>();
    for (int i = 0; i < N; i++) {
      client.setQueryData(QueryKey.of("other", i), 1.0, null);
    }
    atEnd(client.getQueryCache().subscribe((Listener<CacheEvent>)
        event -> touched.add(event.query.queryHash)));
    mutate(setField("A", "title", "A"));
    answer("A", "{}");
    for (int i = 0; i < touched.size(); i++) {
      assertEquals("[\"record\"]", touched.get(i));
    }
  }
}
