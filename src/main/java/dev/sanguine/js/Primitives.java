package dev.sanguine.js;

import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.env.Then;
import jsinterop.annotations.JsType;

/** What the browser's door is made of that Java has no words for; see Primitives.js. */
@JsType(isNative = true, namespace = "sanguine", name = "Primitives")
final class Primitives {
  private Primitives() {}

  static native String hashKey(Object key);

  static native boolean partialMatch(Object key, Object prefix);

  static native Object share(Object previous, Object next, int depth);

  static native Object merged(Object record, Object fields);

  static native Object freeze(Object value);

  static native void soon(Task task);

  static native Object attempt(Supply body, Then<Object> onThrow);

  static native void raise(Object error);

  static native Object error(String message);

  static native Object cancelled(boolean revert, boolean silent);

  static native boolean isCancelled(Object error);
}
