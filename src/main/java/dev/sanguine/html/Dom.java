package dev.sanguine.html;

import dev.sanguine.env.Listener;

/**
 * What {@link Live} needs of a document.
 *
 * @param <N> an element
 */
public interface Dom<N> {
  N element(String tag);

  /** Puts {@code child}, new or already there, before {@code before}; null puts it last. */
  void insert(N parent, N child, N before);

  void remove(N parent, N child);

  /** The first child that is an element, or null. */
  N first(N parent);

  /** The next sibling that is an element, or null. */
  N next(N element);

  /** The name in lower case. */
  String tag(N element);

  /** The value, or null if the attribute is absent. */
  String attribute(N element, String name);

  /** Null takes the attribute away. */
  void setAttribute(N element, String name, String value);

  /**
   * Sets what a person may have changed since: {@code value} of a field, or {@code checked} and {@code selected}, which are
   * true if {@code value} is not null. An attribute only says what such a property begins with.
   */
  void setProperty(N element, String name, String value);

  /**
   * What a person has made of a field: its {@code value}; of {@code checked} and {@code selected}, null if they are false. A
   * field without such a property gives an empty text.
   */
  String property(N element, String name);

  /** The text of an element; null if it holds elements. */
  String text(N element);

  void setText(N element, String text);

  void listen(N element, String event, Listener<Object> listener);

  /** The child of {@code parent} that holds the focus or, if none does, the selection; null if none does. */
  N held(N parent);
}
