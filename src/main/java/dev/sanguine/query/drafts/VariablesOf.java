package dev.sanguine.query.drafts;

import jsinterop.annotations.JsFunction;

/** Makes the variables of the mutation that saves these fields. */
@JsFunction
public interface VariablesOf {
  /**
   * @param fields a record of the fields that are saved
   * @param id the record's id; undefined (null in Java) if it has none
   */
  Object variables(Object fields, Object id);
}
