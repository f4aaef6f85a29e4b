package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/**
 * The difference between two documents, as a document:
 *
 * <ul>
 *   <li>{@code {set: value}}: another value altogether
 *   <li>{@code {fields: {name: difference}, without: [name]}}: a record with other members
 *   <li>{@code {items: {index: difference}}}: a list of the same length with other items
 *   <li>{@code {from: index, drop: count, put: [items]}}: a list of another length
 *   <li>{@code {none: true}}: no difference to any value, since the value may hold the change already
 * </ul>
 */
final class Patch {
  private static final int DEEPEST = 50;

  private Patch() {}

  /** No difference to any value. */
  static Object none() {
    return Json.object("none", true);
  }

  static boolean isNone(Object patch) {
    return patch != null && Docs.has(patch, "none");
  }

  /** What leads from the one to the other. */
  static Object between(Object old, Object out) {
    return between(old, out, 0);
  }

  private static Object between(Object old, Object out, int depth) {
    if (depth < DEEPEST && Json.isArray(old) && Json.isArray(out)) {
      return lists(Json.items(old), Json.items(out), depth + 1);
    }
    if (depth < DEEPEST && Plain.isRecord(old) && Plain.isRecord(out)) {
      Object fields = records(old, out, depth + 1);
      if (fields != null) {
        return fields;
      }
    }
    return Json.object("set", out);
  }

  /** Null if the members stand in another order. */
  private static Object records(Object old, Object out, int depth) {
    Seq<String> names = Plain.names(out);
    Seq<String> order = new Seq<>();
    Seq<Object> without = new Seq<>();
    Plain.names(old).each(name -> {
      if (names.has(name)) {
        order.add(name);
      } else {
        without.add(name);
      }
    });
    Seq<Object> fields = new Seq<>();
    names.each(name -> {
      Object value = Json.get(out, name);
      if (!order.has(name)) {
        order.add(name);
        fields.add(name);
        fields.add(Json.object("set", value));
      } else if (!Docs.same(Json.get(old, name), value)) {
        fields.add(name);
        fields.add(between(Json.get(old, name), value, depth));
      }
    });
    if (!Docs.sameNames(order, names)) {
      return null;
    }
    Object patch = Json.object("fields", Docs.record(fields));
    return without.size() == 0 ? patch : Json.with(patch, "without", Json.arrayOf(without));
  }

  private static Object lists(Seq<Object> old, Seq<Object> out, int depth) {
    int shared = Math.min(old.size(), out.size());
    if (old.size() == out.size()) {
      Seq<Object> items = new Seq<>();
      for (int i = 0; i < shared; i++) {
        if (!Docs.same(old.get(i), out.get(i))) {
          items.add("" + i);
          items.add(between(old.get(i), out.get(i), depth));
        }
      }
      return Json.object("items", Docs.record(items));
    }
    int from = 0;
    while (from < shared && Docs.same(old.get(from), out.get(from))) {
      from++;
    }
    int tail = 0;
    while (tail < shared - from
        && Docs.same(old.get(old.size() - 1 - tail), out.get(out.size() - 1 - tail))) {
      tail++;
    }
    Seq<Object> put = new Seq<>();
    for (int i = from; i < out.size() - tail; i++) {
      put.add(out.get(i));
    }
    return Json.object("from", from, "drop", old.size() - tail - from, "put", Json.arrayOf(put));
  }

  /** The value with the difference made; if the value is not of the kind that it was, it stays as it is. */
  static Object apply(Object patch, Object old) {
    if (Docs.has(patch, "set")) {
      return Json.get(patch, "set");
    }
    if (Docs.has(patch, "fields")) {
      return Plain.isRecord(old) && !isNothing(patch) ? withFields(patch, old) : old;
    }
    if (isNone(patch) || !Json.isArray(old) || isNothing(patch)) {
      return old;
    }
    Seq<Object> items = Json.items(old);
    if (Docs.has(patch, "items")) {
      Object changed = Json.get(patch, "items");
      for (int i = 0; i < items.size(); i++) {
        Object difference = Json.get(changed, "" + i);
        if (difference != null) {
          items.set(i, apply(difference, items.get(i)));
        }
      }
      return Json.arrayOf(items);
    }
    double from = Json.number(patch, "from");
    double behind = from + Json.number(patch, "drop");
    Seq<Object> next = new Seq<>();
    for (int i = 0; i < items.size() && i < from; i++) {
      next.add(items.get(i));
    }
    Json.list(patch, "put").each(next::add);
    for (int i = 0; i < items.size(); i++) {
      if (i >= behind) {
        next.add(items.get(i));
      }
    }
    return Json.arrayOf(next);
  }

  private static boolean isNothing(Object patch) {
    return Json.names(Json.get(patch, "fields")).size()
                + Json.names(Json.get(patch, "items")).size()
            == 0
        && !Docs.has(patch, "without")
        && !Docs.has(patch, "from");
  }

  private static Object withFields(Object patch, Object old) {
    Object fields = Json.get(patch, "fields");
    Seq<Object> without = Json.list(patch, "without");
    Seq<Object> parts = new Seq<>();
    Plain.names(old).each(name -> {
      if (!without.has(name)) {
        parts.add(name);
        Object value = Json.get(old, name);
        Object difference = Json.get(fields, name);
        parts.add(difference == null ? value : apply(difference, value));
      }
    });
    Json.names(fields).each(name -> {
      if (!Docs.has(old, name)) {
        parts.add(name);
        parts.add(apply(Json.get(fields, name), null));
      }
    });
    return Docs.record(parts);
  }

  /** Null if it is a difference, else what is wrong with it. */
  static String wrong(Object patch, int depth) {
    if (depth > DEEPEST) {
      return "is nested deeper than " + DEEPEST + " levels";
    }
    if (!Json.isObject(patch)) {
      return "is no record";
    }
    if (Docs.has(patch, "set") || isNone(patch)) {
      return null;
    }
    Object inner = Docs.has(patch, "fields") ? Json.get(patch, "fields") : Json.get(patch, "items");
    if (inner == null) {
      boolean numbers = Json.number(patch, "from") >= 0 && Json.number(patch, "drop") >= 0;
      return numbers && Json.isArray(Json.get(patch, "put"))
          ? null
          : "has none of set, fields, items, from, none";
    }
    Seq<String> names = Json.names(inner);
    String wrong = Json.isObject(inner) ? null : "has fields or items that are no record";
    for (int i = 0; wrong == null && i < names.size(); i++) {
      wrong = wrong(Json.get(inner, names.get(i)), depth + 1);
    }
    return wrong;
  }
}
