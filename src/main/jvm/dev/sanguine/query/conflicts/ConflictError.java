package dev.sanguine.query.conflicts;

/** What a mutation fails with that was not sent, since somebody else has changed the same and the page knows. */
@SuppressWarnings("serial")
public final class ConflictError extends RuntimeException {
  /** What became of the change, as any error may say it. */
  public final String outcome = "conflict";

  private ConflictError(String message) {
    super(message);
  }

  static Object of(String message) {
    return new ConflictError(message);
  }
}
