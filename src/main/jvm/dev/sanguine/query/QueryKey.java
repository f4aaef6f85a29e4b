package dev.sanguine.query;

import dev.sanguine.env.Mapping;
import dev.sanguine.records.DeepStrings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A key: parts from the general to the particular. Parts are strings, numbers, booleans, plain documents, lists. */
public final class QueryKey {
  private final List<Object> parts;
  private String hash;

  private QueryKey(List<Object> parts) {
    this.parts = parts;
  }

  /** The key with each text in it as the mapper gives it; the key itself if none differs. */
  public static Object map(Object key, Mapping<Object, Object> mapper) {
    if (!(key instanceof QueryKey)) {
      return DeepStrings.map(key, mapper);
    }
    List<Object> parts = ((QueryKey) key).parts;
    Object mapped = DeepStrings.map(parts, mapper);
    return mapped == parts ? key : of(((List<?>) mapped).toArray());
  }

  public static QueryKey of(Object... parts) {
    List<Object> list = new ArrayList<>();
    for (Object part : parts) {
      list.add(part instanceof Number ? (Object) ((Number) part).doubleValue() : part);
    }
    return new QueryKey(Collections.unmodifiableList(list));
  }

  public List<Object> parts() {
    return parts;
  }

  /** The key's stable text, which the function makes of the parts once. */
  public String hash(Function<List<Object>, String> make) {
    if (hash == null) {
      hash = make.apply(parts);
    }
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QueryKey && parts.equals(((QueryKey) other).parts);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(parts);
  }

  @Override
  public String toString() {
    return Arrays.toString(parts.toArray());
  }
}
