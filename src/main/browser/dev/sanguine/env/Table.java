package dev.sanguine.env;

import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;

/** Values by key, in the order in which the keys came: a JavaScript Map. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Map")
public class Table<K, V> {
  @JsProperty(name = "size")
  private int count;

  public Table() {}

  @JsOverlay
  public final int size() {
    return count;
  }

  public native V get(K key);

  public native boolean has(K key);

  @JsMethod(name = "set")
  public native void put(K key, V value);

  @JsMethod(name = "delete")
  public native boolean remove(K key);

  @JsMethod(name = "forEach")
  public native void each(Listener<V> visitor);

  public native void clear();

  @JsMethod(name = "values")
  private native Object iterator();

  @JsMethod(name = "keys")
  private native Object keyIterator();

  @JsOverlay
  public final Seq<K> keys() {
    return Arrays.from(keyIterator());
  }

  @JsOverlay
  public final Seq<V> values() {
    return Arrays.from(iterator());
  }

  @JsOverlay
  public final V first() {
    return count == 0 ? null : values().get(0);
  }
}
