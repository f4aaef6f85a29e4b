package dev.sanguine.query.callbacks;

import dev.sanguine.query.state.QueryState;
import jsinterop.annotations.JsFunction;

/** Gives a query's state with the confirmed value. */
@JsFunction
public interface ConfirmedState {
  QueryState get();
}
