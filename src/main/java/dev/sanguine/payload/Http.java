package dev.sanguine.payload;

import dev.sanguine.env.Thenable;

/** Sends one request: fetch in the browser, java.net.http on the JVM, a script in a test. */
@FunctionalInterface
public interface Http {
  /**
   * Fulfilled with what the server answered, whatever its status. Rejected if no answer came: with {@link
   * PayloadError#notSent} if the request surely never left, with {@link PayloadError#cut} or any other value if
   * it may have. Timeouts are the client's business: it aborts {@code request.signal}, and what is settled after that
   * is heard by nobody.
   */
  Thenable<HttpResponse> send(HttpRequest request);
}
