package dev.sanguine.collections.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.collections.CollectionFace;
import dev.sanguine.collections.PayloadFace;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.js.BrowserEnvironment;
import dev.sanguine.json.Json;
import dev.sanguine.payload.FetchHttp.FetchFunction;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.QueryClientConfig;
import elemental2.promise.Promise;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;
import org.junit.Before;
import org.junit.Test;

/** {@code payloadCollection}, as a page calls it. */
public class PayloadFaceTest {
  private final Seq<String> asked = new Seq<>();
  private QueryClient client;

  @JsMethod(namespace = JsPackage.GLOBAL, name = "Promise.resolve")
  private static native <T> Promise<T> promise(Object value);

  private FetchFunction answering(int status, String body) {
    return (url, init) -> {
      JsPropertyMap<Object> headers = Js.uncheckedCast(Js.asPropertyMap(init).get("headers"));
      asked.add(url + " " + headers.get("X-Shop"));
      return answer(body.replace('\'', '"'), status);
    };
  }

  private static Object answer(String body, int status) {
    JsPropertyMap<Object> init = JsPropertyMap.of();
    init.set("status", status);
    return new elemental2.dom.Response(body, Js.<elemental2.dom.ResponseInit>uncheckedCast(init));
  }

  private static JsPropertyMap<Object> options(Object fetch) {
    JsPropertyMap<Object> options = JsPropertyMap.of();
    options.set("url", "/shop/api");
    options.set("fetch", fetch);
    options.set("headers", Json.object("X-Shop", "a"));
    return options;
  }

  @Before
  public void thePagesWorld() {
    Environment.setStandard(BrowserEnvironment.create());
    client = new QueryClient(new QueryClientConfig());
  }

  @Test(timeout = 5_000)
  public Promise<Object> itAsksByTheFunctionThatItIsGiven() {
    CollectionFace orders =
        PayloadFace.payloadCollection("orders", options(answering(200, "{'id':7}")));
    Thenable<Object> fetched = client.fetchQuery(orders.byId(7.0));
    return Js.<Promise<Object>>uncheckedCast(fetched).then(order -> {
      assertEquals("/shop/api/orders/7 a", asked.get(0));
      assertEquals(7.0, Json.number(client.getQueryData(QueryKey.of("orders", 7)), "id"), 0);
      return promise(null);
    });
  }

  @Test(timeout = 5_000)
  public Promise<Object> aRefusal_namesItsFields() {
    CollectionFace orders = PayloadFace.payloadCollection(
        "orders",
        options(
            answering(
                400,
                "{'errors':[{'message':'No.','data':{'errors':[{'path':'total','message':'Odd.'}]}}]}")));
    Thenable<Object> fetched = client.fetchQuery(orders.byId(7.0));
    return Js.<Promise<Object>>uncheckedCast(fetched)
        .then(order -> promise("none"), error -> promise(PayloadFace.fieldErrors(error)))
        .then(errors -> {
          assertEquals("[{\"path\":\"total\",\"message\":\"Odd.\"}]", Json.stringify(errors));
          assertEquals("[]", Json.stringify(PayloadFace.fieldErrors("another error")));
          return promise(null);
        });
  }

  @Test
  public void anUnknownOption_isRefused() {
    String[] told = {"nothing"};
    try {
      PayloadFace.payloadCollection("orders", Json.object("address", "/api"));
    } catch (Throwable thrown) {
      told[0] = thrown.getMessage();
    }
    assertTrue(told[0], told[0].contains("payloadCollection 'orders': address is no option; give"));
  }
}
