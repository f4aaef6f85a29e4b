package dev.sanguine.html;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;

/** One element of the document with the description that it shows. */
final class LiveTag<N> {
  final N node;
  private final Dom<N> dom;
  private Tag shown;
  private Seq<LiveTag<N>> children;
  private LiveRows<N> rows;
  private Seq<String> heard;
  /** A person has changed the field since its last description: the next one says what it shows. */
  private boolean isChanged;

  private boolean isField;

  private LiveTag(Dom<N> dom, N node, Tag tag) {
    this.dom = dom;
    this.node = node;
    this.shown = tag;
    if (tag.name.equals("input") || tag.name.equals("textarea")) {
      // Before the template's own listeners, which may describe the field anew.
      dom.listen(node, "change", event -> isChanged = true);
    }
    listen(tag);
  }

  static <N> LiveTag<N> create(Dom<N> dom, Tag tag) {
    LiveTag<N> live = new LiveTag<>(dom, dom.element(tag.name), tag);
    for (int i = 0; i < tag.names.size(); i++) {
      if (tag.values.get(i) != null) {
        dom.setAttribute(live.node, tag.names.get(i), tag.values.get(i));
      }
    }
    live.fill(tag);
    return live;
  }

  /** Takes {@code node} over: what already is as described is left alone. */
  static <N> LiveTag<N> adopt(Dom<N> dom, N node, Tag tag) {
    LiveTag<N> live = new LiveTag<>(dom, node, tag);
    String typed = tag.field == null ? null : live.typedBefore();
    for (int i = 0; i < tag.names.size(); i++) {
      live.write(tag.names.get(i), dom.attribute(node, tag.names.get(i)), tag.values.get(i));
    }
    if (tag.children != null) {
      live.adoptChildren(tag.children);
    } else if (tag.rows != null) {
      live.rows = LiveRows.adopt(dom, node, tag.rows);
    } else {
      String text = tag.text == null ? "" : tag.text;
      if (!text.equals(dom.text(node))) {
        live.writeText(text);
      }
    }
    if (typed != null) {
      dom.setProperty(node, "value", typed);
      tag.field.typed(typed);
    }
    return live;
  }

  void update(Tag tag) {
    if (tag == shown) {
      return;
    }
    Tag last = shown;
    shown = tag;
    attributes(last, tag);
    listen(tag);
    content(last, tag);
    isChanged = false;
  }

  private void attributes(Tag last, Tag tag) {
    int n = tag.names.size();
    boolean alike = n == last.names.size();
    for (int i = 0; alike && i < n; i++) {
      alike = tag.names.get(i).equals(last.names.get(i));
    }
    for (int i = 0; i < n; i++) {
      String name = tag.names.get(i);
      write(name, alike ? last.values.get(i) : last.value(name), tag.values.get(i));
    }
    for (int i = 0; !alike && i < last.names.size(); i++) {
      if (!tag.names(last.names.get(i))) {
        write(last.names.get(i), last.values.get(i), null);
      }
    }
  }

  private void write(String name, String last, String value) {
    boolean differs = value == null ? last != null : !value.equals(last);
    if (differs) {
      dom.setAttribute(node, name, value);
    }
    if ((differs || isChanged) && Checks.isProperty(shown.name, name)) {
      dom.setProperty(node, name, value);
    }
  }

  private void writeText(String text) {
    dom.setText(node, text);
    if (shown.name.equals("textarea")) {
      dom.setProperty(node, "value", text);
    }
  }

  /** One listener per kind of event, for good; it asks the description that is shown when the event comes. */
  private void listen(Tag tag) {
    if (tag.field != null && !isField) {
      isField = true;
      listenAsField();
    }
    for (int i = 0; tag.events != null && i < tag.events.size(); i++) {
      String event = tag.events.get(i);
      if (heard == null) {
        heard = new Seq<>();
      }
      if (Tag.indexOf(heard, event) < 0) {
        heard.add(event);
        dom.listen(node, event, e -> {
          Listener<Object> handler = shown.handler(event);
          if (handler != null) {
            handler.on(e);
          }
        });
      }
    }
  }

