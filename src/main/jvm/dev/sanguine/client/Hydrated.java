package dev.sanguine.client;

import dev.sanguine.env.Seq;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.MutationScope;
import dev.sanguine.query.state.DehydratedState;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dehydrated state as a document: on the JVM maps and lists of what the engine's records hold. */
final class Hydrated {
  private static final String RECORDS = DehydratedState.class.getPackage().getName();

  private Hydrated() {}

  static Object document(DehydratedState state) {
    return record(state);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Seq) {
      List<@Nullable Object> list = new ArrayList<>();
      ((Seq<?>) value).each(item -> list.add(plain(item)));
      return Collections.unmodifiableList(list);
    }
    if (value instanceof QueryKey) {
      return ((QueryKey) value).parts();
    }
    if (value instanceof Number && !(value instanceof Double)) {
      return ((Number) value).doubleValue();
    }
    return value instanceof MutationScope
            || value != null
                && value.getClass().getPackage() != null
                && value.getClass().getPackage().getName().equals(RECORDS)
        ? record(value)
        : value;
  }

  private static Object record(Object record) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Field field : record.getClass().getFields()) {
      try {
        Object value = field.get(record);
        if (value != null
            && !Modifier.isStatic(field.getModifiers())
            && !field.getName().equals("promise")) {
          map.put(field.getName(), plain(value));
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    return Collections.unmodifiableMap(map);
  }
}
