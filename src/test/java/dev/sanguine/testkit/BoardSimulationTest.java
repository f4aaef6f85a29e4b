package dev.sanguine.testkit;

import static org.junit.Assert.assertNull;

import dev.sanguine.testkit.board.BoardSimulation;
import org.junit.Test;

/** Random changes of orders in lists, pages, counts and customers: what every query shows is known exactly. */
public class BoardSimulationTest {
  private static final int SEEDS = 1500;
  private static final int STEPS = 14;

  @Test
  public void randomBoards_showEveryOrderWhereItBelongs_andCountIt() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertNull("seed " + seed, BoardSimulation.play(seed, STEPS));
    }
  }
}
