package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;
import org.jspecify.annotations.Nullable;

/*
 * What one record's change makes of a list: as if the server had answered after it.
 *
 * The record is changed in its place. If it no longer belongs to the list, it leaves, and the count with it. If a field that
 * sorts has changed, it moves. If it is not in the list and belongs there now, it comes to its place: by the order, and if
 * that place is on the pages that are loaded. What comes beyond them is only counted.
 *
 * A list tells what it knows, and what is known from elsewhere may be older. If by that the record belonged into the confirmed
 * list, at a place that is loaded, and the list does not have it, then somebody else has taken it out: it does not come back.
 *
 * Of a copy on several pages every one is changed, and the record is counted once.
 */
final class ListEdit {
  private final Documents documents;
  private final RecordPlace place;
  private final RecordEdit edit;
  /** The record in which the list stands; null of the value's own. */
  private final Object around;
  /** The confirmed value, of which the value is made; null of a list inside a record. */
  private final Object base;
  /** The value, or its pages; and the list of each, null if it has none. */
  private Seq<Object> holders;

  private Seq<Seq<Object>> lists;
  /** Which of the lists have changed. */
  private boolean[] changed;
  /** By how much the number of all records changes. */
  private int counted;
  /** Whether all pages of the list are loaded, and whether its first is. */
  private boolean isComplete;

  private boolean isFromStart;

  ListEdit(Documents documents, RecordPlace place, RecordEdit edit, Object around, Object base) {
    this.base = base;
    this.documents = documents;
    this.place = place;
    this.edit = edit;
    this.around = around;
  }

  Object of(Object value) {
    if (place.shape.hasId(documents, value, edit.id)) {
      Object next = edit.inPlace(value);
      // What becomes of the page of a record that is gone is the program's to say.
      return next == null ? value : next;
    }
    Object pages = RecordShape.pagesIn(documents, value);
    holders = pages == null ? Seq.of(value) : documents.items(pages);
    lists = listsOf(documents, place, holders);
    changed = new boolean[lists.size()];
    if (lists.some(list -> list != null)) {
      look(pages != null);
      if (!editInPlace()) {
        comeOrCount();
      }
    } else if (place.where != Condition.ANY || place.count != null) {
      countAlone();
    }
    return rebuilt(value, pages);
  }

  private static Seq<Seq<Object>> listsOf(
      Documents documents, RecordPlace place, Seq<Object> parts) {
    return parts.map(part -> {
      Object list = place.shape.listIn(documents, part);
      return list == null ? null : documents.items(list);
    });
  }

  // What the value says of the list

  private void look(boolean isPaged) {
    RecordRange range = new RecordRange(documents, place, holders, lists, isPaged);
    isComplete = range.isComplete;
    isFromStart = range.isFromStart;
  }

  // The record is there

  /** False if the record is in none of the lists. */
  private boolean editInPlace() {
    boolean isThere = false;
    boolean hasLeft = false;
    Seq<Object> moved = new Seq<>();
    for (int i = 0; i < lists.size(); i++) {
      Seq<Object> list = lists.get(i);
      for (int k = list == null ? -1 : find(list, list.size() - 1); k >= 0; k = find(list, k - 1)) {
        isThere = true;
        hasLeft |= !editAt(i, k, moved);
      }
    }
    moved.each(this::insertSorted);
    counted = hasLeft ? -1 : 0;
    return isThere;
  }

  private int find(Seq<Object> list, int from) {
    return RecordScan.lastIndexOf(documents, place.shape, list, edit.id, from);
  }

  /** False if the record has left. */
  private boolean editAt(int page, int at, Seq<Object> moved) {
    Seq<Object> list = lists.get(page);
    Object record = list.get(at);
    Object next = edit.inPlace(record);
    if (next != null && documents.same(next, record)) {
      return true;
    }
    changed[page] = true;
    if (next == null || belongs(next) == Holds.NO && belongs(record) != Holds.NO) {
      list.removeAt(at);
      return false;
    }
    list.set(at, next);
    if (place.sort != null && !staysAt(page, at, record)) {
      list.removeAt(at);
      moved.add(next);
    }
    return true;
  }

