package dev.sanguine.env;

/**
 * On the JVM: an immutable value of a class of its own whose members are read by name, and that is changed by making another
 * one. Helpers reach the list and the records in it as they do those of a map. A Java record needs none of this. In the
 * browser such a value is a plain object.
 */
public interface Document {
  /** The names of the members, in order. */
  Seq<String> memberNames();

  /** The member of that name; null if there is none. */
  Object member(String name);

  /** The same with one member changed; itself if it has none of that name. */
  Document withMember(String name, Object value);
}
