package dev.sanguine.testkit;

import static org.junit.Assert.assertNull;

import dev.sanguine.testkit.board.BoardSimulation;
import dev.sanguine.testkit.board.CrossedBoard;
import org.junit.Test;

/** Random changes of orders in lists, pages, counts and customers: what every query shows is known exactly. */
public class BoardSimulationTest {
  private static final int SEEDS = 1500;
  private static final int STEPS = 14;
  private static final int CROSSED_SEEDS = 900;
  private static final int CROSSED_STEPS = 16;
  private static final int LONG = 30;

  @Test
  public void randomBoards_showEveryOrderWhereItBelongs_andCountIt() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertNull("seed " + seed, BoardSimulation.play(seed, STEPS));
    }
  }

  @Test
  public void randomChangesWithoutALine_comeToRestAsTheServerHasThem() {
    for (int seed = 1; seed <= CROSSED_SEEDS; seed++) {
      assertNull("seed " + seed, CrossedBoard.play(seed, CROSSED_STEPS));
    }
  }

  @Test
  public void longOnes_thatWereFetchedWithoutEnd_orLostARecord_comeToRest() {
    for (int seed : new int[] {72, 567, 1000, 2413, 2525}) {
      assertNull("seed " + seed, CrossedBoard.play(seed, LONG));
    }
  }
}
