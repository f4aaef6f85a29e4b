package dev.sanguine.query;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsFunction;
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

  public static QueryFunction of(Config config) {
    return context -> {
      QueryClient client = context.client;
      Environment env = client.environment;
      return env.deferreds.create((resolve, reject) -> new Reading(config, context, client)
          .read().then(data -> {
            resolve.on(data);
            return null;
          }, error -> {
            reject.on(error);
            return null;
          }));
    };
  }

  private static final class Reading {
    final Config config;
    final QueryFunctionContext context;
    final QueryClient client;
    final Environment env;
    final Values values;
    final Object initial;
    final Reducer reducer;
    boolean replacing;
    boolean cancelled;
    boolean signalTaken;
    Object result;

    Reading(Config config, QueryFunctionContext context, QueryClient client) {
      this.config = config;
      this.context = context;
      this.client = client;
      this.env = client.environment;
      this.values = env.values;
      this.initial = values.isUndefined(config.initialValue) ? values.listOf(new Seq<>()) : config.initialValue;
      this.result = initial;
      this.reducer = config.reducer != null ? config.reducer : this::append;
    }

    Thenable<Object> read() {
      Query query = client.getQueryCache().get(client.hash(context.queryKey));
      boolean again = query != null && query.isFetched();
      String mode = config.refetchMode == null ? "reset" : config.refetchMode;
      replacing = again && mode.equals("replace");
      if (again && mode.equals("reset")) {
        QueryState fresh = Records.copy(query.getResetState());
        fresh.fetchStatus = "fetching";
        query.setState(fresh);
      }
      Supply signal = this::takeSignal;
      QueryFunctionContext inner = Records.context(client, context.queryKey, context.meta, signal);
      inner.pageParam = context.pageParam;
      inner.direction = context.direction;
      return env.deferreds.resolve(config.streamFn.open(inner))
          .then(stream -> Streams.each(env, stream, this::chunk), null)
          .then(end -> finish(), null);
    }

    /** False ends the reading. */
    private boolean chunk(Object chunk) {
      if (cancelled) {
        return false;
      }
      if (replacing) {
        result = reducer.reduce(result, chunk);
      } else {
        Updater updater = old -> reducer.reduce(values.isUndefined(old) ? initial : old, chunk);
        client.setQueryData(context.queryKey, updater, null);
      }
      return true;
    }

    private Object finish() {
      if (replacing && !cancelled) {
        client.setQueryData(context.queryKey, result, null);
      }
      Query query = client.getQueryCache().get(client.hash(context.queryKey));
      Object data = query == null ? values.undefined() : query.confirmed().data;
      return data == null ? initial : data;
    }

    private Object append(Object items, Object chunk) {
      Seq<Object> all = values.items(items);
      all.add(chunk);
      return values.listOf(all);
    }

    private AbortSignal takeSignal() {
      AbortSignal signal = context.signal();
      if (!signalTaken) {
        signalTaken = true;
        if (signal.aborted) {
          cancelled = true;
        } else {
          signal.addEventListener("abort", event -> cancelled = true);
        }
      }
      return signal;
    }
  }
}
