package dev.sanguine.query.fetching;

import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.query.Options;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.FetchSettings;
import dev.sanguine.query.options.QueryOptions;

/** Somebody asks a query to fetch. He joins the fetch under way, or gets one of his own that takes its place. */
public final class FetchRequest {
  private final Query query;
  /** Null if the request says nothing. */
  private final FetchOptions fetchOptions;

  private final Values values;

  public FetchRequest(Query query, FetchOptions fetchOptions) {
    this.query = query;
    this.fetchOptions = fetchOptions;
    values = query.environment().values;
  }

  /** The data, when the fetch has ended; {@code options} are the query's from now on, unless they are null. */
  public Thenable<Object> send(QueryOptions options) {
    FetchRun underWay = query.run;
    boolean isFetching =
        underWay != null && !query.current().fetchStatus.equals("idle") && !underWay.failed;
    if (isFetching && (query.lacksData() || !replaces())) {
      return join(underWay);
    }
    boolean isOwed = isFetching && makeRoom(underWay);
    setOptions(options);
    FetchRun next = new FetchRun(query, fetchOptions);
    next.isResync = isOwed;
    next.begin();
    return outcomeOf(next);
  }

  private boolean replaces() {
    return fetchOptions != null && Options.isTruthy(values, fetchOptions.cancelRefetch);
  }

  private Thenable<Object> join(FetchRun underWay) {
    // Retries that were called off go on: somebody else wants the data too.
    underWay.retryCancelled = false;
    if (query.gate() != null && replaces() && query.gate().lacksWhatWasSent()) {
      // A first load is joined. It may have been sent too early for what was wanted.
      query.gate().resyncAfter(query.client.tick());
    }
    return outcomeOf(underWay);
  }

  /** Ends the fetch under way; true if a change is owed it, and so is owed the next one. */
  private boolean makeRoom(FetchRun underWay) {
    boolean isOneMorePage = FetchSettings.directionOf(fetchOptions, values) != null;
    boolean isOwed = underWay.isResync;
    if (isOneMorePage && (query.gate() != null || isOwed)) {
      // One more page is no news of the others: what the fetch would have brought is owed still.
      query.asFolded().oweFetchAfter(query.client.tick());
      isOwed = false;
    }
    query.halt(values.undefined(), true);
    return isOwed;
  }

  private void setOptions(QueryOptions options) {
    if (options != null) {
      query.setOptions(options);
    }
    QueryObserver lender = query.options.queryFn != null
        ? null
        : query.observers.first(observer -> observer.options.queryFn != null);
    if (lender != null) {
      // A query that was hydrated or set by hand has no function of its own: an observer's will do.
      query.setOptions(lender.options);
    }
  }

  /** The outcome in one more promise, as an async function gives it. Whoever waits for the fetch itself goes on first. */
  private Thenable<Object> outcomeOf(FetchRun run) {
    return query.environment().deferreds.create((resolve, reject) -> resolve.on(run.outcome));
  }
}
