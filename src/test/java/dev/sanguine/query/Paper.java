package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.state.DehydratedState;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dehydrated state that was written as text and read again, as storage and a rendered page do it. */
public final class Paper {
  private Paper() {}

  public static Object written(DehydratedState state) {
    return Json.parse(Json.stringify(document(state)));
  }

  private static Object document(Object value) {
    if (value instanceof Seq) {
      List<Object> list = new ArrayList<>();
      ((Seq<?>) value).each(item -> list.add(document(item)));
      return list;
    }
    if (value instanceof QueryKey) {
      return ((QueryKey) value).parts();
    }
    if (value instanceof Number) {
      return ((Number) value).doubleValue();
    }
    return value != null && value.getClass().getName().startsWith("dev.sanguine.query.")
        ? fields(value)
        : value;
  }

  private static Object fields(Object record) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Field field : record.getClass().getFields()) {
      try {
        Object value = field.get(record);
        if (value != null
            && !Modifier.isStatic(field.getModifiers())
            && !field.getName().equals("promise")) {
          map.put(field.getName(), document(value));
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    return map;
  }
}
