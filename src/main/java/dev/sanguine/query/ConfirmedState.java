package dev.sanguine.query;

import jsinterop.annotations.JsFunction;

/** Gives a query's state with the confirmed value. */
@JsFunction
interface ConfirmedState {
  QueryState get();
}
