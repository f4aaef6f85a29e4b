package dev.sanguine.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import dev.sanguine.env.Seq;
import org.junit.Test;

/** Making, reading and copying plain documents. */
public class DocumentTest {
  private static String text(Object document) {
    return Json.stringify(document).replace('"', '\'');
  }

  private static Object json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  private static String joined(Seq<?> items) {
    StringBuilder joined = new StringBuilder();
    items.each(item -> joined.append(joined.length() == 0 ? "" : ",").append(item));
    return joined.toString();
  }

  @Test
  public void records_haveTheirMembersInOrder() {
    Object record = Json.object("b", "x", "a", 1, "c", null, "d", true);
    assertEquals("{'b':'x','a':1,'c':null,'d':true}", text(record));
    assertEquals("b,a,c,d", joined(Json.names(record)));
  }

  @Test
  public void namesThatArePlacesOfAnArray_areWrittenFirst_inOrder() {
    assertEquals(
        "{'2':3,'10':2,'4294967294':7,'b':1,'01':4,'-1':5,'4294967295':6}",
        text(Json.object(
            "b", 1, "10", 2, "2", 3, "01", 4, "-1", 5, "4294967295", 6, "4294967294", 7)));
    assertEquals("[{'0':1,'a':2}]", text(json("[{'a':2,'0':1}]")));
  }

  @Test
  public void everyNumber_isTheOneThatDocumentsKnow() {
    Object record =
        Json.object("int", 1, "long", 2L, "float", 0.5f, "byte", (byte) 3, "double", 4.5);
    assertEquals(1, Json.number(record, "int"), 0);
    assertEquals(2.0, Json.get(record, "long"));
    assertEquals("{'int':1,'long':2,'float':0.5,'byte':3,'double':4.5}", text(record));
    assertEquals("[1,2,3]", text(Json.array(1, 2L, 3.0)));
    assertEquals("[1]", text(Json.arrayOf(Seq.of((Object) 1))));
    assertEquals(7.0, Json.get(Json.with(record, "int", 7), "int"));
  }

  @Test
  public void whatIsNotThere_isNull_orNoNumber_orEmpty() {
    Object record = json("{'text':'x','number':1,'list':[1],'none':null}");
    assertNull(Json.get(record, "other"));
    assertNull(Json.get(record, "none"));
    assertNull(Json.string(record, "number"));
    assertNull(Json.string(record, "other"));
    assertTrue(Double.isNaN(Json.number(record, "text")));
    assertTrue(Double.isNaN(Json.number(record, "other")));
    assertFalse(Json.bool(record, "text"));
    assertFalse(Json.bool(record, "other"));
    assertEquals(0, Json.list(record, "text").size());
    assertEquals(0, Json.list(record, "other").size());
    assertEquals(0, Json.items("text").size());
    assertEquals(0, Json.names("text").size());
    assertEquals(0, Json.names(null).size());
  }

  @Test
  public void aMemberOfWhatIsNoRecord_isAbsent() {
    assertNull(Json.get(null, "x"));
    assertNull(Json.get("text", "length"));
    assertNull(Json.get(json("[1,2]"), "length"));
    assertNull(Json.get(1.0, "x"));
  }

  @Test
  public void theKinds_areTold() {
    assertTrue(Json.isObject(json("{}")));
    assertFalse(Json.isObject(json("[]")));
    assertFalse(Json.isObject(null));
    assertFalse(Json.isObject("{}"));
    assertTrue(Json.isArray(json("[]")));
    assertFalse(Json.isArray(json("{}")));
    assertFalse(Json.isArray(null));
    assertTrue(Json.bool(json("{'yes':true}"), "yes"));
    assertEquals("x", Json.string(json("{'a':'x'}"), "a"));
  }

  @Test
  public void with_copies_andLeavesTheOtherAsItWas() {
    Object before = json("{'a':1,'b':{'c':2}}");
    Object after = Json.with(before, "a", "x");
    assertEquals("{'a':1,'b':{'c':2}}", text(before));
    assertEquals("{'a':'x','b':{'c':2}}", text(after));
    assertTrue("the rest is the same", Json.get(before, "b") == Json.get(after, "b"));
    assertEquals("{'a':1,'b':{'c':2},'n':null}", text(Json.with(before, "n", null)));
  }

  @Test
  public void items_areANewSequence() {
    Object array = json("[1,2]");
    Seq<Object> items = Json.items(array);
    items.add("x");
    assertEquals("[1,2]", text(array));
    assertEquals("[1,2,'x']", text(Json.arrayOf(items)));
    assertEquals(2, Json.list(json("{'l':[1,2]}"), "l").size());
  }

  @Test
  public void namesOfJavaScriptsOwn_areNamesLikeOthers() {
    Object record = json("{'a':1}");
    assertNull(Json.get(record, "toString"));
    assertNull(Json.get(record, "constructor"));
    assertNull(Json.get(record, "__proto__"));
    assertNull(Json.get(record, "hasOwnProperty"));
    Object odd = Json.object("constructor", "x", "toString", 1);
    assertEquals("{'constructor':'x','toString':1}", text(odd));
    assertEquals("x", Json.string(odd, "constructor"));
  }

  @Test
  public void proto_isAMember_andReachesNoPrototype() {
    Object attack = json("{'__proto__':{'admin':true},'a':1}");
    assertTrue(Json.bool(Json.get(attack, "__proto__"), "admin"));
    assertNull(Json.get(attack, "admin"));
    assertNull(Json.get(json("{}"), "admin"));
    assertEquals("{'__proto__':{'admin':true},'a':1}", text(attack));
    Object copy = Json.with(attack, "a", 2);
    assertEquals("{'__proto__':{'admin':true},'a':2}", text(copy));
    assertNull(Json.get(copy, "admin"));
    Object made = Json.object("__proto__", json("{'admin':true}"));
    assertEquals("{'__proto__':{'admin':true}}", text(made));
    Object replaced = Json.with(json("{'a':1}"), "__proto__", "x");
    assertEquals("{'a':1,'__proto__':'x'}", text(replaced));
  }

  @Test
  public void aNameWithoutAValue_isRefused() {
    try {
      Json.object("a", 1, "b");
      fail("must be refused");
    } catch (IllegalArgumentException e) {
      assertEquals("Json.object: b has no value; give a name and a value each", e.getMessage());
    }
  }
}
