package dev.sanguine.query.conflicts;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;

/** A conflict that nobody has decided about. Over a reload it is plain data. */
final class OpenConflict {
  /** The names of its records. */
  private final Seq<Object> names;

  /** Records; lists of them if there are several. Undefined of what is not known. */
  final Object base;

  final Object mine;
  final Object theirs;

  OpenConflict(Seq<Object> names, Object base, Object mine, Object theirs) {
    this.names = names;
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
  }

  /** The change is sent again by a person, who has seen theirs. */
  void tell(Values values, Track track) {
    for (int i = 0; i < names.size(); i++) {
      Object record = names.size() == 1 ? theirs : values.items(theirs).get(i);
      if (!values.isUndefined(record)) {
        track.expect((String) names.get(i), record);
      }
    }
  }

  Object written(Values values) {
    Object written = values.record("names", values.listOf(names));
    written = with(values, written, "base", base);
    written = with(values, written, "mine", mine);
    return with(values, written, "theirs", theirs);
  }

  private static Object with(Values values, Object into, String name, Object value) {
    return values.isUndefined(value) ? into : values.with(into, name, value);
  }

  /** What is stored is untrusted: of what is no such record nothing is known. */
  static OpenConflict read(Values values, Object written) {
    Object names = values.field(written, "names");
    Object theirs = values.field(written, "theirs");
    Seq<Object> all = values.isList(names) ? values.items(names) : new Seq<>();
    boolean isWhole = !all.some(name -> !(name instanceof String))
        && (all.size() == 1 || values.isList(theirs) && values.items(theirs).size() == all.size());
    return new OpenConflict(
        isWhole ? all : new Seq<>(),
        values.field(written, "base"),
        values.field(written, "mine"),
        theirs);
  }
}
