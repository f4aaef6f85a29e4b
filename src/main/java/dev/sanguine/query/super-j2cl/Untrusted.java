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
    read.queries = list(values, given.queries).filter(query -> isObject(query)
        && isObject(query.state) && values.isKey(query.queryKey) && Js.typeof(query.queryHash).equals("string"));
    read.mutations = list(values, given.mutations).filter(mutation -> isObject(mutation)
        && isObject(mutation.state));
    return read;
  }

  private static <T> Seq<T> list(Values values, Seq<T> given) {
    return values.isList(given) ? given : new Seq<>();
  }

  private static boolean isObject(Object value) {
    return value != null && Js.typeof(value).equals("object");
  }
}
