package dev.sanguine.json;

import dev.sanguine.env.Seq;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** Plain documents, as JSON has them: plain JavaScript values. Documents are never changed; {@link #with} makes a new one. */
public final class Json {
  private Json() {}

  public static Object object(Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("Json.object: " + namesAndValues[namesAndValues.length - 1]
          + " has no value; give a name and a value each");
    }
    JsPropertyMap<Object> map = JsPropertyMap.of();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      put(map, (String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return map;
  }

  public static Object array(Object... items) {
    Seq<Object> list = new Seq<>();
    for (Object item : items) {
      list.add(value(item));
    }
    return list;
  }

  public static Object arrayOf(Seq<?> items) {
    Seq<Object> list = new Seq<>();
    for (int i = 0; i < items.size(); i++) {
      list.add(value(items.get(i)));
    }
    return list;
  }

  public static Object get(Object record, String name) {
    return isObject(record) && ObjectClass.hasOwn(record, name)
        ? Js.asPropertyMap(record).get(name)
        : null;
  }

  public static String string(Object record, String name) {
    Object value = get(record, name);
    return value instanceof String ? (String) value : null;
  }

  public static double number(Object record, String name) {
    Object value = get(record, name);
    return value instanceof Double ? (Double) value : Double.NaN;
  }

  public static boolean bool(Object record, String name) {
    Object value = get(record, name);
    return value instanceof Boolean && (Boolean) value;
  }

  public static Seq<Object> list(Object record, String name) {
    return items(get(record, name));
  }

  public static Seq<Object> items(Object array) {
    return isArray(array) ? Js.<Seq<Object>>uncheckedCast(array).copy() : new Seq<>();
  }

  public static boolean isObject(Object value) {
    return value != null && Js.typeof(value).equals("object") && !isArray(value);
  }

  public static boolean isArray(Object value) {
    return ArrayClass.isArray(value);
  }

  public static Seq<String> names(Object record) {
    return isObject(record) ? ObjectClass.keys(record) : new Seq<>();
  }

  public static Object with(Object record, String name, Object value) {
    JsPropertyMap<Object> map = JsPropertyMap.of();
    names(record).each(own -> put(map, own, get(record, own)));
    put(map, name, value(value));
    return map;
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
    return read(text);
  }

  @JsMethod(namespace = JsPackage.GLOBAL, name = "JSON.parse")
  private static native Object read(String text);

  @JsMethod(namespace = JsPackage.GLOBAL, name = "JSON.stringify")
  public static native String stringify(Object document);

  /** A member of that very name, also if it is one that assignment would take for something else. */
  private static void put(JsPropertyMap<Object> map, String name, Object value) {
    if (name.equals("__proto__")) {
      JsPropertyMap<Object> descriptor = JsPropertyMap.of();
      descriptor.set("value", value);
      descriptor.set("enumerable", true);
      descriptor.set("configurable", true);
      descriptor.set("writable", true);
      ObjectClass.defineProperty(map, name, descriptor);
    } else {
      map.set(name, value);
    }
  }

  private static Object value(Object value) {
    return value instanceof Number && !(value instanceof Double)
        ? (Object) ((Number) value).doubleValue()
        : value;
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
  private static final class ObjectClass {
    static native Seq<String> keys(Object of);

    static native boolean hasOwn(Object of, String name);

    static native Object defineProperty(Object on, String name, Object descriptor);
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Array")
  private static final class ArrayClass {
    static native boolean isArray(Object value);
  }
}
