package dev.sanguine.env;

/**
 * Failures. In JavaScript anything can be thrown and the same value must come back, so to the engine a failure is an
 * {@code Object} that it never looks into; this is the one place that knows how one is thrown and caught.
 */
public interface Errors {
  /** Runs {@code body}; the very value it throws goes to {@code onThrow}, whose result is then the result. */
  Object attempt(Supply body, Then<Object> onThrow);

  /** As {@link #attempt}, for what returns nothing. */
  default void guard(Task body, Listener<Object> onThrow) {
    attempt(
        () -> {
          body.run();
          return null;
        },
        error -> {
          onThrow.on(error);
          return null;
        });
  }

  /** Hands the value to {@code next}; what that throws goes to {@code onThrow}. */
  default void hand(Object value, Listener<Object> next, Listener<Object> onThrow) {
    guard(() -> next.on(value), onThrow);
  }

  /** Throws {@code error}; returns never, for callers that must return. */
  default <T> T fail(Object error) {
    throw raise(error);
  }

  /** Throws {@code error}; declared to return so that callers can write {@code throw errors.raise(e)}. */
  RuntimeException raise(Object error);

  /** A new error of the platform (an Error in JavaScript, an IllegalStateException on the JVM). */
  Object create(String message);

  /** A cancellation; its flags say whether the state is reverted and whether nobody is told. */
  Object cancelled(Object revert, Object silent);

  boolean isCancelled(Object error);

  boolean cancelledReverts(Object error);

  boolean cancelledSilently(Object error);

  /** What the error, an object of the app's or of a library, has under this name; null or undefined if nothing. */
  Object member(Object error, String name);

  /** The status of the answer that the error tells of: its own, or that of its {@code response}; 0 if there is none. */
  double status(Object error);

  /**
   * True for the errors by which the platform and the usual HTTP clients say that no answer came or none that can be read, and
   * for those that tell a status of 500 or above: the request may have reached the server.
   */
  boolean isLost(Object error);

  /** Writes a warning to the console or the log of the platform. */
  void warn(String message);

  /** Writes an error to the console or the log of the platform. */
  default void report(String message) {
    report(message, null);
  }

  /** The same, with what was thrown. */
  void report(String message, Object error);
}
