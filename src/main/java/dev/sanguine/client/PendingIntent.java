package dev.sanguine.client;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.state.IntentResult;
import org.jspecify.annotations.Nullable;

/**
 * What one mutation has under way, or what failed of it, at one moment. A change makes a new one.
 *
 * @param <V> the type of the variables
 */
public final class PendingIntent<V extends @Nullable Object> {
  final IntentResult raw;

  PendingIntent(IntentResult raw) {
    this.raw = raw;
  }

  /** {@return held, queued, sent, confirmed (until a fetched value holds it), failed, conflict or unknown} */
  public String state() {
    return raw.state;
  }

  /** {@return true until the server has answered: it is held, queued or sent} */
  public boolean isPending() {
    return isHeld() || raw.state.equals("queued") || raw.state.equals("sent");
  }

  /** {@return true if it can be undone: it shows, and is not sent yet} */
  public boolean isHeld() {
    return raw.state.equals("held");
  }

  /** {@return until when it can be undone, in ms since 1970; 0 if it can't} */
  public double heldUntil() {
    Object until = Plain.orNull(raw.heldUntil);
    return until instanceof Double ? (Double) until : 0;
  }

  /** {@return true if it was not saved, or nobody knows: it is failed, a conflict or unknown} */
  public boolean isUnsaved() {
    return raw.state.equals("failed") || isConflict() || raw.state.equals("unknown");
  }

  /** {@return true if somebody else was faster, and nobody has decided what becomes of it} */
  public boolean isConflict() {
    return raw.state.equals("conflict");
  }

  /** {@return of a conflict, the record that the change was made on; a list if it is about several; null of all else} */
  public @Nullable Object base() {
    return Plain.orNull(raw.base);
  }

  /** {@return of a conflict, that record with the change; null if the change takes it out} */
  public @Nullable Object mine() {
    return Plain.orNull(raw.mine);
  }

  /** {@return of a conflict, the record as the server has it; null if that is not known} */
  public @Nullable Object theirs() {
    return Plain.orNull(raw.theirs);
  }

  /**
   * Decides a conflict. Fails for anything else: ask {@link #isConflict} first.
   *
   * @param resolution what becomes of it
   * @return the answer to come, whose failure need not be handled; null if it is given up
   */
  @SuppressWarnings("unchecked")
  public Future<@Nullable Object> resolve(Resolution<V> resolution) {
    if (raw.resolve == null) {
      throw new IllegalStateException("resolve: the change is " + raw.state + ", and no conflict");
    }
    return Futures.of((Thenable<Object>) raw.resolve.call(Plain.of(resolution.raw)), null);
  }

  /** {@return true if it is pending again, by {@link #retry} or by the mutation's own retries, after an attempt failed} */
  public boolean isSentAgain() {
    return isPending() && raw.attempts > (raw.state.equals("sent") ? 1 : 0);
  }

  /** {@return what the mutation was started with} */
  // Null if the type says so.
  @SuppressWarnings({"unchecked", "NullAway"})
  public V variables() {
    return (V) Plain.orNull(raw.variables);
  }

  /** {@return the names of the fields that it changes, of the records that were asked for} */
  public Seq<String> fields() {
    return raw.fields.copy();
  }

  /** {@return what it failed with; null if it did not} */
  public @Nullable Object error() {
    return Plain.orNull(raw.error);
  }

  /** {@return how often it was sent with its idempotency key} */
  public int attempts() {
    return raw.attempts;
  }

  /** {@return when it was started, in ms since 1970} */
  public double submittedAt() {
    return raw.submittedAt;
  }

  /**
   * Sends it again if it failed or is unknown, with the same variables and idempotency key; it shows again before this
   * returns.
   *
   * @return the answer to come, whose failure need not be handled
   */
  @SuppressWarnings("unchecked")
  public Future<@Nullable Object> retry() {
    return Futures.of((Thenable<Object>) raw.retry.get(), null);
  }

  /**
   * Takes it back if it is held: it leaves every view, nothing is sent, and its mutation fails as cancelled.
   *
   * @return false if it is not held
   */
  public boolean undo() {
    return (Boolean) raw.undo.get();
  }

  /**
   * Sends it now if it is held or waits for a pause.
   *
   * @return false if it does not
   */
  public boolean sendNow() {
    return (Boolean) raw.sendNow.get();
  }

  /** Forgets it if it failed or is unknown; if it is under way, it is taken back and its signal aborted. */
  public void discard() {
    raw.discard.run();
  }
}
