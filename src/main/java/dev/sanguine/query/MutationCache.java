package dev.sanguine.query;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.ThreadGuard;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.index.Matching;
import dev.sanguine.query.index.ScopeQueue;
import dev.sanguine.query.options.MutationCacheConfig;
import dev.sanguine.query.options.MutationFilters;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.MutationScope;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.CacheEvents;
import dev.sanguine.query.state.Contexts;
import dev.sanguine.query.state.MutationState;
import dev.sanguine.query.state.PlainObjects;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/** All mutations of a client, in the order in which they came. Listeners hear of every change as a {@link CacheEvent}. */
@JsType
public class MutationCache extends Cache {
  public MutationCacheConfig config;

  @JsIgnore
  public final OrderedSet<Mutation> mutations = new OrderedSet<>();

  private final OrderedSet<Mutation> pending = new OrderedSet<>();
  /** Pending plain mutations whose scope was changed, and that still wait in the line of the old one; null before the first. */
  private OrderedSet<Mutation> moved;
  /** One for each scope that has pending mutations. */
  private final Table<String, ScopeQueue> lines = new Table<>();

  private int ids;

  @JsConstructor
  public MutationCache(@JsOptional MutationCacheConfig config) {
    this.config = config != null ? config : new MutationCacheConfig();
  }

  public Mutation build(
      QueryClient client, MutationOptions options, @JsOptional MutationState state) {
    ThreadGuard.check(env);
    Mutation mutation = new Mutation(Contexts.mutationConfig(
        client, this, ++ids, client.defaultMutationOptions(options), state));
    add(mutation);
    return mutation;
  }

  public void add(Mutation mutation) {
    mutations.add(mutation);
    if (mutation.state.status.equals("pending")) {
      file(mutation);
    }
    notifyOf("added", mutation);
  }

  public void remove(Mutation mutation) {
    if (mutations.remove(mutation)) {
      mutation.destroy();
      file(mutation);
    }
    notifyOf("removed", mutation);
  }

  /** Few listen: an event that nobody hears is not made. */
  private void notifyOf(String type, Mutation mutation) {
    if (hasListeners()) {
      notify(CacheEvents.event(type, mutation));
    }
  }

  public boolean has(Mutation mutation) {
    return mutations.has(mutation);
  }

  /** False while another mutation of its scope is under way. */
  public boolean canRun(Mutation mutation) {
    if (lines.size() == 0) {
      return true;
    }
    boolean standsInLine = pending.has(mutation) && mutation.optimistic() != null;
    ScopeQueue line = lines.get(standsInLine ? mutation.line : idOfScope(mutation));
    return line == null || line.first == mutation && mayPass(mutation, line);
  }

  /** No request of the line is out of one that was given up, or none that could do harm. */
  private static boolean mayPass(Mutation next, ScopeQueue line) {
    Conflicts conflicts = next.client.conflicts;
    return line.out.size() == 0 || conflicts != null && conflicts.areHarmless(line.out, next);
  }

  /** Lets the next of the scope go, if it waits; and whoever waits in the scope that it had before, or for this one. */
  public Thenable<Object> runNext(Mutation mutation) {
    Thenable<Object> next = wakeAfter(mutation);
    return next != null ? next : env.deferreds.resolve(env.values.undefined());
  }

  /** The same for one that is settled: nobody waits for the next. */
  void wakeNext(Mutation mutation) {
    quiet(wakeAfter(mutation));
  }

  /** What the next of the scope goes on with; null if nobody of it waits. */
  private Thenable<Object> wakeAfter(Mutation mutation) {
    if (lines.size() == 0 && moved == null) {
      return null;
    }
    String scope = idOfScope(mutation);
    Thenable<Object> next = wake(scope, mutation);
    if (mutation.line != null && !mutation.line.equals(scope)) {
      quiet(wake(mutation.line, mutation));
    }
    if (moved != null) {
      moved.items().each(waiting -> {
        if (waiting.state.isPaused) {
          quiet(waiting.proceed());
        }
      });
    }
    return next;
  }

