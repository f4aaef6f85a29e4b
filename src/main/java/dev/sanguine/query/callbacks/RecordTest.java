package dev.sanguine.query.callbacks;

import jsinterop.annotations.JsFunction;

/** Says which records belong to a list. */
@JsFunction
public interface RecordTest {
  /**
   * @param record a record of the list's type
   * @param around the record in which the list stands; undefined (null in Java) of a list that stands in none
   */
  Object belongs(Object record, Object around);
}
