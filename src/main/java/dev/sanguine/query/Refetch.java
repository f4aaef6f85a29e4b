package dev.sanguine.query;

import jsinterop.annotations.JsFunction;

/** Fetches again; gives the result then. */
@JsFunction
public interface Refetch {
  Object call(FetchOptions options);
}
