package dev.sanguine.query.state;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What is known of a change that somebody else was faster than. Lists of records, if it is about several. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class Conflict {
  /** The record that the change was made on; undefined (null in Java) if that is not known. */
  public Object base;
  /** That record with the change; undefined (null in Java) if the change takes it out. */
  public Object mine;
  /** The record as the server has it; undefined (null in Java) if that is not known. */
  public Object theirs;
  /** What the mutation was started with. */
  public Object variables;
  /** What the request was refused with; null if it was not sent, since the page knew before. */
  public Object error;
  /** How often the change was refused. */
  public int attempt;
}
