package dev.sanguine.query.callbacks;

import dev.sanguine.query.options.FetchOptions;
import jsinterop.annotations.JsFunction;

/** Fetches again; gives the result then. */
@JsFunction
public interface Refetch {
  Object call(FetchOptions options);
}
