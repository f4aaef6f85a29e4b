package dev.sanguine.log;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** A change as an intent wrote it down: where, and what. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class LogChange {
  /** Its number: larger than those of all changes before it. */
  public Double change;
  /** The hash of the query that it names; absent if filters or a record say which queries are meant. */
  public String query;

  public Object key;
  /** The filters, as far as they are data. */
  public Object filters;
  /** The type of the record that is meant, wherever it stands; absent if a query or filters are named. */
  public String record;
  /** The id of that record. */
  public Object id;
  /** function, or the helper: set, merge, remove, upsert, append, prepend, increment, add. */
  public String op;
  /** What the helper was given: the value, fields, id, record or item; of increment the id of a record in a list. */
  public Object value;
  /** The field that increment adds to. */
  public String field;

  public Double by;
  /** JSON cannot hold what the helper was given: like a function it is recorded by its effect. */
  public Boolean lossy;
}
