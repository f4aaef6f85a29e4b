package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.json.Json;

/**
 * Documents as the engine's helpers see values, alike on both runtimes: null is a value, and what is not there is an
 * object of its own.
 */
final class DocValues implements Values {
  static final Object ABSENT = new Object();

  /** A helper was used on a value that it is not for: runtimes differ there. */
  boolean isOdd;

  @Override
  public Object undefined() {
    return ABSENT;
  }

  @Override
  public boolean isUndefined(Object value) {
    return value == ABSENT;
  }

  @Override
  public boolean same(Object a, Object b) {
    return Docs.sameLeaf(a, b);
  }

  @Override
  public boolean isFunction(Object value) {
    return false;
  }

  @Override
  public boolean isTruthy(Object value) {
    return value != null && value != ABSENT && !value.equals(false) && !value.equals("") && !value.equals(0.0);
  }

  @Override
  public boolean isKey(Object value) {
    return Json.isArray(value);
  }

  @Override
  public String hashKey(Object key) {
    return Json.stringify(key);
  }

  @Override
  public boolean partialMatchKey(Object key, Object prefix) {
    return Docs.same(key, prefix);
  }

  @Override
  public Object flatPart(Object key, double index, Object end) {
    Seq<Object> parts = Json.items(key);
    return index < parts.size() ? parts.get((int) index) : end;
  }

  @Override
  public Object replaceEqualDeep(Object previous, Object next) {
    return DocShare.share(previous, next);
  }

  @Override
  public Object merged(Object record, Object fields) {
    isOdd |= !isRecord(record) || !isRecord(fields);
    return Docs.merged(record, fields);
  }

  /** Null where there is none. */
  @Override
  public Object field(Object record, String name) {
    return isRecord(record) ? Json.get(record, name) : null;
  }

  @Override
  public boolean isList(Object value) {
    return Json.isArray(value);
  }

  @Override
  public Seq<Object> items(Object list) {
    return Json.items(list);
  }

  @Override
  public Object listOf(Seq<Object> items) {
    return Json.arrayOf(items);
  }

  @Override
  public Object record(String name, Object value) {
    return Json.object(name, value);
  }

  @Override
  public Object with(Object record, String name, Object value) {
    return merged(record, Json.object(name, value));
  }

  @Override
  public double number(Object value) {
    return value instanceof Double ? (Double) value : Double.NaN;
  }

  @Override
  public Object freeze(Object value) {
    return value;
  }

  private static boolean isRecord(Object value) {
    return value != ABSENT && Json.isObject(value);
  }
}
