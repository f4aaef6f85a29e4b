package dev.sanguine.query.callbacks;

import dev.sanguine.query.options.MutateOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.MutationContext;
import jsinterop.annotations.JsFunction;

/**
 * Called when the server has confirmed a mutation.
 *
 * <p>Of the mutation's options ({@link MutationOptions}), it comes after the cache's. What it returns is awaited
 * if it is a thenable. What it throws, or a rejection, makes a failure of the mutation: {@code onError} and
 * {@code onSettled} follow.
 *
 * <p>Of a call of {@code mutate} ({@link MutateOptions}), it is called only for the observer's latest call, and
 * while the observer has listeners. What it returns is not awaited; what it throws is reported as an unhandled
 * rejection.
 */
@JsFunction
public interface OnSuccess {
  /**
   * @param data the server's answer
   * @param variables what the mutation was started with
   * @param onMutateResult what {@code onMutate} of the options has returned; undefined (null in Java) if nothing
   * @param context the client, the key and {@code meta}; of an optimistic mutation also its idempotency key and signal
   * @return awaited if it is a thenable, and if it is the callback of the options
   */
  Object call(Object data, Object variables, Object onMutateResult, MutationContext context);
}
