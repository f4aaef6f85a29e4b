package dev.sanguine.query.options;

import dev.sanguine.query.Versions;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.callbacks.FetchBehavior;
import dev.sanguine.query.callbacks.PageParam;
import dev.sanguine.query.callbacks.Persister;
import dev.sanguine.query.callbacks.QueryFunction;
import dev.sanguine.query.callbacks.RetryDecision;
import dev.sanguine.query.callbacks.Sharing;
import dev.sanguine.query.callbacks.VersionRule;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/**
 * All options of queries, of their observers and of infinite queries. Times are milliseconds. In JavaScript this is the
 * plain object that the caller writes; in Java it is built by the methods of the same names. Absent members are null.
 */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class QueryOptions extends RetryOptions {
  public Object queryKey;
  public String queryHash;
  public Convert queryKeyHashFn;
  /** A {@link QueryFunction}, or skipToken. */
  public Object queryFn;

  public Persister persister;
  /** How long an unobserved query is kept; 300000 by default. */
  public Object gcTime;

  public Object initialData;
  public Object initialDataUpdatedAt;
  /** Boolean or {@link Sharing}; true by default. */
  public Object structuralSharing;
  /** Says whether a value holds a change that was under way when it was fetched; {@link Versions#by} makes one. */
  public VersionRule version;
  /** How the records in the data are found, if they have no {@code id} or stand in no list of the usual place. */
  public RecordsOption records;

  public FetchBehavior behavior;
  public Object meta;
  public Object enabled;
  /** Milliseconds, "static", or a function of the query; 0 by default. */
  public Object staleTime;

  public Object refetchInterval;
  public Object refetchIntervalInBackground;
  public Object refetchOnWindowFocus;
  public Object refetchOnReconnect;
  public Object refetchOnMount;
  public Object retryOnMount;
  public Object notifyOnChangeProps;
  public Object throwOnError;
  public Convert select;
  public Object suspense;
  public Object placeholderData;
  public Object initialPageParam;
  public PageParam getNextPageParam;
  public PageParam getPreviousPageParam;
  public Object maxPages;
  public Object pages;
  public Object revalidateIfStale;
  public Object _defaulted;
  public String _type;
  public Object _optimisticResults;

  @JsOverlay
  public static QueryOptions of(Object queryKey) {
    QueryOptions options = new QueryOptions();
    options.queryKey = queryKey;
    return options;
  }

  @JsOverlay
  public final QueryOptions queryFn(QueryFunction queryFn) {
    this.queryFn = queryFn;
    return this;
  }

  @JsOverlay
  public final QueryOptions staleTime(double milliseconds) {
    this.staleTime = milliseconds;
    return this;
  }

  @JsOverlay
  public final QueryOptions gcTime(double milliseconds) {
    this.gcTime = milliseconds;
    return this;
  }

  @JsOverlay
  public final QueryOptions enabled(boolean enabled) {
    this.enabled = enabled;
    return this;
  }

  /** The number of further attempts after a failed one. */
  @JsOverlay
  public final QueryOptions retry(int times) {
    this.retry = (double) times;
    return this;
  }

  @JsOverlay
  public final QueryOptions retryWhen(RetryDecision decision) {
    this.retry = decision;
    return this;
  }

  @JsOverlay
  public final QueryOptions retryDelay(double milliseconds) {
    this.retryDelay = milliseconds;
    return this;
  }

  @JsOverlay
  public final QueryOptions networkMode(String mode) {
    this.networkMode = mode;
    return this;
  }

  @JsOverlay
  public final QueryOptions refetchInterval(double milliseconds) {
    this.refetchInterval = milliseconds;
    return this;
  }

  @JsOverlay
  public final QueryOptions initialData(Object data) {
    this.initialData = data;
    return this;
  }

  @JsOverlay
  public final QueryOptions placeholderData(Object data) {
    this.placeholderData = data;
    return this;
  }

  @JsOverlay
  public final QueryOptions select(Convert select) {
    this.select = select;
    return this;
  }

  @JsOverlay
  public final QueryOptions structuralSharing(boolean on) {
    this.structuralSharing = on;
    return this;
  }

  @JsOverlay
  public final QueryOptions version(VersionRule version) {
    this.version = version;
    return this;
  }

  @JsOverlay
  public final QueryOptions records(RecordsOption records) {
    this.records = records;
    return this;
  }

  @JsOverlay
  public final QueryOptions meta(Object meta) {
    this.meta = meta;
    return this;
  }

  @JsOverlay
  public final QueryOptions initialPageParam(Object param) {
    this.initialPageParam = param;
    return this;
  }

  @JsOverlay
  public final QueryOptions getNextPageParam(PageParam next) {
    this.getNextPageParam = next;
    return this;
  }

  @JsOverlay
  public final QueryOptions getPreviousPageParam(PageParam previous) {
    this.getPreviousPageParam = previous;
    return this;
  }

  @JsOverlay
  public final QueryOptions maxPages(int pages) {
    this.maxPages = (double) pages;
    return this;
  }
}
