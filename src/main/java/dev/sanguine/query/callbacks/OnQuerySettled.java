package dev.sanguine.query.callbacks;

import dev.sanguine.query.Query;
import jsinterop.annotations.JsFunction;

/**
 * Called at the end of a fetch of any query, after {@code onSuccess} or {@code onError}. A fetch that was
 * cancelled does not call it.
 *
 * <p>What it returns is not used. What it throws after a success makes a failure of the fetch; after a failure it
 * takes the place of the error in the promise of the fetch.
 */
@JsFunction
public interface OnQuerySettled {
  /**
   * @param data what the query shows
   * @param error the error; null after a success
   * @param query the query that was fetched
   * @return not used
   */
  Object call(Object data, Object error, Query query);
}
