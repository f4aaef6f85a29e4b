package dev.sanguine.json;

/**
 * A text is no JSON. As the answer to a change it leaves open what became of the change: the server may have made it.
 */
public final class JsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  JsonException(String message) {
    super(message);
  }
}
