package dev.sanguine.query;

import dev.sanguine.env.Bag;
import dev.sanguine.env.Guard;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Thenable;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/** All mutations of a client, in the order in which they came. Listeners hear of every change as a {@link CacheEvent}. */
@JsType
public class MutationCache extends Cache {
  public MutationCacheConfig config;

  private final Bag<Mutation> mutations = new Bag<>();
  private final Bag<Mutation> pending = new Bag<>();
  private final Table<String, Scope> scopes = new Table<>();
  private int ids;

  @JsConstructor
  public MutationCache(@JsOptional MutationCacheConfig config) {
    this.config = config != null ? config : new MutationCacheConfig();
  }

  public Mutation build(QueryClient client, MutationOptions options, @JsOptional MutationState state) {
    Guard.check(env);
    MutationConfig config = new MutationConfig();
    config.client = client;
    config.mutationCache = this;
    config.mutationId = ++ids;
    config.options = client.defaultMutationOptions(options);
    config.state = state;
    Mutation mutation = new Mutation(config);
    add(mutation);
    return mutation;
  }

  public void add(Mutation mutation) {
    mutations.add(mutation);
    String id = idOfScope(mutation);
    if (id != null) {
      if (!scopes.has(id)) {
        scopes.put(id, new Scope());
      }
      scopes.get(id).add(mutation);
    }
    if (mutation.state.status.equals("pending")) {
      pending.add(mutation);
    }
    say("added", mutation, null, null);
  }

  public void remove(Mutation mutation) {
    mutation.destroy();
    if (mutations.remove(mutation)) {
      pending.remove(mutation);
      Scope scope = scopeOf(mutation);
      if (scope != null && scope.remove(mutation)) {
        scopes.remove(idOfScope(mutation));
      }
    }
    say("removed", mutation, null, null);
  }

  /** False while another mutation of its scope is under way. */
  public boolean canRun(Mutation mutation) {
    Scope scope = scopeOf(mutation);
    return scope == null || scope.isNext(mutation);
  }

  /** Lets the next of the scope go, if it waits. */
  public Thenable<Object> runNext(Mutation mutation) {
    Scope scope = scopeOf(mutation);
    Mutation waiting = scope == null ? null : scope.firstPaused(mutation);
    return waiting != null ? waiting.proceed() : env.deferreds.resolve(env.values.undefined());
  }

  public void clear() {
    env.notify.run(() -> {
      getAll().each(mutation -> {
        mutation.destroy();
        say("removed", mutation, null, null);
      });
      mutations.clear();
      pending.clear();
      scopes.clear();
    });
  }

  public Seq<Mutation> getAll() {
    Guard.check(env);
    return mutations.items();
  }

  /** The first mutation that the filters mean; a key in them is meant exactly unless they say {@code exact: false}. */
  public Mutation find(MutationFilters filters) {
    boolean exact = filters.exact == null || Options.truthy(env.values, filters.exact);
    return candidates(filters).first(mutation -> Matching.mutation(env.values, filters, exact, mutation));
  }

  public Seq<Mutation> findAll(@JsOptional MutationFilters filters) {
    Guard.check(env);
    return filters == null ? getAll() : candidates(filters).filter(mutation ->
        Matching.mutation(env.values, filters, Options.truthy(env.values, filters.exact), mutation));
  }

  /**
   * Lets every paused mutation go on; fulfilled when all of them are settled. Those that change the same key by intents
   * go one after the other, in their order.
   */
  public Thenable<Object> resumePausedMutations() {
    Seq<Mutation> all = getAll();
    Seq<Object> resumed = new Seq<>();
    Table<String, Thenable<Object>> lastOfKey = new Table<>();
    env.notify.run(() -> {
      for (int i = 0; i < all.size(); i++) {
        Mutation mutation = all.get(i);
        if (mutation.state.isPaused) {
          Seq<Object> before = new Seq<>();
          Seq<String> keys = mutation.intent == null ? new Seq<>() : mutation.intent.keys();
          for (int k = 0; k < keys.size(); k++) {
            if (lastOfKey.has(keys.get(k))) {
              before.add(lastOfKey.get(keys.get(k)));
            }
          }
          Thenable<Object> settled = (before.size() == 0 ? mutation.proceed()
              : env.deferreds.all(before).then(nothing -> mutation.proceed(), null)).done(null, Quiet.LISTENER);
          for (int k = 0; k < keys.size(); k++) {
            lastOfKey.put(keys.get(k), settled);
          }
          resumed.add(settled);
        }
      }
    });
    return env.deferreds.resolve(env.deferreds.all(resumed));
  }

  @Override
  void about(CacheEvent event, Object subject) {
    event.mutation = (Mutation) subject;
  }

  /** Told by a mutation that has become pending, or is so no more. */
  void isPending(Mutation mutation, boolean now) {
    if (!now) {
      pending.remove(mutation);
    } else if (mutations.has(mutation)) {
      pending.add(mutation);
      Scope scope = scopeOf(mutation);
      if (scope != null) {
        scope.restart(mutation);
      }
    }
  }

  private Seq<Mutation> candidates(MutationFilters filters) {
    return "pending".equals(filters.status) ? pending.items() : getAll();
  }

  private Scope scopeOf(Mutation mutation) {
    return scopes.get(idOfScope(mutation));
  }

  private static String idOfScope(Mutation mutation) {
    MutationScope scope = mutation.options.scope;
    return scope != null && scope.id instanceof String ? (String) scope.id : null;
  }
}
