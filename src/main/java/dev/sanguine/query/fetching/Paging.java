package dev.sanguine.query.fetching;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.query.state.Contexts;
import dev.sanguine.query.state.QueryFunctionContext;
import jsinterop.annotations.JsConstructor;

/** A fetch that calls the app's function with contexts of its own, and ends if the signal it was given is aborted. */
abstract class Paging {
  final QueryFunctionContext context;
  /** Null until the app's function asks for it: it must not count as used before. */
  AbortSignal signal;

  @JsConstructor
  Paging(QueryFunctionContext context) {
    this.context = context;
  }

  /** The context of a call. */
  QueryFunctionContext contextFor(Object pageParam, String direction) {
    QueryFunctionContext call = Contexts.context(
        context.client,
        context.queryKey,
        context.meta,
        () -> signal = context.signal(),
        Contexts.fetchOf(context));
    call.pageParam = pageParam;
    call.direction = direction;
    return call;
  }

  boolean isAborted() {
    return signal != null && signal.aborted;
  }
}
