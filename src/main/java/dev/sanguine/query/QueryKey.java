package dev.sanguine.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** A key: parts from the general to the particular. Parts are strings, numbers, booleans, plain documents, lists. */
public final class QueryKey {
  private final List<Object> parts;

  private QueryKey(List<Object> parts) {
    this.parts = parts;
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
