package dev.sanguine.query.callbacks;

import dev.sanguine.query.state.QueryResult;
import dev.sanguine.env.Seq;
import jsinterop.annotations.JsFunction;

/** Makes one value of many results. */
@JsFunction
public interface Combine {
  Object combine(Seq<QueryResult> results);
}
