package dev.sanguine.query.fetching;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.callbacks.QueryFunction;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.state.Contexts;
import dev.sanguine.query.state.QueryFunctionContext;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.query.state.States;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsFunction;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** A query function whose data grows with each chunk of a stream. */
public final class StreamedQuery {
  private StreamedQuery() {}

  /** Opens the stream: an async iterable (an Iterable on the JVM), or a thenable of it. */
  @JsFunction
  public interface StreamFunction {
    Object open(QueryFunctionContext context);
  }

  /** Adds a chunk to what there is. */
  @JsFunction
  public interface Reducer {
    Object reduce(Object accumulated, Object chunk);
  }

  /** What is streamed, and how. */
  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
  public static class Config {
    public StreamFunction streamFn;
    /** append, reset (the default) or replace: what a refetch does with the data that is there. */
    public String refetchMode;
    /** Appends to a list, by default. */
    public Reducer reducer;
    /** An empty list, by default. */
    public Object initialValue;
  }

  @JsMethod
  public static QueryFunction of(Config config) {
    // One for all fetches: what was nothing and is nothing still is the same.
    Object[] nothing = {null};
    return context -> {
      Values values = context.client.environment.values;
      if (nothing[0] == null) {
        nothing[0] = values.isUndefined(config.initialValue)
            ? values.listOf(new Seq<>())
            : config.initialValue;
      }
      return new Reading(config, context, nothing[0]).read();
    };
  }

  private static final class Reading extends Paging {
    final Config config;
    final Object initial;
    boolean replacing;
    /** What a refetch that replaces has read; undefined before its first chunk. */
    Object result;

    @JsConstructor
    Reading(Config config, QueryFunctionContext context, Object initial) {
      super(context);
      this.config = config;
      this.initial = initial;
    }

    Thenable<Object> read() {
      QueryClient client = context.client;
      if (isOver()) {
        return client.environment.deferreds.resolve(orInitial(values().undefined()));
      }
      Query query = client.getQueryCache().find(QueryFilters.of(context.queryKey));
      String mode = config.refetchMode;
      result = values().undefined();
      if (query != null && query.isFetched()) {
        replacing = "replace".equals(mode);
        if (mode == null || mode.equals("reset")) {
          QueryState fresh = States.copy(query.resetState);
          fresh.fetchStatus = "fetching";
          query.change(fresh);
        }
      }
      return Streams.read(
          client.environment,
          () -> config.streamFn.open(contextFor(context.pageParam, context.direction)),
          this::chunk,
          this::end);
    }

    /** False ends the reading. */
    private boolean chunk(Object chunk) {
      if (isOver()) {
        return false;
      }
      if (replacing) {
        result = reduce(result, chunk);
      } else {
        grow(chunk);
      }
      return true;
    }

    private Object end() {
      if (replacing && !isOver()) {
        Query before = context.client.find(context.queryKey);
        if (before != null && before.gate() != null) {
          // It comes all at once, as what any fetch brings.
          return orInitial(result);
        }
        set(orInitial(result));
      }
      // With a hash function of its own the query is another one than its key names, which was
      // perhaps made just now.
      Query now = context.client.find(context.queryKey);
      return orInitial(now == null ? values().undefined() : now.confirmed().data);
    }

    /** The fetch was cancelled, whether or not the stream's function asked for the signal. */
    private boolean isOver() {
      return isAborted() || Contexts.isCancelled(context);
    }

    /** The chunk shows at once. */
    private void grow(Object chunk) {
      Query now = context.client.find(context.queryKey);
      FetchRun run = now == null ? null : now.run;
      if (run != null) {
        run.isShown = true;
      }
      if (run == null || now.gate() == null) {
        Updater updater = old -> reduce(old, chunk);
        set(updater);
        return;
      }
      Object data = reduce(now.confirmed().data, chunk);
      if (!values().isUndefined(data)) {
        now.gate().grow(now.withNewerRecords(data), run.sent);
      }
    }

    private void set(Object dataOrUpdater) {
      context.client.setQueryData(context.queryKey, dataOrUpdater, null);
    }

    private Object orInitial(Object items) {
      return values().isUndefined(items) ? initial : items;
    }

    private Object reduce(Object before, Object chunk) {
      Object items = orInitial(before);
      if (config.reducer != null) {
        return config.reducer.reduce(items, chunk);
      }
      return Streams.appended(values(), items, chunk);
    }

    private Values values() {
      return context.client.environment.values;
    }
  }
}
