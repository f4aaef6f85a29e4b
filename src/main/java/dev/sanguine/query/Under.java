package dev.sanguine.query;

import jsinterop.annotations.JsFunction;

/**
 * What lies under a view, with what was confirmed since. An app that took a view as its snapshot and puts it back means
 * that, not the changes that were over it. In another query than the one that showed it a view is a value like any other.
 */
@JsFunction
interface Under {
  Object of(Object view, Query query);
}
