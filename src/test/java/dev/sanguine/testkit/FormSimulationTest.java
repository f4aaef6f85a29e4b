package dev.sanguine.testkit;

import static org.junit.Assert.assertNull;

import dev.sanguine.testkit.forms.FormSimulation;
import org.junit.Test;

/** Random schedules of people who type into forms: what was typed is what is shown, and what is saved. */
public class FormSimulationTest {
  private static final int SEEDS = 1200;
  private static final int STEPS = 40;

  @Test
  public void randomForms_loseNoKeystroke_andSaveWhatWasTyped() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertNull("seed " + seed, FormSimulation.play(seed, STEPS));
    }
  }
}
