package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import java.util.Map;

/** Texts in plain data: maps, lists and what is in them. */
final class Texts {
  private Texts() {}

  /** The value with each text in it as the mapper gives it; the value itself where none differs. Keys stay. */
  static Object map(Values values, Object value, Convert mapper) {
    if (value instanceof String) {
      return mapper.convert(value);
    }
    Object mapped = value;
    if (values.isList(value)) {
      Seq<Object> items = values.items(value);
      boolean differs = false;
      for (int i = 0; i < items.size(); i++) {
        Object next = map(values, items.get(i), mapper);
        differs |= next != items.get(i);
        items.set(i, next);
      }
      mapped = differs ? values.listOf(items) : value;
    } else if (value instanceof Map) {
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        Object next = map(values, entry.getValue(), mapper);
        mapped = next == entry.getValue() ? mapped : values.with(mapped, (String) entry.getKey(), next);
      }
    }
    return mapped;
  }
}
