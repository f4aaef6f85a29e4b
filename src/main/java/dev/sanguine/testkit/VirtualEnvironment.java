package dev.sanguine.testkit;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Errors;
import dev.sanguine.env.QueuedDeferreds;
import dev.sanguine.env.QueuedPromise;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.TimeoutManager;

/**
 * A world for tests: the clock stands still until it is moved, timers and microtasks run when they are told to, random
 * numbers come from a seed. The same test gives the same trace on the JVM and in a browser.
 *
 * <pre>{@code
 * VirtualEnvironment world = new VirtualEnvironment();
 * QueryClient client = new QueryClient(new QueryClientConfig().environment(world.environment()));
 * client.fetchQuery(...);
 * world.advance(1000);
 * }</pre>
 */
public final class VirtualEnvironment {
  private final VirtualTimers timers = new VirtualTimers();
  private Seq<Task> microtasks = new Seq<>();
  /** An empty one to go on with while the other is run; null if it is in use. */
  private Seq<Task> spare = new Seq<>();

  private final Seq<QueuedPromise<?>> rejected = new Seq<>();
  private final Seq<Object> unhandled = new Seq<>();
  private final Seq<String> reports = new Seq<>();
  private final Errors errors = new RecordingErrors(Parts.errors(), reports);
  private final SeededRandom random;
  private final Environment environment;
  private final QueuedPromise.Jobs jobs = new QueuedPromise.Jobs() {
    @Override
    public void queue(Task job) {
      microtasks.add(job);
    }

    @Override
    public void unhandled(QueuedPromise<?> promise) {
      rejected.add(promise);
    }

    @Override
    public Errors errors() {
      return errors;
    }
  };

  public VirtualEnvironment() {
    this(1);
  }

  /** A world whose random numbers come from the seed. */
  public VirtualEnvironment(int seed) {
    random = new SeededRandom(seed);
    environment = Environment.builder()
        .clock(timers::now)
        .randomness(random::next)
        .values(Parts.values())
        .errors(errors)
        .deferreds(new QueuedDeferreds(jobs))
        .timeouts(TimeoutManager.over(timers))
        .build();
  }

  /** What a client is handed. */
  public Environment environment() {
    return environment;
  }

  /** Milliseconds since the beginning of this world, plus the start of 2026. */
  public double now() {
    return timers.now();
  }

  public SeededRandom random() {
    return random;
  }

  /** Runs microtasks, then timers as they fall due, for that many milliseconds. */
  public void advance(double milliseconds) {
    double end = timers.now() + milliseconds;
    runMicrotasks();
    while (timers.runNext(end)) {
      runMicrotasks();
    }
    timers.moveTo(end);
  }

  /** The clock goes on and nothing else does, as in a page that is frozen: timers fire so much later. */
  public void freeze(double milliseconds) {
    runMicrotasks();
    timers.standStill(milliseconds);
  }

  /** Runs microtasks until none is left; the clock stands. */
  public void runMicrotasks() {
    while (microtasks.size() > 0) {
      runOneTick();
    }
    for (int i = 0; i < rejected.size(); i++) {
      if (rejected.get(i).isUnhandled()) {
        unhandled.add(rejected.get(i).result());
      }
    }
    rejected.clear();
  }

  /** Runs the microtasks that are queued now, and not those that they queue: one tick. */
  public void runOneTick() {
    Seq<Task> now = microtasks;
    microtasks = spare == null ? new Seq<>() : spare;
    // A microtask may run microtasks itself.
    spare = null;
    for (int i = 0; i < now.size(); i++) {
      now.get(i).run();
    }
    now.clear();
    spare = now;
  }

  /** Timers that are set and have not fired. */
  public int timersLeft() {
    return timers.left();
  }

  /** Errors of promises that were rejected and that nobody handled. */
  public Seq<Object> unhandled() {
    return unhandled;
  }

  /** What was written to the log of this world. */
  public Seq<String> reports() {
    return reports;
  }
}
