package dev.sanguine.payload.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.AbortController;
import dev.sanguine.env.Thenable;
import dev.sanguine.payload.ErrorKind;
import dev.sanguine.payload.FetchHttp;
import dev.sanguine.payload.Headers;
import dev.sanguine.payload.HttpRequest;
import dev.sanguine.payload.HttpResponse;
import dev.sanguine.payload.PayloadError;
import jsinterop.annotations.JsFunction;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What is handed to fetch, and what its promises become. */
public class FetchHttpTest {
  private static final int WAIT = 5000;

  private Object realFetch;
  private String url;
  private JsPropertyMap<Object> init;
  private Object answer;

  @Before
  public void replaceFetch() {
    realFetch = Js.global().get("fetch");
    Fetch fetch = (url, init) -> {
      this.url = url;
      this.init = init;
      return answer;
    };
    Js.global().set("fetch", fetch);
    setOnline(true);
  }

  @After
  public void restoreFetch() {
    Js.global().set("fetch", realFetch);
    setOnline(true);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aChange_isHandedOver() {
    answer = resolved(response("{}", 200));
    AbortController controller = new AbortController();
    Headers headers = Headers.NONE.with("Content-Type", "application/json").with("X-A", "1");
    return new FetchHttp()
        .send(new HttpRequest(
            "PATCH", "/api/orders/1?depth=0", headers, "{\"a\":1}", controller.signal))
        .then(
            response -> {
              assertEquals("/api/orders/1?depth=0", url);
              assertEquals("PATCH", init.get("method"));
              assertEquals("{\"a\":1}", init.get("body"));
              assertSame(controller.signal, init.get("signal"));
              assertEquals("same-origin", init.get("credentials"));
              assertEquals("no-store", init.get("cache"));
              assertEquals("manual", init.get("redirect"));
              assertEquals("1", Js.asPropertyMap(init.get("headers")).get("X-A"));
              return null;
            },
            null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aReadingRequest_hasNoBodyAndNoSignal() {
    answer = resolved(response("{}", 200));
    return FetchHttp.withCredentials()
        .send(request("GET"))
        .then(
            response -> {
              assertFalse(init.has("body"));
              assertFalse(init.has("signal"));
              assertEquals("include", init.get("credentials"));
              return null;
            },
            null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> anAnswerOfAnyStatus_comes() {
    answer = resolved(response("gr\u00fc\u00df", 503));
    return new FetchHttp()
        .send(request("GET"))
        .then(
            response -> {
              assertEquals(503, response.status);
              assertEquals("gr\u00fc\u00df", response.text);
              assertEquals("7", response.headers.get("Retry-After"));
              return null;
            },
            null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aRedirect_isAnAnswer() {
    Object redirect = response("", 200);
    define(redirect, "type", "opaqueredirect");
    define(redirect, "status", 0.0);
    answer = resolved(redirect);
    return new FetchHttp()
        .send(request("PATCH"))
        .then(
            response -> {
              assertEquals(302, response.status);
              return null;
            },
            null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aFailureOnTheWay_leavesTheOutcomeOpen() {
    answer = rejected("TypeError");
    Thenable<HttpResponse> sent = new FetchHttp().send(request("PATCH"));
    setOnline(false);
    return failure(sent, "unknown");
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aFailureWithoutANetwork_gotNowhere() {
    answer = rejected("TypeError");
    setOnline(false);
    return failure(new FetchHttp().send(request("PATCH")), "failed");
  }

  @Test(timeout = WAIT)
  public Thenable<Object> withoutANetwork_theOwnMachineAnswersNonetheless() {
    answer = resolved(response("{}", 200));
    setOnline(false);
    return new FetchHttp()
        .send(request("GET"))
        .then(
            response -> {
              assertEquals(200, response.status);
              return null;
            },
            null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> anAnswerThatIsCut_leavesTheOutcomeOpen() {
    Object cut = response("", 200);
    Text text = () -> rejected("TypeError");
    define(cut, "text", text);
    answer = resolved(cut);
    return failure(new FetchHttp().send(request("PATCH")), "unknown");
  }

  private static Thenable<Object> failure(Thenable<HttpResponse> sent, String outcome) {
    return sent.then(
        response -> {
          throw new AssertionError("no failure but " + response);
        },
        e -> {
          PayloadError error = (PayloadError) e;
          assertEquals(ErrorKind.NETWORK, error.kind());
          assertEquals(outcome, error.outcome());
          assertEquals("TypeError", Js.asPropertyMap(error).get("cause"));
          return null;
        });
  }

  private static HttpRequest request(String method) {
    return new HttpRequest(method, "/api/orders", Headers.NONE, null, null);
  }

  private static Object response(String text, int status) {
    JsPropertyMap<Object> headers = JsPropertyMap.of();
    headers.set("Retry-After", "7");
    JsPropertyMap<Object> init = JsPropertyMap.of();
    init.set("status", (double) status);
    init.set("headers", headers);
    return new Response(text, init);
  }

  private static void setOnline(boolean online) {
    define(Js.asPropertyMap(Js.global()).get("navigator"), "onLine", online);
  }

  private static void define(Object object, String name, Object value) {
    JsPropertyMap<Object> descriptor = JsPropertyMap.of();
    descriptor.set("value", value);
    descriptor.set("configurable", true);
    defineProperty(object, name, descriptor);
  }

  @JsFunction
  private interface Fetch {
    Object call(String url, JsPropertyMap<Object> init);
  }

  @JsFunction
  private interface Text {
    Object call();
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Response")
  private static class Response {
    Response(String text, Object init) {}
  }

  @JsMethod(namespace = JsPackage.GLOBAL, name = "Object.defineProperty")
  private static native Object defineProperty(Object object, String name, Object descriptor);

  @JsMethod(namespace = JsPackage.GLOBAL, name = "Promise.resolve")
  private static native Object resolved(Object value);

  @JsMethod(namespace = JsPackage.GLOBAL, name = "Promise.reject")
  private static native Object rejected(Object error);
}
