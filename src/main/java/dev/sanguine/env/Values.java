package dev.sanguine.env;

/**
 * What the engine needs to know about values that are not its own: keys, cached data, options given as "a value or a
 * function". JavaScript objects at one door, {@code equals} and immutable collections at the other.
 */
public interface Values extends Documents {
  /** JavaScript's undefined; null on the JVM, where null and undefined are one. */
  Object undefined();

  boolean isFunction(Object value);

  /** What JavaScript counts as true; on the JVM all but null, false, 0 and the empty string. */
  boolean isTruthy(Object value);

  // Keys

  /** True for what can be a key: an array in JavaScript, a QueryKey or a list on the JVM. */
  boolean isKey(Object value);

  /** The stable text of a key: object members sorted by name. */
  String hashKey(Object key);

  /** True if {@code key} starts with {@code prefix}; inside objects, members that the prefix lacks are not asked. */
  boolean partialMatchKey(Object key, Object prefix);

  /**
   * The part of a key at this place if it is one that is matched by {@link #same}; undefined if it is matched in
   * depth (an object, an array); {@code end} if the key has ended.
   */
  Object flatPart(Object key, double index, Object end);

  // Data

  /** The items of a list, to be read and no more: the list itself if it can be. */
  default Seq<Object> itemsToRead(Object list) {
    return items(list);
  }

  /** {@code next}, with every part that equals its place in {@code previous} replaced by that very part. */
  Object replaceEqualDeep(Object previous, Object next);

  /** A plain record with one member. */
  Object record(String name, Object value);

  /** A copy of the record that lacks the member; on the JVM, of what has a fixed set of members, one in which it is null. */
  Object without(Object record, String name);
}
