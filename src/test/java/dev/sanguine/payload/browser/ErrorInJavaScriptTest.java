package dev.sanguine.payload.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Environment;
import dev.sanguine.json.Json;
import dev.sanguine.payload.Headers;
import dev.sanguine.payload.HttpResponse;
import dev.sanguine.payload.PayloadClient;
import dev.sanguine.payload.PayloadError;
import dev.sanguine.testkit.VirtualEnvironment;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;
import org.junit.Test;

/** A PayloadError as code in JavaScript sees it. */
public class ErrorInJavaScriptTest {
  private final VirtualEnvironment world = new VirtualEnvironment();

  @Test
  public void itIsAnErrorWithPlainProperties() {
    JsPropertyMap<Object> error = Js.asPropertyMap(
        update(
            400,
            "{\"errors\":[{\"message\":\"Bad\",\"data\":{\"errors\":[{\"path\":\"a\",\"message\":\"m\",\"label\":\"A\"}]}}]}"));
    Object untyped = error;
    assertTrue(untyped instanceof NativeError);
    assertEquals("PayloadError", error.get("name"));
    assertEquals("Bad", error.get("message"));
    assertEquals("validation", error.get("kind"));
    assertEquals("failed", error.get("outcome"));
    assertEquals("PATCH /api/orders/1", error.get("request"));
    assertTrue(Js.isTripleEqual(400.0, error.get("status")));
    assertEquals(
        "[{\"path\":\"a\",\"message\":\"m\",\"label\":\"A\"}]",
        Json.stringify(error.get("errors")));
    assertEquals("PayloadError: PATCH /api/orders/1: 400 Bad", string(error));
    assertTrue(((String) error.get("stack")).length() > 0);
    assertFalse(error.has("current"));
  }

  @Test
  public void itsOwnMembersAreThese() {
    Object conflict =
        update(412, "{\"errors\":[{\"message\":\"Stale\",\"data\":{\"current\":{\"id\":1}}}]}");
    assertEquals(
        "name,kind,request,outcome,status,errors,body,current,theirs", join(keys(conflict)));
    assertEquals("{\"id\":1}", Json.stringify(Js.asPropertyMap(conflict).get("current")));
  }

  private PayloadError update(int status, String body) {
    Environment environment = world.environment();
    PayloadClient client = new PayloadClient(
        request -> environment.deferreds.resolve(new HttpResponse(status, Headers.NONE, body)),
        environment,
        "/api");
    Object[] error = new Object[1];
    client.collection("orders").update(1, Json.object()).then(null, e -> error[0] = e);
    world.runMicrotasks();
    return (PayloadError) error[0];
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Error")
  private static class NativeError {}

  @JsMethod(namespace = JsPackage.GLOBAL, name = "String")
  private static native String string(Object value);

  @JsMethod(namespace = JsPackage.GLOBAL, name = "Object.keys")
  private static native Object keys(Object value);

  @JsMethod(namespace = JsPackage.GLOBAL, name = "String")
  private static native String join(Object array);
}
