package dev.sanguine.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts in plain data: maps, lists and what is in them. */
final class Texts {
  private Texts() {}

  /** The value with each text in it as the mapper gives it; the value itself where none differs. Names stay. */
  static Object map(Object value, Convert mapper) {
    if (value instanceof String) {
      return mapper.convert(value);
    }
    boolean differs = false;
    if (value instanceof List) {
      List<Object> list = new ArrayList<>();
      for (Object item : (List<?>) value) {
        list.add(map(item, mapper));
        differs |= list.get(list.size() - 1) != item;
      }
      return differs ? Collections.unmodifiableList(list) : value;
    }
    if (value instanceof Map) {
      Map<Object, Object> fields = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        Object next = map(entry.getValue(), mapper);
        fields.put(entry.getKey(), next);
        differs |= next != entry.getValue();
      }
      return differs ? Collections.unmodifiableMap(fields) : value;
    }
    return value;
  }
}
