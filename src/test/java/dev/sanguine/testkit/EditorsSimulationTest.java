package dev.sanguine.testkit;

import static org.junit.Assert.assertNull;

import dev.sanguine.testkit.editors.EditorsSimulation;
import org.junit.Test;

/**
 * Random schedules of two editors of the same records: nothing is overwritten that nobody has seen, nothing is dropped without
 * being listed, and nobody is asked without need.
 */
public class EditorsSimulationTest {
  private static final int STEPS = 60;
  private static final int SEEDS = 150;

  @Test
  public void randomSchedules_overwriteNothingUnseen() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertNull(EditorsSimulation.play(seed, STEPS));
    }
  }

  @Test
  public void manyBulkChanges_areTakenInPartAndListed() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertNull(EditorsSimulation.play(seed, STEPS, "BULK=20", "LOCK=8"));
    }
  }

  /** Short ones: see {@code EditorsWord.PUT} for what goes wrong in long ones. */
  @Test
  public void manyWholeRecords_takeBackNothing() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertNull(EditorsSimulation.play(seed, 20, "PUT=6"));
    }
  }

  @Test
  public void manyThatAreGivenUp_mayArriveLate() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertNull(EditorsSimulation.play(seed, STEPS, "GIVE_UP=12", "ARRIVE_LATE=12", "LOSE=6"));
    }
  }
}
