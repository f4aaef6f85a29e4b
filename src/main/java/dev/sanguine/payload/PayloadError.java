package dev.sanguine.payload;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import jsinterop.annotations.JsConstructor;

/**
 * Why a request failed: what every thenable of this package is rejected with. A RuntimeException on the JVM, an Error
 * in JavaScript, where the same is there as properties: {@code name}, {@code message}, {@code kind}, {@code status},
 * {@code outcome}, {@code errors} (each with path, message, label), {@code request}, {@code body}, {@code current},
 * {@code retryAfter}, {@code cause}. The message is the server's own if it sent one.
 */
@SuppressWarnings("serial")
public final class PayloadError extends Rejection {
  @JsConstructor
  @SuppressWarnings("unusable-by-js")
  PayloadError(ErrorKind kind, HttpRequest request, String message, boolean mayHaveChanged) {
    super(message);
    put("name", "PayloadError");
    put("kind", kind.value);
    put("request", request.toString());
    put(
        "outcome",
        kind == ErrorKind.CONFLICT && request.changes()
            ? "conflict"
            : mayHaveChanged && request.changes() ? "unknown" : "failed");
    put("status", 0.0);
    put("errors", Json.array());
  }

  /** For an {@link Http} whose request surely never left. */
  public static PayloadError notSent(HttpRequest request, Object cause) {
    return new PayloadError(
            ErrorKind.NETWORK,
            request,
            "The server can't be reached. Check the network and try again.",
            false)
        .because(cause);
  }

  /** For an {@link Http} that got no answer to a request that may have left. */
  public static PayloadError cut(HttpRequest request, Object cause) {
    return new PayloadError(
            ErrorKind.NETWORK,
            request,
            "The connection to the server was lost. Check the network and try again.",
            true)
        .because(cause);
  }

  /** True if the value is a PayloadError of this kind. */
  public static boolean is(Object error, ErrorKind kind) {
    return error instanceof PayloadError && ((PayloadError) error).kind() == kind;
  }

  public ErrorKind kind() {
    return ErrorKind.of((String) value("kind"));
  }

  /** The answer's status; 0 if there was no answer. */
  public int status() {
    return ((Double) value("status")).intValue();
  }

  public String message() {
    return (String) value("message");
  }

  /**
   * "unknown" if the server may have made the change that was asked for: no answer came in time, the connection was
   * lost, the answer to a change can't be read, or some records of several were changed. "conflict" if it has not made the
   * change because somebody else was faster. Else "failed".
   */
  public String outcome() {
    return (String) value("outcome");
  }

  public boolean isOutcomeUnknown() {
    return outcome().equals("unknown");
  }

  /** What is wrong with which field, in the server's order; empty if it names none. */
  public Seq<FieldError> fieldErrors() {
    Seq<FieldError> all = new Seq<>();
    Seq<Object> documents = Json.items(value("errors"));
    for (int i = 0; i < documents.size(); i++) {
      Object d = documents.get(i);
      all.add(new FieldError(
          Json.string(d, "path"), Json.string(d, "message"), Json.string(d, "label")));
    }
    return all;
  }

  /** Method and path of the request: "PATCH /api/orders/12". */
  public String request() {
    return (String) value("request");
  }

  /** The answer's text as it came; null if there was no answer. */
  public String body() {
    return (String) orNull("body");
  }

  /** The record as the server holds it, if a conflict's answer brings it; else null. */
  public Object current() {
    return orNull("current");
  }

  /** The ids of the records that a change of several failed in, each with its error, as the answer has them; null of all else. */
  public Object failed() {
    return orNull("failed");
  }

  /** The answer to a change of several records of which some failed; null of all else. */
  public Object answer() {
    return orNull("answer");
  }

  /** Milliseconds after which the server may be asked again; NaN if it does not say. */
  public double retryAfter() {
    Object value = orNull("retryAfter");
    return value == null ? Double.NaN : (Double) value;
  }

  @Override
  public String toString() {
    return "PayloadError: " + request() + ": " + (status() == 0 ? "" : status() + " ") + message();
  }

  PayloadError because(Object cause) {
    if (cause != null) {
      put("cause", cause);
    }
    return this;
  }

  PayloadError answered(HttpResponse response) {
    put("status", (double) response.status);
    put("body", response.text);
    return this;
  }

  private Object orNull(String name) {
    Object value = value(name);
    return value == null ? null : value;
  }
}
