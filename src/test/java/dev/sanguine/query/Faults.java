package dev.sanguine.query;

import dev.sanguine.env.Seq;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Errors as this runtime's own network and its usual clients throw them. */
public final class Faults {
  /** As an app writes it, for itself alone. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("unused") // Read by its name.
    public final int status;

    Refused(int status) {
      this.status = status;
    }
  }

  private Faults() {}

  /** No answer came, or none that can be read. */
  public static Seq<Object> lost() {
    return Seq.of(
        new IOException("connection reset"),
        new EOFException(),
        new SocketException("Broken pipe"),
        new SocketTimeoutException("Read timed out"),
        new TimeoutException(),
        new UncheckedIOException(new IOException()),
        new CompletionException(new IOException()),
        new ExecutionException(new CompletionException(new TimeoutException())),
        new CancellationException(),
        new InterruptedException(),
        new Refused(500),
        new CompletionException(new Refused(503)));
  }

  /** The server said no, or the request never left. */
  public static Seq<Object> failed() {
    return Seq.of(
        new ConnectException("Connection refused"),
        new NoRouteToHostException(),
        new UnknownHostException("shop.example"),
        new CompletionException(new ConnectException()),
        new IllegalStateException("no"),
        new Refused(400),
        new Refused(409),
        new CompletionException(new Refused(404)),
        "a text",
        5.0);
  }
}
