package dev.sanguine.query.options;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** The option {@code records} of a query: how the records in its data are found. Absent members are null. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class RecordsOption {
  /** The name of the field that holds a record's id; {@code id} by default. */
  public String id;
  /**
   * The name of the field that holds the list, or a path to it with dots between the names ({@code data.items}). By
   * default the value itself is the list, or its field {@code docs} is.
   */
  public String list;
}
