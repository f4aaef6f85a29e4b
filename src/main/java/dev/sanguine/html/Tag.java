package dev.sanguine.html;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;

/**
 * One element as a template describes it: attributes, event handlers, and as its content either a text, a fixed
 * number of children, or a keyed list of rows.
 *
 * <pre>{@code
 * Tag.of("p").cls("note").flag("hidden", note == null).text(note)
 * Tag.of("tbody").rows(orders, order -> order.key, this::row)
 * }</pre>
 *
 * <p>A description is written once and then only read. A template names the same attributes in the same order for every
 * model (a null value means: not there); this is what makes the comparison of two descriptions cheap.
 */
public final class Tag {
  final String name;
  final Seq<String> names = new Seq<>();
  final Seq<String> values = new Seq<>();
  Seq<String> events;
  Seq<Listener<Object>> handlers;
  String text;
  FormField field;
  Seq<Tag> children;
  Rows<?> rows;
  String data;

  private Tag(String name) {
    this.name = name;
  }

  /**
   * @param name in lower case; script, style and other elements whose text is not escaped are refused
   */
  public static Tag of(String name) {
    Checks.tag(name);
    return new Tag(name);
  }

  /**
   * A block of JSON that the server leaves for the browser, as {@code <script type="application/json">}. The browser's
   * back end lets it stand as it is, and never makes one.
   *
   * @param json the text, or null if there is no block
   */
  public static Tag data(String cls, String json) {
    Tag tag = new Tag("script").attr("type", "application/json").cls(cls);
    tag.data = json == null ? "" : json;
    return tag;
  }

  /**
   * An attribute. {@code value} and {@code checked} of an input, {@code selected} of an option and the text of a textarea are
   * set as properties too, when the description says something else than before: so a change that was refused goes back in
   * the field. What a person is typing stays, until the field's {@code change} event and the description after it.
   *
   * @param name not an event's ({@code on...}), not {@code style}
   * @param value null: the attribute is absent; a URL with a scheme that could run code is replaced
   */
  public Tag attr(String name, String value) {
    names.add(name);
    values.add(Checks.attribute(name, value));
    return this;
  }

  public Tag cls(String value) {
    return attr("class", value);
  }

  /** An attribute that is there or not. */
  public Tag flag(String name, boolean present) {
    return attr(name, present ? "" : null);
  }

  /**
   * Ties an input, a checkbox (whose {@code type} was said before), a textarea or a select to the field: it shows the field's
   * text, and the field hears what a person does. The node's own text is left alone while it is the same, so the caret stays,
   * and a composition (Chinese, Japanese) is not disturbed. A field that is refused has {@code aria-invalid}, and names the
   * element of {@link #messageOf}.
   */
  public Tag field(FormField field) {
    this.field = field;
    attr("name", field.name());
    if (name.equals("textarea")) {
      text(field.text());
    } else if (isCheckbox()) {
      flag("checked", field.isChecked());
    } else if (!name.equals("select")) {
      attr("value", field.text());
    }
    attr("aria-invalid", field.isInvalid() ? "true" : null);
    return attr("aria-describedby", field.message().isEmpty() ? null : field.messageId());
  }

  /** An option of the select that is tied to the field. */
  public static Tag option(FormField field, String value, String label) {
    return of("option")
        .attr("value", value)
        .flag("selected", value.equals(field.text()))
        .text(label);
  }

  /** Says what is wrong with the field; hidden if nothing is. */
  public static Tag messageOf(FormField field) {
    return of("p")
        .attr("id", field.messageId())
        .attr("role", "alert")
        .flag("hidden", field.message().isEmpty())
        .text(field.message());
  }

  boolean isCheckbox() {
    return name.equals("input") && "checkbox".equals(value("type"));
  }

  /** Calls {@code handler} with the browser's event. Text has no handlers: it writes nothing for them. */
  public Tag on(String event, Listener<Object> handler) {
    if (events == null) {
      events = new Seq<>();
      handlers = new Seq<>();
    }
    events.add(event);
    handlers.add(handler);
    return this;
  }

  /** The content is this text; null is the empty text. */
  public Tag text(String value) {
    refuse(children != null || rows != null || data != null, "has other content beside the text");
    refuse(Checks.isVoid(name), "takes no content");
    text = Checks.text(value);
    return this;
  }

  /** Adds children; a null keeps its place for a child that comes and goes. */
  public Tag add(Tag... more) {
    refuse(text != null || rows != null || data != null, "has other content beside the children");
    refuse(Checks.isVoid(name), "takes no content");
    if (children == null) {
      children = new Seq<>();
    }
    for (Tag child : more) {
      children.add(child);
    }
    return this;
  }

  /**
   * The content is one row per item. A row whose item is the identical object as before is not described again, so
   * {@code view} must depend on nothing else that changes.
   */
  public <T> Tag rows(Seq<T> items, KeyOf<T> key, View<T> view) {
    refuse(text != null || children != null || data != null, "has other content beside the rows");
    refuse(Checks.isVoid(name), "takes no content");
    rows = new Rows<>(items, key, view);
    return this;
  }

  boolean names(String attribute) {
    return indexOf(names, attribute) >= 0;
  }

  /** The value of an attribute of this description, or null. */
  String value(String attribute) {
    int at = indexOf(names, attribute);
    return at < 0 ? null : values.get(at);
  }

  Listener<Object> handler(String event) {
    int at = events == null ? -1 : indexOf(events, event);
    return at < 0 ? null : handlers.get(at);
  }

  /** True if the content is of one kind in both, so that one can become the other step by step. */
  boolean isLike(Tag other) {
    return (text == null) == (other.text == null)
        && (children == null) == (other.children == null)
        && (rows == null) == (other.rows == null);
  }

  static int indexOf(Seq<String> words, String word) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals(word)) {
        return i;
      }
    }
    return -1;
  }

  private void refuse(boolean wrong, String what) {
    if (wrong) {
      throw new IllegalStateException("html: <" + name + "> " + what);
    }
  }
}
