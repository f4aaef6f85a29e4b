package dev.sanguine.payload;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;

/**
 * A Payload server's REST API. Immutable: {@code with...} gives another client over the same {@link Http}.
 *
 * <p>What is given wrongly (a slug, an id, a field path) is thrown as IllegalArgumentException by the call; whatever
 * happens to the request after that rejects the thenable with a {@link PayloadError}.
 */
public final class PayloadClient {
  /** How long an answer may take if nothing else is said, in milliseconds. */
  public static final double DEFAULT_TIMEOUT = 30_000;

  /** Longer addresses are refused by servers and proxies; a longer query goes in the body. */
  private static final int LONGEST_QUERY = 6000;

  private final Http http;
  private final Environment environment;
  private final String api;
  private final Headers headers;
  private final double timeout;
  private final Answers answers;

  /**
   * A client of one server.
   *
   * @param api the address of the REST API: {@code "https://shop.example/api"}, or, in the browser, a path on the
   *     page's own server: {@code "/api"}
   */
  public PayloadClient(Http http, Environment environment, String api) {
    this(http, environment, address(api), Headers.NONE, DEFAULT_TIMEOUT);
  }

  private PayloadClient(
      Http http, Environment environment, String api, Headers headers, double timeout) {
    this.http = http;
    this.environment = environment;
    this.api = api;
    this.headers = headers;
    this.timeout = timeout;
    this.answers = new Answers(environment);
  }

  /** A client that sends this header with every request. */
  public PayloadClient withHeader(String name, String value) {
    return new PayloadClient(http, environment, api, headers.with(name, value), timeout);
  }

  /** A client that is signed in by a token ({@link Session#token}) instead of a cookie. */
  public PayloadClient withToken(String token) {
    return withHeader("Authorization", "JWT " + token);
  }

  /** A client whose requests are given up after so many milliseconds; 0 for never. Default: 30,000. */
  public PayloadClient withTimeout(double milliseconds) {
    return new PayloadClient(http, environment, api, headers, Call.checkTimeout(milliseconds));
  }

  /** The collection, its records as plain documents ({@link Json}). */
  public PayloadCollection<Object> collection(String slug) {
    return collection(slug, document -> document);
  }

  /** The collection, its records as the decoder makes them. */
  public <T> PayloadCollection<T> collection(String slug, Decoder<T> decoder) {
    return new PayloadCollection<>(this, Names.slug(slug), decoder);
  }

  /** Signing in and out, through a collection that Payload authenticates. */
  public PayloadUsers users(String slug) {
    return new PayloadUsers(this, Names.slug(slug));
  }

  Environment environment() {
    return environment;
  }

  /** Makes a result of an answer whose document has been read. */
  interface Reader<T> {
    T read(Answers answers, HttpRequest request, HttpResponse response, Object answer);
  }

  <T> Thenable<T> get(String path, QueryText query, Call call, Reader<T> reader) {
    String text = query.toString();
    if (text.length() > LONGEST_QUERY) {
      Headers override = Headers.NONE
          .with(HttpRequest.METHOD_OVERRIDE, "GET")
          .with("Content-Type", "application/x-www-form-urlencoded");
      return send("POST", path, override, text, call, reader);
    }
    return send("GET", withQuery(path, text), Headers.NONE, null, call, reader);
  }

  /**
   * Asks for a change.
   *
   * @param data a document, or null for none
   */
  <T> Thenable<T> change(String method, String path, Object data, Call call, Reader<T> reader) {
    return change(method, path, new QueryText(), data, call, reader);
  }

  /** The same of the records that the query means. */
  <T> Thenable<T> change(
      String method, String path, QueryText query, Object data, Call call, Reader<T> reader) {
    call.write(query);
    Headers type =
        data == null ? Headers.NONE : Headers.NONE.with("Content-Type", "application/json");
    String body = data == null ? null : Json.stringify(data);
    return send(method, withQuery(path, query.toString()), type, body, call, reader);
  }

  private <T> Thenable<T> send(
      String method, String path, Headers own, String body, Call call, Reader<T> reader) {
    Headers all = Headers.NONE
        .with("Accept", "application/json")
        .withAll(headers)
        .withAll(call.headers)
        .withAll(own);
    HttpRequest request =
        new HttpRequest(method, api + path, all, body, call.signal, call.keepalive);
    double limit = call.timeout >= 0 ? call.timeout : timeout;
    return Exchange.send(environment, http, request, limit)
        .then(
            response -> reader.read(answers, request, response, answers.read(request, response)),
            null);
  }

  private static String withQuery(String path, String query) {
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static String address(String api) {
    boolean path = api != null && api.startsWith("/") && !api.startsWith("//");
    boolean url = api != null && (api.startsWith("https://") || api.startsWith("http://"));
    if (!path && !url || api.indexOf('?') >= 0 || api.indexOf('#') >= 0) {
      throw new IllegalArgumentException("api " + Names.quote(api)
          + " is no address of a server's API; give one such as \"https://shop.example/api\""
          + " or \"/api\"");
    }
    return api.endsWith("/") ? api.substring(0, api.length() - 1) : api;
  }
}
