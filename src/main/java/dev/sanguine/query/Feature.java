package dev.sanguine.query;

import jsinterop.annotations.JsFunction;

/**
 * A part of the engine that a client has only if its program asks for it: {@code new QueryClient({ features: [records] })}.
 * So a page that uses none of them loads none of them, and none can be forgotten without a word: an option or a call that
 * needs a feature is an error on a client that lacks it.
 */
@JsFunction
public interface Feature {
  /** Called once, when the client is made. */
  void install(QueryClient client);
}
