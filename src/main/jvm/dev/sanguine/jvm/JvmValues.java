package dev.sanguine.jvm;

import dev.sanguine.env.Document;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.json.JsonText;
import dev.sanguine.query.QueryKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values of a JVM program: immutable objects that are compared by {@code equals}; maps and lists are shared in depth.
 * Null stands for undefined. A Java record is as good as a map: its components are read by name, and a change of some
 * makes another record. So is a {@link Document}. Of other classes the public fields are read. A {@link Seq} is a list too.
 */
public class JvmValues implements Values {
  private static final ClassValue<Boolean> IS_FUNCTION = new ClassValue<Boolean>() {
    @Override
    protected Boolean computeValue(Class<?> type) {
      if (type.isRecord() || Document.class.isAssignableFrom(type)) {
        return false;
      }
      for (Class<?> one : type.getInterfaces()) {
        if (one.isAnnotationPresent(FunctionalInterface.class)
            || one.getName().startsWith("dev.sanguine.")) {
          return true;
        }
      }
      return false;
    }
  };

  @Override
  public @Nullable Object undefined() {
    return null;
  }

  @Override
  public boolean isUndefined(@Nullable Object value) {
    return value == null;
  }

  @Override
  public boolean same(@Nullable Object a, @Nullable Object b) {
    return a == b
        || (a instanceof String || a instanceof Boolean) && a.equals(b)
        || a instanceof Number && b instanceof Number && sameNumber((Number) a, (Number) b);
  }

  @Override
  public boolean sameId(@Nullable Object a, @Nullable Object b) {
    return same(a, b) || a != null && a.equals(b);
  }

  /** Numbers of two types are the same if their values are: documents hold doubles, records what they like. */
  private static boolean sameNumber(Number a, Number b) {
    return a.getClass() == b.getClass()
        ? a.equals(b)
        : isPrimitive(a)
            && isPrimitive(b)
            && a.doubleValue() == b.doubleValue()
            && a.longValue() == b.longValue();
  }

  private static boolean isPrimitive(Number number) {
    return number instanceof Double
        || number instanceof Integer
        || number instanceof Long
        || number instanceof Float
        || number instanceof Short
        || number instanceof Byte;
  }

  @Override
  public boolean isFunction(@Nullable Object value) {
    return value != null && IS_FUNCTION.get(value.getClass());
  }

  @Override
  public boolean isTruthy(@Nullable Object value) {
    if (value instanceof Boolean) {
      return (Boolean) value;
    }
    return value instanceof Number
        ? ((Number) value).doubleValue() != 0
        : value != null && !value.equals("");
  }

  @Override
  public boolean isKey(@Nullable Object value) {
    return value instanceof QueryKey || value instanceof List;
  }

  @Override
  public String hashKey(Object key) {
    return key instanceof QueryKey ? ((QueryKey) key).hash(JvmValues::text) : text(parts(key));
  }

  @Override
  public boolean partialMatchKey(Object key, Object prefix) {
    return matches(parts(key), parts(prefix));
  }

  @Override
  public @Nullable Object flatPart(Object key, double index, Object end) {
    if (!isKey(key) || index >= parts(key).size()) {
      return end;
    }
    Object part = parts(key).get((int) index);
    return part instanceof Map || part instanceof List ? null : part;
  }

  @Override
  public @Nullable Object replaceEqualDeep(@Nullable Object previous, @Nullable Object next) {
    if (previous == next || previous == null || next == null) {
      return next;
    }
    if (previous instanceof Map && next instanceof Map) {
      return shareMaps((Map<?, ?>) previous, (Map<?, ?>) next);
    }
    if (previous instanceof List && next instanceof List) {
      return shareLists((List<?>) previous, (List<?>) next);
    }
    if (previous instanceof Seq && next instanceof Seq) {
      List<?> before = ((Seq<?>) previous).asList();
      Object shared = shareLists(before, ((Seq<?>) next).asList());
      return shared == before ? previous : Seq.from((List<?>) shared);
    }
    return previous.equals(next) ? previous : next;
  }

  @Override
  public @Nullable Object merged(@Nullable Object record, @Nullable Object fields) {
    if (record == null || fields == null || !isRecord(fields)) {
      return fields;
    }
    if (!(record instanceof Map)) {
      // A record of the same class is whole.
      return record.getClass() == fields.getClass() ? fields : changed(record, asMap(fields));
    }
    Map<Object, Object> map = new LinkedHashMap<>((Map<?, ?>) record);
    map.putAll(asMap(fields));
    return Collections.unmodifiableMap(map);
  }

  private Map<?, ?> asMap(Object record) {
    if (record instanceof Map) {
      return (Map<?, ?>) record;
    }
    Map<Object, Object> map = new LinkedHashMap<>();
    names(record).each(name -> map.put(name, field(record, name)));
    return map;
  }

  /** A record or document made anew; what is of another class is refused, since a map in its place would break who reads it. */
  private static Object changed(Object record, Map<?, ?> changes) {
    if (Members.isRecord(record)) {
      return Members.with(record, changes);
    }
    if (!(record instanceof Document)) {
      throw new IllegalArgumentException("a " + record.getClass().getName()
          + " can't be made anew with another " + changes.keySet()
          + "; make the class a record, or let it implement dev.sanguine.env.Document");
    }
    Document made = (Document) record;
    for (Map.Entry<?, ?> change : changes.entrySet()) {
      made = made.withMember(String.valueOf(change.getKey()), change.getValue());
    }
    return made;
  }

