package dev.sanguine.query.drafts;

import dev.sanguine.env.Environment;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.query.QueryClient;

/*
 * What a person has typed into a record and not saved yet.
 *
 *     the form shows     fold(base, pending), and over it the texts of this draft
 *     a text begins      when it is set; it remembers what the field had then: its origin
 *     a text is over     when the server has taken it, when it is discarded, or when it is no change any more
 *
 * A text is never replaced by anything but a person. A fetch, a rollback, a list that is sorted again or another
 * field's failure change what is under the texts, and nothing in them. So there is no place where a keystroke could get lost.
 *
 * Whether a field is dirty follows from three values: its text, its origin, and what was sent last if that is under way. When
 * a save succeeds, what it sent becomes the origin of what was typed meanwhile. If it fails, the views go back, and the text
 * is a change of its origin again. If the view under a text becomes another value, somebody else has changed the field:
 * that is told as `theirs`, and the person decides.
 *
 * While a person is in a field (focus), its text stays his even if he has changed nothing, or if it was saved and the server
 * writes it otherwise. It follows the record when he leaves.
 */
final class Draft {
  /** Null before it is in the book. */
  String name;

  final RecordSource source;
  /** The line in which its saves are sent. It stays the same if the server names the record. */
  final String scope;

  final Environment env;
  final Paths paths;
  final OrderedSet<DraftObserver> observers = new OrderedSet<>();
  private final Values values;
  private final Table<String, DraftField> fields = new Table<>();
  private final Table<String, FieldResult> shown = new Table<>();
  private DraftResult result;
  private Object valueOf;
  private Object value;
  /** Goes up when a text changes. */
  private int version;

  private int valueVersion = -1;
  /** What the latest save was refused with; null if it was not. */
  Object error;

  private boolean isTelling;

  Draft(QueryClient client, RecordSource source, String scope) {
    this.source = source;
    this.scope = scope;
    env = client.environment;
    values = env.values;
    paths = new Paths(values);
    value = values.undefined();
  }

  // What is typed

  void set(String path, Object text) {
    look();
    DraftField around = around(path);
    if (around == null) {
      write(fieldOf(path), text);
    } else {
      fieldOf(path).forgetEnd();
      write(around, paths.with(around.text, around.rest(path), text));
    }
    tell();
  }

  /** What is typed inside it is a part of it from now on. */
  private void write(DraftField field, Object text) {
    begin(field);
    field.text = text;
    field.forgetEnd();
    fields.each(inner -> {
      if (Paths.isInside(field.path, inner.path) && !inner.isHeld()) {
        fields.remove(inner.path);
      } else if (Paths.isInside(field.path, inner.path)) {
        inner.dropText();
      }
    });
    version++;
    endIfNoChange(field);
  }

  /** The field around that one which was set as a whole; null if none was. */
  private DraftField around(String path) {
    return fields.values().first(field -> field.hasText && Paths.isInside(field.path, path));
  }

  private void begin(DraftField field) {
    if (!field.hasText) {
      field.hasText = true;
      field.origin = paths.at(source.view, field.parts);
      field.text = field.origin;
      version++;
    }
  }

  void focus(String path, DraftObserver by) {
    look();
    DraftField field = fieldOf(path);
    field.heldBy.add(by);
    if (around(path) == null) {
      begin(field);
    }
  }

  void blur(String path, DraftObserver by) {
    DraftField field = fields.get(path);
    if (field != null && field.isHeld()) {
      field.heldBy.remove(by);
      look();
      tell();
    }
  }

  DraftField fieldOf(String path) {
    DraftField field = fields.get(path);
    if (field == null) {
      fields.put(path, field = new DraftField(values, path));
    }
    return field;
  }

  boolean has(DraftField field) {
    return fields.get(field.path) == field;
  }

  Seq<DraftField> meant(String path) {
    return path == null
        ? fields.values()
        : fields
            .values()
            .filter(field -> field.path.equals(path) || Paths.isInside(path, field.path));
  }

  void discard(String path, DraftSaves saves) {
    Seq<DraftField> held = meant(path).filter(DraftField::isHeld);
    meant(path).each(field -> {
      fields.remove(field.path);
      saves.forgetFailure(field);
    });
    look();
    held.each(field -> field.heldBy.each(by -> focus(field.path, by)));
    error = path == null ? null : error;
    version++;
    tell();
  }

  /** The text is one that the server has, or that nobody has changed: it is over, and the field follows the record. */
  void endIfNoChange(DraftField field) {
    if (!field.hasText || field.isHeld() || field.save() != null) {
      return;
    }
    boolean isOrigin = field.isEqual(field.origin, field.text);
    boolean isThere = isOrigin
        || field.isEqual(paths.at(source.view, field.parts), field.text)
            && field.isEqual(paths.at(source.base, field.parts), field.text);
    if (isThere) {
      field.dropText();
      if (field.ended != FieldState.SAVED && !(isOrigin && field.ended == FieldState.REFUSED)) {
        field.forgetEnd();
      }
      version++;
    }
  }

  /** The server has not taken what was sent: a text that was begun on that is a change of what was before. */
  void wasTakenBack(DraftField carried, Object sent) {
    DraftField field = fields.get(carried.path);
    boolean isTyped = field != null
        && field != carried
        && field.hasText
        && !field.isEqual(field.origin, field.text);
    if (isTyped && field.isEqual(field.origin, sent)) {
      field.origin = carried.origin;
      version++;
    }
  }

