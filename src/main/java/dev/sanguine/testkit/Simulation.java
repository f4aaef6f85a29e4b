package dev.sanguine.testkit;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.query.QueryClient;

/**
 * Plays a random schedule against the engine: several clients, one server, answers late, wrong, lost or out of order. After
 * each step every view is judged by the server's history and by what the client was told, never by the engine's own
 * rules. A schedule is a list of whole numbers, some for each step: the same one plays the same way on every runtime.
 */
public final class Simulation {
  /** The numbers of a step: which, whose, with what traits, and what the rest is drawn from. */
  static final int WIDTH = 6;

  static final int STEP = 0;
  static final int WHO = 1;
  static final int TRAITS = 2;
  static final int DRAW = 3;
  private static final int FEWEST_STEPS = 5;
  private static final int EVERYBODY = 1000;

  /** What a schedule came to. */
  public static final class Result {
    /** Null if all went well, else what was wrong and when. */
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

  /** A random schedule of up to that many steps, and of all words. */
  public static Seq<Integer> schedule(int seed, int steps) {
    return schedule(seed, steps, Words.ALL);
  }

  /** A random schedule of up to that many steps, of these words. Its first step says how the world is. */
  public static Seq<Integer> schedule(int seed, int steps, Words words) {
    SeededRandom random = new SeededRandom(seed);
    Seq<Integer> schedule = new Seq<>();
    int count = FEWEST_STEPS + random.below(steps - FEWEST_STEPS + 1);
    for (int i = 0; i <= count; i++) {
      schedule.add(i == 0 ? Step.BEGIN.ordinal() : words.step(random));
      schedule.add(i == 0 ? 0 : random.below(EVERYBODY));
      schedule.add(i == 0 ? words.circumstances(random) : words.traits(random));
      for (int k = DRAW; k < WIDTH; k++) {
        schedule.add(random.below(Draw.BOUND));
      }
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

  /** Plays the schedule; null if all went well, else what was wrong and when. */
  public static String play(Seq<Integer> schedule) {
    return run(schedule).verdict;
  }

  /** What happened, step by step. */
  public static String trace(Seq<Integer> schedule) {
    Trace trace = new Trace(true);
    play(schedule, trace);
    return trace.toString();
  }

  static Result play(Seq<Integer> schedule, Trace trace) {
    return play(schedule, trace, client -> {});
  }

  private static Result play(Seq<Integer> schedule, Trace trace, Listener<QueryClient> onClient) {
    SimulatedWorld world = new SimulatedWorld(draw(schedule, 0), trace, onClient);
    int steps = 0;
    for (int at = WIDTH; at + WIDTH <= schedule.size() && world.verdict == null; at += WIDTH) {
      steps++;
      world.step(Step.ALL[schedule.get(at + STEP)], schedule.get(at + WHO), draw(schedule, at));
    }
    if (world.verdict == null) {
      new SimulatedRest(world).bringToRest();
    }
    return new Result(world.verdict, trace.sum(), steps);
  }

  private static Draw draw(Seq<Integer> schedule, int at) {
    int[] numbers = new int[WIDTH - DRAW];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = schedule.get(at + DRAW + i);
    }
    return new Draw(schedule.get(at + TRAITS), numbers);
  }
}
