package dev.sanguine.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import dev.sanguine.env.Seq;
import org.junit.Test;

/** Random schedules of mutate, send, settle, lose, refetch, push, cancel and the rest, judged by the server's history. */
public class SimulationTest {
  private static final int STEPS = 40;
  private static final int SEEDS = 2000;

  /**
   * What the traces of all seeds add up to, on the JVM and in a browser alike. A change of the engine that sends or shows
   * something at another time changes it: if both runtimes find the same new number, write that number here.
   */
  private static final int SUM = 157327599;

  @Test
  public void randomSchedules_neverShowWhatIsFailed_doubled_orLost() {
    int sum = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Seq<Integer> schedule = Simulation.schedule(seed, STEPS);
      Simulation.Result result = Simulation.run(schedule);
      if (result.verdict != null) {
        fail("seed " + seed + ": " + result.verdict + "\n" + Schedules.foundTest(seed, STEPS));
      }
      sum = sum * 31 + result.sum;
    }
    assertEquals(SUM, sum);
  }

  @Test
  public void oneSeed_givesOneTrace() {
    String trace = Simulation.trace(Simulation.schedule(7, STEPS));
    assertEquals(trace, Simulation.trace(Simulation.schedule(7, STEPS)));
    assertNotEquals(trace, Simulation.trace(Simulation.schedule(8, STEPS)));
  }

  @Test
  public void aReadableTrace_changesNothing() {
    for (int seed = 1; seed <= 20; seed++) {
      Seq<Integer> schedule = Simulation.schedule(seed, STEPS);
      Trace readable = new Trace(true);
      assertNull(Simulation.play(schedule, readable).verdict);
      assertEquals(Simulation.run(schedule).sum, readable.sum());
    }
  }

  @Test
  public void aSchedule_isPrintedAsATest() {
    int leave = Step.LEAVE.ordinal();
    String test = Schedules.asTest(Seq.of(0, 0, 0, 0, 0, 0, leave, 0, 0, 0, 0, 0));
    assertTrue(
        test,
        test.indexOf("Seq.<Integer>of(\n        0, 0, 0, 0, 0, 0,\n        " + leave
                + ", 0, 0, 0, 0, 0)")
            > 0);
    assertTrue(test, test.indexOf("a: leaves LIST") > 0);
  }

  @Test
  public void everyKindOfStep_occurs() {
    StringBuilder traces = new StringBuilder();
    for (int seed = 1; seed <= 400; seed++) {
      traces.append(Simulation.trace(Simulation.schedule(seed, STEPS)));
    }
    String all = traces.toString();
    String[] steps = {
      "mutates ADD",
      "mutates SET",
      "mutates REMOVE",
      "mutates COUNT",
      "mutates plainly",
      "looks at what is pending",
      "sends again",
      "discards",
      "reloads",
      "restores",
      "drops",
      "takes",
      "reads for",
      "refuses",
      "moves on with",
      "has its answer",
      "succeeds with",
      "fails with",
      "fails once with",
      "loses",
      "loses once",
      "loses the answer",
      "refetches",
      "fetches",
      "wants more",
      "is pushed",
      "is sent a push",
      "is rendered",
      "is hydrated",
      "watches",
      "leaves",
      "cancels queries",
      "collects",
      "gives up",
      "time passes",
      "goes offline",
      "comes online",
      "has no focus",
      "has focus",
      "come to rest",
      "logs out",
      "takes out",
      "ensures and fetches",
      "reads all",
      "sees late",
      "in LIST ANSWER PAGES",
      "~10"
    };
    for (String step : steps) {
      assertTrue(step, all.indexOf(step) >= 0);
    }
  }
}
