package dev.sanguine.payload;

import dev.sanguine.env.AbortSignal;

/** One request as it goes out. Immutable. */
public final class HttpRequest {
  /** Lets a reading request be a POST, if its query is too long for an address. */
  static final String METHOD_OVERRIDE = "X-Payload-HTTP-Method-Override";

  /** GET, POST, PATCH or DELETE. */
  public final String method;
  /** An absolute address, or (in the browser) a path on the page's own server. */
  public final String url;

  public final Headers headers;
  /** Null if there is none. */
  public final String body;
  /** Says that nobody waits for the answer any more; null if nobody will. */
  public final AbortSignal signal;
  /** It is to outlive the page that sends it. */
  public final boolean keepalive;

  public HttpRequest(String method, String url, Headers headers, String body, AbortSignal signal) {
    this(method, url, headers, body, signal, false);
  }

  HttpRequest(
      String method,
      String url,
      Headers headers,
      String body,
      AbortSignal signal,
      boolean keepalive) {
    this.method = method;
    this.url = url;
    this.headers = headers;
    this.body = body;
    this.signal = signal;
    this.keepalive = keepalive;
  }

  HttpRequest with(AbortSignal other) {
    return new HttpRequest(method, url, headers, body, other, keepalive);
  }

  /** True if the server may hold something else after it than before. */
  public boolean changes() {
    return !method.equals("GET") && headers.get(METHOD_OVERRIDE) == null;
  }

  /** Method and address without the query: "PATCH /api/orders/12". */
  @Override
  public String toString() {
    int query = url.indexOf('?');
    return method + " " + (query < 0 ? url : url.substring(0, query));
  }
}
