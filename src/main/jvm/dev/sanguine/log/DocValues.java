package dev.sanguine.log;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/**
 * Documents as the engine's helpers see values in the browser: null is a value, and what is not there is an object of
 * its own.
 */
final class DocValues implements Documents {
  static final Object ABSENT = new Object();

  private static final Documents DOCUMENTS = new DocValues();

  private DocValues() {}

  static Documents documents() {
    return DOCUMENTS;
  }

  @Override
  public boolean isUndefined(Object value) {
    return value == ABSENT;
  }

  @Override
  public boolean same(Object a, Object b) {
    return Docs.sameLeaf(a, b);
  }

  /** Null if there is none. */
  @Override
  public Object field(Object record, String name) {
    return Docs.isRecord(record) ? Json.get(record, name) : null;
  }

  @Override
  public boolean isList(Object value) {
    return Json.isArray(value);
  }

  @Override
  public boolean isRecord(Object value) {
    return Docs.isRecord(value);
  }

  @Override
  public Seq<String> names(Object record) {
    return Docs.isRecord(record) ? Plain.names(record) : new Seq<>();
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
  public Object with(Object record, String name, Object value) {
    return merged(record, Json.object(name, value));
  }

  @Override
  public Object merged(Object record, Object fields) {
    return Docs.merged(record, fields);
  }

  @Override
  public double number(Object value) {
    return value instanceof Double ? (Double) value : Double.NaN;
  }

  @Override
  public Object freeze(Object value) {
    return value;
  }
}
