package dev.sanguine.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import dev.sanguine.env.Seq;
import dev.sanguine.testkit.Simulation;
import org.junit.Test;

/** The simulator's schedules: each client's log, replayed, shows what the client showed after every event. */
public class SimulatedReplayTest {
  private static final int SEEDS = 100;
  private static final int STEPS = 40;

  @Test
  public void whatASimulatedClientShows_isReplayed_afterEveryEvent() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      Seq<Witness> witnesses = new Seq<>();
      Simulation.Result result = Simulation.run(
          Simulation.schedule(seed, STEPS), client -> witnesses.add(new Witness(client)));
      assertNull("seed " + seed, result.verdict);
      for (int i = 0; i < witnesses.size(); i++) {
        witnesses.get(i).compare("seed " + seed + ", client " + i, null);
      }
    }
  }

  @Test
  public void aLog_changesNothingOfWhatHappens() {
    for (int seed = 1; seed <= 20; seed++) {
      Seq<Integer> schedule = Simulation.schedule(seed, STEPS);
      assertEquals(
          Simulation.run(schedule).sum,
          Simulation.run(schedule, client -> new EventLog(client, null)).sum);
    }
  }
}
