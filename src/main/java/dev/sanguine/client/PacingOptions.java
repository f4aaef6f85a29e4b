package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.query.options.DebounceOption;
import dev.sanguine.query.options.HoldOption;
import dev.sanguine.query.options.MutationOptions;
import org.jspecify.annotations.Nullable;

/**
 * The options of a mutation that say when its request leaves, and with which others. They need a client with the feature
 * {@code pacing}.
 *
 * @param <V> the type of the variables
 * @param <A> the type of the answer
 */
public interface PacingOptions<V extends @Nullable Object, A extends @Nullable Object> {
  /** What becomes of two calls that wait in one scope. */
  enum Coalesce {
    /** It changes the record; the variables of the later call take the place of those that wait. */
    LATEST("latest"),
    /** It changes the record; the fields of the later call are put over those that wait, at the top level. */
    MERGE("merge"),
    /** It makes the record, and takes the changes in that come while it waits. */
    INSERT("insert"),
    /** It deletes the record: changes that wait are not sent, and a creation that waits neither. */
    DELETE("delete");

    final String word;

    Coalesce(String word) {
      this.word = word;
    }
  }

  /** Makes one call of two. */
  interface Merging<V extends @Nullable Object> {
    /**
     * The variables to send; null keeps the two apart.
     *
     * @param waiting what waits
     * @param next what the later call was started with
     * @return the variables to send
     */
    @Nullable
    V merge(V waiting, V next);
  }

  /** What leaving the page does with a change that is held. */
  enum OnLeave {
    /** It is sent at once. */
    SEND,
    /** It is taken back. */
    CANCEL
  }

  /**
   * At most one request of its scope is on its way, and what waits is sent as one more. Every call hears what became of the
   * request that carried its change. Needs a scope, one for each record, and a client with the feature {@code pacing}.
   *
   * @param how what it does to what waits
   * @return the mutation with that option
   */
  default Mutation<V, A> coalesce(Coalesce how) {
    return with(into -> into.coalesce = how.word);
  }

  /**
   * The same, by a function of the app's.
   *
   * @param merging makes one call of two
   * @return the mutation with that option
   */
  @SuppressWarnings("unchecked")
  default Mutation<V, A> coalesceBy(Merging<V> merging) {
    return with(
        into -> into.coalesce((waiting, next) -> Plain.of(merging.merge((V) waiting, (V) next))));
  }

  /**
   * The request waits until no further change of its scope has come for so many ms. Needs a scope, and a client with the
   * feature {@code pacing}.
   *
   * @param milliseconds the pause
   * @return the mutation with that option
   */
  default Mutation<V, A> debounce(double milliseconds) {
    return with(into -> into.debounce = milliseconds);
  }

  /**
   * The same; the first of a burst waits no longer than that.
   *
   * @param milliseconds the pause
   * @param atMost how long the first change waits at most
   * @return the mutation with that option
   */
  default Mutation<V, A> debounce(double milliseconds, double atMost) {
    return with(into -> {
      DebounceOption option = new DebounceOption();
      option.wait = milliseconds;
      option.maxWait = atMost;
      into.debounce = option;
    });
  }

  /**
   * The change shows, and the request waits for so many ms: until then {@link PendingIntent#undo} takes it back. Needs a
   * client with the feature {@code pacing}.
   *
   * @param milliseconds how long it can be undone
   * @return the mutation with that option
   */
  default Mutation<V, A> hold(double milliseconds) {
    return with(into -> into.hold = milliseconds);
  }

  /**
   * The same, with a word for a page that is left meanwhile.
   *
   * @param milliseconds how long it can be undone
   * @param onLeave what leaving the page does with it
   * @return the mutation with that option
   */
  default Mutation<V, A> hold(double milliseconds, OnLeave onLeave) {
    return with(into -> {
      HoldOption option = new HoldOption();
      option.ms = milliseconds;
      option.onLeave = onLeave == OnLeave.CANCEL ? "cancel" : "send";
      into.hold = option;
    });
  }

  /**
   * Any option of the engine.
   *
   * @param change writes the option
   * @return the mutation with that option
   */
  Mutation<V, A> with(Listener<MutationOptions> change);
}
