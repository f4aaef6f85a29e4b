package dev.sanguine.env;

import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;
import jsinterop.base.JsArrayLike;

/** A growing sequence: a JavaScript array. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Array")
public class Seq<T> {
  @JsProperty(name = "length")
  private int length;

  public Seq() {}

  @SafeVarargs
  public static native <T> Seq<T> of(T... items);

  @JsOverlay
  public final int size() {
    return length;
  }

  @JsOverlay
  public final T get(int index) {
    return Js.<JsArrayLike<T>>uncheckedCast(this).getAt(index);
  }

  @JsOverlay
  public final void set(int index, T item) {
    Js.<JsArrayLike<T>>uncheckedCast(this).setAt(index, item);
  }

  @JsMethod(name = "push")
  public native void add(T item);

  @JsMethod(name = "splice")
  private native Seq<T> splice(int start, int count);

  @JsMethod(name = "splice")
  private native Seq<T> spliceIn(int start, int count, T item);

  @JsOverlay
  public final void insert(int index, T item) {
    spliceIn(index, 0, item);
  }

  @JsOverlay
  public final T removeAt(int index) {
    return splice(index, 1).get(0);
  }

  @JsMethod(name = "forEach")
  public native void each(Listener<T> visitor);

  public native boolean some(Predicate<T> test);

  public native Seq<T> filter(Predicate<T> test);

  public native <R> Seq<R> map(Mapping<T, R> mapping);

  @JsMethod(name = "map")
  public native <R> Seq<R> mapAt(Indexed<T, R> mapping);

  @JsMethod(name = "some")
  public native boolean someAt(Indexed<T, Boolean> test);

  @JsMethod(name = "find")
  public native T first(Predicate<T> test);

  @JsMethod(name = "findIndex")
  public native int indexWhere(Predicate<T> test);

  @JsMethod(name = "indexOf")
  public native int find(T item);

  @JsMethod(name = "includes")
  public native boolean has(T item);

  @JsOverlay
  public final boolean remove(T item) {
    int at = find(item);
    if (at >= 0) {
      splice(at, 1);
    }
    return at >= 0;
  }

  @JsMethod(name = "slice")
  public native Seq<T> copy();

  @JsOverlay
  public final void clear() {
    length = 0;
  }

  @JsOverlay
  public final void truncate(int index) {
    length = index;
  }

  @JsMethod(name = "sort")
  public native void sort(Order<T> order);
}
