package dev.sanguine.env;

/** What a change needs to know about the documents that it changes: of an engine's {@link Values}, or of a replay's log. */
public interface Documents {
  boolean isUndefined(Object value);

  /** Strict equality as {@code ===} has it; on the JVM identity, and equality for strings, numbers and booleans. */
  boolean same(Object a, Object b);

  /** True if the two are one id, whatever their type: on the JVM a UUID, or a type of the program's own, is what it equals. */
  default boolean sameId(Object a, Object b) {
    return same(a, b);
  }

  /** The value of a record's own field; undefined if there is none. */
  Object field(Object record, String name);

  boolean isList(Object value);

  /** True for a document with named fields: a plain object in JavaScript, a map or a Java record on the JVM. */
  boolean isRecord(Object value);

  /** The names of a record's own fields, in order; none if the value is no record. */
  Seq<String> names(Object record);

  /** The items of a list value or the parts of a key, as a new sequence. */
  Seq<Object> items(Object list);

  /** The sequence as a list value. */
  Object listOf(Seq<Object> items);

  /** A list value as one of the kind of {@code old}, in whose place it is put. */
  default Object listLike(Object old, Object list) {
    return list;
  }

  /** A copy of the record with the one member set. */
  Object with(Object record, String name, Object value);

  /** A copy of a record with {@code fields} (a record too) written over it. */
  Object merged(Object record, Object fields);

  /** The value as a number; NaN if it is none. */
  double number(Object value);

  /** Makes a change in place fail (development only); returns the value. */
  Object freeze(Object value);
}
