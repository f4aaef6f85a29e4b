package dev.sanguine.query;

import dev.sanguine.env.Listener;
import dev.sanguine.query.callbacks.Callback;
import dev.sanguine.query.callbacks.QueryDependent;
import dev.sanguine.query.options.MutateOptions;
import dev.sanguine.query.options.MutationOptions;

/** Calls of callbacks that may be absent. */
public final class Callbacks {
  private Callbacks() {}

  /** An option that is a value, or a function of the query that gives it. */
  public static Object valueOf(Object option, Query query) {
    return query.world().values.isFunction(option) ? ((QueryDependent) option).of(query) : option;
  }

  /** What the callback returns; undefined where there is none. */
  public static Object call(Callback callback, Object... args) {
    return callback == null ? null : callback.call(args);
  }

  public static void call(Listener<Object> listener) {
    if (listener != null) {
      listener.on(null);
    }
  }

  public static Object tell(
      MutationOptions to,
      boolean settled,
      boolean success,
      Object data,
      Object error,
      Object... rest) {
    MutateOptions callbacks = new MutateOptions();
    callbacks.onSuccess = to.onSuccess;
    callbacks.onError = to.onError;
    callbacks.onSettled = to.onSettled;
    return tell(callbacks, settled, success, data, error, rest);
  }

  /** Tells onSettled, or the one of onSuccess and onError that it is for; what is told is returned. */
  public static Object tell(
      MutateOptions to,
      boolean settled,
      boolean success,
      Object data,
      Object error,
      Object... rest) {
    Object[] args = new Object[rest.length + (settled ? 2 : 1)];
    args[0] = settled || success ? data : error;
    if (settled) {
      args[1] = error;
    }
    System.arraycopy(rest, 0, args, args.length - rest.length, rest.length);
    return call(settled ? to.onSettled : success ? to.onSuccess : to.onError, args);
  }
}
