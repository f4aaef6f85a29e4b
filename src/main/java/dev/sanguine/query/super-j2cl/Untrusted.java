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
    read.queries = Js.uncheckedCast(list(values, given.queries).filter(entry -> isObject(entry)
        && isQuery(Js.uncheckedCast(entry), values)));
    read.mutations = Js.uncheckedCast(list(values, given.mutations).filter(entry -> isObject(entry)
        && isObject(Js.<DehydratedMutation>uncheckedCast(entry).state)));
    return read;
  }

  private static boolean isQuery(DehydratedQuery query, Values values) {
    return isObject(query.state) && values.isKey(query.queryKey) && Js.typeof(query.queryHash).equals("string");
  }

  private static Seq<Object> list(Values values, Object given) {
    return values.isList(given) ? Js.uncheckedCast(given) : new Seq<>();
  }

  private static boolean isObject(Object value) {
    return value != null && Js.typeof(value).equals("object");
  }
}
