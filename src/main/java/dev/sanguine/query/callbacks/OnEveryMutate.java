package dev.sanguine.query.callbacks;

import dev.sanguine.query.Mutation;
import dev.sanguine.query.state.MutationContext;
import jsinterop.annotations.JsFunction;

/**
 * Called before each mutation of the cache is sent, and before {@code onMutate} of its options.
 *
 * <p>What it returns is awaited if it is a thenable, and not used. What it throws, or a rejection, fails the
 * mutation, and nothing is sent.
 */
@JsFunction
public interface OnEveryMutate {
  /**
   * @param variables what the mutation was started with
   * @param mutation the mutation itself
   * @param context the client, the key and {@code meta}; of an optimistic mutation also its idempotency key and signal
   * @return awaited if it is a thenable
   */
  Object call(Object variables, Mutation mutation, MutationContext context);
}
