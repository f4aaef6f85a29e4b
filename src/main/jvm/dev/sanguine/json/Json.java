package dev.sanguine.json;

import dev.sanguine.env.Seq;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plain documents, as JSON has them: on the JVM unmodifiable maps and lists, strings, booleans, null, and every number a
 * Double; in the browser plain JavaScript values. Documents are never changed; {@link #with} makes a new one.
 */
public final class Json {
  private Json() {}

  /** A record of name, value, name, value; whole numbers of any Java type become the document's one number type. */
  public static Object object(Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("Json.object: " + namesAndValues[namesAndValues.length - 1]
          + " has no value; give a name and a value each");
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return Collections.unmodifiableMap(map);
  }

  public static Object array(Object... items) {
    List<Object> list = new ArrayList<>();
    for (Object item : items) {
      list.add(value(item));
    }
    return Collections.unmodifiableList(list);
  }

  public static Object arrayOf(Seq<?> items) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      list.add(value(items.get(i)));
    }
    return Collections.unmodifiableList(list);
  }

  /** The member's value; null if the document is no record or has no such member of its own. */
  public static Object get(Object record, String name) {
    return record instanceof Map ? ((Map<?, ?>) record).get(name) : null;
  }

  /** The member's text; null if it is no string. */
  public static String string(Object record, String name) {
    Object value = get(record, name);
    return value instanceof String ? (String) value : null;
  }

  /** The member's number; NaN if it is none. */
  public static double number(Object record, String name) {
    Object value = get(record, name);
    return value instanceof Double ? (Double) value : Double.NaN;
  }

  public static boolean bool(Object record, String name) {
    return Boolean.TRUE.equals(get(record, name));
  }

  /** The member's items as a new sequence; empty if it is no array. */
  public static Seq<Object> list(Object record, String name) {
    return items(get(record, name));
  }

  /** The items of an array document as a new sequence; empty if it is none. */
  public static Seq<Object> items(Object array) {
    Seq<Object> seq = new Seq<>();
    if (array instanceof List) {
      ((List<?>) array).forEach(seq::add);
    }
    return seq;
  }

  public static boolean isObject(Object value) {
    return value instanceof Map;
  }

  public static boolean isArray(Object value) {
    return value instanceof List;
  }

  /** The names of a record's members, in order. */
  public static Seq<String> names(Object record) {
    Seq<String> seq = new Seq<>();
    if (record instanceof Map) {
      ((Map<?, ?>) record).keySet().forEach(name -> seq.add((String) name));
    }
    return seq;
  }

  /** A copy of the record with the one member set. */
  public static Object with(Object record, String name, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) record).forEach((k, v) -> map.put((String) k, v));
    map.put(name, value(value));
    return Collections.unmodifiableMap(map);
  }

  /**
   * Reads JSON text.
   *
   * @throws RuntimeException if the text is null or no JSON; nothing of it was read then
   */
  public static Object parse(String text) {
    if (text == null) {
      throw new IllegalArgumentException(
          "Json.parse: the text is null; give one value as JSON.stringify writes it");
    }
    return new JsonReading(text).read();
  }

  /** The document as JSON text, character for character what JSON.stringify writes. */
  public static String stringify(Object document) {
    StringBuilder out = new StringBuilder();
    JsonText.write(document, out, false);
    return out.toString();
  }

  private static Object value(Object value) {
    return value instanceof Number ? (Object) ((Number) value).doubleValue() : value;
  }
}
