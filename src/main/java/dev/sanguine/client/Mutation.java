package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Mapping;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.callbacks.RetryDecision;
import dev.sanguine.query.callbacks.RetryDelay;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.MutationContext;
import org.jspecify.annotations.Nullable;

/**
 * A change that is sent to the server: how, and what it changes at once. Immutable: each method gives a mutation with
 * that option too. What is not said is taken from the client's defaults for the key, then from the client's.
 *
 * <pre>{@code
 * Mutation<Order, Order> save = Mutation.of((order, context) -> api.save(order, context.idempotencyKey))
 *     .optimistic((intent, order) -> intent.upsert(ORDERS, order));
 * client.mutate(save, order).onError(error -> say("not saved"));
 * }</pre>
 *
 * @param <V> the type of the variables
 * @param <A> the type of the answer
 */
public final class Mutation<V extends @Nullable Object, A extends @Nullable Object>
    implements PacingOptions<V, A>, ConflictOptions<V, A> {
  private final @Nullable Mutation<V, A> before;
  private final Listener<MutationOptions> change;

  private @Nullable MutationOptions options;

  private Mutation(@Nullable Mutation<V, A> before, Listener<MutationOptions> change) {
    this.before = before;
    this.change = change;
  }

  /** Sends a change. */
  public interface Send<V extends @Nullable Object, A extends @Nullable Object> {
    /**
     * The answer to come; what is thrown is a failed attempt.
     *
     * @param variables what the mutation was started with
     * @param context has an idempotency key, the same over all attempts of one mutation, and a signal that says that it
     *     was given up; both are null for a mutation without {@link #optimistic}. With the feature {@code conflicts} it has
     *     the confirmed record that the change is about, {@code base()}, and its {@code version()} for a precondition
     * @return the answer to come
     */
    Thenable<? extends A> send(V variables, MutationContext context);
  }

  /** Says what a mutation changes at once. */
  public interface Optimistic<V extends @Nullable Object> {
    /**
     * Writes the changes down; what is thrown fails the mutation before anything is sent.
     *
     * @param intent takes the changes
     * @param variables what the mutation was started with
     */
    void write(Intent intent, V variables);
  }

  /** Says what an answer makes of a value that the mutation had changed. */
  public interface Merge<V extends @Nullable Object, A extends @Nullable Object> {
    /**
     * The value to be shown; null leaves it as it was before the mutation.
     *
     * @param answer what the server answered
     * @param variables what the mutation was started with
     * @param old the data of any query that the mutation changed, without its change
     * @return the value to be shown
     */
    @Nullable
    Object merge(A answer, V variables, Object old);
  }

  /** Hears of an end. */
  public interface Ended<T extends @Nullable Object, V extends @Nullable Object> {
    /**
     * It has ended.
     *
     * @param answerOrError what it ended with
     * @param variables what the mutation was started with
     */
    void ended(T answerOrError, V variables);
  }

  /** Hears of an end, and may take its time. */
  public interface Awaited<T extends @Nullable Object, V extends @Nullable Object> {
    /**
     * What it returns is awaited; null for nothing.
     *
     * @param answerOrError what it ended with
     * @param variables what the mutation was started with
     * @return what is to be awaited; null for nothing
     */
    @Nullable
    Thenable<?> ended(T answerOrError, V variables);
  }

  /**
   * A mutation that sends its change so.
   *
   * @param <V> the type of the variables
   * @param <A> the type of the answer
   * @param send sends the change
   * @return the mutation
   */
  @SuppressWarnings("unchecked")
  public static <V extends @Nullable Object, A extends @Nullable Object> Mutation<V, A> of(
      Send<V, A> send) {
    return new Mutation<>(
        null, into -> into.mutationFn = (variables, context) -> send.send((V) variables, context));
  }

  /**
   * A mutation whose function and changes are those of the defaults of its key; fails if there is no function.
   *
   * @param <V> the type of the variables
   * @param <A> the type of the answer
   * @param parts its key, from the general to the particular
   * @return the mutation
   */
  public static <V extends @Nullable Object, A extends @Nullable Object> Mutation<V, A> ofKey(
      Object... parts) {
    return new Mutation<V, A>(null, into -> {}).key(parts);
  }

  /**
   * Options without a function, for {@link Client#setDefaultOptions}.
   *
   * @return the mutation
   */
  public static Mutation<Object, Object> defaults() {
    return new Mutation<>(null, into -> {});
  }

  /**
   * Names the mutation, for filters, for defaults, and for being taken up after a reload.
   *
   * @param parts its key, from the general to the particular
   * @return the mutation with that option
   */
  public Mutation<V, A> key(Object... parts) {
    Object key = QueryKey.of(parts).raw();
    return with(into -> into.mutationKey = key);
  }

  /**
   * What it changes before it is sent; taken back by itself when it fails.
   *
   * @param optimistic writes the changes down
   * @return the mutation with that option
   */
  @SuppressWarnings("unchecked")
  public Mutation<V, A> optimistic(Optimistic<V> optimistic) {
    return with(into -> into.optimistic = (intent, variables) -> {
      optimistic.write(new Intent(intent), (V) variables);
      return null;
    });
  }

  /**
   * What the answer makes of each value that the mutation had changed. By default an answer with the id of a record is
   * written over that record.
   *
   * @param merge makes the value
   * @return the mutation with that option
   */
  @SuppressWarnings("unchecked")
  public Mutation<V, A> merge(Merge<V, A> merge) {
    return with(into -> into.merge =
        (answer, variables, old) -> Plain.of(merge.merge((A) answer, (V) variables, old)));
  }

  /**
   * With false no fetch follows the last of the changes of a query; true by default.
   *
   * @param on whether a fetch follows
   * @return the mutation with that option
   */
  public Mutation<V, A> resync(boolean on) {
    return with(into -> into.resync = on);
  }

  /**
   * Says of an error what became of the request. The outcome of one that was cut off is unknown: its changes leave as those
   * of a failed one, and a fetch asks the server. By default the error decides: a timeout, a lost connection or a status of
   * 500 and above is unknown, and everything else has failed.
   *
   * @param outcome says it; null leaves it to the error
   * @return the mutation with that option
   */
  public Mutation<V, A> outcome(Mapping<Object, @Nullable Outcome> outcome) {
    return with(into -> into.outcome = error -> {
      Outcome said = outcome.of(error);
      return said == null ? null : said.word;
    });
  }

  /**
   * Mutations of one scope run one after the other, in the order of their calls.
   *
   * @param id names the scope
   * @return the mutation with that option
   */
  public Mutation<V, A> scope(String id) {
    return with(into -> into.scope(id));
  }

  /**
   * The same, with a scope for each call: {@code scopeBy(order -> "order " + order.id())} sends the changes of one order one
   * after the other, and those of two orders at once.
   *
   * @param idOf names the scope; null for none
   * @return the mutation with that option
   */
  @SuppressWarnings("unchecked")
  public Mutation<V, A> scopeBy(Mapping<? super V, @Nullable String> idOf) {
    return with(into -> into.scopeBy(variables -> idOf.of((V) variables)));
  }

  /**
   * Called before it is sent, after its changes show; what it throws fails it.
   *
   * @param listener is called
   * @return the mutation with that option
   */
  @SuppressWarnings("unchecked")
  public Mutation<V, A> onMutate(Listener<V> listener) {
    return with(into -> into.onMutate = (variables, context) -> {
      listener.on((V) variables);
      return Plain.of(null);
    });
  }

  /**
   * Called with the answer and the variables when it is confirmed.
   *
   * @param listener is called
   * @return the mutation with that option
   */
  public Mutation<V, A> onSuccess(Ended<A, V> listener) {
    return onSuccessAwait(atOnce(listener));
  }

  /**
   * The same; the mutation stays pending until what it returns is settled.
   *
   * @param listener is called
   * @return the mutation with that option
   */
  public Mutation<V, A> onSuccessAwait(Awaited<A, V> listener) {
    return with(into -> into.onSuccess =
        (answer, variables, onMutateResult, context) -> tell(listener, answer, variables));
  }

  /**
   * Called with the error and the variables when it has failed; its changes are taken back by then.
   *
   * @param listener is called
   * @return the mutation with that option
   */
  public Mutation<V, A> onError(Ended<Object, V> listener) {
    return onErrorAwait(atOnce(listener));
  }

  /**
   * The same; the mutation stays pending until what it returns is settled.
   *
   * @param listener is called
   * @return the mutation with that option
   */
  public Mutation<V, A> onErrorAwait(Awaited<Object, V> listener) {
    return with(into -> into.onError =
        (error, variables, onMutateResult, context) -> tell(listener, error, variables));
  }

  /**
   * Called with the error (null if there is none) and the variables at its end, after the others.
   *
   * @param listener is called
   * @return the mutation with that option
   */
  public Mutation<V, A> onSettled(Ended<@Nullable Object, V> listener) {
    return onSettledAwait(atOnce(listener));
  }

  /**
   * The same; the mutation stays pending until what it returns is settled.
   *
   * @param listener is called
   * @return the mutation with that option
   */
  public Mutation<V, A> onSettledAwait(Awaited<@Nullable Object, V> listener) {
    return with(into -> into.onSettled =
        (answer, error, variables, onMutateResult, context) -> tell(listener, error, variables));
  }

  /**
   * How many attempts follow a failed one; 0 by default.
   *
   * @param times how many
   * @return the mutation with that option
   */
  public Mutation<V, A> retry(int times) {
    return with(into -> into.retry = (double) times);
  }

  /**
   * Whether another attempt follows a failed one.
   *
   * @param decision says whether
   * @return the mutation with that option
   */
  public Mutation<V, A> retryIf(RetryIf decision) {
    return with(into -> into.retry = (RetryDecision) decision::retry);
  }

  /**
   * How long to wait before another attempt, in ms; by default 1,000, doubled with each, 30,000 at most.
   *
   * @param milliseconds the time in milliseconds
   * @return the mutation with that option
   */
  public Mutation<V, A> retryDelay(double milliseconds) {
    return with(into -> into.retryDelay = milliseconds);
  }

  /**
   * The same, by the failure.
   *
   * @param delay says how long
   * @return the mutation with that option
   */
  public Mutation<V, A> retryDelayBy(RetryAfter delay) {
    return with(into -> into.retryDelay = (RetryDelay) delay::delay);
  }

  /**
   * What to do without a network; by default it waits, and its changes stay.
   *
   * @param mode what is done then
   * @return the mutation with that option
   */
  public Mutation<V, A> networkMode(NetworkMode mode) {
    return with(into -> into.networkMode = mode.word);
  }

  /**
   * How long a settled mutation is kept, in ms; 300,000 by default.
   *
   * @param milliseconds the time in milliseconds
   * @return the mutation with that option
   */
  public Mutation<V, A> gcTime(double milliseconds) {
    return with(into -> into.gcTime = milliseconds);
  }

  /**
   * Anything that the functions and others who meet the mutation may want to know.
   *
   * @param meta anything
   * @return the mutation with that option
   */
  public Mutation<V, A> meta(Object meta) {
    return with(into -> into.meta = meta);
  }

  @Override
  public Mutation<V, A> with(Listener<MutationOptions> change) {
    return new Mutation<>(this, change);
  }

  /** The engine's options; built once. */
  MutationOptions options() {
    if (options == null) {
      options = new MutationOptions();
      write(options);
    }
    return options;
  }

  private void write(MutationOptions into) {
    if (before != null) {
      before.write(into);
    }
    change.on(into);
  }

  /** A listener that returns nothing, as one whose end is awaited. */
  private static <T extends @Nullable Object, V extends @Nullable Object> Awaited<T, V> atOnce(
      Ended<T, V> listener) {
    return (answerOrError, variables) -> {
      listener.ended(answerOrError, variables);
      return null;
    };
  }

  /** Calls it with the engine's values; what it returns is the engine's too. */
  // Both may be null if the types say so.
  @SuppressWarnings({"unchecked", "NullAway"})
  private static <T extends @Nullable Object, V extends @Nullable Object> @Nullable Object tell(
      Awaited<T, V> listener, @Nullable Object answerOrError, @Nullable Object variables) {
    return Plain.of(listener.ended((T) Plain.orNull(answerOrError), (V) variables));
  }
}
