package dev.sanguine.query.callbacks;

import dev.sanguine.env.Seq;
import dev.sanguine.query.state.QueryResult;
import jsinterop.annotations.JsFunction;

/** Makes one value of many results. */
@JsFunction
public interface Combine {
  Object combine(Seq<QueryResult> results);
}
