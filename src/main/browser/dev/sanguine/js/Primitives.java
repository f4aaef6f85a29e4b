package dev.sanguine.js;

import dev.sanguine.env.Listener;
import dev.sanguine.env.NotifyManager;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Then;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;

/** What the browser's door is made of that Java has no words for; see Primitives.js. */
@JsType(isNative = true, namespace = "sanguine", name = "Primitives")
final class Primitives {
  private Primitives() {}

  static native String hashKey(Object key);

  static native boolean partialMatch(Object key, Object prefix);

  static native Object share(Object previous, Object next);

  static native boolean isThenable(Object value);

  /** Runs what it is given in a task of its own, by the page's own timer. */
  @JsProperty(name = "soon")
  static native NotifyManager.Notify scheduler();

  static native Object flatPart(Object key, double index, Object end);

  static native Seq<Object> items(Object list);

  static native Object field(Object record, String name);

  static native boolean isRecord(Object value);

  static native Seq<String> names(Object record);

  static native Object merged(Object record, Object fields);

  static native Object with(Object record, String name, Object value);

  static native Object without(Object record, String name);

  static native Object freeze(Object value);

  static native Object attempt(Supply body, Then<Object> onThrow);

  static native void hand(Object value, Listener<Object> next, Listener<Object> onThrow);

  static native <T> T raise(Object error);

  static native Object error(String message);

  static native boolean is(Object error, String flag);

  static native Object member(Object error, String name);

  static native double status(Object error);

  static native boolean isLost(Object error);

  static native Object cancelled(Object revert, Object silent);

  static native boolean isCancelled(Object error);
}
