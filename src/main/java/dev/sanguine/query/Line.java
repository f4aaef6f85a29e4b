package dev.sanguine.query;

import jsinterop.annotations.JsConstructor;

/** The pending mutations of one scope, in the order in which they became so: any of them leaves at the cost of one. */
final class Line {
  Mutation first;
  private Mutation last;

  @JsConstructor
  Line() {}

  void add(Mutation mutation) {
    mutation.ahead = last;
    if (last == null) {
      first = mutation;
    } else {
      last.behind = mutation;
    }
    last = mutation;
  }

  void remove(Mutation mutation) {
    if (mutation.ahead == null) {
      first = mutation.behind;
    } else {
      mutation.ahead.behind = mutation.behind;
    }
    if (mutation.behind == null) {
      last = mutation.ahead;
    } else {
      mutation.behind.ahead = mutation.ahead;
    }
    mutation.ahead = null;
    mutation.behind = null;
  }
}
