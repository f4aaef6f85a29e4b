package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Mapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts in data: in maps, lists, records, and what is in them. */
public final class DeepStrings {
  private DeepStrings() {}

  /** The same of plain data alone, maps and lists. */
  public static Object map(Object value, Mapping<Object, Object> mapper) {
    return map(value, mapper, null);
  }

  /**
   * The value with each text in it as the mapper gives it; the value itself if none differs. Names stay.
   *
   * @param documents knows the records of the program; null if there are none
   */
  public static Object map(
      Object value, Mapping<Object, Object> mapper, @Nullable Documents documents) {
    if (value instanceof String) {
      return mapper.of(value);
    }
    if (value instanceof List) {
      return mapList((List<?>) value, mapper, documents);
    }
    if (value instanceof Map) {
      return mapMap((Map<?, ?>) value, mapper, documents);
    }
    return documents != null && documents.isRecord(value)
        ? mapRecord(value, mapper, documents)
        : value;
  }

  private static Object mapList(
      List<?> value, Mapping<Object, Object> mapper, @Nullable Documents documents) {
    List<Object> list = new ArrayList<>();
    boolean differs = false;
    for (Object item : value) {
      Object next = map(item, mapper, documents);
      differs |= next != item;
      list.add(next);
    }
    return differs ? Collections.unmodifiableList(list) : value;
  }

  private static Object mapMap(
      Map<?, ?> value, Mapping<Object, Object> mapper, @Nullable Documents documents) {
    Map<Object, Object> fields = new LinkedHashMap<>();
    boolean differs = false;
    for (Map.Entry<?, ?> entry : value.entrySet()) {
      Object next = map(entry.getValue(), mapper, documents);
      fields.put(entry.getKey(), next);
      differs |= next != entry.getValue();
    }
    return differs ? Collections.unmodifiableMap(fields) : value;
  }

  private static Object mapRecord(
      Object value, Mapping<Object, Object> mapper, Documents documents) {
    Object[] made = {value};
    documents.names(value).each(name -> {
      Object field = documents.field(value, name);
      Object next = map(field, mapper, documents);
      if (!documents.same(next, field)) {
        // A component that holds a text holds the text of an id.
        made[0] =
            documents.with(made[0], name, field instanceof String ? RecordIds.text(next) : next);
      }
    });
    return made[0];
  }
}
