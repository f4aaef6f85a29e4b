package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/** Structural sharing of documents, as the engine does it on either runtime. */
final class DocShare {
  private DocShare() {}

  /** {@code next}, with every part that equals its place in {@code previous} replaced by that very part. */
  static Object share(Object previous, Object next) {
    if (previous == next || previous == DocValues.ABSENT || next == DocValues.ABSENT) {
      return next;
    }
    if (Json.isArray(previous) && Json.isArray(next)) {
      return lists(previous, next);
    }
    if (Json.isObject(previous) && Json.isObject(next)) {
      return records(previous, next);
    }
    return Docs.sameLeaf(previous, next) ? previous : next;
  }

  private static Object lists(Object previous, Object next) {
    Seq<Object> before = Json.items(previous);
    Seq<Object> items = Json.items(next);
    int more = before.size() - items.size();
    boolean same = more == 0;
    boolean changed = false;
    int end = items.size();
    while (more != 0
        && end > 0
        && end + more > 0
        && items.get(end - 1) == before.get(end - 1 + more)) {
      end--;
    }
    for (int i = 0; i < end && i < before.size(); i++) {
      Object value = share(before.get(i), items.get(i));
      same &= value == before.get(i);
      if (value != items.get(i)) {
        items.set(i, value);
        changed = true;
      }
    }
    return same ? previous : changed ? Json.arrayOf(items) : next;
  }

  private static Object records(Object previous, Object next) {
    Seq<Object> parts = new Seq<>();
    Seq<String> names = Json.names(next);
    boolean same = names.size() == Json.names(previous).size();
    boolean changed = false;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Object before = Json.get(previous, name);
      Object member = Json.get(next, name);
      Object value = share(before, member);
      parts.add(name);
      parts.add(value);
      same &= value == before && (before != null || Docs.has(previous, name));
      changed |= value != member;
    }
    return same ? previous : changed ? Docs.record(parts) : next;
  }
}
