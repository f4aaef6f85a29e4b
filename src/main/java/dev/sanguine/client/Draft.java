package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.query.drafts.DraftObserver;
import dev.sanguine.query.drafts.DraftResult;
import org.jspecify.annotations.Nullable;

/**
 * A form's view of one record: what the record has, and over it what a person has typed. A fetch, a rollback, a list that is
 * sorted again or the failure of another field changes nothing that was typed. All drafts of one record are one, and it
 * outlives them: it ends when it is saved or discarded. Made by {@link Client#observeDraft}.
 *
 * <p>A field is named by its path: {@code "title"}, {@code "address.city"}, or {@code "items.7.name"} for the row with the id
 * 7.
 *
 * @param <E> the type of the record
 */
public final class Draft<E> {
  final DraftObserver raw;
  private final Client client;

  Draft(Client client, Form<E> form) {
    this.client = client;
    raw = new DraftObserver(client.engine(), form.options());
  }

  /** {@return the record with what was typed over it; null if there is neither} */
  @SuppressWarnings("unchecked")
  public @Nullable E value() {
    return (E) Plain.orNull(raw.getCurrentResult().value);
  }

  /**
   * One field, as it is now, and what to do with it. An element of {@code html} can be tied to it.
   *
   * @param path the field's path
   * @return the field
   */
  public DraftField field(String path) {
    return new DraftField(this, path);
  }

  /** {@return the paths of the fields that are not clean, in the order in which they were first touched} */
  public Seq<String> fields() {
    return raw.getCurrentResult().fields.map(field -> field.path);
  }

  /** {@return whether something is typed that was not sent} */
  public boolean isDirty() {
    return raw.getCurrentResult().isDirty;
  }

  /** {@return whether something that was typed is under way} */
  public boolean isSaving() {
    return raw.getCurrentResult().isSaving;
  }

  /** {@return what the latest save failed with, until one succeeds or the draft is discarded; else null} */
  public @Nullable Object error() {
    return raw.getCurrentResult().error;
  }

  /** {@return the record's id: the server's, once the record has one; null if none was said} */
  public @Nullable Object id() {
    return Plain.orNull(raw.getCurrentResult().id);
  }

  /**
   * Tells the listener of every change from now on: of what is typed in the same call, of all else once for what happened in
   * one batch. What it throws is reported, and stops nothing.
   *
   * @param listener hears of it
   * @return ends that
   */
  public Task subscribe(Listener<? super Draft<E>> listener) {
    Listener<DraftResult> told =
        result -> Guarded.tell(client.environment(), "a draft", () -> listener.on(this));
    return raw.subscribe(told);
  }

  /**
   * Sends all that is dirty, as it is now, in one request. What is under way as it is, is not sent twice.
   *
   * @return the answer; null if there is nothing to send. It fails as the mutation does, which the fields tell, too
   */
  public Future<@Nullable Object> save() {
    return Futures.of(raw.save(null), null);
  }

  /** Forgets all that was typed, and what was said of it. What is under way goes on. */
  public void discard() {
    raw.discard(null);
  }
}
