package dev.sanguine.jvm;

import dev.sanguine.client.CachedQuery;
import dev.sanguine.client.Client;
import dev.sanguine.client.Filters;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.PendingIntent;
import dev.sanguine.client.PendingObserver;
import dev.sanguine.client.QueriesObserver;
import dev.sanguine.client.QueryKey;
import dev.sanguine.client.Records;
import dev.sanguine.client.Result;
import dev.sanguine.client.Source;
import dev.sanguine.client.Target;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.conflicts.ConflictsFeature;
import dev.sanguine.query.pacing.Pacer;
import dev.sanguine.query.records.RecordsFeature;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A client for every thread of a program: each call is posted to the client's own thread, and its outcome comes back as a
 * CompletableFuture. Calls of one thread are carried out in their order.
 *
 * <pre>{@code
 * try (JvmClient client = JvmClient.create()) {
 *   Order order = client.fetchQuery(orderQuery).join();
 * }
 * }</pre>
 *
 * <p>A failure that is no exception comes as a {@link Failure} that holds it. Cancelling a CompletableFuture gives up the
 * fetch, or takes the mutation back. After {@link #close} every call throws a RejectedExecutionException, and what had no
 * outcome by then fails with one. The client's own thread cannot wait for a call that is to be carried out there: such a wait
 * throws an IllegalStateException.
 *
 * <p>It is mounted from the start: when the network comes back it sends what waits for it and fetches what is stale. Who
 * knows about the network says so: {@link #setOnline}, or {@link JvmEnvironment#followNetwork}.
 */
public final class JvmClient implements AutoCloseable {
  private final JvmEnvironment world;
  private final Client client;
  private final boolean own;
  private final OpenCalls calls = new OpenCalls("JvmClient");

  /**
   * A client in a world that is there already; {@link #close} leaves the world running.
   *
   * @param world the world that the client lives in
   */
  public JvmClient(JvmEnvironment world) {
    this(world, false);
  }

  private JvmClient(JvmEnvironment world, boolean own) {
    this.world = world;
    this.own = own;
    client = new Client(
        world.environment(), RecordsFeature::records, ConflictsFeature::conflicts, Pacer::pacing);
    world.call(() -> {
      client.mount();
      return null;
    });
  }

  /** {@return a client in a world of its own, with a daemon thread; {@link #close} ends both} */
  public static JvmClient create() {
    return new JvmClient(JvmEnvironment.create(), true);
  }

  /** {@return the world that it lives in} */
  public JvmEnvironment world() {
    return world;
  }

  /** {@return the client itself, for code that runs on its thread} */
  public Client client() {
    return client;
  }

  /**
   * What the function gives, called on the client's thread; at once if this is that thread.
   *
   * @param <T> the type of what comes
   * @param body uses the client
   * @return the outcome to come
   */
  public <T extends @Nullable Object> CompletableFuture<T> call(
      Function<Client, ? extends T> body) {
    calls.check();
    return track(world.call(() -> body.apply(client)));
  }

  /**
   * The outcome of the thenable that the function gives, called on the client's thread.
   *
   * @param <T> the type of what comes
   * @param body uses the client
   * @return the outcome to come
   */
  public <T extends @Nullable Object> CompletableFuture<T> async(
      Function<Client, ? extends Thenable<? extends T>> body) {
    calls.check();
    return track(world.async(() -> body.apply(client)));
  }

  private <T extends @Nullable Object> CompletableFuture<T> track(CompletableFuture<T> call) {
    return calls.add(call);
  }

  /**
   * As {@link Client#fetchQuery}.
   *
   * @param <T> the type of what comes
   * @param source what is meant
   * @return the outcome to come
   */
  public <T> CompletableFuture<T> fetchQuery(Source<T> source) {
    return async(it -> it.fetchQuery(source));
  }

  /**
   * As {@link Client#mutate}.
   *
   * @param <V> the type of the variables
   * @param <A> the type of the answer
   * @param mutation how the change is sent
   * @param variables what the mutation is started with
   * @return the outcome to come
   */
  public <V extends @Nullable Object, A extends @Nullable Object> CompletableFuture<A> mutate(
      Mutation<V, A> mutation, V variables) {
    return async(it -> it.mutate(mutation, variables));
  }

  /**
   * As {@link Client#getQueryData}.
   *
   * @param <T> the type of what comes
   * @param key the key, meant exactly
   * @return the outcome to come
   */
  public <T> CompletableFuture<@Nullable T> getQueryData(QueryKey<T> key) {
    return call(it -> it.getQueryData(key));
  }

  /**
   * As {@link Client#setQueryData}.
   *
   * @param <T> the type of what comes
   * @param key the key, meant exactly
   * @param value the confirmed value from now on
   * @return the outcome to come
   */
  public <T> CompletableFuture<T> setQueryData(QueryKey<T> key, T value) {
    return call(it -> it.setQueryData(key, value));
  }

  /**
   * As {@link Client#invalidateQueries}.
   *
   * @param target which queries are meant
   * @return the outcome to come
   */
  public CompletableFuture<@Nullable Void> invalidateQueries(Target<?> target) {
    return async(it -> it.invalidateQueries(target));
  }

  /**
   * Observes from now on: tells the listener what is seen now and every change of it, on the client's thread.
   *
   * @param <T> the type of what comes
   * @param source what is meant
   * @param listener hears of it
   * @return ends that
   */
  public <T> Subscription observe(Source<T> source, Consumer<? super Result<T>> listener) {
    return watch("a query", it -> {
      dev.sanguine.client.Observer<T> observer = it.observe(source);
      Task stop = observer.subscribe(listener::accept);
      tell("a query", () -> listener.accept(observer.current()));
      return stop;
    });
  }

  /**
   * Observes several queries from now on, as {@link #observe} does one.
   *
   * @param <T> the type of what is seen of each
   * @param sources what is watched, in order
   * @param listener hears of it
   * @return ends that
   */
  public <T> Subscription observeAll(
      List<? extends Source<? extends T>> sources, Consumer<? super List<Result<T>>> listener) {
    return watch("several queries", it -> {
      QueriesObserver<T> observer = it.observeAll(Seq.from(sources));
      Task stop = observer.subscribe(results -> listener.accept(results.asList()));
      tell("several queries", () -> listener.accept(observer.current().asList()));
      return stop;
    });
  }

  /**
   * Observes from now on what is under way and what has failed, as {@link Client#observePending}.
   *
   * @param listener hears of it
   * @return ends that
   */
  public Subscription observePending(Consumer<? super List<PendingIntent<Object>>> listener) {
    return watchPending(it -> it.observePending(), listener);
  }

  /**
   * Observes from now on what of this mutation is under way and what has failed, as {@link Client#observePending(Mutation)}.
   *
   * @param <V> the type of the variables
   * @param mutation how the change is sent
   * @param listener hears of it
   * @return ends that
   */
  public <V extends @Nullable Object> Subscription observePending(
      Mutation<V, ?> mutation, Consumer<? super List<PendingIntent<V>>> listener) {
    return watchPending(it -> it.observePending(mutation), listener);
  }

  /**
   * Takes in a record that the server sent without being asked, as {@link Client#receive}.
   *
   * @param <E> the type of the record
   * @param type the records' type
   * @param record the record as the server has it
   * @return done when it is taken in
   */
  public <E> CompletableFuture<@Nullable Void> receive(Records<E> type, E record) {
    return call(it -> {
      it.receive(type, record);
      return null;
    });
  }

  /**
   * Takes in that the server has the record no more, as {@link Client#receiveRemoval}.
   *
   * @param type the records' type
   * @param id the record's id
   * @return done when it is taken in
   */
  public CompletableFuture<@Nullable Void> receiveRemoval(Records<?> type, Object id) {
    return call(it -> {
      it.receiveRemoval(type, id);
      return null;
    });
  }

  private <V extends @Nullable Object> Subscription watchPending(
      Function<Client, PendingObserver<V>> observe,
      Consumer<? super List<PendingIntent<V>>> listener) {
    return watch("what is pending", it -> {
      PendingObserver<V> observer = observe.apply(it);
      Task stop = observer.subscribe(pending -> listener.accept(pending.asList()));
      tell("what is pending", () -> listener.accept(observer.current().asList()));
      return stop;
    });
  }

  private Subscription watch(String what, Function<Client, Task> begin) {
    CompletableFuture<Task> stop = call(begin);
    stop.whenComplete((task, error) -> {
      if (error != null && !calls.isClosed()) {
        world.environment().errors.report("the observation of " + what + " did not begin", error);
      }
    });
    return () -> stop.thenAccept(task -> {
      if (!calls.isClosed()) {
        world.execute(task::run);
      }
    });
  }

  /** What a listener throws is reported, and stops nothing. */
  private void tell(String what, Task listener) {
    world.environment().errors.guard(listener, error -> world
        .environment()
        .errors
        .report("a listener of " + what + " threw", error));
  }

  /**
   * As {@link Client#getQueries}.
   *
   * @param <T> the type of their data
   * @param filters which queries are meant
   * @return the entries to come
   */
  public <T> CompletableFuture<List<CachedQuery<T>>> getQueries(Filters<T> filters) {
    return call(it -> it.getQueries(filters).asList());
  }

  /**
   * Says whether there is a network. Without one, fetches and mutations wait; when it is back, they go on.
   *
   * @param online whether there is
   * @return done when all clients of the world know
   */
  public CompletableFuture<@Nullable Void> setOnline(boolean online) {
    return call(it -> {
      it.environment().online.setOnline(online);
      return null;
    });
  }

  /** What is to be ended. */
  public interface Subscription extends AutoCloseable {
    /** Ends it; at once as seen from the client's thread. */
    @Override
    void close();
  }

  /**
   * The outcome of a stage, for query and mutation functions to return. May be called on the client's thread alone.
   *
   * @param <T> the type of what comes
   * @param stage what is waited for
   * @return the outcome
   */
  public <T> Thenable<T> thenable(CompletionStage<T> stage) {
    return world.thenable(stage);
  }

  /**
   * The items as an unmodifiable list, which lists in the cache have to be.
   *
   * @param <T> the type of what comes
   * @param items the items
   * @return the list
   * @deprecated {@link Seq#asList} says the same, and a page has {@code docs()}; this goes with the next release
   */
  @Deprecated
  public static <T> List<T> list(Seq<T> items) {
    return items.asList();
  }

  /**
   * Takes everything out of the cache, and ends the world if it is the client's own. What has no outcome yet fails. A second
   * call does nothing.
   */
  @Override
  public void close() {
    if (calls.isClosed()) {
      return;
    }
    calls.close();
    try {
      world
          .call(() -> {
            // Before the cache gives them up: that would say no more than that they were cancelled.
            calls.fail();
            client.clear();
            client.unmount();
            return null;
          })
          .whenComplete((nothing, error) -> end());
    } catch (RejectedExecutionException e) {
      // The world was closed before.
      end();
    }
  }

  private void end() {
    if (own) {
      world.close();
    }
    calls.fail();
  }
}
