package dev.sanguine.jvm;

import dev.sanguine.client.Future;
import dev.sanguine.env.Deferreds;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Errors;
import dev.sanguine.env.QueuedDeferreds;
import dev.sanguine.env.QueuedPromise;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.TimeoutManager;
import dev.sanguine.env.TimerProvider;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The world of a JVM program: the system's clock, and one thread on which a client lives. Calls from other threads are
 * refused; {@link #call} and {@link #async} bring work to that thread and its outcome back.
 *
 * <pre>{@code
 * try (JvmEnvironment world = JvmEnvironment.create()) {
 *   QueryClient client = world.call(() -> new QueryClient(new QueryClientConfig().environment(world.environment()))).join();
 *   Object data = world.async(() -> client.fetchQuery(options)).join();
 * }
 * }</pre>
 */
public final class JvmEnvironment implements AutoCloseable, Executor {
  private final ScheduledExecutorService executor;
  private final boolean own;
  private final ArrayDeque<Task> microtasks = new ArrayDeque<>();
  private final ArrayDeque<QueuedPromise<?>> rejected = new ArrayDeque<>();
  private final Errors errors = new JvmErrors();
  private final Deferreds deferreds;
  private final Environment environment;
  private final OpenCalls calls = new OpenCalls("JvmEnvironment");
  private final OwnWaits ownWaits = new OwnWaits(errors);
  private volatile @Nullable Thread thread;
  /** A task of the event loop runs; known to the client's thread alone. */
  private boolean isInTurn;

  private JvmEnvironment(ScheduledExecutorService executor, boolean own) {
    this.executor = executor;
    this.own = own;
    deferreds = new QueuedDeferreds(new QueuedPromise.Jobs() {
      @Override
      public void queue(Task job) {
        check();
        microtasks.add(job);
        if (!isInTurn && microtasks.size() == 1) {
          // Code of the program's own runs on an executor that it has lent.
          executor.execute(() -> turn(() -> {}));
        }
      }

      @Override
      public void unhandled(QueuedPromise<?> promise) {
        rejected.add(promise);
      }

      @Override
      public Errors errors() {
        return errors;
      }
    });
    environment = Environment.builder()
        .clock(System::currentTimeMillis)
        .randomness(() -> ThreadLocalRandom.current().nextDouble())
        .values(new CheckedValues())
        .errors(errors)
        .deferreds(deferreds)
        .timeouts(TimeoutManager.over(new ExecutorTimers()))
        .guard(this::check)
        .build();
  }

  /** A world with a daemon thread of its own; {@link #close} ends it. */
  public static JvmEnvironment create() {
    return new JvmEnvironment(
        Executors.newSingleThreadScheduledExecutor(task -> {
          Thread thread = new Thread(task, "sanguine");
          thread.setDaemon(true);
          return thread;
        }),
        true);
  }

  /** A world on an executor of the caller, which must have one thread; {@link #close} leaves it running. */
  public static JvmEnvironment on(ScheduledExecutorService executor) {
    JvmEnvironment world = new JvmEnvironment(executor, false);
    // Which thread it is has to be known before anybody waits there.
    executor.execute(() -> world.turn(() -> {}));
    return world;
  }

  /** What a client is handed. */
  public Environment environment() {
    return environment;
  }

  /**
   * Tells the clients of this world when the network comes and goes: asks every so often, as long as one of them is mounted,
   * on a thread that may block. Without this there is always a network, until {@code environment().online.setOnline(false)}
   * says otherwise.
   *
   * <p>It is not asked again before it has answered, so give a question that goes to a server a time limit. While it throws,
   * what was known of the network stays.
   *
   * @param isOnline says whether there is a network: {@link #hasNetwork}, or a look at the server itself
   * @param every how long to wait before it is asked again
   */
  public void followNetwork(BooleanSupplier isOnline, Duration every) {
    call(() -> {
      environment.online.setEventListener(heard -> {
        NetworkQuestion question = new NetworkQuestion(isOnline, errors);
        Task ask = () -> question.ask(online -> {
          if (!calls.isClosed()) {
            run(() -> heard.on(online));
          }
        });
        ask.run();
        Object timer = environment.timeouts.setInterval(ask, (double) every.toMillis());
        return (Task) () -> environment.timeouts.clearInterval(timer);
      });
      return null;
    });
  }

  /** Whether a network interface other than the loopback is up. A server on this machine is reached without one. */
  public static boolean hasNetwork() {
    try {
      for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (each.isUp() && !each.isLoopback()) {
          return true;
        }
      }
      return false;
    } catch (SocketException e) {
      return false;
    }
  }

  /**
   * Runs the body on the client's thread, at once if this is that thread. After {@link #close} it throws a
   * RejectedExecutionException. To wait on the client's thread for what has to come from there throws an IllegalStateException.
   */
  public <T extends @Nullable Object> CompletableFuture<T> call(Callable<T> body) {
    CompletableFuture<T> future = calls.add(new ClientFuture<T>(this));
    long turn = ownWaits.turn();
    run(() -> {
      try {
        future.complete(body.call());
      } catch (Throwable t) {
        future.completeExceptionally(t);
      }
    });
    return watched(future, turn);
  }

  /**
   * Runs the body on the client's thread and waits for the thenable that it returns. A failure that is no exception
   * comes as a {@link Failure} that holds it. Cancelling what is returned cancels a {@link Future} of the body's. Otherwise as
   * {@link #call}; what has no outcome at {@link #close} fails with a RejectedExecutionException.
   */
  @SuppressWarnings("unchecked")
  public <T extends @Nullable Object> CompletableFuture<T> async(
      Callable<? extends Thenable<?>> body) {
    CompletableFuture<T> future = calls.add(new ClientFuture<T>(this));
    long turn = ownWaits.turn();
    run(() -> {
      try {
        Thenable<?> begun = body.call();
        future.whenComplete((value, error) -> {
          if (future.isCancelled() && begun instanceof Future && !calls.isClosed()) {
            run(((Future<?>) begun)::cancel);
          }
        });
        begun.then(
            value -> {
              future.complete((T) value);
              return null;
            },
            error -> {
              future.completeExceptionally(
                  error instanceof Throwable ? (Throwable) error : new Failure(error));
              return null;
            });
      } catch (Throwable t) {
        future.completeExceptionally(t);
      }
    });
    return watched(future, turn);
  }

  /** The client's thread may wait for a call that is still open, if nobody sees it. */
  private <F extends CompletableFuture<?>> F watched(F future, long turn) {
    if (!future.isDone()) {
      ownWaits.watch(turn);
    }
    return future;
  }

  /** The outcome of a stage as a thenable that may be returned by query and mutation functions. */
  public <T> Thenable<T> thenable(CompletionStage<T> stage) {
    return deferreds.create((resolve, reject) -> stage.whenComplete((value, error) -> run(() -> {
      if (error == null) {
        resolve.on(value);
      } else {
        reject.on(
            error instanceof CompletionException && error.getCause() != null
                ? error.getCause()
                : error);
      }
    })));
  }

  /** Runs the command on the client's thread, with all microtasks that follow from it. */
  @Override
  public void execute(Runnable command) {
    run(command);
  }

  /**
   * Ends the thread, if it is this world's own; what has not run by then does not run. Calls that have no outcome fail, and no
   * further ones are taken.
   */
  @Override
  public void close() {
    calls.close();
    if (own) {
      executor.shutdownNow();
    }
    calls.fail();
  }

  boolean isOwnThread() {
    return Thread.currentThread() == thread;
  }

  private void run(Runnable body) {
    if (!isOwnThread()) {
      executor.execute(() -> turn(body::run));
    } else if (isInTurn) {
      body.run();
    } else {
      turn(body::run);
    }
  }

  /** One task of the event loop: the body, then all microtasks. */
  private void turn(Task body) {
    thread = Thread.currentThread();
    isInTurn = true;
    ownWaits.turnBegins();
    try {
      attempt(body);
      while (!microtasks.isEmpty()) {
        microtasks.poll().run();
      }
      while (!rejected.isEmpty()) {
        QueuedPromise<?> promise = rejected.poll();
        if (promise.isUnhandled()) {
          errors.report("a rejection was not handled:", promise.result());
        }
      }
    } finally {
      ownWaits.turnEnds();
      isInTurn = false;
    }
  }

  private void attempt(Task body) {
    try {
      body.run();
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (RuntimeException | Error e) {
      errors.report("a task of the client failed:", e);
    }
  }

  private void check() {
    Thread owner = thread;
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException("the client lives on "
          + (owner == null ? "a thread of its own" : "thread " + owner.getName())
          + " but was called from "
          + Thread.currentThread().getName() + "; use JvmEnvironment.call or async");
    }
  }

  /** Every call of the client that names a key hashes it: the place where other threads are turned away. */
  private final class CheckedValues extends JvmValues {
    @Override
    public String hashKey(Object key) {
      check();
      return super.hashKey(key);
    }
  }

  private final class ExecutorTimers implements TimerProvider {
    @Override
    public Object setTimeout(Task task, double delay) {
      return executor.schedule(() -> turn(task), (long) Math.max(delay, 0), TimeUnit.MILLISECONDS);
    }

    @Override
    public void clearTimeout(@Nullable Object id) {
      if (id instanceof ScheduledFuture) {
        ((ScheduledFuture<?>) id).cancel(false);
      }
    }

    @Override
    public Object setInterval(Task task, double delay) {
      long every = (long) Math.max(delay, 1);
      return executor.scheduleAtFixedRate(() -> turn(task), every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void clearInterval(@Nullable Object id) {
      clearTimeout(id);
    }
  }
}
