package dev.sanguine.query.drafts;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What a form shows of one field. A plain object; a change makes a new one. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class FieldResult {
  public String path;
  /** What the field shows: the text that was typed, or what the record has. */
  public Object value;
  /** clean, dirty, saving, saved, refused or conflict. */
  public String state;
  /** What the server says of it, if it refused it; else undefined (null in Java). */
  public Object message;
  /** The value that the text is a change of; that of the record, if nothing is typed. */
  public Object base;
  /** What somebody else has made of the field meanwhile; else undefined (null in Java). */
  public Object theirs;
  /** Something is typed that was not sent. */
  public boolean isDirty;
}
