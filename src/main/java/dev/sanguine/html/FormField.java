package dev.sanguine.html;

/**
 * What an input shows, and who hears what a person does in it. A draft's field is one ({@code client.observeDraft(...)}); a
 * program may have its own. {@link Tag#field} ties an element to it.
 */
public interface FormField {
  /** The input's name. */
  String name();

  /** The id of the element that says what is wrong, one on the page. */
  default String messageId() {
    return name() + "-message";
  }

  /** What the input shows. */
  String text();

  /** True if a checkbox is checked. */
  default boolean isChecked() {
    return false;
  }

  /** True if what it shows was refused. */
  boolean isInvalid();

  /** What is wrong; empty if nothing is. */
  String message();

  /** A person has typed: this is the whole text. */
  void typed(String text);

  /** A person has checked a checkbox, or unchecked it. */
  default void checked(boolean isChecked) {}

  /** A person has come into the input. */
  default void entered() {}

  /** A person has left the input. */
  default void left() {}

  /** A person is done with what he typed: by Enter, by leaving the input, by choosing an option. */
  default void committed() {}
}
