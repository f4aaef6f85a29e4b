package dev.sanguine.query.drafts;

import dev.sanguine.env.Seq;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What a form shows. A plain object; a change makes a new one. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class DraftResult {
  /** The record, with what was typed over it; undefined (null in Java) if there is neither. */
  public Object value;
  /** The fields that are not clean, in the order in which they were first touched. */
  public Seq<FieldResult> fields;
  /** Something is typed that was not sent. */
  public boolean isDirty;
  /** Something that was typed is under way. */
  public boolean isSaving;
  /** What the latest save was refused with, until one succeeds or the draft ends; else null. */
  public Object error;
  /** The record's id: the server's, once it has named the record. */
  public Object id;
}
