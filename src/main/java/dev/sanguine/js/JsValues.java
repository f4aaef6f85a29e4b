package dev.sanguine.js;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** JavaScript values: plain objects and arrays are compared and shared in depth, everything else is itself. */
public final class JsValues implements Values {
  @Override
  public Object undefined() {
    return Js.undefined();
  }

  @Override
  public boolean isUndefined(Object value) {
    return Js.isTripleEqual(value, Js.undefined());
  }

  @Override
  public boolean same(Object a, Object b) {
    return Js.isTripleEqual(a, b);
  }

  @Override
  public boolean isFunction(Object value) {
    return Js.typeof(value).equals("function");
  }

  @Override
  public boolean isTruthy(Object value) {
    return Js.isTruthy(value);
  }

  @Override
  public boolean isKey(Object value) {
    return Array.isArray(value);
  }

  @Override
  public String hashKey(Object key) {
    return Primitives.hashKey(key);
  }

  @Override
  public boolean partialMatchKey(Object key, Object prefix) {
    return Primitives.partialMatch(key, prefix);
  }

  @Override
  public int keySize(Object key) {
    return Array.isArray(key) ? Js.<Seq<Object>>uncheckedCast(key).size() : 0;
  }

  @Override
  public Object keyPart(Object key, int index) {
    return Js.<Seq<Object>>uncheckedCast(key).get(index);
  }

  @Override
  public boolean isDeep(Object part) {
    return part != null && !Js.typeof(part).equals("string") && !Js.typeof(part).equals("number")
        && !Js.typeof(part).equals("boolean");
  }

  @Override
  public Object replaceEqualDeep(Object previous, Object next) {
    return Primitives.share(previous, next, 0);
  }

  @Override
  public Object merged(Object record, Object fields) {
    return Primitives.merged(record, fields);
  }

  @Override
  public Object field(Object record, String name) {
    return record != null && Js.typeof(record).equals("object") && ObjectClass.hasOwn(record, name)
        ? Js.asPropertyMap(record).get(name) : Js.undefined();
  }

  @Override
  public boolean isList(Object value) {
    return Array.isArray(value);
  }

  @Override
  public Seq<Object> items(Object list) {
    return Array.isArray(list) ? Js.<Seq<Object>>uncheckedCast(list).copy() : new Seq<>();
  }

  @Override
  public Object listOf(Seq<Object> items) {
    return items;
  }

  @Override
  public Object record(String name, Object value) {
    JsPropertyMap<Object> record = JsPropertyMap.of();
    record.set(name, value);
    return record;
  }

  @Override
  public Object with(Object record, String name, Object value) {
    return Primitives.merged(record, record(name, value));
  }

  @Override
  public double number(Object value) {
    return value instanceof Double ? (Double) value : Double.NaN;
  }

  @Override
  public Object freeze(Object value) {
    return Primitives.freeze(value);
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Array")
  private static final class Array {
    static native boolean isArray(Object value);
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
  private static final class ObjectClass {
    static native boolean hasOwn(Object of, String name);
  }
}
