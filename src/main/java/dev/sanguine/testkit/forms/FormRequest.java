package dev.sanguine.testkit.forms;

import dev.sanguine.env.Listener;
import dev.sanguine.json.Json;

/** A request of the page, and what the server makes of it. */
final class FormRequest {
  /** "list" or "detail" for a read, else what changes. */
  final String what;

  final Object variables;
  /** The version that it is meant for; null for any. */
  final Object version;

  final String key;
  private final Listener<Object> resolve;
  private final Listener<Object> reject;
  boolean isSeen;
  /** What it ends with; of an error {@link #failed} is true. */
  Object result;

  boolean failed;

  FormRequest(
      String what,
      Object variables,
      Object version,
      String key,
      Listener<Object> resolve,
      Listener<Object> reject) {
    this.what = what;
    this.variables = variables;
    this.version = version;
    this.key = key;
    this.resolve = resolve;
    this.reject = reject;
  }

  boolean isRead() {
    return variables == null;
  }

  @Override
  public String toString() {
    return what + (isRead() ? "" : " " + Json.stringify(variables));
  }

  void arrive() {
    (failed ? reject : resolve).on(result);
  }
}
