package dev.sanguine.payload;

/** What is wrong with one field. Immutable. */
public final class FieldError {
  /** The field's path: {@code "items.0.qty"}. */
  public final String path;

  public final String message;
  /** The field's name for people; null if the server sends none. */
  public final String label;

  FieldError(String path, String message, String label) {
    this.path = path;
    this.message = message;
    this.label = label;
  }

  @Override
  public String toString() {
    return path + ": " + message;
  }
}
