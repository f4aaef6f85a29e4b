package dev.sanguine.query.callbacks;

import dev.sanguine.query.Mutation;
import dev.sanguine.query.state.MutationContext;
import jsinterop.annotations.JsFunction;

/**
 * Called when a mutation of the cache has failed, before {@code onError} of its options.
 *
 * <p>What it returns is awaited if it is a thenable. What it throws, or a rejection, is reported as an unhandled
 * rejection and stops nothing: the callbacks after it are called all the same.
 */
@JsFunction
public interface OnEveryError {
  /**
   * @param error the final error, after the last attempt
   * @param variables what the mutation was started with
   * @param onMutateResult what {@code onMutate} of the options has returned; undefined (null in Java) if nothing
   * @param mutation the mutation itself
   * @param context the client, the key and {@code meta}; of an optimistic mutation also its idempotency key and signal
   * @return awaited if it is a thenable
   */
  Object call(
      Object error,
      Object variables,
      Object onMutateResult,
      Mutation mutation,
      MutationContext context);
}