  @Override
  public @Nullable Object field(@Nullable Object record, String name) {
    if (record instanceof Map) {
      return ((Map<?, ?>) record).get(name);
    }
    return record instanceof Document
        ? ((Document) record).member(name)
        : Members.get(record, name);
  }

  @Override
  public boolean isList(@Nullable Object value) {
    return value instanceof List || value instanceof Seq;
  }

  @Override
  public boolean isRecord(@Nullable Object value) {
    return value instanceof Map || Members.isRecord(value) || value instanceof Document;
  }

  @Override
  public Seq<String> names(@Nullable Object record) {
    Seq<String> names = new Seq<>();
    if (record instanceof Map) {
      ((Map<?, ?>) record).keySet().forEach(name -> names.add(String.valueOf(name)));
    } else if (record != null && Members.isRecord(record)) {
      Members.names(record).forEach(names::add);
    } else if (record instanceof Document) {
      return ((Document) record).memberNames();
    }
    return names;
  }

  @Override
  public Seq<Object> items(@Nullable Object list) {
    if (list instanceof Seq) {
      @SuppressWarnings("unchecked")
      Seq<Object> copy = ((Seq<Object>) list).copy();
      return copy;
    }
    return list != null && isKey(list) ? Seq.from(parts(list)) : new Seq<>();
  }

  @Override
  public Object listOf(Seq<Object> items) {
    return items.asList();
  }

  @Override
  public Object listLike(Object old, Object list) {
    return old instanceof Seq && list instanceof List ? Seq.from((List<?>) list) : list;
  }

  @Override
  public Object record(String name, @Nullable Object value) {
    return Collections.singletonMap(name, value);
  }

  @Override
  @SuppressWarnings("NullAway") // There is a list only if there was one before.
  public Object with(@Nullable Object record, String name, @Nullable Object value) {
    if (record != null && !(record instanceof Map)) {
      return changed(record, Collections.singletonMap(name, value));
    }
    Map<Object, Object> map =
        record == null ? new LinkedHashMap<>() : new LinkedHashMap<>((Map<?, ?>) record);
    map.put(name, value == null ? null : listLike(map.get(name), value));
    return Collections.unmodifiableMap(map);
  }

  @Override
  public @Nullable Object without(@Nullable Object record, String name) {
    if (!(record instanceof Map)) {
      return record == null ? null : changed(record, Collections.singletonMap(name, null));
    }
    Map<Object, Object> map = new LinkedHashMap<>((Map<?, ?>) record);
    map.remove(name);
    return Collections.unmodifiableMap(map);
  }

  @Override
  public double number(@Nullable Object value) {
    return value instanceof Number ? ((Number) value).doubleValue() : Double.NaN;
  }

  @Override
  public @Nullable Object freeze(@Nullable Object value) {
    return value;
  }

  private static String text(List<?> parts) {
    StringBuilder text = new StringBuilder();
    JsonText.write(parts, text, true);
    return text.toString();
  }

  private static List<?> parts(Object key) {
    if (key instanceof QueryKey) {
      return ((QueryKey) key).parts();
    }
    if (key instanceof List) {
      return (List<?>) key;
    }
    throw new IllegalArgumentException(
        "key must be a QueryKey or a list, but is " + key + "; write QueryKey.of(...)");
  }

  private static boolean matches(@Nullable Object key, @Nullable Object prefix) {
    if (prefix instanceof Map) {
      if (!(key instanceof Map)) {
        return false;
      }
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) prefix).entrySet()) {
        if (!matches(((Map<?, ?>) key).get(entry.getKey()), entry.getValue())) {
          return false;
        }
      }
      return true;
    }
    if (prefix instanceof List) {
      List<?> wanted = (List<?>) prefix;
      if (!(key instanceof List) || ((List<?>) key).size() < wanted.size()) {
        return false;
      }
      for (int i = 0; i < wanted.size(); i++) {
        if (!matches(((List<?>) key).get(i), wanted.get(i))) {
          return false;
        }
      }
      return true;
    }
    return Objects.equals(key, prefix)
        || key instanceof Number
            && prefix instanceof Number
            && sameNumber((Number) key, (Number) prefix);
  }

  private Object shareMaps(Map<?, ?> previous, Map<?, ?> next) {
    Map<Object, Object> shared = null;
    boolean same = previous.size() == next.size();
    for (Map.Entry<?, ?> entry : next.entrySet()) {
      Object before = previous.get(entry.getKey());
      Object value = replaceEqualDeep(before, entry.getValue());
      same &= value == before && (before != null || previous.containsKey(entry.getKey()));
      if (value != entry.getValue()) {
        shared = shared == null ? new LinkedHashMap<>(next) : shared;
        shared.put(entry.getKey(), value);
      }
    }
    return same ? previous : shared == null ? next : Collections.unmodifiableMap(shared);
  }

  private Object shareLists(List<?> previous, List<?> next) {
    List<Object> shared = null;
    int more = previous.size() - next.size();
    boolean same = more == 0;
    int end = next.size();
    // What stands behind an item that came or went has moved, all of it together.
    while (more != 0
        && end > 0
        && end + more > 0
        && next.get(end - 1) == previous.get(end - 1 + more)) {
      end--;
    }
    for (int i = 0; i < end && i < previous.size(); i++) {
      Object value = replaceEqualDeep(previous.get(i), next.get(i));
      same &= value == previous.get(i);
      if (value != next.get(i)) {
        shared = shared == null ? new ArrayList<>(next) : shared;
        shared.set(i, value);
      }
    }
    return same ? previous : shared == null ? next : Collections.unmodifiableList(shared);
  }
}
