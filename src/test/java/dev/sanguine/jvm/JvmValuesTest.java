package dev.sanguine.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.QueryKey;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What values are on the JVM: equality by equals, sharing by identity, keys of lists, functions by their types. */
public class JvmValuesTest {
  private final JvmValues values = new JvmValues();

  /** An immutable value of an app's own. */
  private static final class Money {
    final int cents;

    Money(int cents) {
      this.cents = cents;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Money && ((Money) other).cents == cents;
    }

    @Override
    public int hashCode() {
      return cents;
    }
  }

  @Test
  public void nullIsUndefined() {
    assertTrue(values.isUndefined(values.undefined()));
    assertTrue(values.isUndefined(null));
    assertFalse(values.isUndefined(false));
  }

  @Test
  public void same_isIdentity_andEqualityOfTextsNumbersAndBooleans() {
    assertTrue(values.same(new String("a"), new String("a")));
    assertTrue(values.same(1000.0, 1000.0));
    assertTrue(values.same(null, null));
    assertFalse(values.same(new Money(1), new Money(1)));
    assertFalse(values.same(List.of(), List.of(1)));
    assertFalse(values.same("1", 1.0));
  }

  @Test
  public void truthy_isAsInJavaScript() {
    for (Object no : new Object[] {null, false, 0.0, ""}) {
      assertFalse(String.valueOf(no), values.isTruthy(no));
    }
    for (Object yes : new Object[] {true, 1.0, "a", List.of()}) {
      assertTrue(values.isTruthy(yes));
    }
  }

  @Test
  public void functions_areWhatTheEngineCalls() {
    Updater updater = old -> old;
    Supply supply = () -> null;
    assertTrue(values.isFunction(updater));
    assertTrue(values.isFunction(supply));
    assertFalse(values.isFunction("text"));
    assertFalse(values.isFunction(null));
    assertFalse(values.isFunction(Map.of()));
  }

  @Test
  public void keys_areQueryKeysAndLists() {
    assertTrue(values.isKey(QueryKey.of("a")));
    assertTrue(values.isKey(List.of("a")));
    assertFalse(values.isKey("a"));
    assertEquals("[\"a\",1]", values.hashKey(QueryKey.of("a", 1)));
    assertEquals(values.hashKey(QueryKey.of("a", 1)), values.hashKey(List.of("a", 1.0)));
    assertEquals(QueryKey.of("a", 1), QueryKey.of("a", 1));
    assertEquals(QueryKey.of("a", 1).hashCode(), QueryKey.of("a", 1.0).hashCode());
    assertEquals("[a, 1.0]", QueryKey.of("a", 1).toString());
    assertEquals(1.0, values.flatPart(QueryKey.of("a", 1), 1, "end"));
    assertEquals("end", values.flatPart(QueryKey.of("a", 1), 2, "end"));
    assertEquals(null, values.flatPart(QueryKey.of(List.of()), 0, "end"));
    assertEquals("end", values.flatPart("a", 0, "end"));
  }

  @Test
  public void whatIsNoKey_isAClearError() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> values.hashKey("orders"));
    assertEquals(
        "key must be a QueryKey or a list, but is orders; write QueryKey.of(...)", e.getMessage());
  }

  @Test
  public void prefixes_matchInDepth() {
    QueryKey key = QueryKey.of("a", Map.of("x", 1.0, "y", List.of(1.0, 2.0)));
    assertTrue(values.partialMatchKey(key, QueryKey.of("a")));
    assertTrue(values.partialMatchKey(key, QueryKey.of("a", Map.of("x", 1.0))));
    assertTrue(values.partialMatchKey(key, QueryKey.of("a", Map.of("y", List.of(1.0)))));
    assertFalse(values.partialMatchKey(key, QueryKey.of("a", Map.of("z", 1.0))));
    assertFalse(values.partialMatchKey(key, QueryKey.of("a", Map.of("y", List.of(2.0)))));
    assertFalse(values.partialMatchKey(QueryKey.of("a", "b"), QueryKey.of("a", Map.of("x", 1.0))));
    assertFalse(values.partialMatchKey(QueryKey.of("a"), QueryKey.of("a", "b")));
  }

  @Test
  public void equalValuesOfAnApp_keepTheirIdentity() {
    Money old = new Money(5);
    assertSame(old, values.replaceEqualDeep(old, new Money(5)));
    Money other = new Money(6);
    assertSame(other, values.replaceEqualDeep(old, other));
    Map<String, Object> before = Map.of("price", old);
    Object after = values.replaceEqualDeep(before, Map.of("price", new Money(5), "count", 1.0));
    assertSame(old, ((Map<?, ?>) after).get("price"));
  }

  @Test
  public void sharedCopies_cannotBeChanged() {
    Object after = values.replaceEqualDeep(
        Json.parse("{\"a\":{\"x\":1},\"b\":1}"), Json.parse("{\"a\":{\"x\":1},\"b\":2}"));
    assertThrows(UnsupportedOperationException.class, () -> ((Map<?, ?>) after).clear());
    Object list = values.replaceEqualDeep(Json.parse("[{\"x\":1},1]"), Json.parse("[{\"x\":1},2]"));
    assertThrows(UnsupportedOperationException.class, () -> ((List<?>) list).clear());
  }

  @Test
  public void aNullMember_isNotAMissingOne() {
    Object before = Json.parse("{\"a\":null}");
    assertNotSame(before, values.replaceEqualDeep(before, Json.parse("{\"b\":null}")));
    assertSame(before, values.replaceEqualDeep(before, Json.parse("{\"a\":null}")));
  }

  @Test
  public void records_lists_numbers() {
    Object record = values.with(values.record("a", 1.0), "b", 2.0);
    assertEquals(Map.of("a", 1.0, "b", 2.0), record);
    assertEquals(Map.of("a", 9.0, "b", 2.0), values.merged(record, Map.of("a", 9.0)));
    assertEquals("text", values.merged(record, "text"));
    assertEquals(Map.of("a", 1.0), values.with(null, "a", 1.0));
    assertThrows(IllegalArgumentException.class, () -> values.with("no record", "a", 1.0));
    assertEquals(null, values.field("no record", "a"));
    assertEquals(List.of(1.0, 2.0), values.listOf(Seq.of(1.0, 2.0)));
    assertEquals(0, values.items("no list").size());
    assertTrue(Double.isNaN(values.number("x")));
    assertEquals(3, values.number(3), 0);
    assertSame(record, values.freeze(record));
  }
}
