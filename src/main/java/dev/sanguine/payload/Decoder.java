package dev.sanguine.payload;

/** Makes a record of the program's own type from a document. */
@FunctionalInterface
public interface Decoder<T> {
  /**
   * Reads a document that is a record (not null, not an array), of which nothing else is known.
   *
   * @throws RuntimeException if it is no such record: the request fails as {@link ErrorKind#UNREADABLE}
   */
  T read(Object document);
}