  /** What was said of fields that nobody has typed into holds no more. */
  void clearMessages() {
    fields.each(field -> {
      if (!field.hasText && field.ended == FieldState.REFUSED) {
        field.forgetEnd();
      }
    });
  }

  /** The record is read anew, and what is no draft any more by that is over. */
  private void look() {
    source.read();
    fields.each(this::endIfNoChange);
  }

  /** Texts, saves under way or messages, which are there for who comes next. */
  boolean isEmpty() {
    return !fields
        .values()
        .some(field -> field.hasText
            || field.save() != null
            || field.ended == FieldState.REFUSED
            || field.ended == FieldState.CONFLICT);
  }

  /** Puts the fields of another draft, which turns out to be of the same record, beside its own. */
  void take(Draft other) {
    other.fields.each(field -> {
      if (!fields.has(field.path)) {
        fields.put(field.path, field);
      }
    });
    other.observers.each(observers::add);
    version++;
  }

  /** Nobody who is gone is in a field. */
  void leave(DraftObserver observer) {
    observers.remove(observer);
    fields.each(field -> field.heldBy.remove(observer));
    look();
  }

  DraftSaves saves(DraftBook book) {
    return new DraftSaves(book, this);
  }

  void forget() {
    fields.clear();
    error = null;
    version++;
    tell();
  }

  // What the form shows

  FieldResult show(String path) {
    look();
    return shown(path);
  }

  private FieldResult shown(String path) {
    DraftField field = fields.get(path);
    Object view = paths.at(source.view, field == null ? Paths.parts(path) : field.parts);
    DraftField around = around(path);
    FieldResult next = new FieldResult();
    next.path = path;
    next.value = field != null && field.hasText ? field.text : within(path, view);
    next.state = (field == null ? FieldState.CLEAN : field.state()).word;
    next.message = field == null ? values.undefined() : field.message;
    if (around != null) {
      next.value = paths.at(around.text, around.rest(path));
      next.state = next.state.equals(FieldState.REFUSED.word) ? next.state : around.state().word;
    }
    next.base = field != null && field.hasText ? field.origin : view;
    next.theirs = field == null ? values.undefined() : field.theirsIn(view);
    next.isDirty = field != null && field.isDirty();
    FieldResult before = shown.get(path);
    if (before != null) {
      next.value = values.replaceEqualDeep(before.value, next.value);
    }
    if (before != null && isSame(before, next)) {
      return before;
    }
    shown.put(path, next);
    return next;
  }

  /** The value there, with what is typed inside it. */
  private Object within(String path, Object view) {
    boolean isOuter =
        fields.values().some(field -> field.hasText && Paths.isInside(path, field.path));
    return isOuter ? paths.at(value(), Paths.parts(path)) : view;
  }

  private boolean isSame(FieldResult a, FieldResult b) {
    return values.same(a.value, b.value)
        && a.state.equals(b.state)
        && values.same(a.message, b.message)
        && values.same(a.base, b.base)
        && values.same(a.theirs, b.theirs)
        && a.isDirty == b.isDirty;
  }

  DraftResult show() {
    look();
    DraftResult next = new DraftResult();
    next.value = value();
    next.fields = fields
        .values()
        .filter(field -> field.hasText || field.ended != FieldState.CLEAN)
        .map(field -> shown(field.path))
        .filter(field -> !field.state.equals(FieldState.CLEAN.word));
    next.isDirty = next.fields.some(field -> field.isDirty);
    next.isSaving = fields.values().some(field -> field.save() != null);
    next.error = error;
    next.id = source.id == null ? values.undefined() : source.id;
    if (result == null || !isSame(result, next)) {
      result = next;
    }
    return result;
  }

  private boolean isSame(DraftResult a, DraftResult b) {
    return values.same(a.value, b.value)
        && a.isDirty == b.isDirty
        && a.isSaving == b.isSaving
        && values.same(a.error, b.error)
        && values.same(a.id, b.id)
        && a.fields.size() == b.fields.size()
        && !a.fields.someAt((field, i) -> field != b.fields.get(i));
  }

  private Object value() {
    if (valueVersion != version || !values.same(valueOf, source.view)) {
      valueVersion = version;
      valueOf = source.view;
      value = values.replaceEqualDeep(value, withTexts(source.view, fields.values()));
    }
    return value;
  }

  /** The record with the texts of these fields in it. */
  Object withTexts(Object record, Seq<DraftField> typed) {
    Object made = record;
    for (int i = 0; i < typed.size(); i++) {
      DraftField field = typed.get(i);
      made = field.hasText ? paths.with(made, field.parts, field.text) : made;
    }
    return made;
  }

  // Who is told

  /** A person has done something: an input must have its text before the browser paints. */
  void tell() {
    observers.each(DraftObserver::notifyIfChanged);
  }

  /** Something under the draft may have changed: told once, with what else is told of it. */
  void tellLater() {
    if (!isTelling && observers.size() > 0) {
      isTelling = true;
      env.notify.schedule(() -> {
        isTelling = false;
        tell();
      });
    }
  }

  /** A save has ended: what was typed counts anew. */
  void ended() {
    version++;
    tellLater();
  }
}
