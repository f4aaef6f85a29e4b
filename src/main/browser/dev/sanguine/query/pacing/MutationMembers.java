package dev.sanguine.query.pacing;

import dev.sanguine.env.Predicate;
import dev.sanguine.query.Mutation;
import jsinterop.annotations.JsType;

/** Members of mutations that only a page with this feature loads. See MutationMembers.js. */
@JsType(isNative = true, namespace = "sanguine", name = "MutationMembers")
final class MutationMembers {
  private MutationMembers() {}

  static native void add(Predicate<Mutation> undo, Predicate<Mutation> sendNow);
}
