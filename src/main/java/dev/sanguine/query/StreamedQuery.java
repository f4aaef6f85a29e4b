package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
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
    return context -> new Reading(config, context).read();
  }

  private static final class Reading {
    final Config config;
    final QueryFunctionContext context;
    final QueryClient client;
    final Watched signal;
    final Object initial;
    final Reducer reducer;
    boolean replacing;
    Object result;

    Reading(Config config, QueryFunctionContext context) {
      this.config = config;
      this.context = context;
      client = context.client;
      signal = new Watched(context::signal);
      initial = values().isUndefined(config.initialValue) ? values().listOf(new Seq<>()) : config.initialValue;
      result = initial;
      reducer = config.reducer != null ? config.reducer : this::append;
    }

    Thenable<Object> read() {
      Query query = query();
      String mode = config.refetchMode;
      if (query != null && query.isFetched()) {
        replacing = "replace".equals(mode);
        if (mode == null || mode.equals("reset")) {
          QueryState fresh = Records.copy(query.getResetState());
          fresh.fetchStatus = "fetching";
          query.setState(fresh);
        }
      }
      QueryFunctionContext inner = Records.context(client, context.queryKey, context.meta, signal::take);
      inner.pageParam = context.pageParam;
      inner.direction = context.direction;
      return client.environment.deferreds.resolve(config.streamFn.open(inner))
          .then(stream -> Streams.each(client.environment, stream, this::chunk))
          .then(end -> finish());
    }

    private Query query() {
      return client.getQueryCache().get(client.hash(context.queryKey));
    }

    private Values values() {
      return client.environment.values;
    }

    /** False ends the reading. */
    private boolean chunk(Object chunk) {
      if (signal.aborted) {
        return false;
      }
      if (replacing) {
        result = reducer.reduce(result, chunk);
      } else {
        Updater updater = old -> reducer.reduce(values().isUndefined(old) ? initial : old, chunk);
        client.setQueryData(context.queryKey, updater, null);
      }
      return true;
    }

    private Object finish() {
      if (replacing && !signal.aborted) {
        client.setQueryData(context.queryKey, result, null);
      }
      Query query = query();
      Object data = query == null ? null : query.confirmed().data;
      return data == null ? initial : data;
    }

    private Object append(Object items, Object chunk) {
      Seq<Object> all = values().items(items);
      all.add(chunk);
      return values().listOf(all);
    }
  }
}
