package dev.sanguine.query.callbacks;

import dev.sanguine.query.options.QueryFilters;
import jsinterop.annotations.JsFunction;

/**
 * Says where the fetch goes that follows a mutation's changes: true, false, a key or {@link QueryFilters}. It is asked
 * when the mutation settles; the answer is undefined (null in Java) if nobody knows what became of the mutation.
 */
@JsFunction
public interface Resync {
  Object targetFor(Object data, Object variables);
}