  private Holds belongs(Object record) {
    return place.takes(documents, record, around);
  }

  /** If what sorts it is as it was, it stays, in whatever order the server has put the list. */
  private boolean staysAt(int page, int at, Object before) {
    return place.sort.compare(before, lists.get(page).get(at)) == 0 || isInOrder(page, at);
  }

  /** The neighbours allow the place: what cannot be compared moves nothing. */
  private boolean isInOrder(int page, int at) {
    Object record = lists.get(page).get(at);
    Object previous = neighbour(page, at, -1);
    Object next = neighbour(page, at, 1);
    return !(previous != null && place.sort.compare(previous, record) > 0)
        && !(next != null && place.sort.compare(record, next) > 0);
  }

  /** The record before or behind, on this page or another; null if there is none. */
  private Object neighbour(int page, int at, int step) {
    int k = at + step;
    for (int i = page; i >= 0 && i < lists.size(); ) {
      Seq<Object> list = lists.get(i);
      if (list != null && k >= 0 && k < list.size()) {
        return list.get(k);
      }
      i += step;
      boolean isThere = i >= 0 && i < lists.size() && lists.get(i) != null;
      k = step > 0 || !isThere ? 0 : lists.get(i).size() - 1;
    }
    return null;
  }

  /** Puts it before the first record that comes behind it, else at the end. */
  private void insertSorted(Object record) {
    int last = 0;
    for (int i = 0; i < lists.size(); i++) {
      Seq<Object> list = lists.get(i);
      int at = list == null ? -1 : list.indexWhere(other -> place.sort.compare(record, other) < 0);
      if (at >= 0) {
        insert(i, at, record);
        return;
      }
      last = list == null ? last : i;
    }
    insert(last, lists.get(last).size(), record);
  }

  private void insert(int page, int at, Object record) {
    lists.get(page).insert(at, record);
    changed[page] = true;
  }

  // The record is not there

  private void comeOrCount() {
    Holds was =
        edit.isNew ? Holds.NO : edit.before() == null ? Holds.UNKNOWN : belongs(edit.before());
    if (was == Holds.UNKNOWN) {
      return;
    }
    Holds is = edit.after() == null ? Holds.NO : belongs(edit.after());
    if (was == Holds.YES && isTakenOutByOthers(is == Holds.YES)) {
      return;
    }
    if (is == Holds.YES && comesToLoadedPlace(was == Holds.YES)) {
      counted = was == Holds.YES ? 0 : 1;
    } else if (was != is && is != Holds.UNKNOWN) {
      counted = is == Holds.YES ? 1 : -1;
      edit.countsUnseen |= hasCount();
    }
  }

  /**
   * By what is known from elsewhere the record belongs into what is confirmed here, and it is not there.
   *
   * @param comesBack it would be shown; if it goes it is only counted, and then the end of a part says nothing
   */
  private boolean isTakenOutByOthers(boolean comesBack) {
    if (base == null) {
      return isComplete;
    }
    Object known = edit.confirmed();
    return edit.isLacked() == Holds.UNKNOWN
        ? known != null
            && (comesBack || isComplete && isFromStart)
            && lacks(documents, place, base, known, edit.id, around, false)
        : edit.isLacked() == Holds.YES;
  }

  /**
   * True if the record belongs into the list, at a place that is loaded, and is not there.
   *
   * @param isAsFetched no change has moved the last record to the end, from before what is not loaded
   */
  static boolean lacks(
      Documents documents,
      RecordPlace place,
      Object value,
      Object record,
      Object id,
      @Nullable Object around,
      boolean isAsFetched) {
    Object pages = RecordShape.pagesIn(documents, value);
    Seq<Object> parts = pages == null ? Seq.of(value) : documents.items(pages);
    Seq<Seq<Object>> lists = listsOf(documents, place, parts);
    boolean isList = lists.some(list -> list != null);
    if (!isList
        || place.takes(documents, record, around) != Holds.YES
        || lists.some(
            list -> list != null && list.some(one -> place.shape.hasId(documents, one, id)))) {
      return false;
    }
    RecordRange range = new RecordRange(documents, place, parts, lists, pages != null);
    Seq<Object> last = lists.get(lists.size() - 1);
    if (!range.isComplete && !isAsFetched && last != null && last.size() > 0) {
      last.removeAt(last.size() - 1);
    }
    return range.isComplete && range.isFromStart
        || place.sort != null
            && isInside(place, record, lists, range.isFromStart, range.isComplete);
  }

