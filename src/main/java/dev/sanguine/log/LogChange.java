package dev.sanguine.log;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** A change as an intent wrote it down: where, and what. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class LogChange {
  /** Its number: larger than those of all changes before it. */
  public Double change;
  /** The hash of the query that it names; absent if filters say which queries are meant. */
  public String query;

  public Object key;
  /** The filters, as far as they are data. */
  public Object filters;
  /** function, or the helper: set, merge, remove, upsert, append, prepend, increment. */
  public String op;
  /** What the helper was given: the value, fields, id, record or item; of increment the id of a record in a list. */
  public Object value;
  /** The field that increment adds to. */
  public String field;

  public Double by;
  /** JSON cannot hold what the helper was given: like a function it is recorded by its effect. */
  public Boolean lossy;
}
