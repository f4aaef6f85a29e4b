package dev.sanguine.records;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;

/*
 * Does again, over another value, what a write did: the three-way merge.
 *
 * A write that replaced one value by another has changed some places and left the others alone. A place is a field of a
 * record, a record of a list by its id, an item of a list, or the order of the list. Over another value, the places that it
 * changed get what it wrote, and all others stay as they are there. So the write carries over what it did, and nothing of
 * the value that it was once made of.
 *
 * If the other value differs in the same place too, the write stands: the later one wins. Only a number that the write moved by
 * one is a count, and moves by one again. If it was a function that writes something new each time, what the function makes
 * of the other value decides there.
 *
 * A record that the write moved from one nested list to another is one place still: it stands where the write has put it, and
 * nowhere else.
 */
public final class ThreeWay {
  /** In the place of what a function makes of the other value, if the write was no function, or it says nothing here. */
  public static final Object NOTHING = new Object();

  private static final int BEFORE = 0;
  private static final int AFTER = 1;
  private static final int ONTO = 2;

  private final Values values;
  private final RecordShape shape;
  private final PlaceNames naming;
  /** Of a number in which the values differ the difference is carried over, not the number. */
  private boolean addsNumbers;
  /** The values as wholes, and where their records stand: looked for if a record stands in one list and not in another. */
  private Object[] wholes;

  private Seq<RecordLocations> whereabouts;

  public ThreeWay(Values values, RecordShape shape) {
    this.values = values;
    this.shape = shape;
    naming = new PlaceNames(values, shape);
  }

  /** Carries over how much was added to a number. */
  public ThreeWay addingNumbers() {
    addsNumbers = true;
    return this;
  }

  /**
   * The value {@code onto} with what has changed from {@code before} to {@code after}.
   *
   * @param again what the function makes of {@code onto}, or {@link #NOTHING}
   */
  public Object carry(Object before, Object after, Object onto, Object again) {
    wholes = new Object[] {before, after, onto};
    whereabouts = null;
    Object carried = carry(before, after, onto, again, "", "");
    wholes = null;
    whereabouts = null;
    return carried;
  }

  /** The same of a place: in a kind of list, and in that very list. */
  private Object carry(
      Object before, Object after, Object onto, Object again, String kind, String list) {
    if (values.isUndefined(onto) && !values.isUndefined(before)) {
      // Nothing is there any more. Items can be added to an empty list; some fields of a record are
      // no record.
      return values.isList(before)
          ? carry(before, after, values.listOf(new Seq<>()), again, kind, list)
          : onto;
    }
    if (isEqual(before, after)) {
      return again != NOTHING && isEqual(again, after)
          ? again
          : isEqual(before, onto) ? onto : moved(onto, kind, list);
    }
    if (isEqual(before, onto)) {
      return arrived(after, kind, list);
    }
    if (values.isList(before) && values.isList(after) && values.isList(onto)) {
      return list(before, after, onto, values.isList(again) ? again : NOTHING, kind, list);
    }
    if (values.isRecord(before) && values.isRecord(after) && values.isRecord(onto)) {
      return record(before, after, onto, values.isRecord(again) ? again : NOTHING, kind, list);
    }
    return again == NOTHING
        ? addsNumbers || isCounted(before, after, onto) ? added(before, after, onto) : after
        : again;
  }

  /**
   * A place that the write left alone. Records that it moved elsewhere are removed here. Records that it changed elsewhere,
   * and that stand here by now, get that change.
   */
  private Object moved(Object onto, String kind, String list) {
    if (values.isRecord(onto)) {
      return withFields(onto, kind, list, this::moved);
    }
    if (!values.isList(onto) || kind.isEmpty()) {
      return onto;
    }
    Seq<Object> kept = new Seq<>();
    Seq<Object> items = values.items(onto);
    items.each(item -> {
      String id = RecordLocations.idOf(values, shape, item);
      RecordLocations.Found was = id == null ? null : whereabouts().get(BEFORE).of(kind, id);
      RecordLocations.Found made = was == null ? null : whereabouts().get(AFTER).of(kind, id);
      if (made == null || made.list.equals(list) && was.list.equals(list)) {
        kept.add(moved(
            item, RecordLocations.in(kind, ""), RecordLocations.in(list, id == null ? "" : id)));
      } else if (was.list.equals(made.list)) {
        kept.add(carry(
            was.record,
            made.record,
            item,
            NOTHING,
            RecordLocations.in(kind, ""),
            RecordLocations.in(list, id)));
      }
    });
    boolean isSame =
        kept.size() == items.size() && !kept.someAt((item, at) -> item != items.get(at));
    return isSame ? onto : values.listLike(onto, values.listOf(kept));
  }

