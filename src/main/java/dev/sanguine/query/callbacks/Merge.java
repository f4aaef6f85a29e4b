package dev.sanguine.query.callbacks;

import dev.sanguine.query.options.MutationOptions;
import jsinterop.annotations.JsFunction;

/**
 * Says what the answer of a mutation makes of a value that the mutation had changed; see
 * {@link MutationOptions#merge}.
 *
 * <p>It is called when the mutation is confirmed, for each query that it had changed, and again whenever a view is
 * made anew. It must be pure. What it throws is reported; then the value shows the change, without the answer,
 * from then on.
 */
@JsFunction
public interface Merge {
  /**
   * @param answer the answer of the server
   * @param variables what the mutation was started with
   * @param old the data of the query, without the change
   * @return the value to be shown; undefined (null in Java) leaves it as it was
   */
  Object call(Object answer, Object variables, Object old);
}
