package dev.sanguine.query.callbacks;

import dev.sanguine.query.Mutation;
import dev.sanguine.query.state.MutationContext;
import jsinterop.annotations.JsFunction;

/**
 * Called when the server has confirmed a mutation of the cache, before {@code onSuccess} of its options.
 *
 * <p>What it returns is awaited if it is a thenable. What it throws, or a rejection, makes a failure of the
 * mutation: {@code onError} and {@code onSettled} follow.
 */
@JsFunction
public interface OnEverySuccess {
  /**
   * @param data the server's answer
   * @param variables what the mutation was started with
   * @param onMutateResult what {@code onMutate} of the options has returned; undefined (null in Java) if nothing
   * @param mutation the mutation itself
   * @param context the client, the key and {@code meta}; of an optimistic mutation also its idempotency key and signal
   * @return awaited if it is a thenable
   */
  Object call(
      Object data,
      Object variables,
      Object onMutateResult,
      Mutation mutation,
      MutationContext context);
}
