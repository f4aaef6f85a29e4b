package dev.sanguine.query.conflicts;

/** What a mutation fails with whose change nobody has decided about: somebody else has changed the same. */
@SuppressWarnings("serial")
public final class ConflictError extends RuntimeException {
  /** By which the error is known, as that of every error that says what became of a request. */
  public final String outcome = "conflict";
  /** The status of the answer that refused the request; 0 if there was none. */
  public double status;

  public transient Object base;
  public transient Object mine;
  public transient Object theirs;

  ConflictError(String message) {
    super(message);
  }

  static ConflictError of(String message, Object cause) {
    ConflictError error = new ConflictError(message);
    if (cause instanceof Throwable) {
      error.initCause((Throwable) cause);
    }
    return error;
  }
}
