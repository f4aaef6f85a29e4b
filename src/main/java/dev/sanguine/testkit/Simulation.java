package dev.sanguine.testkit;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.query.QueryClient;

/**
 * Plays a random schedule against the engine: several clients, one server, answers late, wrong, lost or out of order. After
 * each step every view is judged by the server's history and by what the client was told, never by the engine's own
 * rules. A schedule is a list of whole numbers: the same one plays the same way on every runtime.
 */
public final class Simulation {
  static final int WIDTH = 4;

  /** What a schedule came to. */
  public static final class Result {
    /** Null where all went well, else what was wrong and where. */
    public final String verdict;
    /** What happened, and what was shown, as one number. */
    public final int sum;
    /** How many steps were played. */
    public final int steps;

    Result(String verdict, int sum, int steps) {
      this.verdict = verdict;
      this.sum = sum;
      this.steps = steps;
    }

    /** The schedule could not be played to its end: something threw where nothing should. */
    public static Result thrown(Object error) {
      return new Result("threw " + error, 0, 0);
    }
  }

  private Simulation() {}

  /** A random schedule of up to that many steps. */
  public static Seq<Integer> schedule(int seed, int steps) {
    SeededRandom random = new SeededRandom(seed);
    Seq<Integer> schedule = new Seq<>();
    int count = 5 + random.below(steps - 4);
    for (int i = 0; i < count * WIDTH; i++) {
      schedule.add(random.below(1000));
    }
    return schedule;
  }

  public static Result run(Seq<Integer> schedule) {
    return play(schedule, new Trace(false));
  }

  /** Plays the schedule and hands out each client when it begins, for whoever wants to see more than the judge does. */
  public static Result run(Seq<Integer> schedule, Listener<QueryClient> onClient) {
    return play(schedule, new Trace(false), onClient);
  }

  /** Plays the schedule; null where all went well, else what was wrong and where. */
  public static String play(Seq<Integer> schedule) {
    return run(schedule).verdict;
  }

  /** What happened, step by step. */
  public static String trace(Seq<Integer> schedule) {
    Trace trace = new Trace(true);
    play(schedule, trace);
    return trace.toString();
  }

  /** The first seed from 1 on whose schedule goes wrong; null where none of that many does. */
  public static Integer firstFailure(int seeds, int steps) {
    for (int seed = 1; seed <= seeds; seed++) {
      if (play(schedule(seed, steps)) != null) {
        return seed;
      }
    }
    return null;
  }

  /** The shortest schedule that is found to go wrong as that seed's does, as a JUnit test. */
  public static String foundTest(int seed, int steps) {
    return asTest(shrink(schedule(seed, steps)));
  }

  /** The schedule as a JUnit test that fails while it goes wrong, with what happens in it. */
  public static String asTest(Seq<Integer> schedule) {
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i < schedule.size(); i++) {
      numbers.append(i == 0 ? "" : i % WIDTH == 0 ? ",\n        " : ", ").append(schedule.get(i));
    }
    return "package dev.sanguine.testkit;\n\n"
        + "import static org.junit.Assert.assertNull;\n\n"
        + "import dev.sanguine.env.Seq;\n"
        + "import org.junit.Test;\n\n"
        + "/*\n" + trace(schedule).replace("*/", "* /") + " */\n"
        + "public class FoundScheduleTest {\n"
        + "  @Test\n"
        + "  public void itIsRight() {\n"
        + "    assertNull(Simulation.play(Seq.<Integer>of(\n        " + numbers + ")));\n"
        + "  }\n"
        + "}\n";
  }

  /** The shortest schedule that is found to go wrong still, by leaving steps out and making numbers zero. */
  public static Seq<Integer> shrink(Seq<Integer> failing) {
    Seq<Integer> best = failing;
    for (boolean shorter = true; shorter; ) {
      shorter = false;
      for (int at = best.size() / WIDTH - 1; at >= 0; at--) {
        Seq<Integer> without = best.copy();
        for (int i = 0; i < WIDTH; i++) {
          without.removeAt(at * WIDTH);
        }
        if (play(without) != null) {
          best = without;
          shorter = true;
        }
      }
    }
    for (int at = 0; at < best.size(); at++) {
      Seq<Integer> plainer = best.copy();
      plainer.set(at, 0);
      if (best.get(at) != 0 && play(plainer) != null) {
        best = plainer;
      }
    }
    return best;
  }

  static Result play(Seq<Integer> schedule, Trace trace) {
    return play(schedule, trace, client -> { });
  }

  private static Result play(Seq<Integer> schedule, Trace trace, Listener<QueryClient> onClient) {
    SimulatedWorld world = new SimulatedWorld(trace, onClient);
    int steps = 0;
    for (int at = 0; at + WIDTH <= schedule.size() && world.verdict == null; at += WIDTH) {
      steps++;
      world.step(schedule.get(at), schedule.get(at + 1), schedule.get(at + 2), schedule.get(at + 3));
    }
    if (world.verdict == null) {
      new SimulatedRest(world).come();
    }
    return new Result(world.verdict, trace.sum(), steps);
  }
}
