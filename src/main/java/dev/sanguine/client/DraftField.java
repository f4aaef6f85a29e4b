package dev.sanguine.client;

import dev.sanguine.html.FormField;
import dev.sanguine.json.Json;
import dev.sanguine.query.drafts.FieldResult;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One field of a {@link Draft}: it always tells how the field is now. */
public final class DraftField implements FormField {
  private final Draft<?> draft;
  private final String path;

  DraftField(Draft<?> draft, String path) {
    this.draft = draft;
    this.path = path;
  }

  private FieldResult now() {
    return draft.raw.field(path);
  }

  /** {@return the field's path} */
  public String path() {
    return path;
  }

  /** {@return what was typed, or what the record has; null if there is neither} */
  public @Nullable Object value() {
    return Plain.orNull(now().value);
  }

  /** {@return clean, dirty, saving, saved, refused or conflict} */
  public String state() {
    return now().state;
  }

  /** {@return whether something is typed that was not sent} */
  public boolean isDirty() {
    return now().isDirty;
  }

  /** {@return the value that the text is a change of; that of the record, if nothing is typed} */
  public @Nullable Object base() {
    return Plain.orNull(now().base);
  }

  /** {@return what somebody else has made of the field meanwhile; null if nobody has} */
  public @Nullable Object theirs() {
    return Plain.orNull(now().theirs);
  }

  /**
   * The field's text is this from now on.
   *
   * @param value the text, or any other value
   */
  public void set(@Nullable Object value) {
    draft.raw.set(path, Plain.of(value));
  }

  /**
   * As {@link Draft#save}, of this field alone.
   *
   * @return the answer; null if there is nothing to send
   */
  public Future<@Nullable Object> save() {
    return Futures.of(draft.raw.save(path), null);
  }

  /** Forgets what was typed into this field, and what was said of it. */
  public void discard() {
    draft.raw.discard(path);
  }

  /**
   * Decides about a field that somebody else has changed, too. If a save asked, it goes on.
   *
   * @param resolution keeps the text, drops it, or is another text
   * @return the answer of the save; null if none goes on
   */
  public Future<@Nullable Object> resolve(Resolution<?> resolution) {
    return Futures.of(draft.raw.resolve(path, Plain.of(resolution.raw)), null);
  }

  // An element that is tied to it

  @Override
  public String name() {
    return path;
  }

  @Override
  public String text() {
    Object value = value();
    return value == null
        ? ""
        : value instanceof Double ? Json.stringify(value) : String.valueOf(value);
  }

  @Override
  public boolean isChecked() {
    return Objects.equals(value(), true);
  }

  @Override
  public boolean isInvalid() {
    return state().equals("refused") || state().equals("conflict");
  }

  /** {@return what the server says of the field, if it refused it; else an empty text} */
  @Override
  public String message() {
    Object message = Plain.orNull(now().message);
    return message == null ? "" : String.valueOf(message);
  }

  @Override
  public void typed(String text) {
    set(text);
  }

  @Override
  public void checked(boolean isChecked) {
    set(isChecked);
  }

  @Override
  public void entered() {
    draft.raw.focus(path);
  }

  @Override
  public void left() {
    draft.raw.blur(path);
  }
}
