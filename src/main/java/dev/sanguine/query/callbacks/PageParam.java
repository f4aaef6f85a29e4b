package dev.sanguine.query.callbacks;

import dev.sanguine.env.Seq;
import jsinterop.annotations.JsFunction;

/** Gives the parameter of a neighbouring page; null ends. */
@JsFunction
public interface PageParam {
  Object get(Object page, Seq<Object> pages, Object param, Seq<Object> params);
}
