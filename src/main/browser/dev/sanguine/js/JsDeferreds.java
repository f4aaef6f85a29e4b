package dev.sanguine.js;

import dev.sanguine.env.Deferreds;
import dev.sanguine.env.Executor;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;

/** Real Promises. */
final class JsDeferreds implements Deferreds {
  @Override
  public <T> Thenable<T> create(Executor executor) {
    return Js.uncheckedCast(new Promise(executor));
  }

  @Override
  public <T> Thenable<T> resolve(Object valueOrThenable) {
    return Js.uncheckedCast(Promise.resolve(valueOrThenable));
  }

  @Override
  public <T> Thenable<T> reject(Object error) {
    return Js.uncheckedCast(Promise.reject(error));
  }

  @Override
  public Thenable<Seq<Object>> all(Seq<?> valuesOrThenables) {
    return Js.uncheckedCast(Promise.all(valuesOrThenables));
  }

  @Override
  public boolean isThenable(Object value) {
    return Primitives.isThenable(value);
  }

  @Override
  public void microtask(Task task) {
    this.<Object>resolve(null).done(nothing -> task.run(), null);
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Promise")
  private static class Promise {
    Promise(Executor executor) {}

    static native Object resolve(Object value);

    static native Object reject(Object error);

    static native Object all(Seq<?> values);
  }
}
