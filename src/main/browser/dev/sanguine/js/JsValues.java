package dev.sanguine.js;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;

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
  public Object flatPart(Object key, double index, Object end) {
    return Primitives.flatPart(key, index, end);
  }

  @Override
  public Object replaceEqualDeep(Object previous, Object next) {
    return Primitives.share(previous, next);
  }

  @Override
  public Object merged(Object record, Object fields) {
    return Primitives.merged(record, fields);
  }

  @Override
  public Object field(Object record, String name) {
    return Primitives.field(record, name);
  }

  @Override
  public boolean isList(Object value) {
    return Array.isArray(value);
  }

  @Override
  public boolean isRecord(Object value) {
    return Primitives.isRecord(value);
  }

  @Override
  public Seq<String> names(Object record) {
    return Primitives.names(record);
  }

  @Override
  public Seq<Object> items(Object list) {
    return Primitives.items(list);
  }

  @Override
  public Seq<Object> itemsToRead(Object list) {
    return isList(list) ? Js.uncheckedCast(list) : new Seq<>();
  }

  @Override
  public Object listOf(Seq<Object> items) {
    return items;
  }

  @Override
  public Object record(String name, Object value) {
    return Primitives.with(null, name, value);
  }

  @Override
  public Object with(Object record, String name, Object value) {
    return Primitives.with(record, name, value);
  }

  @Override
  public Object without(Object record, String name) {
    return Primitives.without(record, name);
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
}
