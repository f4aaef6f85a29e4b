package dev.sanguine.env;

import jsinterop.annotations.JsFunction;

/** Something to run. */
@JsFunction
public interface Task {
  void run();
}
