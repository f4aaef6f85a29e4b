package dev.sanguine.query;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.law.ArrivedValue;
import dev.sanguine.law.FoldedQuery;
import dev.sanguine.law.Intent;
import dev.sanguine.law.LawHost;
import dev.sanguine.query.index.Matching;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.pending.EngineListener;
import dev.sanguine.query.pending.ListedIntents;
import dev.sanguine.query.state.Action;

/** A client as the law sees it, and those who listen to what the law does. */
public final class ClientLaw extends LawHost {
  /** What is shown of intents: a mutation that failed is kept for it until it is sent again or discarded. Null before. */
  public ListedIntents listed;
  /** What writes the events down; null if nothing ever did. */
  public Object recorder;
  /** Told of values when all others have heard of them, since it makes changes of its own; null if there is none. */
  public EngineListener index;
  /** They hear of everything; null if nobody ever listened. */
  private OrderedSet<EngineListener> listeners;

  public final QueryClient client;

  ClientLaw(QueryClient client) {
    super(client.environment.values, client.environment.errors);
    this.client = client;
  }

  @Override
  protected double tick() {
    return client.tick();
  }

  /** Records that the server has not named yet, and who waits for them; null before the first of them. */
  public AwaitedIds newIds() {
    return (AwaitedIds) client.log.names;
  }

  // Queries

  @Override
  protected String hash(Object key) {
    return client.hash(key);
  }

  @Override
  protected FoldedQuery find(String hash) {
    Query query = client.getQueryCache().get(hash);
    return query == null ? null : query.asFolded();
  }

  @Override
  protected FoldedQuery make(Object key) {
    return client
        .getQueryCache()
        .build(client, client.defaultQueryOptions(QueryOptions.of(key)), null)
        .asFolded();
  }

  @Override
  protected boolean isFilters(Object target) {
    return target instanceof QueryFilters;
  }

  @Override
  protected Seq<FoldedQuery> findAll(Object filters) {
    return client.getQueryCache().findAll(filters).map(Query::asFolded);
  }

  @Override
  protected boolean mean(Object filters, FoldedQuery query) {
    QueryFilters given = client.getQueryCache().named((QueryFilters) filters);
    return Matching.matchQuery(given, QueryFold.queryOf(query));
  }

  @Override
  protected Object beginningOf(Object filters) {
    QueryFilters beginning = new QueryFilters();
    beginning.queryKey = client.getQueryCache().named(((QueryFilters) filters).queryKey);
    return beginning;
  }

  @Override
  protected String hashOfBeginning(Object filters) {
    Object key = client.getQueryCache().named(((QueryFilters) filters).queryKey);
    return key == null ? "" : client.environment.values.hashKey(key);
  }

  // Time

  @Override
  protected void batch(Task task) {
    client.environment.notify.run(task);
  }

  @Override
  protected void later(Task task, int milliseconds) {
    if (milliseconds > 0) {
      client.environment.timeouts.setTimeout(task, milliseconds);
    } else {
      client.environment.deferreds.microtask(task);
    }
  }

  @Override
  protected boolean isThenable(Object value) {
    return client.environment.deferreds.isThenable(value);
  }

  // Who listens

  public void add(EngineListener listener) {
    if (listeners == null) {
      listeners = new OrderedSet<>();
    }
    listeners.add(listener);
  }

  public void remove(EngineListener listener) {
    listeners.remove(listener);
  }

  public boolean isListenedTo() {
    return listeners != null && listeners.size() > 0;
  }

  @Override
  protected void intentChanged(Intent intent) {
    if (listeners != null) {
      listeners.each(listener -> listener.intentChanged(intent));
    }
  }

  @Override
  protected void intentRewritten(Intent intent) {
    if (listeners != null) {
      listeners.each(listener -> listener.intentRewritten(intent));
    }
  }

  @Override
  protected void queryTouched(FoldedQuery query) {
    queryChanged(QueryFold.queryOf(query), null);
  }

  /** What the query shows, or what is held back from it, may have changed, by that action. */
  void queryChanged(Query query, Action action) {
    if (listeners != null) {
      listeners.each(listener -> listener.queryChanged(query, action));
    }
    if (index != null) {
      index.queryChanged(query, action);
    }
  }

  @Override
  protected void valueHeld(FoldedQuery query, ArrivedValue value) {
    if (listeners != null) {
      listeners.each(listener -> listener.valueHeld(QueryFold.queryOf(query), value));
    }
  }

  void queryRemoved(Query query) {
    if (listeners != null) {
      listeners.each(listener -> listener.queryRemoved(query));
    }
  }

  void resyncSent(Query query) {
    if (listeners != null) {
      listeners.each(listener -> listener.resyncSent(query));
    }
  }

  @Override
  protected void cleared() {
    if (listeners != null) {
      listeners.each(EngineListener::cleared);
    }
  }
}
