package dev.sanguine.query;

import jsinterop.annotations.JsFunction;

/**
 * Hears what the engine does with intents and with confirmed values, as it does it. The kind says what: up to 4 a phase of
 * the intent {@code subject}, else one of {@link EngineProbe}'s kinds, of the query {@code subject}.
 */
@JsFunction
public interface EngineListener {
  void on(int kind, Object subject, Object what);
}
