package dev.sanguine.query.options;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** The option {@code debounce} of a mutation, in full. Absent members are null. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class DebounceOption {
  /** For how many ms no further change may have come. */
  public Object wait;
  /** For how many ms the first of them waits at most; without end if absent. */
  public Object maxWait;
}
