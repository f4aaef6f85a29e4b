package dev.sanguine.records;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;

/*
 * Whether a value that somebody wrote by hand holds a change already.
 *
 * Only the places are looked at in which the change makes a difference: the fields of a record, the records of a list by
 * their ids. The value holds the change if it has in all of them what the change makes, and does not if it has in all of
 * them what was there before. Anything else cannot be known: somebody else changed the same place.
 */
public final class Containment {
  private final Values values;
  private final RecordShape shape;
  /** The change gives out ids of its own: the value may have its record under another. */
  private final boolean makesRecords;
  /**
   * The value was made of the base: only a record that came or went, or was replaced as a whole, says that it holds the change.
   */
  private boolean isMadeOfBase;
  /** That a record came is not enough: it has to be the one that the change makes. */
  private boolean asksForWholeRecords;
  /** Records that come or go tell nothing. */
  private boolean asksForEdits;
  /** In how many places the value has what the change makes. */
  private int placesAfter;

  private boolean sawBefore;
  private boolean sawOther;

  private Containment(
      Values values, RecordShape shape, boolean makesRecords, boolean isMadeOfBase) {
    this.values = values;
    this.shape = shape;
    this.makesRecords = makesRecords;
    this.isMadeOfBase = isMadeOfBase;
  }

  /** Compares the value with the one that the change starts from and the one that it makes. */
  public static Holds of(
      Values values,
      RecordShape shape,
      boolean makesRecords,
      boolean isMadeOfBase,
      Object before,
      Object after,
      Object value) {
    Containment containment = new Containment(values, shape, makesRecords, isMadeOfBase);
    containment.compare(before, after, value);
    return containment.seen();
  }

  /** The same of a change that edits records which are there; unknown if it makes or takes out one. */
  public static Holds ofEdits(
      Values values, RecordShape shape, Object before, Object after, Object value) {
    Containment containment = new Containment(values, shape, false, false);
    containment.asksForEdits = true;
    containment.compare(before, after, value);
    return containment.seen();
  }

  /** Whether the value was made of that view: it has all that differs there from the base. */
  public static boolean isMadeOf(
      Values values, RecordShape shape, Object base, Object view, Object value) {
    Containment containment = new Containment(values, shape, false, false);
    containment.asksForWholeRecords = true;
    containment.compare(base, view, value);
    return containment.seen() == Holds.YES;
  }

  /** True if {@code other} shows less of the change than {@code value}, or shows what the change had replaced. */
  public static boolean undoes(
      Values values,
      RecordShape shape,
      boolean makesRecords,
      Object before,
      Object after,
      Object value,
      Object other) {
    Containment was = new Containment(values, shape, makesRecords, false);
    was.compare(before, after, value);
    Containment is = new Containment(values, shape, makesRecords, false);
    is.compare(before, after, other);
    return was.placesAfter > is.placesAfter || !was.sawBefore && is.sawBefore;
  }

  /** True if the value has a record of {@code out} that a later change has removed from the view. */
  public static boolean bringsBack(
      Values values, RecordShape shape, Object out, Object view, Object value) {
    Containment containment = new Containment(values, shape, false, false);
    Table<String, Object> shown = containment.byId(containment.itemsIn(view));
    Table<String, Object> there = containment.byId(containment.itemsIn(value));
    return containment
        .byId(containment.itemsIn(out))
        .values()
        .some(item -> !shown.has(containment.idOf(item)) && there.has(containment.idOf(item)));
  }

  /** Whether a change of the one value into the other changes only records that a third value does not have. */
  public static boolean isOfOthers(
      Values values, RecordShape shape, Object value, Object changed, Object third) {
    Containment containment = new Containment(values, shape, false, false);
    Table<String, Object> now = containment.byId(containment.itemsIn(changed));
    Table<String, Object> have = containment.byId(containment.itemsIn(third));
    Seq<Object> differing = containment
        .byId(containment.itemsIn(value))
        .values()
        .filter(item -> !containment.isEqual(item, now.get(containment.idOf(item))));
    return have.size() > 0
        && differing.size() > 0
        && !differing.some(item -> have.has(containment.idOf(item)));
  }

  private Holds seen() {
    if (sawOther || placesAfter > 0 && sawBefore) {
      return Holds.UNKNOWN;
    }
    return placesAfter > 0 ? Holds.YES : Holds.NO;
  }

  private void compare(Object before, Object after, Object value) {
    if (isEqual(before, after)) {
      return;
    }
    if (values.isList(before)
        && values.isList(after)
        && values.isList(value)
        && haveIds(before)
        && haveIds(after)) {
      compareLists(values.items(before), values.items(after), values.items(value));
    } else if (havePages(before) && havePages(after) && havePages(value)) {
      compareLists(itemsIn(before), itemsIn(after), itemsIn(value));
    } else if (values.isRecord(before) && values.isRecord(after) && values.isRecord(value)) {
      compareRecords(before, after, value);
    } else if (isMadeOfBase) {
      sawBefore = true;
    } else {
      sawAfter(isEqual(after, value));
      sawBefore |= isEqual(before, value);
      sawOther |= !isEqual(after, value) && !isEqual(before, value);
    }
  }

