package dev.sanguine.testkit.jvm;

import dev.sanguine.testkit.Schedules;
import dev.sanguine.testkit.Simulation;
import dev.sanguine.testkit.Words;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Plays as many schedules as it is told to, on several threads: {@code simulate FROM COUNT [THREADS] [WORD=NUMBER...]}. */
public final class Simulate {
  private static final int STEPS = 40;
  private static final int BLOCK = 100_000;
  private static final int CHUNK = 500;

  /** What the schedules of consecutive seeds came to. */
  static final class Block {
    final int from;
    final int count;
    private final Words words;
    long steps;
    int failures;
    /** The smallest seed that went wrong; 0 if none did. */
    int firstFailed;

    String firstVerdict;
    /** The sums of all traces, each times its seed: the same in whatever order they are played. */
    int sum;

    double seconds;

    Block(int from, int count, Words words) {
      this.from = from;
      this.count = count;
      this.words = words;
    }

    Simulation.Result play(int seed) {
      return Simulation.run(Simulation.schedule(seed, STEPS, words));
    }

    synchronized void add(int seed, Simulation.Result result) {
      steps += result.steps;
      sum += result.sum * (2 * seed + 1);
      if (result.verdict != null) {
        failures++;
        if (firstFailed == 0 || seed < firstFailed) {
          firstFailed = seed;
          firstVerdict = result.verdict;
        }
      }
    }

    void add(Block part) {
      steps += part.steps;
      failures += part.failures;
      sum += part.sum;
      seconds += part.seconds;
    }

    /** The shortest schedule that goes wrong as a JUnit test; empty if none does. */
    String firstFailure() {
      return failures == 0
          ? ""
          : "seed " + firstFailed + ": " + firstVerdict + "\n"
              + Schedules.foundTest(Simulation.schedule(firstFailed, STEPS, words));
    }

    @Override
    public String toString() {
      return String.format(
          "seeds %d to %d: %d schedules, %d steps, %.1f s, %d failures, sum %08x",
          from, from + count - 1, count, steps, seconds, failures, sum);
    }
  }

  private Simulate() {}

  public static void main(String[] args) {
    System.exit(run(args, System.out));
  }

  static int run(String[] args, PrintStream out) {
    String[] words = Arrays.stream(args).filter(arg -> arg.contains("=")).toArray(String[]::new);
    String[] numbers = Arrays.stream(args).filter(arg -> !arg.contains("=")).toArray(String[]::new);
    if (numbers.length < 2 || numbers.length > 3) {
      out.println(
          "use: simulate FROM COUNT [THREADS] [WORD=NUMBER...]: the first seed, how many, on how"
              + " many threads (2), and how often the words of Step, Trait and Circumstance"
              + " occur");
      return 2;
    }
    String wrong = Arrays.stream(numbers)
        .filter(number -> !number.matches("[0-9]{1,9}"))
        .findFirst()
        .orElse(null);
    if (wrong != null) {
      out.println("simulate: " + wrong + " is no number from 0 to 999999999");
      return 2;
    }
    int from = Integer.parseInt(numbers[0]);
    int end = from + Integer.parseInt(numbers[1]);
    int threads = numbers.length < 3 ? 2 : Math.max(1, Integer.parseInt(numbers[2]));
    Words spoken;
    try {
      spoken = Words.with(words);
    } catch (IllegalArgumentException e) {
      out.println(
          "simulate: " + e.getMessage() + "; the words are those of Step, Trait and Circumstance");
      return 2;
    }
    Block all = new Block(from, end - from, spoken);
    while (from < end) {
      Block block = block(from, Math.min(BLOCK, end - from), threads, spoken);
      out.println(block);
      out.print(block.firstFailure());
      all.add(block);
      from += block.count;
    }
    if (all.count > BLOCK) {
      out.println(all);
    }
    return all.failures == 0 ? 0 : 1;
  }

  /** Plays the schedules of these seeds; each simulation stays on one thread. */
  static Block block(int from, int count, int threads, Words words) {
    Block block = new Block(from, count, words);
    long start = System.nanoTime();
    eachSeed(from, count, threads, seed -> {
      Simulation.Result result;
      try {
        result = block.play(seed);
      } catch (RuntimeException e) {
        result = Simulation.Result.thrown(e);
      }
      block.add(seed, result);
    });
    block.seconds = (System.nanoTime() - start) / 1e9;
    return block;
  }

  /** Does it for each seed, each on one of the threads, and returns when all are done. What it throws ends its thread. */
  static void eachSeed(int from, int count, int threads, IntConsumer play) {
    AtomicInteger next = new AtomicInteger(from);
    Thread[] players = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      players[i] = new Thread(() -> playAll(next, from + count, play), "player " + i);
      players[i].start();
    }
    for (Thread player : players) {
      try {
        player.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void playAll(AtomicInteger next, int end, IntConsumer play) {
    for (int chunk = next.getAndAdd(CHUNK); chunk < end; chunk = next.getAndAdd(CHUNK)) {
      for (int seed = chunk; seed < Math.min(chunk + CHUNK, end); seed++) {
        play.accept(seed);
      }
    }
  }
}
