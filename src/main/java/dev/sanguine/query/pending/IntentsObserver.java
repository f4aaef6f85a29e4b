package dev.sanguine.query.pending;

import dev.sanguine.env.Binding;
import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Subscribable;
import dev.sanguine.env.Table;
import dev.sanguine.env.ThreadGuard;
import dev.sanguine.law.Intent;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationIntents;
import dev.sanguine.query.Options;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.IntentFilters;
import dev.sanguine.query.state.IntentResult;
import dev.sanguine.records.RecordIds;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/**
 * Shows what mutations with {@code optimistic} have under way, and what failed of it: of a client, of a key or of one
 * record, in the order of issue. Listeners are called with the results, through the notify manager, once for all that
 * happened before it came to it.
 *
 * <p>A failed intent is listed until it is sent again or discarded, and its mutation is kept that long in a client for
 * which an observer was made; one whose outcome is unknown until a fetch of what it touched that was sent afterwards lands.
 * Taking a mutation out of its cache takes its intents out of here.
 */
@JsType
public class IntentsObserver extends Subscribable {
  /** A result, and what it was made of. */
  private static final class Shown {
    final IntentResult result;
    final String print;

    Shown(IntentResult result, String print) {
      this.result = result;
      this.print = print;
    }
  }

  private final QueryClient client;
  private final Environment env;
  private final ListedIntents intents;
  private IntentFilters filters;
  private Table<Intent, Shown> shown = new Table<>();
  private Seq<IntentResult> result = new Seq<>();
  private Seq<IntentResult> told;
  private int seen = -1;

  /**
   * @param filters {@link IntentFilters}, or a key that is meant exactly; everything if absent. Anything else is
   *     refused with an error.
   */
  @JsConstructor
  public IntentsObserver(QueryClient client, @JsOptional Object filters) {
    Binding.bind(this, "getCurrentResult");
    this.client = client;
    env = client.environment;
    ThreadGuard.check(env);
    intents = ListedIntents.ofClient(client);
    setOptions(filters);
  }

  /** Shows what these filters mean from now on. */
  public void setOptions(@JsOptional Object filters) {
    if (filters == null || filters instanceof IntentFilters && !env.values.isKey(filters)) {
      this.filters = filters == null ? new IntentFilters() : (IntentFilters) filters;
    } else if (env.values.isKey(filters)) {
      this.filters = new IntentFilters();
      this.filters.queryKey = filters;
      this.filters.exact = true;
    } else {
      env.errors.fail(
          env.errors.create("IntentsObserver: " + filters + " is neither filters nor a key"
              + Development.hint("; give { queryKey, record, id } or an array")));
    }
    seen = -1;
    if (hasListeners()) {
      intents.scheduleUpdate();
    }
  }

  /** The intents that the filters mean, in the order of issue: the same object until something changed. */
  public Seq<IntentResult> getCurrentResult() {
    if (!hasListeners() || seen != intents.version) {
      update();
    }
    return result;
  }

  @Override
  public void onSubscribe() {
    if (listeners.size() == 1) {
      update();
      told = result;
      intents.add(this);
    }
  }

  @Override
  public void onUnsubscribe() {
    if (!hasListeners()) {
      intents.remove(this);
    }
  }

  /** Tells the listeners, if they were told something else. */
  @JsIgnore
  void notifyIfChanged() {
    if (getCurrentResult() != told) {
      told = result;
      tell(result);
    }
  }

  private void update() {
    ThreadGuard.check(env);
    seen = intents.version;
    Table<Intent, Shown> next = new Table<>();
    intents.items().each(intent -> {
      Seq<AffectedPlace> all = intents.placesOf(intent);
      Seq<AffectedPlace> meant = all.filter(this::isMeant);
      boolean isEveryone = filters.queryKey == null && filters.id == null && filters.record == null;
      if (meant.size() > 0 || isEveryone) {
        next.put(intent, show(intent, all, meant));
      }
    });
    Seq<IntentResult> results = next.values().map(each -> each.result);
    shown = next;
    if (results.size() != result.size() || results.someAt((each, i) -> each != result.get(i))) {
      result = results;
    }
  }

  private boolean isMeant(AffectedPlace touch) {
    return (filters.queryKey == null
            || touch.key != null
                && (Options.isTruthy(env.values, filters.exact)
                    ? client.hash(filters.queryKey).equals(touch.hash)
                    : env.values.partialMatchKey(touch.key, filters.queryKey)))
        && (filters.id == null || RecordIds.same(env.values, filters.id, touch.id))
        && (filters.record == null || filters.record.equals(touch.type));
  }

  private Shown show(Intent intent, Seq<AffectedPlace> all, Seq<AffectedPlace> meant) {
    Mutation mutation = MutationIntents.mutationOf(intent);
    IntentResult next = new IntentResult();
    next.mutationId = mutation.mutationId;
    next.mutationKey = mutation.options.mutationKey;
    next.variables = intent.variables;
    double heldUntil =
        client.pacing == null || !intent.isPending() ? 0 : client.pacing.heldUntil(mutation);
    next.state = heldUntil > 0 ? "held" : intent.getState();
    next.fields = new Seq<>();
    next.keys = new Seq<>();
    next.error = intent.getError();
    next.attempts = mutation.attempts();
    next.submittedAt = mutation.state.submittedAt;
    next.retry = () -> intents.retry(intent);
    next.discard = () -> intents.discard(intent);
    if (client.conflicts != null) {
      client.conflicts.describe(intent, next);
    }
    next.heldUntil = heldUntil > 0 ? (Object) heldUntil : env.values.undefined();
    next.undo = () -> heldUntil > 0 && intent.isPending() && client.pacing.undo(mutation);
    next.sendNow =
        () -> client.pacing != null && intent.isPending() && client.pacing.sendNow(mutation);
    meant.each(touch -> touch.fields.each(field -> {
      if (!next.fields.has(field)) {
        next.fields.add(field);
      }
    }));
    Seq<String> hashes = new Seq<>();
    all.each(touch -> {
      if (touch.key != null && !hashes.has(touch.hash)) {
        hashes.add(touch.hash);
        next.keys.add(touch.key);
      }
    });
    String print = next.state + " " + next.attempts + " " + next.submittedAt + " " + next.fields
        + " " + hashes;
    Shown before = shown.get(intent);
    return before != null
            && before.print.equals(print)
            && env.values.same(before.result.variables, next.variables)
        ? before
        : new Shown(next, print);
  }
}