  /** Tells the field that is described when the event comes. */
  private void listenAsField() {
    dom.listen(node, "input", event -> tellTyped());
    dom.listen(node, "change", event -> {
      tellTyped();
      if (shown.field != null) {
        shown.field.committed();
      }
    });
    dom.listen(node, "focus", event -> {
      if (shown.field != null) {
        shown.field.entered();
      }
    });
    dom.listen(node, "blur", event -> {
      if (shown.field != null) {
        shown.field.left();
      }
    });
  }

  /** What a person has typed before the page's code was there; null if nothing. */
  private String typedBefore() {
    boolean isTextarea = shown.name.equals("textarea");
    if (!isTextarea && !shown.name.equals("input") || shown.isCheckbox()) {
      return null;
    }
    String begun = isTextarea ? dom.text(node) : dom.attribute(node, "value");
    String now = dom.property(node, "value");
    return now.equals(begun == null ? "" : begun) ? null : now;
  }

  private void tellTyped() {
    FormField field = shown.field;
    if (field != null && shown.isCheckbox()) {
      boolean isChecked = dom.property(node, "checked") != null;
      if (isChecked != field.isChecked()) {
        field.checked(isChecked);
      }
    } else if (field != null) {
      String text = dom.property(node, "value");
      if (!text.equals(field.text())) {
        field.typed(text);
      }
    }
  }

  private void content(Tag last, Tag tag) {
    if (!tag.isLike(last)) {
      children = null;
      rows = null;
      dom.setText(node, "");
      fill(tag);
    } else if (tag.children != null) {
      updateChildren(tag.children);
    } else if (tag.rows != null) {
      rows.update(tag.rows);
    } else if (tag.text != null
        && (!tag.text.equals(last.text) || isChanged && tag.name.equals("textarea"))) {
      writeText(tag.text);
    }
  }

  private void fill(Tag tag) {
    if (tag.text != null) {
      if (!tag.text.isEmpty()) {
        dom.setText(node, tag.text);
      }
    } else if (tag.children != null) {
      children = new Seq<>();
      updateChildren(tag.children);
    } else if (tag.rows != null) {
      rows = LiveRows.adopt(dom, node, tag.rows);
    }
  }

  private void adoptChildren(Seq<Tag> tags) {
    children = new Seq<>();
    N at = dom.first(node);
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      N found = tag == null ? null : seek(at, tag.name);
      LiveTag<N> live = null;
      if (found != null) {
        clear(at, found);
        at = dom.next(found);
        live = tag.data != null ? null : adopt(dom, found, tag);
      } else if (tag != null && tag.data == null) {
        live = create(dom, tag);
        dom.insert(node, live.node, at);
      }
      children.add(live);
    }
    clear(at, null);
  }

  private N seek(N from, String name) {
    N at = from;
    while (at != null && !name.equals(dom.tag(at))) {
      at = dom.next(at);
    }
    return at;
  }

  /** Removes what stands from {@code from} up to {@code end}. */
  private void clear(N from, N end) {
    N at = from;
    while (at != end) {
      N next = dom.next(at);
      dom.remove(node, at);
      at = next;
    }
  }

  private void updateChildren(Seq<Tag> tags) {
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      if (i == children.size()) {
        children.add(null);
      }
      LiveTag<N> live = children.get(i);
      if (tag != null && live != null && tag.name.equals(live.shown.name)) {
        live.update(tag);
        continue;
      }
      if (live != null) {
        dom.remove(node, live.node);
        children.set(i, null);
      }
      if (tag != null && tag.data == null) {
        LiveTag<N> created = create(dom, tag);
        dom.insert(node, created.node, after(i));
        children.set(i, created);
      }
    }
    for (int i = tags.size(); i < children.size(); i++) {
      if (children.get(i) != null) {
        dom.remove(node, children.get(i).node);
      }
    }
    children.truncate(tags.size());
  }

  /** The node that a new child in place {@code index} comes before. */
  private N after(int index) {
    for (int i = index + 1; i < children.size(); i++) {
      if (children.get(i) != null) {
        return children.get(i).node;
      }
    }
    return null;
  }
}
