package dev.sanguine.env;

import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;

/** Values by the identity of an object, kept as long as the object is held elsewhere: a JavaScript WeakMap. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "WeakMap")
public class WeakTable<V> {
  public WeakTable() {}

  @JsOverlay
  public static boolean canHold(Object key) {
    return key != null && Js.typeof(key).equals("object");
  }

  public native V get(Object key);

  @JsMethod(name = "set")
  public native void put(Object key, V value);

  @JsMethod(name = "delete")
  public native void remove(Object key);
}
