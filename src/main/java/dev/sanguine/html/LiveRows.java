package dev.sanguine.html;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;

/** A keyed list in the document: rows keep their nodes for as long as their key is in the list. */
final class LiveRows<N> {
  private final Dom<N> dom;
  private final N parent;
  private Seq<?> items = new Seq<>();
  private Seq<Row<N>> rows = new Seq<>();

  private static final class Row<N> {
    final String key;
    final LiveTag<N> live;
    Object item;
    int place;

    Row(String key, Object item, LiveTag<N> live) {
      this.key = key;
      this.item = item;
      this.live = live;
    }
  }

  private LiveRows(Dom<N> dom, N parent) {
    this.dom = dom;
    this.parent = parent;
  }

  /** Takes over the children of {@code parent} that carry the keys of {@code next}; others are removed. */
  static <N, T> LiveRows<N> adopt(Dom<N> dom, N parent, Rows<T> next) {
    LiveRows<N> live = new LiveRows<>(dom, parent);
    Table<String, T> wanted = new Table<>();
    for (int i = 0; i < next.items.size(); i++) {
      wanted.put(next.key(next.items.get(i)), next.items.get(i));
    }
    N at = dom.first(parent);
    while (at != null) {
      N after = dom.next(at);
      String key = dom.attribute(at, Rows.KEY);
      Tag tag = key != null && wanted.has(key) ? next.tag(wanted.get(key), key) : null;
      if (tag != null && tag.name.equals(dom.tag(at))) {
        live.rows.add(new Row<>(key, wanted.get(key), LiveTag.adopt(dom, at, tag)));
        wanted.remove(key);
      } else {
        dom.remove(parent, at);
      }
      at = after;
    }
    live.update(next);
    return live;
  }

  <T> void update(Rows<T> next) {
    if (next.items == items) {
      return;
    }
    items = next.items;
    int size = next.items.size();
    int from = 0;
    while (from < size && from < rows.size() && stays(rows.get(from), next, next.items.get(from))) {
      from++;
    }
    int end = size;
    int oldEnd = rows.size();
    while (end > from
        && oldEnd > from
        && stays(rows.get(oldEnd - 1), next, next.items.get(end - 1))) {
      end--;
      oldEnd--;
    }
    if (from < end || from < oldEnd) {
      arrange(next, from, end, oldEnd);
    }
  }

  /** Brings a row up to date if {@code item} has its key. */
  private <T> boolean stays(Row<N> row, Rows<T> next, T item) {
    if (row.item == item) {
      return true;
    }
    if (!row.key.equals(next.key(item))) {
      return false;
    }
    refresh(row, next, item);
    return true;
  }

  private <T> void refresh(Row<N> row, Rows<T> next, T item) {
    if (row.item != item) {
      row.live.update(next.tag(item, row.key));
      row.item = item;
    }
  }

  /** The rows from {@code from} to {@code oldEnd} become the items from {@code from} to {@code end}. */
  private <T> void arrange(Rows<T> next, int from, int end, int oldEnd) {
    Table<String, Row<N>> left = new Table<>();
    for (int i = from; i < oldEnd; i++) {
      Row<N> row = rows.get(i);
      row.place = i;
      if (left.has(row.key)) {
        // Two items had one key: both were shown, but only one of them can be found again.
        dom.remove(parent, left.get(row.key).live.node);
      }
      left.put(row.key, row);
    }
    Seq<Row<N>> arranged = new Seq<>();
    int[] sources = new int[end - from];
    N held = dom.held(parent);
    int pinned = -1;
    for (int i = from; i < end; i++) {
      T item = next.items.get(i);
      String key = next.key(item);
      Row<N> row = left.get(key);
      sources[i - from] = row == null ? -1 : row.place;
      if (row != null) {
        left.remove(key);
        refresh(row, next, item);
        pinned = row.live.node == held ? i - from : pinned;
      }
      arranged.add(row);
    }
    Seq<Row<N>> gone = left.values();
    for (int i = 0; i < gone.size(); i++) {
      dom.remove(parent, gone.get(i).live.node);
    }
    place(next, from, arranged, Moves.staying(sources, pinned), oldEnd);
  }

  private <T> void place(
      Rows<T> next, int from, Seq<Row<N>> arranged, boolean[] staying, int oldEnd) {
    N before = oldEnd < rows.size() ? rows.get(oldEnd).live.node : null;
    for (int i = arranged.size() - 1; i >= 0; i--) {
      Row<N> row = arranged.get(i);
      if (row == null) {
        T item = next.items.get(from + i);
        String key = next.key(item);
        row = new Row<>(key, item, LiveTag.create(dom, next.tag(item, key)));
        arranged.set(i, row);
      }
      if (!staying[i]) {
        dom.insert(parent, row.live.node, before);
      }
      before = row.live.node;
    }
    Seq<Row<N>> all = new Seq<>();
    for (int i = 0; i < from; i++) {
      all.add(rows.get(i));
    }
    for (int i = 0; i < arranged.size(); i++) {
      all.add(arranged.get(i));
    }
    for (int i = oldEnd; i < rows.size(); i++) {
      all.add(rows.get(i));
    }
    rows = all;
  }
}
