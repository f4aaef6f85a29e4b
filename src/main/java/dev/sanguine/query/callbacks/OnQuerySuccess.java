package dev.sanguine.query.callbacks;

import dev.sanguine.query.Query;
import jsinterop.annotations.JsFunction;

/**
 * Called when a fetch of any query has brought data.
 *
 * <p>What it returns is not used. What it throws makes a failure of the fetch, over the data that it brought:
 * {@code onError} and {@code onSettled} follow.
 */
@JsFunction
public interface OnQuerySuccess {
  /**
   * @param data what the query shows with it
   * @param query the query that was fetched
   * @return not used
   */
  Object call(Object data, Query query);
}