  private Thenable<Object> wake(String scope, Mutation after) {
    ScopeQueue line = lines.get(scope);
    Mutation next = line == null ? null : line.first;
    while (next != null && (next == after || !next.state.isPaused)) {
      next = next.behind;
    }
    return next != null ? next.proceed() : null;
  }

  /** One that was restored has nobody else to hear of its failure. */
  private static void quiet(Thenable<Object> going) {
    if (going != null) {
      going.done(null, Promises.IGNORE);
    }
  }

  /**
   * Told of a mutation whose scope may be another one now. One with an intent that is paused moves to the other line; one that
   * has left keeps its place until it is settled. A plain one keeps its place, and waits for the new scope as well, as upstream.
   */
  void rescope(Mutation mutation) {
    if (!pending.has(mutation) || env.values.same(mutation.line, idOfScope(mutation))) {
      return;
    }
    if (mutation.optimistic() == null) {
      if (moved == null) {
        moved = new OrderedSet<>();
      }
      moved.add(mutation);
    } else if (!mutation.isUnderWay()) {
      move(mutation, mutation.line, idOfScope(mutation));
    }
  }

  private void move(Mutation mutation, String from, String to) {
    leave(mutation);
    mutation.line = to;
    if (to != null) {
      Seq<Mutation> order = pending.items();
      lineOf(to).insert(mutation, other -> order.find(other) > order.find(mutation));
    }
    quiet(wake(from, mutation));
    if (mutation.run != null) {
      quiet(mutation.proceed());
    }
  }

  public void clear() {
    env.notify.run(() -> {
      Seq<Mutation> all = getAll();
      mutations.clear();
      lines.clear();
      all.each(Mutation::leaveLine);
      all.each(mutation -> {
        mutation.destroy();
        if (pending.size() > 0) {
          file(mutation);
        }
      });
      if (hasListeners()) {
        all.each(mutation -> notify(CacheEvents.event("removed", mutation)));
      }
    });
  }

  public Seq<Mutation> getAll() {
    ThreadGuard.check(env);
    return mutations.items();
  }

  /** The first mutation that the filters mean; a key in them is meant exactly unless they say {@code exact: false}. */
  public Mutation find(MutationFilters filters) {
    MutationFilters exactly = new MutationFilters();
    exactly.exact = true;
    MutationFilters given = PlainObjects.over(exactly, filters);
    ThreadGuard.check(env);
    return candidates(given).first(mutation -> Matching.matchMutation(given, mutation));
  }

  public Seq<Mutation> findAll(@JsOptional MutationFilters filters) {
    ThreadGuard.check(env);
    return filters == null
        ? getAll()
        : candidates(filters).filter(mutation -> Matching.matchMutation(filters, mutation));
  }

  private Seq<Mutation> candidates(MutationFilters filters) {
    return "pending".equals(filters.status) ? pendingAsTheyCame() : mutations.items();
  }

  private Seq<Mutation> pendingAsTheyCame() {
    Seq<Mutation> all = pending.items();
    if (all.someAt((mutation, i) -> i > 0 && mutation.mutationId < all.get(i - 1).mutationId)) {
      all.sort((a, b) -> a.mutationId - b.mutationId);
    }
    return all;
  }

