package dev.sanguine.payload;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/** Reads answers, of which nothing is believed: a document of the shape that was asked for, or a {@link PayloadError}. */
final class Answers {
  private static final Object NOT_READ = new Object();
  /** No form has more fields; a longer list is no list of Payload's. */
  private static final int MOST_FIELD_ERRORS = 1000;

  private final Environment environment;

  Answers(Environment environment) {
    this.environment = environment;
  }

  /** The answer's document; throws a PayloadError if the status says failure or the text is no JSON record. */
  Object read(HttpRequest request, HttpResponse response) {
    if (response == null || !(response.status >= 200 && response.status < 600)) {
      throw raise(unreadable(request, response, "The server's answer has no status.", true));
    }
    Object document = parse(response.text);
    if (response.status >= 300) {
      throw raise(failure(request, response, document == NOT_READ ? null : document));
    }
    if (!Json.isObject(document) || document == NOT_READ) {
      String type = response.headers == null ? null : response.headers.get("content-type");
      throw raise(unreadable(
          request,
          response,
          "The server's answer is no JSON record"
              + (type == null ? "" : " but " + Names.quote(type)) + ".",
          true));
    }
    return document;
  }

  /** The record that an answer brings under {@code name}. */
  <T> T record(
      HttpRequest request, HttpResponse response, Object answer, String name, Decoder<T> decoder) {
    return decode(request, response, Json.get(answer, name), name, decoder);
  }

  /** The records that an answer lists under "docs". */
  <T> Seq<T> docs(HttpRequest request, HttpResponse response, Object answer, Decoder<T> decoder) {
    if (!Json.isArray(Json.get(answer, "docs"))) {
      throw raise(unreadable(request, response, "The server's answer has no list 'docs'.", true));
    }
    Seq<Object> documents = Json.list(answer, "docs");
    Seq<T> docs = new Seq<>();
    for (int i = 0; i < documents.size(); i++) {
      docs.add(decode(request, response, documents.get(i), "docs." + i, decoder));
    }
    return docs;
  }

  /** The same, with what the answer says of the page. */
  <T> Page<T> page(HttpRequest request, HttpResponse response, Object answer, Decoder<T> decoder) {
    return Page.of(docs(request, response, answer, decoder), answer);
  }

  /**
   * The document as a record.
   *
   * @param place where it stands in the answer, for the message; empty for the answer itself
   */
  @SuppressWarnings("unchecked")
  <T> T decode(
      HttpRequest request,
      HttpResponse response,
      Object document,
      String place,
      Decoder<T> decoder) {
    Object id = Json.get(document, "id");
    if (!(id instanceof String || id instanceof Double)) {
      throw raise(unreadable(
          request, response, "The server's answer lacks a record" + in(place) + ".", true));
    }
    Object[] thrown = new Object[1];
    Object value = environment.errors.attempt(() -> decoder.read(document), error -> {
      thrown[0] = error;
      return NOT_READ;
    });
    if (value == NOT_READ) {
      throw raise(unreadable(
              request,
              response,
              "The server's answer has a record that can't be read" + in(place) + ".",
              true)
          .because(thrown[0]));
    }
    return (T) value;
  }

  private static String in(String place) {
    return place.isEmpty() ? "" : " in '" + place + "'";
  }

  RuntimeException raise(PayloadError error) {
    return environment.errors.raise(error);
  }

  PayloadError unreadable(
      HttpRequest request, HttpResponse response, String message, boolean mayHaveChanged) {
    PayloadError error = new PayloadError(ErrorKind.UNREADABLE, request, message, mayHaveChanged);
    return response == null ? error : error.answered(response);
  }

  private Object parse(String text) {
    return text == null
        ? NOT_READ
        : environment.errors.attempt(() -> Json.parse(text), error -> NOT_READ);
  }

  private PayloadError failure(HttpRequest request, HttpResponse response, Object document) {
    if (response.status < 400) {
      return unreadable(
          request,
          response,
          "The server sends the request elsewhere (" + response.status
              + "). Give the client the server's own address.",
          false);
    }
    Object first =
        Json.list(document, "errors").size() > 0 ? Json.list(document, "errors").get(0) : null;
    String message = text(first, "message");
    if (message == null) {
      message = text(document, "message");
    }
    if (message == null) {
      message = "The server answered " + response.status + ".";
    }
    // A server that breaks may do so after the change, and a gateway knows no more than a client
    // that lost the connection.
    boolean mayHaveChanged = response.status >= 500;
    PayloadError error = new PayloadError(kind(response.status), request, message, mayHaveChanged)
        .answered(response);
    error.put("errors", fieldErrors(document));
    Object current = Json.get(Json.get(first, "data"), "current");
    if (Json.isObject(current)) {
      error.put("current", current);
      error.put("theirs", current);
    }
    addFailed(error, document);
    String asked = response.headers == null ? null : response.headers.get("retry-after");
    double retryAfter = RetryAfter.milliseconds(asked, environment.clock.now());
    if (retryAfter >= 0) {
      error.put("retryAfter", retryAfter);
    }
    return error;
  }

  /** Of a change of several records Payload answers 400 with those that it changed, and an error for each of the others. */
  private static void addFailed(PayloadError error, Object document) {
    if (Json.list(document, "docs").size() == 0) {
      return;
    }
    Seq<Object> failed = new Seq<>();
    Json.list(document, "errors").each(one -> {
      Object id = Json.get(one, "id");
      if (id instanceof String || id instanceof Double) {
        failed.add(Json.object("id", id, "error", one));
      }
    });
    if (failed.size() > 0) {
      error.put("failed", Json.arrayOf(failed));
      error.put("answer", document);
      // Who does not read that has to ask what became of it.
      error.put("outcome", "unknown");
    }
  }

  private static ErrorKind kind(int status) {
    switch (status) {
      case 400:
      case 422:
        return ErrorKind.VALIDATION;
      case 401:
        return ErrorKind.UNAUTHORIZED;
      case 403:
        return ErrorKind.FORBIDDEN;
      case 404:
        return ErrorKind.NOT_FOUND;
      case 409:
      case 412:
        return ErrorKind.CONFLICT;
      case 429:
        return ErrorKind.RATE_LIMITED;
      default:
        return status < 500 ? ErrorKind.REFUSED : ErrorKind.SERVER;
    }
  }

  /** The field errors of all of the answer's errors: in data.errors, or (from other databases) beside the message. */
  private static Object fieldErrors(Object document) {
    Seq<Object> found = new Seq<>();
    Seq<Object> errors = Json.list(document, "errors");
    for (int i = 0; i < errors.size() && found.size() < MOST_FIELD_ERRORS; i++) {
      Object error = errors.get(i);
      addFieldError(found, error, text(error, "field"));
      Seq<Object> fields = Json.list(Json.get(error, "data"), "errors");
      for (int k = 0; k < fields.size() && found.size() < MOST_FIELD_ERRORS; k++) {
        addFieldError(found, fields.get(k), text(fields.get(k), "path"));
      }
    }
    return Json.arrayOf(found);
  }

  private static void addFieldError(Seq<Object> found, Object error, String path) {
    if (path == null) {
      return;
    }
    String message = text(error, "message");
    String label = text(error, "label");
    Object field = Json.object("path", path, "message", message == null ? "is invalid" : message);
    found.add(label == null ? field : Json.with(field, "label", label));
  }

  /** The member's text; null if there is none or it is empty. */
  private static String text(Object document, String name) {
    String text = Json.string(document, name);
    return text == null || text.isEmpty() ? null : text;
  }
}
