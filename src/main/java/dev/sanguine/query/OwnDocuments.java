package dev.sanguine.query;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;

/** The values of the engine's own environment as documents. */
final class OwnDocuments implements Documents {
  private final Values values;

  OwnDocuments(Values values) {
    this.values = values;
  }

  @Override
  public boolean isAbsent(Object value) {
    return values.isUndefined(value);
  }

  @Override
  public boolean areSame(Object a, Object b) {
    return values.same(a, b);
  }

  @Override
  public Object member(Object record, String name) {
    return values.field(record, name);
  }

  @Override
  public boolean isArray(Object value) {
    return values.isList(value);
  }

  @Override
  public Seq<Object> elements(Object list) {
    return values.items(list);
  }

  @Override
  public Object arrayOf(Seq<Object> elements) {
    return values.listOf(elements);
  }

  @Override
  public Object put(Object record, String name, Object value) {
    return values.with(record, name, value);
  }

  @Override
  public Object written(Object record, Object members) {
    return values.merged(record, members);
  }

  @Override
  public Object frozen(Object value) {
    return values.freeze(value);
  }

  @Override
  public double numberOf(Object value) {
    return values.number(value);
  }
}
