package dev.sanguine.env;

/**
 * What a change needs to know about the documents that it changes. The engine's are its {@link Values}; a replay brings
 * its own. The names differ from those of Values: a name with one implementation costs a browser no look-up.
 */
public interface Documents {
  boolean isAbsent(Object value);

  boolean areSame(Object a, Object b);

  /** The value of a record's own member; undefined or null where there is none. */
  Object member(Object record, String name);

  boolean isArray(Object value);

  /** The elements of a list value, as a new sequence. */
  Seq<Object> elements(Object list);

  /** The sequence as a list value. */
  Object arrayOf(Seq<Object> elements);

  /** A copy of the record with the one member set. */
  Object put(Object record, String name, Object value);

  /** A copy of the record with {@code members} (a record too) written over it. */
  Object written(Object record, Object members);

  /** Makes a change in place fail, where that can be; returns the value. */
  Object frozen(Object value);

  /** The value as a number; NaN where it is none. */
  double numberOf(Object value);
}
