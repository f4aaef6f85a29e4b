package dev.sanguine.query.callbacks;

import dev.sanguine.law.Intent;
import dev.sanguine.query.Mutation;
import jsinterop.annotations.JsFunction;

/**
 * Called when a change has left the views: it failed, was cancelled, or nobody knows what became of it. It is
 * called once for each change, before {@code onError}.
 *
 * <p>What it returns is not used. What it throws is reported and stops nothing.
 */
@JsFunction
public interface OnRollback {
  /**
   * @param intent the change that was taken back; its state says why
   * @param mutation the mutation that it belongs to
   * @return not used
   */
  Object call(Intent intent, Mutation mutation);
}