  private void sawAfter(boolean isThere) {
    placesAfter += isThere ? 1 : 0;
  }

  private void compareRecords(Object before, Object after, Object value) {
    boolean isOfRecord = isMadeOfBase;
    isMadeOfBase &= !isFromElsewhere(before, after, value);
    // A number of records says nothing of any record, and whoever writes one in may leave it alone.
    boolean hasList = shape.listIn(values, after) != null;
    values.names(after).each(name -> {
      if (!hasList || !shape.isCount(name)) {
        compareField(before, after, value, name);
      }
    });
    Seq<String> kept = values.names(after);
    values.names(before).each(name -> {
      if (!kept.has(name)) {
        compareField(before, after, value, name);
      }
    });
    isMadeOfBase = isOfRecord;
  }

  /** True if the record differs also in what the change leaves alone: it is a server's, put in the place of the base's. */
  private boolean isFromElsewhere(Object before, Object after, Object value) {
    return values
        .names(before)
        .some(name -> isEqual(values.field(before, name), values.field(after, name))
            && !isEqual(values.field(before, name), values.field(value, name)));
  }

  private void compareField(Object before, Object after, Object value, String name) {
    compare(values.field(before, name), values.field(after, name), values.field(value, name));
  }

  private void compareLists(Seq<Object> before, Seq<Object> after, Seq<Object> value) {
    Table<String, Object> old = byId(before);
    Table<String, Object> made = byId(after);
    Table<String, Object> now = byId(value);
    Seq<String> places = placesOf(after);
    for (int i = 0; i < after.size(); i++) {
      Object item = after.get(i);
      Object was = old.get(places.get(i));
      Object is = now.get(places.get(i));
      if (was == null) {
        sawOther |= asksForEdits;
        boolean isThere = is != null
            || makesRecords
                && !isMadeOfBase
                && value.some(one -> !old.has(idOf(one)) && isLike(item, one));
        sawOther |= isThere && asksForWholeRecords && !isEqual(item, is);
        sawAfter(isThere);
        sawBefore |= !isThere;
      } else if (is != null) {
        compare(was, item, is);
      }
    }
    placesOf(before).each(place -> {
      if (!made.has(place)) {
        sawOther |= asksForEdits;
        sawBefore |= now.has(place);
        sawAfter(!now.has(place));
      }
    });
  }

  /** True if the server may have named the record so that was made: all else that is said of it, if anything, is the same. */
  private boolean isLike(Object made, Object record) {
    Seq<String> fields = values.names(made).filter(name -> !name.equals(shape.id));
    return fields.size() > 0
        && !fields.some(name -> !isEqual(values.field(made, name), values.field(record, name)));
  }

  /** The items by their {@link #placesOf places}; those without an id are left out. */
  private Table<String, Object> byId(Seq<Object> items) {
    Seq<String> places = placesOf(items);
    Table<String, Object> table = new Table<>();
    for (int i = 0; i < items.size(); i++) {
      if (places.get(i) != null) {
        table.put(places.get(i), items.get(i));
      }
    }
    return table;
  }

  /** The text of each item's id, with a number for each further copy of a record: each is compared with its like. */
  private Seq<String> placesOf(Seq<Object> items) {
    Table<String, Integer> copies = new Table<>();
    return items.map(item -> {
      String id = idOf(item);
      int copy = id != null && copies.has(id) ? copies.get(id) + 1 : 0;
      if (id != null) {
        copies.put(id, copy);
      }
      return copy > 0 ? id + "\n" + copy : id;
    });
  }

  /** The text of the item's id; null if it has none. */
  private String idOf(Object item) {
    Object id = shape.idOf(values, item);
    return shape.hasId(values, item, id) ? RecordIds.text(id) : null;
  }

  private boolean haveIds(Object list) {
    return haveIds(values.items(list));
  }

  private boolean haveIds(Seq<Object> items) {
    return !items.some(item -> idOf(item) == null);
  }

  /** True of the data of an infinite query whose records have ids. */
  private boolean havePages(Object value) {
    return RecordShape.pagesIn(values, value) != null
        && shape.listIn(values, value) == null
        && haveIds(itemsIn(value));
  }

  /** The records of all pages. */
  private Seq<Object> itemsIn(Object value) {
    Seq<Object> items = new Seq<>();
    shape.listsIn(values, value).each(list -> values.items(list).each(items::add));
    return items;
  }

  private boolean isEqual(Object a, Object b) {
    return values.same(values.replaceEqualDeep(a, b), a);
  }
}
