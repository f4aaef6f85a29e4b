package dev.sanguine.query.state;

import dev.sanguine.query.MutationObserver;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsType;

/** The states of queries and mutations: made, copied, completed. They are never changed: who wants another one copies it. See States.js. */
@SuppressWarnings("unusable-by-js")
@JsType(isNative = true, namespace = "sanguine", name = "States")
public final class States {
  private States() {}

  public static native QueryState queryState();

  public static native MutationState mutationState();

  @JsMethod(name = "admitQuery")
  public static native QueryState admit(QueryState state);

  @JsMethod(name = "admitMutation")
  public static native MutationState admit(MutationState state);

  public static native QueryState idle(QueryState state);

  @JsMethod(name = "copyOfQuery")
  public static native QueryState copy(QueryState state);

  @JsMethod(name = "copyOfMutation")
  public static native MutationState copy(MutationState state);

  public static native MutationResult result(MutationState state, MutationObserver observer);

  public static native QueryState partOf(QueryState state);

  public static native QueryState withoutFetch(QueryState written, QueryState known);

  public static native QueryState whole(QueryState state, QueryState from);
}
