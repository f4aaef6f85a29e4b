package dev.sanguine.query.state;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Query;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsType;

/** What is written down of queries and mutations, and what it says when it is read again. See Dehydrated.js. */
@SuppressWarnings("unusable-by-js")
@JsType(isNative = true, namespace = "sanguine", name = "Dehydrated")
public final class Dehydrated {
  private Dehydrated() {}

  public static native DehydratedState untrusted(Object state);

  public static native boolean isQuery(Object written);

  public static native DehydratedState dehydrated(
      Seq<DehydratedMutation> mutations, Seq<DehydratedQuery> queries);

  @JsMethod(name = "dehydratedMutation")
  public static native DehydratedMutation dehydrated(
      MutationOptions options, MutationState state, String idempotencyKey);

  @JsMethod(name = "dehydratedQuery")
  public static native DehydratedQuery dehydrated(
      Query query, double now, QueryState state, Thenable<Object> promise);

  @JsMethod(name = "mutationOptions")
  public static native MutationOptions optionsOf(DehydratedMutation written);

  @JsMethod(name = "queryOptions")
  public static native QueryOptions optionsOf(QueryOptions defaults, DehydratedQuery written);
}
