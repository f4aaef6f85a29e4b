package dev.sanguine.query;

import dev.sanguine.env.Bag;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Subscribable;
import dev.sanguine.env.Table;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/** All mutations of a client, in the order in which they came. Listeners hear of every change as a {@link CacheEvent}. */
@JsType
public class MutationCache extends Subscribable {
  public MutationCacheConfig config;

  private final Bag<Mutation> mutations = new Bag<>();
  private final Bag<Mutation> pending = new Bag<>();
  private final Table<String, Scope> scopes = new Table<>();
  private Environment env;
  private int ids;

  @JsConstructor
  public MutationCache(@JsOptional MutationCacheConfig config) {
    this.config = config != null ? config : new MutationCacheConfig();
  }

  public Mutation build(QueryClient client, MutationOptions options, @JsOptional MutationState state) {
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
    String id = scopeOf(mutation);
    if (id != null) {
      Scope scope = scopes.get(id);
      if (scope == null) {
        scope = new Scope();
        scopes.put(id, scope);
      }
      scope.add(mutation);
    }
    if (mutation.state.status.equals("pending")) {
      pending.add(mutation);
    }
    notify(event("added", mutation));
  }

  public void remove(Mutation mutation) {
    mutation.destroy();
    if (mutations.remove(mutation)) {
      pending.remove(mutation);
      String id = scopeOf(mutation);
      Scope scope = id == null ? null : scopes.get(id);
      if (scope != null && scope.remove(mutation)) {
        scopes.remove(id);
      }
    }
    notify(event("removed", mutation));
  }

  /** False while another mutation of its scope is under way. */
  public boolean canRun(Mutation mutation) {
    String id = scopeOf(mutation);
    Scope scope = id == null ? null : scopes.get(id);
    return scope == null || scope.isNext(mutation);
  }

  /** Lets the next of the scope go, if it waits. */
  public Thenable<Object> runNext(Mutation mutation) {
    String id = scopeOf(mutation);
    Scope scope = id == null ? null : scopes.get(id);
    Mutation waiting = scope == null ? null : scope.firstPaused(mutation);
    return waiting != null ? waiting.proceed() : env().deferreds.resolve(env().values.undefined());
  }

  public void clear() {
    env().notify.run(() -> {
      Seq<Mutation> all = getAll();
      for (int i = 0; i < all.size(); i++) {
        all.get(i).destroy();
        notify(event("removed", all.get(i)));
      }
      mutations.clear();
      pending.clear();
      scopes.clear();
    });
  }

  public Seq<Mutation> getAll() {
    return mutations.items();
  }

  /** The first mutation that the filters mean; a key in them is meant exactly unless they say {@code exact: false}. */
  public Mutation find(MutationFilters filters) {
    Seq<Mutation> found = search(filters, true);
    return found.size() > 0 ? found.get(0) : (Mutation) env().values.undefined();
  }

  public Seq<Mutation> findAll(@JsOptional MutationFilters filters) {
    return filters == null ? getAll() : search(filters, false);
  }

  public void notify(CacheEvent event) {
    if (hasListeners()) {
      env().notify.run(() -> tell(event));
    }
  }

  /**
   * Lets every paused mutation go on; fulfilled when all of them are settled. Those that change the same key by intents
   * go one after the other, in their order.
   */
  public Thenable<Object> resumePausedMutations() {
    Seq<Mutation> all = getAll();
    Seq<Object> resumed = new Seq<>();
    Table<String, Thenable<Object>> lastOfKey = new Table<>();
    env().notify.run(() -> {
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
              : env().deferreds.all(before).then(nothing -> mutation.proceed(), null)).then(null, Quiet.ERROR);
          for (int k = 0; k < keys.size(); k++) {
            lastOfKey.put(keys.get(k), settled);
          }
          resumed.add(settled);
        }
      }
    });
    return env().deferreds.resolve(env().deferreds.all(resumed));
  }

  void notifyObserver(String type, Mutation mutation, Object observer) {
    CacheEvent event = event(type, mutation);
    event.observer = observer;
    notify(event);
  }

  static CacheEvent event(String type, Mutation mutation) {
    CacheEvent event = new CacheEvent();
    event.type = type;
    event.mutation = mutation;
    return event;
  }

  /** Told by a mutation that has become pending, or is so no more. */
  void isPending(Mutation mutation, boolean now) {
    if (!now) {
      pending.remove(mutation);
    } else if (mutations.has(mutation)) {
      pending.add(mutation);
      String id = scopeOf(mutation);
      if (id != null && scopes.has(id)) {
        scopes.get(id).restart(mutation);
      }
    }
  }

  private Seq<Mutation> search(MutationFilters filters, boolean exactUnlessSaid) {
    Values values = env().values;
    boolean exact = exactUnlessSaid && filters.exact == null || Options.truthy(values, filters.exact);
    Seq<Mutation> candidates = "pending".equals(filters.status) ? pending.items() : getAll();
    Seq<Mutation> found = new Seq<>();
    for (int i = 0; i < candidates.size(); i++) {
      if (Matching.mutation(values, filters, exact, candidates.get(i))) {
        found.add(candidates.get(i));
      }
    }
    return found;
  }

  private static String scopeOf(Mutation mutation) {
    MutationScope scope = mutation.options.scope;
    return scope != null && scope.id instanceof String ? (String) scope.id : null;
  }

  Environment env() {
    if (env == null) {
      env = Environment.standard();
    }
    return env;
  }

  void live(Environment env) {
    if (this.env == null) {
      this.env = env;
    }
  }
}
