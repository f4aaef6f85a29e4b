package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Values;
import dev.sanguine.query.options.IntentFilters;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.IntentResult;
import org.jspecify.annotations.Nullable;

/**
 * Shows what mutations with {@link Mutation#optimistic} have under way, and what failed of it until it is sent again or
 * discarded. Made by {@link Client#observePending}.
 *
 * @param <V> the type of the variables
 */
public final class PendingObserver<V extends @Nullable Object> {
  private final Client client;
  private final IntentsObserver raw;
  /** The hash of the mutations' key; null for mutations of any key. */
  private final @Nullable String mutationHash;

  private @Nullable Seq<IntentResult> lastResults;
  private Seq<PendingIntent<V>> last = new Seq<>();

  PendingObserver(
      Client client,
      @Nullable QueryKey<?> prefix,
      @Nullable Object id,
      @Nullable Object mutationKey) {
    this.client = client;
    this.mutationHash = mutationKey == null ? null : values().hashKey(mutationKey);
    IntentFilters filters = new IntentFilters();
    if (prefix != null) {
      filters.queryKey = prefix.raw();
    }
    if (id != null) {
      filters.id = Plain.of(id);
    }
    raw = new IntentsObserver(client.engine(), filters);
  }

  PendingObserver(Client client, Records<?> type, Object id) {
    this.client = client;
    mutationHash = null;
    raw =
        new IntentsObserver(client.engine(), new IntentFilters().record(type.type(), Plain.of(id)));
  }

  /**
   * {@return what is pending or failed, in the order of issue; the list, and each in it, is the same object until it
   * changes}
   */
  public Seq<PendingIntent<V>> current() {
    return typed(raw.getCurrentResult());
  }

  /**
   * Tells the listener of every change from now on, once for all that happened in one batch. {@link #current} knows of a
   * change at once.
   *
   * @param listener hears of it
   * @return ends that
   */
  public Task subscribe(Listener<? super Seq<PendingIntent<V>>> listener) {
    Object[] told = {current()};
    Listener<Seq<IntentResult>> hears = results -> {
      Seq<PendingIntent<V>> now = typed(results);
      if (now != told[0]) {
        told[0] = now;
        Guarded.tell(client.environment(), "what is pending", () -> listener.on(now));
      }
    };
    return raw.subscribe(hears);
  }

  private Seq<PendingIntent<V>> typed(Seq<IntentResult> results) {
    if (results == lastResults) {
      return last;
    }
    lastResults = results;
    Seq<PendingIntent<V>> before = last;
    Seq<PendingIntent<V>> next = results.filter(this::isMeant).map(result -> {
      PendingIntent<V> same = before.first(each -> each.raw == result);
      return same != null ? same : new PendingIntent<>(result);
    });
    if (next.size() != before.size() || next.someAt((each, i) -> each != before.get(i))) {
      last = next;
    }
    return last;
  }

  private boolean isMeant(IntentResult result) {
    return mutationHash == null
        || result.mutationKey != null && mutationHash.equals(values().hashKey(result.mutationKey));
  }

  private Values values() {
    return client.environment().values;
  }
}
