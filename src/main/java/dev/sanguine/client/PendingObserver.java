package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.query.IntentFilters;
import dev.sanguine.query.IntentResult;
import dev.sanguine.query.IntentsObserver;
import org.jspecify.annotations.Nullable;

/**
 * Shows what mutations with {@link Mutation#optimistic} have under way, and what failed of it until it is sent again or
 * discarded. Made by {@link Client#observePending}.
 */
public final class PendingObserver {
  private final Client client;
  private final IntentsObserver raw;
  private Seq<PendingIntent> last = new Seq<>();

  PendingObserver(Client client, @Nullable QueryKey<?> prefix, @Nullable Object id) {
    this.client = client;
    IntentFilters filters = new IntentFilters();
    if (prefix != null) {
      filters.queryKey = prefix.raw();
    }
    if (id != null) {
      filters.id = Plain.of(id);
    }
    raw = new IntentsObserver(client.engine(), filters);
  }

  /** {@return what is pending or failed, in the order of issue; each the same object until it changes} */
  public Seq<PendingIntent> current() {
    return typed(raw.getCurrentResult());
  }

  /**
   * Tells the listener of every change from now on, once for all that happened in one batch.
   *
   * @param listener hears of it
   * @return ends that
   */
  public Task subscribe(Listener<? super Seq<PendingIntent>> listener) {
    Listener<Seq<IntentResult>> told = results ->
        Guarded.tell(client.environment(), "what is pending", () -> listener.on(typed(results)));
    return raw.subscribe(told);
  }

  private Seq<PendingIntent> typed(Seq<IntentResult> results) {
    Seq<PendingIntent> before = last;
    last = results.map(result -> {
      PendingIntent same = before.first(each -> each.raw == result);
      return same != null ? same : new PendingIntent(result);
    });
    return last;
  }
}
