package dev.sanguine.testkit.editors;

import dev.sanguine.env.Listener;

/** A request of an editor's page, and what the server makes of it. */
final class EditorsRequest {
  final EditorsPage page;
  /** Null of a read. */
  final EditorsChange change;
  /** Of a read: the query that asks. */
  final String query;

  final Object variables;
  /** The versions that it is meant for, by record; null for none. */
  final Object versions;

  final String key;
  final Listener<Object> resolve;
  final Listener<Object> reject;
  boolean isSeen;
  /** What it ends with; of an error {@link #failed} is true. */
  Object result;

  boolean failed;

  EditorsRequest(
      EditorsPage page,
      EditorsChange change,
      String query,
      Object variables,
      Object versions,
      String key,
      Listener<Object> resolve,
      Listener<Object> reject) {
    this.page = page;
    this.change = change;
    this.query = query;
    this.variables = variables;
    this.versions = versions;
    this.key = key;
    this.resolve = resolve;
    this.reject = reject;
  }

  void arrive() {
    (failed ? reject : resolve).on(result);
  }
}
