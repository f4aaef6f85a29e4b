package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/** Comparing and making documents. */
final class Docs {
  private Docs() {}

  /** True if both have the same JSON text: the order of a record's members counts. */
  static boolean same(Object a, Object b) {
    if (a == b) {
      return true;
    }
    if (Json.isArray(a) && Json.isArray(b)) {
      Seq<Object> left = Json.items(a);
      Seq<Object> right = Json.items(b);
      boolean same = left.size() == right.size();
      for (int i = 0; same && i < left.size(); i++) {
        same = same(left.get(i), right.get(i));
      }
      return same;
    }
    if (Plain.isRecord(a) && Plain.isRecord(b)) {
      Seq<String> names = Plain.names(a);
      boolean same = sameNames(names, Plain.names(b));
      for (int i = 0; same && i < names.size(); i++) {
        same = same(Json.get(a, names.get(i)), Json.get(b, names.get(i)));
      }
      return same;
    }
    return sameLeaf(a, b);
  }

  /** Strict equality of what is no document with parts. */
  static boolean sameLeaf(Object a, Object b) {
    return a == b
        || (a instanceof String || a instanceof Double || a instanceof Boolean) && a.equals(b);
  }

  static boolean sameNames(Seq<String> a, Seq<String> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = a.get(i).equals(b.get(i));
    }
    return same;
  }

  /** A record of names and values that alternate. */
  static Object record(Seq<Object> namesAndValues) {
    Object[] array = new Object[namesAndValues.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = namesAndValues.get(i);
    }
    return Json.object(array);
  }

  /** The record with the fields of the other one over it, each in its place, new ones behind. */
  static Object merged(Object record, Object fields) {
    Seq<Object> parts = new Seq<>();
    Plain.names(record).each(name -> {
      parts.add(name);
      parts.add(has(fields, name) ? Json.get(fields, name) : Json.get(record, name));
    });
    Plain.names(fields).each(name -> {
      if (!has(record, name)) {
        parts.add(name);
        parts.add(Json.get(fields, name));
      }
    });
    return record(parts);
  }

  static boolean isRecord(Object value) {
    return value != DocValues.ABSENT && Json.isObject(value);
  }

  static boolean has(Object record, String name) {
    return Json.get(record, name) != null || Plain.names(record).has(name);
  }
}
