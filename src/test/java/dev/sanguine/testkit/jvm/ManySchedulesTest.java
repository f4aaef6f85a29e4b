package dev.sanguine.testkit.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.testkit.Words;
import dev.sanguine.testkit.board.BoardSimulation;
import dev.sanguine.testkit.board.CrossedBoard;
import dev.sanguine.testkit.editors.EditorsSimulation;
import dev.sanguine.testkit.forms.FormSimulation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.Test;

/** The schedules that are too many for a browser, on all cores. */
public class ManySchedulesTest {
  private static final int SEEDS = 200_000;
  private static final int STREAMS = 10_000;

  @Test
  public void noneOfThem_goesWrong() {
    Simulate.Block block = Simulate.block(1, SEEDS, 2, Words.ALL);
    System.out.println(block);
    assertEquals(block.firstFailure(), 0, block.failures);
  }

  @Test
  public void withAStream_noneOfThem_goesWrong() {
    Simulate.Block block = Simulate.block(1, STREAMS, 2, Words.with("STREAMED=1", "WATCH=8"));
    assertEquals(block.firstFailure(), 0, block.failures);
  }

  @Test
  public void boards_showEveryOrderWhereItBelongs() {
    assertAllRight(20_000, seed -> BoardSimulation.play(seed, 8));
  }

  @Test
  public void boardsWithoutALine_comeToRestAsTheServerHasThem() {
    assertAllRight(10_000, seed -> CrossedBoard.play(seed, 16));
  }

  @Test
  public void editors_overwriteNothingUnseen() {
    assertAllRight(8_000, seed -> EditorsSimulation.play(seed, 30));
  }

  @Test
  public void forms_loseNoKeystroke() {
    assertAllRight(8_000, seed -> FormSimulation.play(seed, 20));
  }

  @Test
  public void aBlock_addsUpToTheSame_onAnyNumberOfThreads() {
    assertEquals(
        Simulate.block(1, 300, 1, Words.ALL).sum, Simulate.block(1, 300, 3, Words.ALL).sum);
    assertTrue(
        Simulate.block(1, 300, 1, Words.ALL).sum != Simulate.block(2, 300, 1, Words.ALL).sum);
  }

  @Test
  public void theCommand_printsALinePerBlock() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(
        0,
        Simulate.run(
            new String[] {"11", "500"}, new PrintStream(out, true, StandardCharsets.UTF_8)));
    String printed = out.toString(StandardCharsets.UTF_8);
    assertTrue(printed, printed.startsWith("seeds 11 to 510: 500 schedules, "));
    assertTrue(printed, printed.contains(" 0 failures, sum "));
    assertEquals(
        0,
        Simulate.run(
            new String[] {"11", "50", "1", "RELOAD=9"},
            new PrintStream(out, true, StandardCharsets.UTF_8)));
    assertEquals(
        2, Simulate.run(new String[] {"none"}, new PrintStream(out, true, StandardCharsets.UTF_8)));
  }

  @Test
  public void theCommand_saysWhatIsWrongWithItsInput_inOneLine() {
    assertEquals("simulate: x is no number from 0 to 999999999\n", saidOf("x", "5"));
    assertEquals(
        "simulate: LOSES is no word of the simulation; the words are those of Step, Trait and"
            + " Circumstance\n",
        saidOf("1", "5", "LOSES=3"));
  }

  private static String saidOf(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(2, Simulate.run(args, new PrintStream(out, true, StandardCharsets.UTF_8)));
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Plays each seed; what is wrong with one, or what it throws, is a failure. */
  private static void assertAllRight(int seeds, IntFunction<String> play) {
    Queue<String> wrongs = new ConcurrentLinkedQueue<>();
    AtomicInteger right = new AtomicInteger();
    Simulate.eachSeed(1, seeds, 2, seed -> {
      String wrong = wrongWith(seed, play);
      if (wrong == null) {
        right.incrementAndGet();
      } else {
        wrongs.add("seed " + seed + ": " + wrong);
      }
    });
    assertEquals(wrongs.peek(), seeds, right.get());
  }

  private static String wrongWith(int seed, IntFunction<String> play) {
    try {
      return play.apply(seed);
    } catch (RuntimeException e) {
      return e.toString();
    }
  }
}
