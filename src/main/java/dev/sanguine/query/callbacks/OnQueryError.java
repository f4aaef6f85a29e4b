package dev.sanguine.query.callbacks;

import dev.sanguine.query.Query;
import jsinterop.annotations.JsFunction;

/**
 * Called when a fetch of any query has failed after its last attempt. A fetch that was cancelled does not call it.
 *
 * <p>What it returns is not used. What it throws takes the place of the error in the promise of the fetch, and
 * {@code onSettled} is not called.
 */
@JsFunction
public interface OnQueryError {
  /**
   * @param error the final error, after the last attempt
   * @param query the query that was fetched
   * @return not used
   */
  Object call(Object error, Query query);
}
