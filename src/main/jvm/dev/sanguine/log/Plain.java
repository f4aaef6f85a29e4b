package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What JSON can hold and what it cannot. */
final class Plain {
  private static final int DEEPEST = 200;

  private Plain() {}

  /** True if the value, written as JSON and read again, is the same. */
  static boolean isPlain(Object value) {
    return isPlain(value, 0);
  }

  /** The value as a document: itself if it is plain, else as near as JSON comes. */
  static Object copy(Object value) {
    return isPlain(value) ? value : copy(value, 0);
  }

  static boolean isRecord(Object value) {
    return value instanceof Map;
  }

  /** The names of a record's members that JSON holds. */
  static Seq<String> names(Object record) {
    return Json.names(record);
  }

  /** True for a member that is not there. */
  static boolean isAbsent(Object value) {
    return value == null;
  }

  /** What an error says. */
  static String message(Object error) {
    String message = error instanceof Throwable
        ? ((Throwable) error).getMessage()
        : Json.string(error, "message");
    return message == null ? String.valueOf(error) : message;
  }

  /** The document's JSON text. */
  static String text(Object value) {
    return isPlain(value) ? Json.stringify(value) : Json.stringify(copy(value));
  }

  /** Null if the text is no JSON. */
  static Object parse(String text) {
    try {
      return Json.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static void fail(String message) {
    throw new IllegalArgumentException(message);
  }

  private static boolean isPlain(Object value, int depth) {
    if (value instanceof Double) {
      double number = (Double) value;
      return !Double.isNaN(number) && !Double.isInfinite(number);
    }
    if (depth > DEEPEST) {
      return false;
    }
    if (value instanceof Map) {
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        if (!(entry.getKey() instanceof String) || !isPlain(entry.getValue(), depth + 1)) {
          return false;
        }
      }
      return true;
    }
    if (value instanceof List) {
      for (Object item : (List<?>) value) {
        if (!isPlain(item, depth + 1)) {
          return false;
        }
      }
      return true;
    }
    return value == null || value instanceof String || value instanceof Boolean;
  }

  private static Object copy(Object value, int depth) {
    if (value instanceof Map && depth <= DEEPEST) {
      Map<String, Object> map = new LinkedHashMap<>();
      ((Map<?, ?>) value)
          .forEach((name, member) -> map.put(String.valueOf(name), copy(member, depth + 1)));
      return Collections.unmodifiableMap(map);
    }
    if (value instanceof List && depth <= DEEPEST) {
      return Json.arrayOf(Json.items(value).map(item -> copy(item, depth + 1)));
    }
    if (value instanceof Number) {
      double number = ((Number) value).doubleValue();
      return Double.isNaN(number) || Double.isInfinite(number) ? null : (Object) number;
    }
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    return depth > DEEPEST ? null : String.valueOf(value);
  }
}
