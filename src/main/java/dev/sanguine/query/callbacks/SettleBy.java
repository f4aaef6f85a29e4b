package dev.sanguine.query.callbacks;

import jsinterop.annotations.JsFunction;

/**
 * Says which records of a change of several the server did not take: a list of their ids, or a record {@code { failed,
 * answer }}. In {@code failed} are ids, or records {@code { id, error }}; {@code answer} is what the mutation brought, if it
 * ended with an error. Undefined (null in Java) if all were taken, or none.
 */
@JsFunction
public interface SettleBy {
  /**
   * @param answer what the server answered; undefined (null in Java) if there is an error
   * @param variables what the mutation was started with
   * @param error what the request failed with; null if it did not
   */
  Object settle(Object answer, Object variables, Object error);
}
