package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;
import org.jspecify.annotations.Nullable;

/**
 * How records stand in a query's value: under which name a record has its id, and where the list of them is. A list is the
 * value itself, the field {@code docs} of a record (as Payload answers), or what the option {@code records} names; an
 * infinite query has one in each of its {@code pages}.
 */
public final class RecordShape {
  public static final RecordShape USUAL = new RecordShape("id", Seq.of("docs"));

  public final String id;
  /** The fields on the way to the list. */
  private final Seq<String> path;

  /** The field beside the list, or on the way to it, that says how many records there are; null if none is known to. */
  private @Nullable String countField;

  private RecordShape(String id, Seq<String> path) {
    this.id = id;
    this.path = path;
  }

  /**
   * @param id the name of the field that holds a record's id; null stands for {@code id}
   * @param list the field that holds the list, or a path to it with dots; null stands for the value itself, or {@code docs}
   */
  public static RecordShape of(@Nullable String id, @Nullable String list) {
    return new RecordShape(id == null ? USUAL.id : id, list == null ? USUAL.path : split(list));
  }

  /** The same, with a number beside the list that follows of its records: Payload's, or what the path with dots names. */
  public RecordShape counting(@Nullable String count) {
    RecordShape shape = new RecordShape(id, path);
    shape.countField = count == null ? RecordPlace.TOTAL : split(count).get(0);
    return shape;
  }

  /** True if the field of the value, which holds the list, only says how many records there are. */
  boolean isCount(String field) {
    return field.equals(countField);
  }

  /** The names on a path with dots between them. */
  static Seq<String> split(String path) {
    return split(path, '.');
  }

  public static Seq<String> split(String text, char between) {
    Seq<String> parts = new Seq<>();
    int from = 0;
    for (int at = text.indexOf(between); at >= 0; at = text.indexOf(between, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** The field that is the list, or on the way to it. */
  public String listField() {
    return path.get(0);
  }

  public Object idOf(Documents documents, Object record) {
    return documents.field(record, id);
  }

  /** True if the value has this id. Ids are equal if their texts are. */
  public boolean hasId(Documents documents, Object value, Object wanted) {
    return RecordIds.same(documents, idOf(documents, value), wanted);
  }

  /** What stands at the path in a record, of whatever kind; undefined if nothing does. */
  Object atPath(Documents documents, Object record) {
    return Comparison.at(documents, record, path);
  }

  /** The record with another value at the path, where there is one. */
  Object withAtPath(Documents documents, Object record, Object value) {
    return withList(documents, record, value, 0);
  }

  /** The list that the value is or holds; null if it has none. Of an infinite query there are several: see pages. */
  public Object listIn(Documents documents, Object value) {
    if (documents.isList(value)) {
      return value;
    }
    Object inner = value;
    for (int i = 0; i < path.size(); i++) {
      inner = documents.field(inner, path.get(i));
    }
    return documents.isList(inner) ? inner : null;
  }

  /** The value with another list in the place of its own. */
  public Object withList(Documents documents, Object value, Object list) {
    return documents.isList(value)
        ? documents.listLike(value, list)
        : withList(documents, value, list, 0);
  }

  private Object withList(Documents documents, Object value, Object list, int depth) {
    String name = path.get(depth);
    return documents.with(
        value,
        name,
        depth == path.size() - 1
            ? list
            : withList(documents, documents.field(value, name), list, depth + 1));
  }

  /** The pages of an infinite query; null if the value is none. */
  public static Object pagesIn(Documents documents, Object value) {
    Object pages = documents.isRecord(value) ? documents.field(value, "pages") : null;
    return documents.isList(pages) ? pages : null;
  }

  /** All lists in the value: of each page one, or the one that it is or holds. */
  public Seq<Object> listsIn(Documents documents, Object value) {
    Object own = listIn(documents, value);
    if (own != null) {
      return Seq.of(own);
    }
    Seq<Object> lists = new Seq<>();
    Object pages = pagesIn(documents, value);
    if (pages != null) {
      documents.items(pages).each(page -> {
        Object list = listIn(documents, page);
        if (list != null) {
          lists.add(list);
        }
      });
    }
    return lists;
  }
}
