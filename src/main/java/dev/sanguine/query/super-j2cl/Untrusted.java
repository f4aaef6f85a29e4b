package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import jsinterop.base.Js;

/** A dehydrated state as it may be read: entries that have not its form are left out. */
final class Untrusted {
  private Untrusted() {}

  /** Null where it is no state at all. */
  static DehydratedState state(Object state, Values values) {
    if (!isObject(state)) {
      return null;
    }
    DehydratedState given = Js.uncheckedCast(state);
    DehydratedState read = new DehydratedState();
    read.queries = new Seq<>();
    read.mutations = new Seq<>();
    if (values.isList(given.queries)) {
      for (int i = 0; i < given.queries.size(); i++) {
        DehydratedQuery query = given.queries.get(i);
        if (isObject(query) && isObject(query.state) && values.isKey(query.queryKey)
            && Js.typeof(query.queryHash).equals("string")) {
          read.queries.add(query);
        }
      }
    }
    if (values.isList(given.mutations)) {
      for (int i = 0; i < given.mutations.size(); i++) {
        if (isObject(given.mutations.get(i)) && isObject(given.mutations.get(i).state)) {
          read.mutations.add(given.mutations.get(i));
        }
      }
    }
    return read;
  }

  private static boolean isObject(Object value) {
    return value != null && Js.typeof(value).equals("object");
  }
}
