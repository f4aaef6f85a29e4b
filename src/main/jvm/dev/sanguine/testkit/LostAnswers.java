package dev.sanguine.testkit;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** The plain errors by which a platform says that a request may have been taken, and that say nothing of it themselves. */
final class LostAnswers {
  static final int KINDS = 5;

  /** An answer of the server that may come after the change. */
  public static final class Status extends RuntimeException {
    private static final long serialVersionUID = 1;

    public final int status = 503;
  }

  private LostAnswers() {}

  static Object of(int kind) {
    switch (kind) {
      case 0:
        return new UncheckedIOException(new IOException("the connection was closed"));
      case 1:
        return new TimeoutException("timed out");
      case 2:
        return new CompletionException(new IOException("stopped"));
      case 3:
        return new EOFException("the body can't be read");
      default:
        return new Status();
    }
  }
}
