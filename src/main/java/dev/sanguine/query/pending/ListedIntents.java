package dev.sanguine.query.pending;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentState;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationIntents;
import dev.sanguine.query.Options;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryFold;
import dev.sanguine.query.state.Action;
import dev.sanguine.query.state.ActionType;
import dev.sanguine.query.state.CacheEvent;

/**
 * The intents of a client that can be shown, in the order of issue, and those who show them. One is listed from its issue
 * until a base holds it, or, if it failed, until it is sent again or discarded, or, if nobody knows what became of
 * it, until a fetch sent afterwards lands. While a client has this, a mutation with a failed change is not collected.
 */
public final class ListedIntents extends EngineListener {
  /** Goes up with each change of any of them. */
  int version;

  private final QueryClient client;
  private final Environment env;
  private final AffectedFields touches;
  private final OrderedSet<Intent> listed = new OrderedSet<>();
  private final OrderedSet<IntentsObserver> observers = new OrderedSet<>();
  private final Table<Intent, Seq<AffectedPlace>> touched = new Table<>();
  private boolean due;
  private Task stop;

  static ListedIntents ofClient(QueryClient client) {
    client.log();
    if (client.law.listed == null) {
      client.law.listed = new ListedIntents(client);
    }
    return client.law.listed;
  }

  private ListedIntents(QueryClient client) {
    this.client = client;
    this.env = client.environment;
    touches = new AffectedFields(env);
    listPresent();
    client.law.add(this);
  }

  Seq<Intent> items() {
    listed.each(intent -> {
      if (isOver(intent)) {
        listed.remove(intent);
      }
    });
    return listed.items();
  }

  Seq<AffectedPlace> placesOf(Intent intent) {
    if (!touched.has(intent)) {
      touched.put(intent, touches.placesOf(intent));
    }
    return touched.get(intent);
  }

  /** Sends one that failed, or is unknown, again; any other is left alone, and one whose mutation was taken out. */
  Object retry(Intent intent) {
    if (!intent.hasFailed() || isOver(intent)) {
      return env.deferreds.resolve(env.values.undefined());
    }
    Mutation mutation = MutationIntents.mutationOf(intent);
    Thenable<Object> together = client.pacing == null ? null : client.pacing.retry(mutation);
    Thenable<Object> again = together != null ? together : mutation.execute(intent.variables);
    again.done(null, error -> {});
    return again;
  }

  void discard(Intent intent) {
    if (intent.isPending()) {
      MutationIntents.mutationOf(intent).cancel();
    } else if (intent.state != IntentState.CONFIRMED) {
      forget(intent);
    }
  }

  void add(IntentsObserver observer) {
    observers.add(observer);
    if (stop == null) {
      stop = client.getMutationCache().subscribe((Listener<CacheEvent>) event -> {
        if (event.mutation != null && event.mutation.intent() != null) {
          scheduleUpdate();
        }
      });
    }
  }

  void remove(IntentsObserver observer) {
    observers.remove(observer);
    if (observers.size() == 0) {
      stop.run();
      stop = null;
    }
  }

  /** The observers look again, once for all that happens until the scheduler comes to it. */
  void scheduleUpdate() {
    version++;
    touched.clear();
    if (!due && observers.size() > 0) {
      due = true;
      env.notify.schedule(() -> {
        due = false;
        observers.each(IntentsObserver::notifyIfChanged);
      });
    }
  }

  @Override
  public void intentChanged(Intent intent) {
    if (intent.state == IntentState.QUEUED) {
      listed.add(intent);
      // One that was kept had no timer.
      MutationIntents.mutationOf(intent).scheduleGc();
    } else if (intent.state == IntentState.FAILED && env.errors.isCancelled(intent.answer)) {
      forget(intent);
    }
    scheduleUpdate();
  }

  @Override
  public void intentRewritten(Intent intent) {
    scheduleUpdate();
  }

  @Override
  public void cleared() {
    listed.each(listed::remove);
    scheduleUpdate();
  }

  @Override
  public void queryChanged(Query query, Action action) {
    if (query.run != null
        && action != null
        && action.type.equals(ActionType.SUCCESS)
        && !Options.isTruthy(env.values, action.manual)) {
      forgetResolved(query, query.run.sent);
    }
    if (query.gate() != null) {
      scheduleUpdate();
    }
  }

  /** A fetch has brought the truth about those that nobody knew about. */
  private void forgetResolved(Query query, double sent) {
    listed.each(intent -> {
      if (intent.state == IntentState.UNKNOWN && sent > intent.settled && isAbout(intent, query)) {
        forget(intent);
      }
    });
  }

  /** True if the intent was folded over the query, or would have been: one of the page before was not. */
  private boolean isAbout(Intent intent, Query query) {
    QueryFold folded = query.asFolded();
    return intent.touched.has(folded)
        || intent.changes.some(change ->
            env.errors.attempt(() -> change.means(folded), thrown -> false) == (Object) true);
  }

  private void forget(Intent intent) {
    listed.remove(intent);
    if (intent.owner.intent == intent) {
      intent.owner.intent = null;
      MutationIntents.mutationOf(intent).scheduleGc();
    }
    scheduleUpdate();
  }

  private boolean isOver(Intent intent) {
    return !client.getMutationCache().mutations.has(MutationIntents.mutationOf(intent))
        || intent.hasFailed() && intent.owner.intent != intent
        || intent.state == IntentState.CONFIRMED
            && !intent.changes.some(change -> change.places.size() > 0);
  }

  private void listPresent() {
    Seq<Intent> present =
        client.getMutationCache().getAll().map(Mutation::intent).filter(i -> i != null);
    client.getQueryCache().getAll().each(query -> {
      if (query.gate() != null) {
        query.gate().changes.each(part -> present.add(part.intent));
      }
    });
    present.sort((a, b) -> serial(a) - serial(b));
    present.each(listed::add);
  }

  private static double serial(Intent intent) {
    return intent.changes.size() == 0 ? 0 : intent.changes.get(0).serial;
  }
}
