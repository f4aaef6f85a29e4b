package dev.sanguine.query.drafts;

import jsinterop.annotations.JsFunction;

/** Reads which fields an error is about. */
@JsFunction
public interface ErrorsOf {
  /** @return a list of records with a {@code path} and a {@code message}; nothing if the error names no field */
  Object errors(Object error);
}
