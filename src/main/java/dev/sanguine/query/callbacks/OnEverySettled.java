package dev.sanguine.query.callbacks;

import dev.sanguine.query.Mutation;
import dev.sanguine.query.state.MutationContext;
import jsinterop.annotations.JsFunction;

/**
 * Called at the end of each mutation of the cache, before {@code onSettled} of its options.
 *
 * <p>What it returns is awaited if it is a thenable. What it throws, or a rejection, makes a failure of a mutation
 * that had succeeded; after a failure it is reported as an unhandled rejection and stops nothing.
 */
@JsFunction
public interface OnEverySettled {
  /**
   * @param data the server's answer; undefined (null in Java) after a failure
   * @param error the final error; null after a success
   * @param variables what the mutation was started with
   * @param onMutateResult what {@code onMutate} of the options has returned; undefined (null in Java) if nothing
   * @param mutation the mutation itself
   * @param context the client, the key and {@code meta}; of an optimistic mutation also its idempotency key and signal
   * @return awaited if it is a thenable
   */
  Object call(
      Object data,
      Object error,
      Object variables,
      Object onMutateResult,
      Mutation mutation,
      MutationContext context);
}