  /** What the write made of a place, with the records that it brought there as they are now. */
  private Object arrived(Object after, String kind, String list) {
    if (values.isRecord(after)) {
      return withFields(after, kind, list, this::arrived);
    }
    if (!values.isList(after) || kind.isEmpty()) {
      return after;
    }
    Seq<Object> items = values.items(after);
    Seq<Object> kept = items.map(item -> {
      String id = RecordLocations.idOf(values, shape, item);
      RecordLocations.Found was = id == null ? null : whereabouts().get(BEFORE).of(kind, id);
      RecordLocations.Found now =
          was == null || was.list.equals(list) ? null : whereabouts().get(ONTO).of(kind, id);
      return now == null
          ? arrived(
              item, RecordLocations.in(kind, ""), RecordLocations.in(list, id == null ? "" : id))
          : carry(
              was.record,
              item,
              now.record,
              NOTHING,
              RecordLocations.in(kind, ""),
              RecordLocations.in(list, id));
    });
    return kept.someAt((item, at) -> item != items.get(at))
        ? values.listLike(after, values.listOf(kept))
        : after;
  }

  /** Makes another value of what stands in a place. */
  private interface Place {
    Object of(Object value, String kind, String list);
  }

  private Object withFields(Object record, String kind, String list, Place place) {
    Object made = record;
    Seq<String> names = values.names(record);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Object field = values.field(record, name);
      Object other =
          place.of(field, RecordLocations.in(kind, name), RecordLocations.in(list, name));
      made = other == field ? made : values.with(made, name, other);
    }
    return made;
  }

  /** A number that goes up or down by one is a count, if it is none of those that stand for yes and no. */
  private boolean isCounted(Object before, Object after, Object onto) {
    double was = values.number(before);
    double is = values.number(after);
    return Math.abs(is - was) == 1 && !(isBit(was) && isBit(is) && isBit(values.number(onto)));
  }

  private static boolean isBit(double number) {
    return number == 0 || number == 1;
  }

  private Object added(Object before, Object after, Object onto) {
    double sum = values.number(onto) + values.number(after) - values.number(before);
    return Double.isNaN(sum) ? after : (Object) sum;
  }

  /** True if {@code next} differs from {@code now}, and wherever it does has what {@code old} has there. */
  public boolean isPutBack(Object now, Object next, Object old) {
    return !isEqual(now, next) && hasOf(now, next, old);
  }

  private boolean hasOf(Object now, Object next, Object old) {
    if (isEqual(now, next) || isEqual(next, old)) {
      return true;
    }
    if (values.isRecord(now) && values.isRecord(next) && values.isRecord(old)) {
      return hasPlacesOf(naming.fields(now), naming.fields(next), naming.fields(old));
    }
    if (!values.isList(now)
        || !values.isList(next)
        || !values.isList(old)
        || naming.isNameless(next)) {
      return false;
    }
    OrderedSet<String> shared = naming.sharedIds(now, next, old);
    return hasPlacesOf(
        naming.items(now, false, shared),
        naming.items(next, false, shared),
        naming.items(old, false, shared));
  }

  private boolean hasPlacesOf(
      Table<String, Object> now, Table<String, Object> next, Table<String, Object> old) {
    return !now.keys().some(name -> !next.has(name) && old.has(name))
        && !next.keys()
            .some(name -> now.has(name) && !old.has(name) && !isEqual(now.get(name), next.get(name))
                || !now.has(name) && !(old.has(name) && isEqual(next.get(name), old.get(name)))
                || now.has(name)
                    && old.has(name)
                    && !hasOf(now.get(name), next.get(name), old.get(name)));
  }

  public boolean isEqual(Object a, Object b) {
    return values.same(a, b) || values.same(values.replaceEqualDeep(a, b), a);
  }

  private Object record(
      Object before, Object after, Object onto, Object again, String kind, String list) {
    Table<String, Object> was = naming.fields(onto);
    Places places = new Places(
        naming.fields(before),
        naming.fields(after),
        was,
        again == NOTHING ? null : naming.fields(again),
        kind,
        list,
        false,
        false);
    Object made = onto;
    Seq<String> names = places.names;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!places.isThere(name)) {
        made = was.has(name) ? values.without(made, name) : made;
      } else {
        Object field = places.at(name);
        made = was.has(name) && values.same(field, was.get(name))
            ? made
            : values.with(made, name, field);
      }
    }
    return made;
  }

  private Object list(
      Object before, Object after, Object onto, Object again, String kind, String list) {
    boolean byIndex =
        naming.isNameless(before) || naming.isNameless(after) || naming.isNameless(onto);
    if (byIndex
        && (naming.size(before) != naming.size(after)
            || naming.size(before) != naming.size(onto))) {
      // Nothing tells which item is which.
      return again == NOTHING ? after : again;
    }
    OrderedSet<String> shared =
        byIndex ? new OrderedSet<>() : naming.sharedIds(before, after, onto);
    Table<String, Object> old = naming.items(before, byIndex, shared);
    Table<String, Object> made = naming.items(after, byIndex, shared);
    Table<String, Object> now = naming.items(onto, byIndex, shared);
    Places places = new Places(
        old,
        made,
        now,
        again == NOTHING ? null : naming.items(again, byIndex, shared),
        kind,
        list,
        true,
        !byIndex && !kind.isEmpty());
    Seq<Object> all = new Seq<>();
    order(old, made, now).each(name -> {
      if (places.isThere(name)) {
        all.add(places.at(name));
      }
    });
    return values.listLike(onto, values.listOf(all));
  }

  /** The names of all items, each where it belongs: in the order that the write made, or else in the one that is there. */
  private static Seq<String> order(
      Table<String, Object> before, Table<String, Object> after, Table<String, Object> onto) {
    Seq<String> old = before.keys().filter(after::has);
    Seq<String> made = after.keys().filter(before::has);
    boolean isReordered = made.someAt((name, at) -> !name.equals(old.get(at)));
    Seq<String> order = isReordered ? after.keys() : onto.keys();
    merge(order, isReordered ? onto.keys() : after.keys(), before);
    return order;
  }

  /** Puts the names that are missing behind the one that they follow; those at the start, or at the end, go there. */
  private static void merge(Seq<String> order, Seq<String> names, Table<String, Object> known) {
    String last = null;
    OrderedSet<String> ordered = new OrderedSet<>();
    order.each(ordered::add);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!ordered.has(name)) {
        ordered.add(name);
        boolean isAtEnd = last != null && !hasKnown(names, i + 1, known);
        order.insert(isAtEnd ? order.size() : last == null ? 0 : order.find(last) + 1, name);
      }
      last = name;
    }
  }

  private static boolean hasKnown(Seq<String> names, int from, Table<String, Object> known) {
    for (int i = from; i < names.size(); i++) {
      if (known.has(names.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** What the four values have, by the name of the place. */
  private final class Places {
    private final Table<String, Object> before;
    private final Table<String, Object> after;
    private final Table<String, Object> onto;
    /** Null if there is none. */
    private final Table<String, Object> again;

    private final Seq<String> names;
    private final String kind;
    private final String list;
    private final boolean isOfList;
    /** They are items by their ids, which may have come from another list. */
    private final boolean mayMove;

    private Places(
        Table<String, Object> before,
        Table<String, Object> after,
        Table<String, Object> onto,
        Table<String, Object> again,
        String kind,
        String list,
        boolean isOfList,
        boolean mayMove) {
      this.before = before;
      this.after = after;
      this.onto = onto;
      this.again = again;
      this.kind = kind;
      this.list = list;
      this.isOfList = isOfList;
      this.mayMove = mayMove;
      names = onto.keys();
      after.keys().each(name -> {
        if (!onto.has(name)) {
          names.add(name);
        }
      });
    }

    /** True if the place is there in the end. */
    private boolean isThere(String name) {
      boolean was = before.has(name);
      boolean is = onto.has(name);
      if (isMoved(name)) {
        return after.has(name) && there(ONTO, name) != null;
      }
      if (was == after.has(name)) {
        return is ? was || again == null || again.has(name) : was && isWrittenAnew(name);
      }
      return is == was || again == null ? after.has(name) : again.has(name);
    }

    /** A field that is gone is written all the same; of a record or an item that is gone there is nothing to write. */
    private boolean isWrittenAnew(String name) {
      return !isOfList
          && !values.isRecord(after.get(name))
          && !isEqual(before.get(name), after.get(name));
    }

    private Object at(String name) {
      Object anew = again != null && again.has(name) ? again.get(name) : NOTHING;
      boolean isInAll = before.has(name) && after.has(name) && onto.has(name);
      RecordLocations.Found was = isInAll ? null : there(BEFORE, name);
      RecordLocations.Found made = was == null ? null : there(AFTER, name);
      RecordLocations.Found now = made == null ? null : there(ONTO, name);
      if (now != null) {
        return carry(was.record, made.record, now.record, anew, in(kind, ""), in(list, name));
      }
      if (!after.has(name)) {
        return anew == NOTHING ? onto.get(name) : anew;
      }
      return isInAll
          ? carry(
              before.get(name),
              after.get(name),
              onto.get(name),
              anew,
              in(kind, isOfList ? "" : name),
              in(list, name))
          : after.get(name);
    }

    /** The write has put the record into another list. */
    private boolean isMoved(String name) {
      boolean isInAll = before.has(name) && after.has(name);
      RecordLocations.Found was = isInAll ? null : there(BEFORE, name);
      RecordLocations.Found made = was == null ? null : there(AFTER, name);
      return made != null && !was.list.equals(made.list);
    }

    private RecordLocations.Found there(int value, String name) {
      return mayMove ? whereabouts().get(value).of(kind, name) : null;
    }

    private String in(String list, String name) {
      return RecordLocations.in(list, name);
    }
  }

  private Seq<RecordLocations> whereabouts() {
    if (whereabouts == null) {
      whereabouts = new Seq<>();
      for (Object whole : wholes) {
        whereabouts.add(new RecordLocations(values, shape, whole));
      }
    }
    return whereabouts;
  }
}
