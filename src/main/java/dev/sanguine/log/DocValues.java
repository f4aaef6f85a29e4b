package dev.sanguine.log;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/**
 * Documents as the engine's helpers see values, alike on both runtimes: null is a value, and what is not there is an
 * object of its own.
 */
final class DocValues implements Documents {
  static final Object ABSENT = new Object();

  /** A helper was used on a value that it is not for: runtimes differ there. */
  boolean isOdd;

  @Override
  public boolean isAbsent(Object value) {
    return value == ABSENT;
  }

  @Override
  public boolean areSame(Object a, Object b) {
    return Docs.sameLeaf(a, b);
  }

  /** Null where there is none. */
  @Override
  public Object member(Object record, String name) {
    return isRecord(record) ? Json.get(record, name) : null;
  }

  @Override
  public boolean isArray(Object value) {
    return Json.isArray(value);
  }

  @Override
  public Seq<Object> elements(Object list) {
    return Json.items(list);
  }

  @Override
  public Object arrayOf(Seq<Object> elements) {
    return Json.arrayOf(elements);
  }

  @Override
  public Object put(Object record, String name, Object value) {
    return written(record, Json.object(name, value));
  }

  @Override
  public Object written(Object record, Object members) {
    isOdd |= !isRecord(record) || !isRecord(members);
    return Docs.merged(record, members);
  }

  @Override
  public Object frozen(Object value) {
    return value;
  }

  @Override
  public double numberOf(Object value) {
    return value instanceof Double ? (Double) value : Double.NaN;
  }

  private static boolean isRecord(Object value) {
    return value != ABSENT && Json.isObject(value);
  }
}