  /**
   * Lets every paused mutation go on, in the order in which they came; fulfilled when all of them are settled. Intents go in
   * the order in which they were written down, and those that change the same key by intents
   * go one after the other, in their order.
   */
  @SuppressWarnings("unchecked")
  public Thenable<Object> resumePausedMutations() {
    ThreadGuard.check(env);
    Table<String, Thenable<Object>> lastOfKey = new Table<>();
    Seq<Mutation> all = pending.items();
    Seq<Mutation> waiting =
        all.some(mutation -> mutation.intent() != null) ? inOrderOfLines(all) : pendingAsTheyCame();
    return (Thenable<Object>) env.notify.batch(
        () -> env.deferreds.all(waiting.filter(Mutation::waitsToGoOn).map(mutation -> {
          // One that waits for a record is sent after it in any case.
          Seq<String> keys = mutation.intent() == null || mutation.waits() > 0
              ? new Seq<>()
              : mutation.intent().keys();
          Thenable<Object> settled = (keys.some(lastOfKey::has)
                  ? env.deferreds
                      .all(keys.map(lastOfKey::get))
                      .then(nothing -> mutations.has(mutation) ? mutation.proceed() : nothing)
                  : mutation.proceed())
              .otherwise(Promises.IGNORE);
          keys.each(key -> lastOfKey.put(key, settled));
          return settled;
        })));
  }

  /** Who stands ahead in a line comes first: one that moved into it may have been written down before. */
  private Seq<Mutation> inOrderOfLines(Seq<Mutation> all) {
    OrderedSet<Mutation> ordered = new OrderedSet<>();
    all.each(mutation -> {
      ScopeQueue line = mutation.line == null ? null : lines.get(mutation.line);
      for (Mutation ahead = line == null ? null : line.first;
          ahead != null && ahead != mutation;
          ahead = ahead.behind) {
        ordered.add(ahead);
      }
      ordered.add(mutation);
    });
    return ordered.items();
  }

  boolean hasPending() {
    return pending.size() > 0;
  }

  /** Told of a mutation that may have become pending, or be so no more. */
  void file(Mutation mutation) {
    if (mutation.state.status.equals("pending") && mutations.has(mutation)) {
      if (!pending.has(mutation)) {
        pending.add(mutation);
        join(mutation, idOfScope(mutation));
      }
    } else if (pending.remove(mutation)) {
      leave(mutation);
    }
  }

  /** The run is given up, or another takes its place: as long as its request is out, nobody of its scope is sent. */
  void holdBack(Mutation mutation, MutationRun run) {
    ScopeQueue line = lines.get(mutation.line);
    if (line != null
        && run != null
        && run.intent != null
        && run.isRequestOpen
        && run.holdsBack == null) {
      line.out.add(run);
      run.holdsBack = line;
    }
  }

  /** The request has come back: the first of the line may leave. */
  void cameBack(MutationRun run) {
    ScopeQueue line = run.holdsBack;
    run.holdsBack = null;
    line.out.remove(run);
    if (line.out.size() == 0 && line.first != null && line.first.state.isPaused) {
      quiet(line.first.proceed());
    }
    forgetEmpty(line);
  }

  private void forgetEmpty(ScopeQueue line) {
    if (line.first == null && line.out.size() == 0 && lines.get(line.scope) == line) {
      lines.remove(line.scope);
    }
  }

  private void join(Mutation mutation, String scope) {
    mutation.line = scope;
    if (scope != null) {
      lineOf(scope).add(mutation);
    }
  }

  private ScopeQueue lineOf(String scope) {
    ScopeQueue line = lines.get(scope);
    if (line == null) {
      lines.put(scope, line = new ScopeQueue(scope));
    }
    return line;
  }

  private void leave(Mutation mutation) {
    if (moved != null) {
      moved.remove(mutation);
    }
    ScopeQueue line = mutation.line == null ? null : lines.get(mutation.line);
    if (line != null) {
      holdBack(mutation, mutation.run);
      line.remove(mutation);
      forgetEmpty(line);
    }
  }

  /** The id of its scope, which may be told by its variables; null if it has none. */
  @JsIgnore
  public static String idOfScope(Mutation mutation) {
    MutationScope scope = mutation.options.scope;
    Object id = scope == null ? null : scope.id;
    if (mutation.environment().values.isFunction(id)) {
      // A run is asked before it has become the mutation's state.
      id = ((Convert) id)
          .convert(mutation.run == null ? mutation.state.variables : mutation.run.variables);
    }
    return id instanceof String ? (String) id : null;
  }
}
