package dev.sanguine.testkit.jvm;

import dev.sanguine.env.Seq;
import dev.sanguine.testkit.Simulation;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays as many schedules as it is told to, on several threads: {@code simulate FROM COUNT [THREADS]}. */
public final class Simulate {
  private static final int STEPS = 40;
  private static final int BLOCK = 100_000;
  private static final int CHUNK = 500;

  /** What the schedules of consecutive seeds came to. */
  static final class Block {
    final int from;
    final int count;
    long steps;
    int failures;
    /** The seed that went wrong first, of the smallest; 0 where none did. */
    int firstFailed;
    String firstVerdict;
    /** The sums of all traces, each times its seed: the same in whatever order they are played. */
    int sum;
    double seconds;

    Block(int from, int count) {
      this.from = from;
      this.count = count;
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

    /** The shortest schedule that goes wrong as a JUnit test; empty where none does. */
    String firstFailure() {
      return failures == 0 ? "" : "seed " + firstFailed + ": " + firstVerdict + "\n"
          + Simulation.foundTest(firstFailed, STEPS);
    }

    @Override
    public String toString() {
      return String.format("seeds %d to %d: %d schedules, %d steps, %.1f s, %d failures, sum %08x",
          from, from + count - 1, count, steps, seconds, failures, sum);
    }
  }

  private Simulate() {}

  public static void main(String[] args) {
    System.exit(run(args, System.out));
  }

  static int run(String[] args, PrintStream out) {
    if (args.length < 2 || args.length > 3) {
      out.println("use: simulate FROM COUNT [THREADS]: the first seed, how many, on how many threads (2)");
      return 2;
    }
    int from = Integer.parseInt(args[0]);
    int end = from + Integer.parseInt(args[1]);
    int threads = args.length < 3 ? 2 : Integer.parseInt(args[2]);
    Block all = new Block(from, end - from);
    while (from < end) {
      Block block = block(from, Math.min(BLOCK, end - from), threads);
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
  static Block block(int from, int count, int threads) {
    Block block = new Block(from, count);
    long start = System.nanoTime();
    AtomicInteger next = new AtomicInteger(from);
    Thread[] players = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      players[i] = new Thread(() -> play(block, next), "player " + i);
      players[i].start();
    }
    for (Thread player : players) {
      try {
        player.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    block.seconds = (System.nanoTime() - start) / 1e9;
    return block;
  }

  private static void play(Block block, AtomicInteger next) {
    int end = block.from + block.count;
    for (int chunk = next.getAndAdd(CHUNK); chunk < end; chunk = next.getAndAdd(CHUNK)) {
      for (int seed = chunk; seed < Math.min(chunk + CHUNK, end); seed++) {
        Simulation.Result result;
        try {
          Seq<Integer> schedule = Simulation.schedule(seed, STEPS);
          result = Simulation.run(schedule);
        } catch (RuntimeException e) {
          result = Simulation.Result.thrown(e);
        }
        block.add(seed, result);
      }
    }
  }
}
