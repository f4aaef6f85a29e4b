package dev.sanguine.env;

import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;

/** Distinct items in the order in which they came: a JavaScript Set. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Set")
public class OrderedSet<T> {
  @JsProperty(name = "size")
  private int count;

  public OrderedSet() {}

  @JsOverlay
  public final int size() {
    return count;
  }

  public native boolean has(T item);

  public native void add(T item);

  @JsMethod(name = "delete")
  public native boolean remove(T item);

  @JsMethod(name = "forEach")
  public native void each(Listener<T> visitor);

  public native void clear();

  @JsOverlay
  public final Seq<T> items() {
    return Arrays.from(this);
  }
}
