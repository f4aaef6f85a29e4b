package dev.sanguine.query.callbacks;

import dev.sanguine.query.state.MutationContext;
import jsinterop.annotations.JsFunction;

/**
 * Called before a mutation is sent, after its own changes show. A mutation that was restored from storage is
 * prepared already: it is not called again.
 *
 * <p>What it returns is awaited and then handed to the later callbacks as {@code onMutateResult}. What it throws,
 * or a rejection, fails the mutation, and nothing is sent.
 */
@JsFunction
public interface OnMutate {
  /**
   * @param variables what the mutation was started with
   * @param context the client, the key and {@code meta}; of an optimistic mutation also its idempotency key and signal
   * @return what the later callbacks are given as {@code onMutateResult}, or a thenable of it
   */
  Object call(Object variables, MutationContext context);
}
