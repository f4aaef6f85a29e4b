package dev.sanguine.payload;

import dev.sanguine.env.Thenable;
import jsinterop.annotations.JsFunction;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/**
 * Sends requests by the platform's fetch (a browser's or Node's). Cookies go to the page's own server only, unless
 * {@link #withCredentials} says otherwise; nothing is answered from the browser's cache; redirects are not followed.
 */
public final class FetchHttp implements Http {
  private final String credentials;
  /** Null for the platform's own. */
  private final FetchFunction function;

  /** A function like the platform's fetch. */
  @JsFunction
  public interface FetchFunction {
    Object fetch(String url, Object init);
  }

  public FetchHttp() {
    this("same-origin", null);
  }

  private FetchHttp(String credentials, FetchFunction function) {
    this.credentials = credentials;
    this.function = function;
  }

  /** Sends requests by this function. */
  public static FetchHttp by(FetchFunction fetch) {
    return new FetchHttp("same-origin", fetch);
  }

  /** Sends cookies to servers of other origins too; they must allow it by CORS. */
  public static FetchHttp withCredentials() {
    return new FetchHttp("include", null);
  }

  @Override
  public Thenable<HttpResponse> send(HttpRequest request) {
    JsPropertyMap<Object> headers = JsPropertyMap.of();
    for (int i = 0; i < request.headers.size(); i++) {
      headers.set(request.headers.name(i), request.headers.value(i));
    }
    JsPropertyMap<Object> init = JsPropertyMap.of();
    init.set("method", request.method);
    init.set("headers", headers);
    init.set("credentials", credentials);
    init.set("cache", "no-store");
    init.set("redirect", "manual");
    if (request.body != null) {
      init.set("body", request.body);
    }
    if (request.signal != null) {
      init.set("signal", request.signal);
    }
    if (request.keepalive) {
      init.set("keepalive", true);
    }
    // Asked before: a network that goes while the request is under way says nothing about whether
    // it arrived.
    boolean offline = isOffline();
    Thenable<Response> sent = function == null
        ? Fetch.fetch(request.url, init)
        : Fetch.resolve(function.fetch(request.url, init));
    return sent.<HttpResponse>then(FetchHttp::read, null)
        .then(
            null,
            error -> Fetch.reject(
                offline ? PayloadError.notSent(request, error) : PayloadError.cut(request, error)));
  }

  private static Thenable<HttpResponse> read(Response response) {
    Headers[] headers = {Headers.NONE};
    response.headers.forEach((value, name) -> headers[0] = headers[0].with(name, value));
    // A browser shows of a redirect only that it is one.
    int status = response.type.equals("opaqueredirect") ? 302 : response.status;
    return response.text().then(text -> new HttpResponse(status, headers[0], text), null);
  }

  private static boolean isOffline() {
    Object navigator = Js.asPropertyMap(Fetch.self()).get("navigator");
    return navigator != null && Js.isTripleEqual(Js.asPropertyMap(navigator).get("onLine"), false);
  }

  @JsFunction
  private interface HeaderVisitor {
    void visit(String value, String name);
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Headers")
  private static class ResponseHeaders {
    native void forEach(HeaderVisitor visitor);
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Response")
  private static class Response {
    int status;
    String type;
    ResponseHeaders headers;

    native Thenable<String> text();
  }

  private static final class Fetch {
    @JsMethod(namespace = JsPackage.GLOBAL)
    static native Thenable<Response> fetch(String url, Object init);

    @JsMethod(namespace = JsPackage.GLOBAL, name = "Promise.resolve")
    static native Thenable<Response> resolve(Object response);

    @JsMethod(namespace = JsPackage.GLOBAL, name = "Promise.reject")
    static native <T> Thenable<T> reject(Object error);

    static Object self() {
      return Js.global();
    }
  }
}
