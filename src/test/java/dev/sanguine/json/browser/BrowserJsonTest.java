package dev.sanguine.json.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import elemental2.core.Global;
import elemental2.core.JsObject;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;
import org.junit.Test;

/** Documents are JavaScript's own. */
public class BrowserJsonTest {
  @Test
  public void documents_arePlainObjectsAndArrays() {
    Object record = Json.object("a", 1, "b", Json.array("x"));
    assertTrue(JsObject.getPrototypeOf(record) == JsObject.getPrototypeOf(JsPropertyMap.of()));
    assertEquals("{\"a\":1,\"b\":[\"x\"]}", Global.JSON.stringify(record));
    assertEquals("number", Js.typeof(Js.asPropertyMap(record).get("a")));
    Seq<Object> array = Js.uncheckedCast(Json.array(1, 2));
    assertEquals(2, array.size());
  }

  @Test
  public void aCopyOfAnAttack_keepsThePlainPrototype() {
    Object copy = Json.with(Json.parse("{\"__proto__\":{\"admin\":true}}"), "a", 1);
    assertTrue(JsObject.getPrototypeOf(copy) == JsObject.getPrototypeOf(JsPropertyMap.of()));
  }
}