  /** It stands before a record that is loaded, and not before all of what is not loaded. */
  private static boolean isInside(
      RecordPlace place,
      Object record,
      Seq<Seq<Object>> loaded,
      boolean fromStart,
      boolean complete) {
    boolean isBehindOne = fromStart;
    for (int i = 0; i < loaded.size(); i++) {
      Seq<Object> list = loaded.get(i);
      for (int k = 0; list != null && k < list.size(); k++) {
        double order = place.sort.compare(record, list.get(k));
        if (order < 0) {
          return isBehindOne;
        }
        isBehindOne |= order >= 0;
      }
    }
    return complete && isBehindOne;
  }

  private boolean comesToLoadedPlace(boolean wasMember) {
    Object record = edit.after();
    boolean isSorted = place.sort != null && !Double.isNaN(place.sort.compare(record, record));
    if (isSorted) {
      if (!isInside(place, record, lists, isFromStart, isComplete)) {
        return false;
      }
      insertSorted(record);
    } else if (wasMember) {
      return false;
    } else if (place.addsAtStart ? isFromStart : isComplete || edit.isNew) {
      int page = place.addsAtStart ? firstPage() : lastPage();
      insert(page, place.addsAtStart ? 0 : lists.get(page).size(), record);
    } else {
      return false;
    }
    cut(record, isSorted || place.addsAtStart);
    return true;
  }

  /** What comes pushes the last one over the end of the page. An infinite list grows instead. */
  private void cut(Object record, boolean cuts) {
    Seq<Object> list = lists.get(0);
    if (cuts && lists.size() == 1 && list.size() > place.limit) {
      Object last = list.get(list.size() - 1);
      list.removeAt(list.size() - 1);
      edit.countsUnseen |= last == record && hasCount();
    }
  }

  private int firstPage() {
    return lists.indexWhere(list -> list != null);
  }

  private int lastPage() {
    int last = lists.size() - 1;
    while (lists.get(last) == null) {
      last--;
    }
    return last;
  }

  /** The value holds no list, and a number of records that are not in it. */
  private void countAlone() {
    Holds was =
        edit.isNew ? Holds.NO : edit.before() == null ? Holds.UNKNOWN : belongs(edit.before());
    Holds is = edit.after() == null ? Holds.NO : belongs(edit.after());
    if (was != is && was != Holds.UNKNOWN && is != Holds.UNKNOWN) {
      counted = is == Holds.YES ? 1 : -1;
      edit.countsUnseen |= hasCount();
    }
  }

  private boolean hasCount() {
    return holders.some(holder -> !Double.isNaN(RecordRange.total(documents, place, holder)));
  }

  // The value that is made of it

  private Object rebuilt(Object value, Object pages) {
    boolean any = false;
    for (int i = 0; i < lists.size(); i++) {
      Object holder = holders.get(i);
      Object next = changed[i]
          ? place.shape.withList(documents, holder, documents.listOf(lists.get(i)))
          : holder;
      next = counted == 0 ? next : withCount(next);
      any |= !documents.same(next, holder);
      holders.set(i, next);
    }
    if (!any) {
      return value;
    }
    return pages == null
        ? holders.get(0)
        : documents.with(value, "pages", documents.listOf(holders));
  }

  private Object withCount(Object holder) {
    double total = RecordRange.total(documents, place, holder);
    return Double.isNaN(total)
        ? holder
        : withAt(holder, RecordRange.countPath(place), 0, Math.max(0, total + counted));
  }

  private Object withAt(Object record, Seq<String> path, int depth, Object value) {
    String name = path.get(depth);
    return documents.with(
        record,
        name,
        depth == path.size() - 1
            ? value
            : withAt(documents.field(record, name), path, depth + 1, value));
  }
}
