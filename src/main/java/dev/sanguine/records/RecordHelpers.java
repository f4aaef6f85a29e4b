package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;

/*
 * What the helpers of an intent make of a value.
 *
 * A helper changes the records that it is for and passes over everything else: another record, a number, a list if a record
 * is meant. It never makes another kind of value of a value. The value comes back as it is if nothing in it is meant.
 *
 * A value that is itself the record with the id is the only one that is meant: its nested records may have ids that are the
 * same number. In a list, and in the pages of an infinite query, every copy of the record is meant.
 */
public final class RecordHelpers {
  /** Makes another record of one; null takes it out of its list. */
  public interface Edit {
    Object of(Object record);
  }

  private final Documents documents;
  private final RecordShape shape;

  public RecordHelpers(Documents documents, RecordShape shape) {
    this.documents = documents;
    this.shape = shape;
  }

  /**
   * Writes the fields over the record that they are for: the one of their id, or the value itself if they name none.
   *
   * @param exact the query is meant by its key, so that a record without an id is the one that is meant
   */
  public Object merge(Object value, Object fields, boolean exact) {
    if (!documents.isRecord(fields)) {
      return value;
    }
    Object id = shape.idOf(documents, fields);
    Edit write = record -> written(record, fields);
    if (isMissing(id)) {
      return holdsRecords(value) ? value : write.of(value);
    }
    boolean isNameless = exact && isMissing(shape.idOf(documents, value)) && !holdsRecords(value);
    return isNameless ? write.of(value) : edit(value, id, write);
  }

  /** The record with the fields over it. Its id stays what it is, a number or a text. */
  public Object written(Object record, Object fields) {
    if (!documents.isRecord(record)) {
      return record;
    }
    Object id = shape.idOf(documents, record);
    Object given = shape.idOf(documents, fields);
    boolean changesKind = !documents.same(id, given) && RecordIds.same(documents, id, given);
    return documents.merged(record, changesKind ? documents.with(fields, shape.id, id) : fields);
  }

  public Object remove(Object value, Object id) {
    // A detail is no list: what becomes of its page is the app's to say.
    return shape.hasId(documents, value, id) ? value : edit(value, id, record -> null);
  }

  public Object upsert(Object value, Object record) {
    Object id = shape.idOf(documents, record);
    if (shape.hasId(documents, value, id)) {
      return record;
    }
    return has(value, id) ? edit(value, id, before -> record) : add(value, record, false);
  }

  /** Adds the item at the start, or at the end: of the first page, or of the last. */
  public Object add(Object value, Object item, boolean atStart) {
    Object list = shape.listIn(documents, value);
    if (list != null) {
      Seq<Object> items = documents.items(list);
      items.insert(atStart ? 0 : items.size(), item);
      return shape.withList(documents, value, documents.listOf(items));
    }
    Object pages = RecordShape.pagesIn(documents, value);
    if (pages == null || documents.items(pages).size() == 0) {
      return value;
    }
    Seq<Object> all = documents.items(pages);
    int at = atStart ? 0 : all.size() - 1;
    all.set(at, add(all.get(at), item, atStart));
    return documents.with(value, "pages", documents.listOf(all));
  }

  /** Adds to the number of the record itself, or of the record with the id. What is there and is no number stays. */
  public Object increment(Object value, String field, double by, Object id) {
    Edit add = record -> {
      if (!documents.isRecord(record)) {
        return record;
      }
      Object before = documents.field(record, field);
      double number = isMissing(before) ? 0 : documents.number(before);
      return Double.isNaN(number) ? record : documents.with(record, field, number + by);
    };
    if (!isMissing(id)) {
      return edit(value, id, add);
    }
    return holdsRecords(value) ? value : add.of(value);
  }

  /** The value with every record of that id changed. */
  public Object edit(Object value, Object id, Edit edit) {
    if (isMissing(id)) {
      return value;
    }
    if (shape.hasId(documents, value, id)) {
      return edit.of(value);
    }
    Object list = shape.listIn(documents, value);
    if (list != null) {
      Object next = editList(list, id, edit);
      return documents.same(next, list) ? value : shape.withList(documents, value, next);
    }
    Object pages = RecordShape.pagesIn(documents, value);
    if (pages == null) {
      return value;
    }
    Seq<Object> all = documents.items(pages);
    boolean changed = false;
    for (int i = 0; i < all.size(); i++) {
      Object page = all.get(i);
      Object inner = shape.listIn(documents, page);
      Object next = inner == null ? null : editList(inner, id, edit);
      if (inner != null && !documents.same(next, inner)) {
        all.set(i, shape.withList(documents, page, next));
        changed = true;
      }
    }
    return changed ? documents.with(value, "pages", documents.listOf(all)) : value;
  }

  private Object editList(Object list, Object id, Edit edit) {
    Seq<Object> items = documents.items(list);
    boolean changed = false;
    for (int i = items.size() - 1; i >= 0; i--) {
      Object item = items.get(i);
      if (shape.hasId(documents, item, id)) {
        Object next = edit.of(item);
        changed |= next != item;
        if (next == null) {
          items.removeAt(i);
        } else {
          items.set(i, next);
        }
      }
    }
    return changed ? documents.listOf(items) : list;
  }

  public boolean has(Object value, Object id) {
    return find(value, id).size() > 0;
  }

  /** The records of that id: the value itself, or every copy in its lists. */
  public Seq<Object> find(Object value, Object id) {
    if (shape.hasId(documents, value, id)) {
      return Seq.of(value);
    }
    Seq<Object> found = new Seq<>();
    shape.listsIn(documents, value).each(list -> documents.items(list).each(item -> {
      if (shape.hasId(documents, item, id)) {
        found.add(item);
      }
    }));
    return found;
  }

  private boolean holdsRecords(Object value) {
    return shape.listIn(documents, value) != null || RecordShape.pagesIn(documents, value) != null;
  }

  private boolean isMissing(Object id) {
    return id == null || documents.isUndefined(id);
  }
}
