package dev.sanguine.jvm;

import dev.sanguine.client.Client;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.QueryKey;
import dev.sanguine.client.Result;
import dev.sanguine.client.Source;
import dev.sanguine.client.Target;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
 * fetch, or takes the mutation back. After {@link #close} every call throws a RejectedExecutionException.
 */
public final class JvmClient implements AutoCloseable {
  private final JvmEnvironment world;
  private final Client client;
  private final boolean own;

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
    client = new Client(world.environment());
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
   * What the function gives, called on the client's thread; at once where this is that thread.
   *
   * @param <T> the type of what comes
   * @param body uses the client
   * @return the outcome to come
   */
  public <T extends @Nullable Object> CompletableFuture<T> call(Function<Client, ? extends T> body) {
    return world.call(() -> body.apply(client));
  }

  /**
   * The outcome of the thenable that the function gives, called on the client's thread.
   *
   * @param <T> the type of what comes
   * @param body uses the client
   * @return the outcome to come
   */
  public <T extends @Nullable Object> CompletableFuture<T> async(Function<Client, ? extends Thenable<? extends T>> body) {
    return world.async(() -> body.apply(client));
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
    CompletableFuture<Task> stop = call(it -> {
      dev.sanguine.client.Observer<T> observer = it.observe(source);
      Task unsubscribe = observer.subscribe(listener::accept);
      listener.accept(observer.current());
      return unsubscribe;
    });
    return () -> stop.thenAccept(task -> world.execute(task::run));
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
   */
  public static <T> List<T> list(Seq<T> items) {
    List<T> list = new ArrayList<>(items.size());
    items.each(list::add);
    return Collections.unmodifiableList(list);
  }

  /** Takes everything out of the cache, and ends the world if it is the client's own. */
  @Override
  public void close() {
    call(it -> {
      it.clear();
      return null;
    }).whenComplete((nothing, error) -> {
      if (own) {
        world.close();
      }
    });
  }
}
