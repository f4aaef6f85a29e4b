package dev.sanguine.query;

import dev.sanguine.env.Then;

/** Handlers that let a settled thenable pass without a word. */
final class Quiet {
  static final Then<Object> VALUE = value -> null;
  static final Then<Object> ERROR = error -> null;

  private Quiet() {}
}
