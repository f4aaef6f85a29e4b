package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;

/**
 * The intents of a client that can be shown, in the order of issue, and those who show them. One is listed from its issue
 * until a base holds it, or, where it failed, until it is sent again or discarded, or, where nobody knows what became of
 * it, until a fetch sent afterwards lands. While a client has this, a mutation with a failed change is not collected.
 */
final class ListedIntents {
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

  static ListedIntents of(QueryClient client) {
    IntentLog log = client.law();
    if (log.listed == null) {
      log.listed = new ListedIntents(client);
    }
    return log.listed;
  }

  private ListedIntents(QueryClient client) {
    this.client = client;
    this.env = client.environment;
    touches = new AffectedFields(env);
    listPresent();
    EngineProbe.listen(client, this::heard);
  }

  Seq<Intent> items() {
    listed.each(intent -> {
      if (isOver(intent)) {
        listed.remove(intent);
      }
    });
    return listed.items();
  }

  Seq<AffectedPlace> touchedBy(Intent intent) {
    if (!touched.has(intent)) {
      touched.put(intent, touches.of(intent));
    }
    return touched.get(intent);
  }

  /** Sends one that failed, or is unknown, again; any other is left alone, and one whose mutation was taken out. */
  Object retry(Intent intent) {
    Mutation mutation = intent.mutation;
    if (intent.phase < Intent.FAILED || isOver(intent)) {
      return env.deferreds.resolve(env.values.undefined());
    }
    Thenable<Object> again = mutation.execute(intent.variables);
    again.done(null, error -> {});
    return again;
  }

  void discard(Intent intent) {
    if (intent.isPending()) {
      intent.mutation.cancel();
    } else if (intent.phase != Intent.CONFIRMED) {
      forget(intent);
    }
  }

  void add(IntentsObserver observer) {
    observers.add(observer);
    if (stop == null) {
      stop = client.getMutationCache().subscribe((Listener<CacheEvent>) event -> {
        if (event.mutation != null && event.mutation.intent != null) {
          changed();
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
  void changed() {
    version++;
    touched.clear();
    if (!due && observers.size() > 0) {
      due = true;
      env.notify.schedule(() -> {
        due = false;
        observers.each(IntentsObserver::look);
      });
    }
  }

  private void heard(int kind, Object subject, Object what) {
    if (kind <= Intent.UNKNOWN) {
      Intent intent = (Intent) subject;
      if (kind == Intent.QUEUED) {
        listed.add(intent);
        // One that was kept had no timer.
        intent.mutation.scheduleGc();
      } else if (kind == Intent.FAILED && env.errors.isCancelled(what)) {
        forget(intent);
      }
      changed();
    } else if (kind == IntentLog.REWRITTEN) {
      changed();
    } else if (kind == IntentLog.LOOK) {
      Query query = (Query) subject;
      if (query.run != null
          && what instanceof Action
          && "success".equals(((Action) what).type)
          && !Options.truthy(env.values, ((Action) what).manual)) {
        landed(query, query.run.sent);
      }
      if (query.fold != null) {
        changed();
      }
    }
  }

  /** A fetch has brought the truth about those that nobody knew about. */
  private void landed(Query query, double sent) {
    listed.each(intent -> {
      if (intent.phase == Intent.UNKNOWN && sent > intent.settled && isAbout(intent, query)) {
        forget(intent);
      }
    });
  }

  /** True if the intent was folded over the query, or would have been: one of the page before was not. */
  private boolean isAbout(Intent intent, Query query) {
    return intent.touched.has(query)
        || intent.changes.some(change ->
            env.errors.attempt(() -> change.means(query), thrown -> false) == (Object) true);
  }

  private void forget(Intent intent) {
    listed.remove(intent);
    if (intent.mutation.intent == intent) {
      intent.mutation.intent = null;
      intent.mutation.scheduleGc();
    }
    changed();
  }

  private boolean isOver(Intent intent) {
    return !client.getMutationCache().mutations.has(intent.mutation)
        || intent.phase >= Intent.FAILED && intent.mutation.intent != intent
        || intent.phase == Intent.CONFIRMED
            && !intent.changes.some(change -> change.parts.size() > 0);
  }

  private void listPresent() {
    Seq<Intent> present =
        client.getMutationCache().getAll().map(mutation -> mutation.intent).filter(i -> i != null);
    client.getQueryCache().getAll().each(query -> {
      if (query.fold != null) {
        query.fold.parts.each(part -> present.add(part.intent));
      }
    });
    present.sort((a, b) -> serial(a) - serial(b));
    present.each(listed::add);
  }

  private static double serial(Intent intent) {
    return intent.changes.size() == 0 ? 0 : intent.changes.get(0).serial;
  }
}
