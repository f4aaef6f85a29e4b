package dev.sanguine.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.fail;

import dev.sanguine.env.Seq;
import org.junit.Test;

/** Random schedules of mutate, send, settle, lose, refetch, push, cancel and the rest, judged by the server's history. */
public class SimulationTest {
  private static final int STEPS = 40;

  @Test
  public void randomSchedules_neverShowWhatIsFailed_doubled_orLost() {
    for (int seed = 1; seed <= Schedules.COUNT; seed++) {
      Seq<Integer> schedule = Simulation.schedule(seed, STEPS);
      String wrong = Simulation.play(schedule);
      if (wrong != null) {
        fail("seed " + seed + ": " + wrong + "\n" + Simulation.asTest(Simulation.shrink(schedule)));
      }
    }
  }

  @Test
  public void oneSeed_givesOneTrace_onEveryRuntime() {
    assertEquals(Simulation.trace(Simulation.schedule(7, STEPS)), Simulation.trace(Simulation.schedule(7, STEPS)));
    assertNotEquals(Simulation.trace(Simulation.schedule(7, STEPS)), Simulation.trace(Simulation.schedule(8, STEPS)));
    // Written down once: the same number on the JVM and in a browser.
    int sum = 0;
    for (int seed = 1; seed <= 50; seed++) {
      String trace = Simulation.trace(Simulation.schedule(seed, STEPS));
      for (int i = 0; i < trace.length(); i++) {
        sum = (sum * 31 + trace.charAt(i)) % 1000003;
      }
    }
    assertEquals(Schedules.TRACES, sum);
  }
}
