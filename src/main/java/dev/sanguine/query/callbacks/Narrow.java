package dev.sanguine.query.callbacks;

import jsinterop.annotations.JsFunction;

/** The variables of a change of several records, for the one of them with this id alone. */
@JsFunction
public interface Narrow {
  Object narrow(Object variables, Object id);
}
