package dev.sanguine.log;

import dev.sanguine.env.Documents;
import dev.sanguine.js.JsValues;

/** Documents in the browser: values as the engine has them, and an object of its own for what is not there. */
final class DocValues {
  static final Object ABSENT = new Object();

  private DocValues() {}

  static Documents documents() {
    return new JsValues();
  }
}
