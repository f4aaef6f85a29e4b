package dev.sanguine.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Deferreds;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import org.junit.Test;

/** Virtual time: timers fire when the clock is moved, promises take the ticks that JavaScript's take. */
public class VirtualEnvironmentTest {
  private final VirtualEnvironment world = new VirtualEnvironment();
  private final Environment env = world.environment();
  private final Deferreds deferreds = env.deferreds;
  private final StringBuilder log = new StringBuilder();

  private Task note(String text) {
    return () -> log.append(text);
  }

  private void noteAfter(Thenable<Object> thenable, String text) {
    thenable.then(
        value -> {
          log.append(text).append(value).append(' ');
          return null;
        },
        error -> {
          log.append(text).append('!').append(error).append(' ');
          return null;
        });
  }

  @Test
  public void timers_fireInOrderOfTime_thenOfSetting() {
    env.timeouts.setTimeout(note("c"), 20);
    env.timeouts.setTimeout(note("a"), 10);
    env.timeouts.setTimeout(note("b"), 10);
    double start = world.now();
    world.advance(10);
    assertEquals("ab", log.toString());
    assertEquals(start + 10, world.now(), 0);
    world.advance(10);
    assertEquals("abc", log.toString());
    assertEquals(0, world.timersLeft());
  }

  @Test
  public void aTimerSetByATimer_firesInTheSameAdvance_ifItIsDue() {
    env.timeouts.setTimeout(() -> env.timeouts.setTimeout(note("inner"), 5), 5);
    world.advance(9);
    assertEquals("", log.toString());
    world.advance(1);
    assertEquals("inner", log.toString());
  }

  @Test
  public void intervals_repeat_untilCleared() {
    Object id = env.timeouts.setInterval(note("i"), 10);
    world.advance(35);
    assertEquals("iii", log.toString());
    env.timeouts.clearInterval(id);
    world.advance(100);
    assertEquals("iii", log.toString());
    env.timeouts.clearTimeout(id);
    env.timeouts.clearTimeout(null);
  }

  @Test
  public void theClockStands_whileMicrotasksRun() {
    double start = world.now();
    deferreds.microtask(note("m"));
    assertEquals("", log.toString());
    world.runMicrotasks();
    assertEquals("m", log.toString());
    assertEquals(start, world.now(), 0);
  }

  @Test
  public void microtasksOfATimer_runBeforeTheNextTimer() {
    env.timeouts.setTimeout(
        () -> {
          log.append('1');
          deferreds.microtask(note("m"));
        },
        0);
    env.timeouts.setTimeout(note("2"), 0);
    world.advance(0);
    assertEquals("1m2", log.toString());
  }

  @Test
  public void oneTick_runsWhatIsQueued_notWhatThatQueues() {
    deferreds.microtask(() -> {
      log.append('a');
      deferreds.microtask(note("b"));
    });
    world.runOneTick();
    assertEquals("a", log.toString());
    world.runOneTick();
    assertEquals("ab", log.toString());
  }

  @Test
  public void promises_followThenables_inThreeTicks_asInJavaScript() {
    Thenable<Object> inner = deferreds.resolve("v");
    noteAfter(deferreds.create((resolve, reject) -> resolve.on(inner)), "outer ");
    noteAfter(deferreds.resolve("direct"), "");
    world.runOneTick();
    assertEquals("direct ", log.toString());
    world.runOneTick();
    assertEquals("direct ", log.toString());
    world.runOneTick();
    assertEquals("direct outer v ", log.toString());
  }

  @Test
  public void chains_errors_andWhatThrows() {
    noteAfter(deferreds.<Object>resolve(1.0).then(value -> deferreds.reject("e"), null), "a");
    noteAfter(deferreds.<Object>reject("x").then(null, error -> "caught " + error), "b ");
    noteAfter(
        deferreds
            .<Object>resolve(1.0)
            .then(
                value -> {
                  throw env.errors.raise("thrown");
                },
                null),
        "c");
    noteAfter(
        deferreds.create((resolve, reject) -> {
          throw env.errors.raise("from the executor");
        }),
        "d");
    world.runMicrotasks();
    assertTrue(log.toString(), log.indexOf("a!e ") >= 0);
    assertTrue(log.toString(), log.indexOf("b caught x ") >= 0);
    assertTrue(log.toString(), log.indexOf("c!thrown ") >= 0);
    assertTrue(log.toString(), log.indexOf("d!from the executor ") >= 0);
    assertEquals(0, world.unhandled().size());
  }

  @Test
  public void all_waitsForAll_orTheFirstFailure() {
    Seq<Object> none = new Seq<>();
    deferreds
        .all(none)
        .then(
            values -> {
              log.append("none").append(values.size()).append(' ');
              return null;
            },
            null);
    deferreds
        .all(Seq.of("plain", deferreds.resolve("promised")))
        .then(
            values -> {
              log.append(values.get(0)).append('+').append(values.get(1)).append(' ');
              return null;
            },
            null);
    deferreds.all(Seq.of(deferreds.reject("no"), deferreds.reject("neither"))).then(null, error -> {
      log.append("failed ").append(error).append(' ');
      return null;
    });
    world.runMicrotasks();
    assertTrue(log.indexOf("none0 ") >= 0);
    assertTrue(log.indexOf("plain+promised ") >= 0);
    assertTrue(log.indexOf("failed no ") >= 0);
  }

  @Test
  public void aRejectionThatNobodyHandles_isRemembered_oneHandledInTimeIsNot() {
    deferreds.reject("lost");
    Thenable<Object> handled = deferreds.reject("handled");
    handled.then(null, error -> null);
    world.runMicrotasks();
    assertEquals(1, world.unhandled().size());
    assertEquals("lost", world.unhandled().get(0));
  }

  @Test
  public void thenables_areKnown() {
    assertTrue(deferreds.isThenable(deferreds.resolve(1.0)));
    assertFalse(deferreds.isThenable("text"));
    assertFalse(deferreds.isThenable(null));
  }

  @Test
  public void reports_areKeptInsteadOfPrinted() {
    env.errors.report("broken", "error");
    env.errors.warn("careful");
    assertEquals("broken", world.reports().get(0));
    assertEquals("careful", world.reports().get(1));
  }

  @Test
  public void oneSeed_oneSequence_onEveryRuntime() {
    SeededRandom random = new SeededRandom(42);
    assertEquals("601103 448290 852465", parts(random) + " " + parts(random) + " " + parts(random));
    VirtualEnvironment a = new VirtualEnvironment(9);
    VirtualEnvironment b = new VirtualEnvironment(9);
    for (int i = 0; i < 100; i++) {
      assertEquals(a.environment().randomness.next(), b.random().next(), 0);
    }
    int[] counts = new int[5];
    for (int i = 0; i < 5000; i++) {
      counts[random.below(5)]++;
    }
    for (int count : counts) {
      assertTrue("count " + count, count > 850 && count < 1150);
    }
  }

  private static String parts(SeededRandom random) {
    return String.valueOf((int) Math.floor(random.next() * 1000000));
  }
}
