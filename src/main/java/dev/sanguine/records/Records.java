package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import org.jspecify.annotations.Nullable;

/** The records of a query's value, by the places that say where they stand. */
public final class Records {
  private final Documents documents;
  private final RecordPlace place;

  public Records(Documents documents, RecordPlace place) {
    this.documents = documents;
    this.place = place;
  }

  /**
   * The value with the edit done in every place of the type: the record changed, gone, come, or in another place of its list.
   * It is the value itself if nothing of it is meant.
   *
   * @param base the confirmed value that the value is made of
   */
  public Object edited(Object value, Object base, RecordEdit edit) {
    return edited(place, value, base, edit, null);
  }

  /** False if the record neither belonged to the value's list before nor belongs there now: the edit changes nothing then. */
  public boolean mayConcern(RecordEdit edit) {
    return place.isNested(edit.type)
        || takes(edit.before()) != Holds.NO
        || takes(edit.after()) != Holds.NO;
  }

  /**
   * True if the list cannot tell whether the record belongs to it, before the edit or after it, and the edit may decide that.
   *
   * @param fields the fields that the edit writes; null if it may write any
   */
  public boolean isUndecided(RecordEdit edit, @Nullable Object fields) {
    return place.type.equals(edit.type)
        && (takes(edit.before()) == Holds.UNKNOWN || takes(edit.after()) == Holds.UNKNOWN)
        && (fields == null || place.mayTake(fields));
  }

  /** By what it is, the record belongs to the value's own list. */
  public boolean belongs(Object record) {
    return takes(record) == Holds.YES;
  }

  /** The value says how many records there are, also of those that it does not hold. */
  public boolean saysCount(Object value) {
    Object pages = RecordShape.pagesIn(documents, value);
    return (pages == null ? Seq.of(value) : documents.items(pages))
        .some(part -> !Double.isNaN(RecordRange.total(documents, place, part)));
  }

  /** The value says that there are more records than it holds. */
  public boolean countsOthers(Object value) {
    Object pages = RecordShape.pagesIn(documents, value);
    Seq<Object> parts = pages == null ? Seq.of(value) : documents.items(pages);
    double shown = 0;
    for (int i = 0; i < parts.size(); i++) {
      Object list = place.shape.listIn(documents, parts.get(i));
      shown += list == null ? 0 : documents.items(list).size();
    }
    double held = shown;
    return parts.some(part -> RecordRange.total(documents, place, part) > held);
  }

  private Holds takes(Object record) {
    return record == null ? Holds.NO : place.takes(documents, record, null);
  }

  /**
   * The value with the record in the place of the only one of its id there; null if other
   * records may stand elsewhere then, or if records stand in it.
   */
  public @Nullable Object putBack(Object value, Object id, Object record) {
    Object pages = RecordShape.pagesIn(documents, value);
    Seq<Object> parts = pages == null ? Seq.of(value) : documents.items(pages);
    int found = place.nested.size() == 0 ? 0 : 2;
    for (int i = 0; i < parts.size(); i++) {
      Object list = place.shape.listIn(documents, parts.get(i));
      Seq<Object> items = list == null ? new Seq<>() : documents.items(list);
      for (int at = items.size(); (at = find(items, id, at - 1)) >= 0; ) {
        boolean standsThere = place.sort == null || place.sort.compare(items.get(at), record) == 0;
        found += standsThere ? 1 : 2;
        items.set(at, record);
        parts.set(i, place.shape.withList(documents, parts.get(i), documents.listOf(items)));
      }
    }
    if (found != 1) {
      return null;
    }
    return pages == null ? parts.get(0) : documents.with(value, "pages", documents.listOf(parts));
  }

  private int find(Seq<Object> items, Object id, int from) {
    return RecordScan.lastIndexOf(documents, place.shape, items, id, from);
  }

  private Object edited(RecordPlace at, Object value, Object base, RecordEdit edit, Object around) {
    Object own = at.type.equals(edit.type)
        ? new ListEdit(documents, at, edit, around, base).of(value)
        : value;
    Seq<RecordPlace> inner = at.nested.filter(place -> place.holdsType(edit.type));
    return inner.size() == 0
        ? own
        : eachRecord(at.shape, own, record -> within(inner, record, edit));
  }

  /** The record with the edit done in what stands inside it. */
  private Object within(Seq<RecordPlace> inner, Object record, RecordEdit edit) {
    Object made = record;
    for (int i = 0; i < inner.size(); i++) {
      RecordPlace at = inner.get(i);
      Object held = at.shape.atPath(documents, made);
      if (documents.isList(held) || documents.isRecord(held)) {
        Object next = edited(at, held, null, edit, made);
        made = documents.same(next, held) ? made : at.shape.withAtPath(documents, made, next);
      }
    }
    return made;
  }

  private Object eachRecord(RecordShape shape, Object value, RecordHelpers.Edit edit) {
    Object pages = RecordShape.pagesIn(documents, value);
    if (pages != null) {
      Object next = eachItem(pages, page -> eachRecord(shape, page, edit));
      return documents.same(next, pages) ? value : documents.with(value, "pages", next);
    }
    Object list = shape.listIn(documents, value);
    if (list == null) {
      return documents.isRecord(value) ? edit.of(value) : value;
    }
    Object next = eachItem(list, edit);
    return documents.same(next, list) ? value : shape.withList(documents, value, next);
  }

  private Object eachItem(Object list, RecordHelpers.Edit edit) {
    Seq<Object> items = documents.items(list);
    boolean changed = false;
    for (int i = 0; i < items.size(); i++) {
      Object next = edit.of(items.get(i));
      changed |= !documents.same(next, items.get(i));
      items.set(i, next);
    }
    return changed ? documents.listOf(items) : list;
  }

  /** True if the record, by what it is, belongs into the value's own list, at a place that is loaded, and is not there. */
  public boolean lacks(Object value, String type, Object record) {
    return place.type.equals(type)
        && ListEdit.lacks(
            documents, place, value, record, place.shape.idOf(documents, record), null, true);
  }

  /** The same of the record as the edit makes it. */
  public boolean lacksAfter(Object value, RecordEdit edit) {
    Object after = edit.after();
    return after != null && lacks(value, edit.type, after);
  }

  /** Hands over every record of the type, with the lists that were read for it. */
  public void each(String type, Object value, Listener<Object> visitor) {
    each(place, type, value, visitor);
  }

  private void each(RecordPlace at, String type, Object value, Listener<Object> visitor) {
    if (!at.holdsType(type)) {
      return;
    }
    boolean isType = at.type.equals(type);
    Seq<RecordPlace> inner = at.nested.filter(place -> place.holdsType(type));
    Listener<Object> look = record -> {
      if (isType) {
        visitor.on(record);
      }
      inner.each(place -> each(place, type, place.shape.atPath(documents, record), visitor));
    };
    Seq<Object> lists = at.shape.listsIn(documents, value);
    if (lists.size() == 0 && RecordShape.pagesIn(documents, value) == null) {
      if (documents.isRecord(value)) {
        look.on(value);
      }
    } else {
      lists.each(list -> documents.items(list).each(look));
    }
  }
}
