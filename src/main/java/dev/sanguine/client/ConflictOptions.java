package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Mapping;
import dev.sanguine.json.Json;
import dev.sanguine.query.options.MutationOptions;
import org.jspecify.annotations.Nullable;

/**
 * The options of a mutation for a change that somebody else was faster than, and for one that the server took in part. They need a
 * client with the feature {@code conflicts}.
 *
 * @param <V> the type of the variables
 * @param <A> the type of the answer
 */
public interface ConflictOptions<V extends @Nullable Object, A extends @Nullable Object> {
  /** Decides what becomes of a change that somebody else was faster than. */
  interface OnConflict<V extends @Nullable Object> {
    /**
     * Says what becomes of it. What it throws is reported, and the engine merges by field.
     *
     * @param conflict what is known of it
     * @return the decision; null leaves it to the engine, which merges by field
     */
    @Nullable
    Resolution<V> decide(Conflict<V> conflict);
  }

  /** Reads what a server has not taken of a change of several records. */
  interface Settle<V extends @Nullable Object, A extends @Nullable Object> {
    /**
     * Says what failed.
     *
     * @param answer what the server answered; null if there is an error
     * @param variables what the mutation was started with
     * @param error what the request failed with; null if it did not
     * @return what failed; null if all was taken, or nothing
     */
    @Nullable
    PartialOutcome settle(@Nullable A answer, V variables, @Nullable Object error);
  }

  /** Gives the variables for one of several records. */
  interface Narrow<V extends @Nullable Object> {
    /**
     * The variables for that one.
     *
     * @param variables those for all of them
     * @param id the id of the one
     * @return the variables with which it is sent again alone
     */
    V narrow(V variables, Object id);
  }

  /**
   * Says of an error if somebody else was faster than the change. By default one of status 409 or 412 says so. Needs the
   * feature "conflicts".
   *
   * @param conflict says it; null leaves it to the error
   * @return the mutation with that option
   */
  default Mutation<V, A> conflict(Mapping<Object, @Nullable Boolean> conflict) {
    return with(into -> into.conflict = conflict::of);
  }

  /**
   * Reads what the server has from the error that says that somebody else was faster. By default the error's own {@code theirs}
   * is read. Needs the feature {@code conflicts}.
   *
   * @param theirs gives the record; null if the error is no conflict
   * @return the mutation with that option
   */
  default Mutation<V, A> conflictBy(Mapping<Object, @Nullable Object> theirs) {
    return with(into -> into.conflict = error -> {
      Object record = theirs.of(error);
      return record == null ? null : Json.object("theirs", record);
    });
  }

  /**
   * Decides what becomes of a change that somebody else was faster than. By default it is merged by field and sent again, and
   * a field that both have changed is left to the person. Needs the feature {@code conflicts}.
   *
   * @param onConflict decides
   * @return the mutation with that option
   */
  default Mutation<V, A> onConflict(OnConflict<V> onConflict) {
    return with(into -> into.onConflict = raw -> {
      Resolution<V> said = onConflict.decide(new Conflict<>(raw));
      return said == null ? null : Plain.of(said.raw);
    });
  }

  /**
   * Says which records of a change of several the server did not take: their changes leave, and they are listed as failed, each
   * alone. Needs the feature {@code conflicts}.
   *
   * @param settle says it
   * @return the mutation with that option
   */
  @SuppressWarnings("unchecked")
  default Mutation<V, A> settle(Settle<V, A> settle) {
    return with(into -> into.settle = (answer, variables, error) -> {
      PartialOutcome said =
          settle.settle((A) Plain.orNull(answer), (V) variables, Plain.orNull(error));
      return said == null ? null : said.raw();
    });
  }

  /**
   * The variables for one of several records, with which it is sent again alone. By default every list of the records, or of
   * their ids, is narrowed to that one. Needs the feature {@code conflicts}.
   *
   * @param narrow gives them
   * @return the mutation with that option
   */
  @SuppressWarnings("unchecked")
  default Mutation<V, A> narrow(Narrow<V> narrow) {
    return with(
        into -> into.narrow = (variables, id) -> Plain.of(narrow.narrow((V) variables, id)));
  }

  /**
   * Any option of the engine.
   *
   * @param change writes the option
   * @return the mutation with that option
   */
  Mutation<V, A> with(Listener<MutationOptions> change);
}
