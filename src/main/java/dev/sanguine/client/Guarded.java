package dev.sanguine.client;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Task;

/** Listeners of the program: what one throws is reported, and harms neither the engine nor the listeners after it. */
final class Guarded {
  private Guarded() {}

  static void tell(Environment env, String whose, Task listener) {
    env.errors.guard(
        listener,
        error ->
            env.errors.report("a listener of " + whose + " threw; the others are told", error));
  }
}
