package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.query.fetching.FetchRun;
import dev.sanguine.query.index.Multimaps;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.PlainObjects;
import dev.sanguine.query.state.QueryState;

/*
 * Queries whose key holds the temporary id of a record.
 *
 * A person adds an event and opens its page before the server has answered. The page asks for the query ['events', 'new-1'].
 * The server would answer that it knows no such event. So the fetch waits, as one waits without a network, and the page shows
 * what the changes make of the query.
 *
 * When the server has named the record, the key with the temporary id means the key with the real one, in every call. The
 * query goes on as ['events', 100]: that is a query of its own, with the confirmed data of the first, the changes over it,
 * its observers, and whoever waits for its fetch. So the page keeps what it shows. Then the fetch leaves.
 *
 * If the record is not made, the fetch that waits fails. If its mutation is sent again, the fetch waits again.
 */
final class TemporaryKeys {
  final TemporaryIds ids;
  private final QueryClient client;
  /** By temporary id: the queries that came while the record had no other. */
  private final Table<String, Seq<Query>> queries = new Table<>();

  TemporaryKeys(TemporaryIds ids, QueryClient client) {
    this.ids = ids;
    this.client = client;
  }

  void queryCame(Query query) {
    unnamedIn(query).each(id -> Multimaps.add(queries, id, query));
  }

  void queryLeft(Query query) {
    if (queries.size() > 0) {
      unnamedIn(query).each(id -> {
        Seq<Query> left = queries.get(id);
        if (left != null && left.remove(query) && left.size() == 0) {
          queries.remove(id);
        }
      });
    }
  }

  private Seq<String> unnamedIn(Query query) {
    Seq<String> unnamed = ids.awaitedInKey(query.queryKey);
    ids.unmadeInKey(query.queryKey).each(unnamed::add);
    return unnamed;
  }

  /** Somebody makes the record, after it was not made perhaps: what has failed for that is fetched. */
  void isBeingMade(String id) {
    of(id)
        .filter(query -> query.confirmed().status.equals("error") && query.canResync())
        .each(query -> query.fetch(null, null).done(null, Promises.IGNORE));
  }

  /** The record was not made: the fetches that wait for it fail. */
  void wasNotMade(String id) {
    of(id).each(query -> {
      if (query.run != null) {
        query.run.proceed();
      }
    });
  }

  /** The server has named records that the mutation has made: their queries go on under the keys with the real ids. */
  void named(Mutation by, Seq<String> made) {
    Seq<Query> renamed = new Seq<>();
    by.intent().touched.each(folded -> addIfNamed(QueryFold.queryOf(folded), renamed));
    made.each(id -> {
      of(id).each(query -> addIfNamed(query, renamed));
      queries.remove(id);
    });
    if (renamed.size() > 0) {
      client.log.renameKeys();
      renamed.each(query -> goOn(query, by));
    }
  }

  private void addIfNamed(Query query, Seq<Query> renamed) {
    boolean isFiled = client.getQueryCache().get(query.queryHash) == query;
    if (isFiled
        && !renamed.has(query)
        && !client.environment.values.same(ids.namedKey(query.queryKey), query.queryKey)) {
      renamed.add(query);
    }
  }

  private void goOn(Query before, Mutation by) {
    QueryCache cache = client.getQueryCache();
    if (isOfNoUse(before)) {
      cache.remove(before);
      return;
    }
    QueryOptions options = PlainObjects.copy(before.options);
    options.queryHash = null;
    Query after = cache.build(client, client.filed(options), null);
    takeData(before, after);
    before.observers.copy().each(observer -> observer.setOptions(observer.options));
    FetchRun waiting = before.run;
    if (waiting != null) {
      after.fetch(null, null).done(null, Promises.IGNORE);
      waiting.halt(client.environment.values.undefined(), true);
      before.run = null;
    }
    if (by.intent().touched.some(touched -> QueryFold.queryOf(touched) == before)) {
      by.intent().touched.add(after.asFolded());
      after.asFolded().oweFetchAfter(by.intent().settled);
    }
    cache.remove(before);
    // Whoever waits for a fetch that made room gets the data of the one in its place.
    before.run = after.run;
  }

  /** It knows nothing, and nobody wants it. */
  private static boolean isOfNoUse(Query query) {
    return query.lacksData()
        && query.observers.size() == 0
        && query.run == null
        && query.gate() == null;
  }

  /** What is confirmed of the query before is what the new one begins with, unless that knows more. */
  private void takeData(Query before, Query after) {
    QueryState known = before.confirmed();
    Object data = before.gate() == null ? known.data : before.gate().confirmedValue();
    if (after.lacksData() && !client.environment.values.isUndefined(data)) {
      SetDataOptions set = new SetDataOptions();
      set.updatedAt =
          known.dataUpdatedAt > 0 ? known.dataUpdatedAt : client.environment.clock.now();
      after.setData(data, set);
      after.invalidate();
    }
  }

  void clear() {
    queries.clear();
  }

  private Seq<Query> of(String id) {
    Seq<Query> found = queries.get(id);
    return found == null ? new Seq<>() : found.copy();
  }
}
