package dev.sanguine.query;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.query.callbacks.Refetch;
import dev.sanguine.query.fetching.FetchRun;
import dev.sanguine.query.options.HydrateOptions;
import dev.sanguine.query.options.MutationConfig;
import dev.sanguine.query.options.MutationFilters;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryConfig;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.FetchContext;
import dev.sanguine.query.state.MutationContext;
import dev.sanguine.query.state.MutationResult;
import dev.sanguine.query.state.MutationState;
import dev.sanguine.query.state.QueryFunctionContext;
import dev.sanguine.query.state.QueryState;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Makes and copies the engine's records (states, results, options): on the JVM objects with public fields in which null
 * stands for absent, in the browser plain JavaScript objects.
 */
public final class Records {
  private static final ClassValue<Field[]> FIELDS = new ClassValue<Field[]>() {
    @Override
    protected Field[] computeValue(Class<?> type) {
      List<Field> fields = new ArrayList<>();
      for (Field field : type.getFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          fields.add(field);
        }
      }
      return fields.toArray(new Field[0]);
    }
  };

  private static final ClassValue<Constructor<?>> NEW = new ClassValue<Constructor<?>>() {
    @Override
    protected Constructor<?> computeValue(Class<?> type) {
      try {
        return type.getDeclaredConstructor();
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }
  };

  private Records() {}

  /** The state of a query that has nothing; to be copied, since all queries share it in the browser. */
  public static QueryState queryState() {
    QueryState state = new QueryState();
    state.status = "pending";
    state.fetchStatus = "idle";
    return state;
  }

  public static MutationState mutationState() {
    MutationState state = new MutationState();
    state.status = "idle";
    return state;
  }

  /** The state, which somebody else made; in the browser it may have other members than the engine's. */
  public static QueryState admit(QueryState state) {
    return state;
  }

  public static MutationState admit(MutationState state) {
    return state;
  }

  /** A new record with the members of all, later ones winning; any but the first may be null. */
  @SuppressWarnings("unchecked")
  public static <T> T merge(T first, T second, T third, T fourth) {
    T any = first != null ? first : second != null ? second : third != null ? third : fourth;
    if (any == null) {
      return null;
    }
    try {
      Object merged = NEW.get(any.getClass()).newInstance();
      put(merged, first);
      put(merged, second);
      put(merged, third);
      put(merged, fourth);
      return (T) merged;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sets what the other has, which may be null. The large records, which are merged often, go without reflection. */
  private static void put(Object into, Object from) throws IllegalAccessException {
    if (from instanceof QueryOptions) {
      put((QueryOptions) into, (QueryOptions) from);
    } else if (from instanceof MutationOptions) {
      put((MutationOptions) into, (MutationOptions) from);
    } else if (from != null) {
      for (Field field : FIELDS.get(into.getClass())) {
        Object value = field.get(from);
        if (value != null) {
          field.set(into, value);
        }
      }
    }
  }

  private static void put(QueryOptions into, QueryOptions from) {
    into.retry = from.retry != null ? from.retry : into.retry;
    into.retryDelay = from.retryDelay != null ? from.retryDelay : into.retryDelay;
    into.networkMode = from.networkMode != null ? from.networkMode : into.networkMode;
    into.queryKey = from.queryKey != null ? from.queryKey : into.queryKey;
    into.queryHash = from.queryHash != null ? from.queryHash : into.queryHash;
    into.queryKeyHashFn = from.queryKeyHashFn != null ? from.queryKeyHashFn : into.queryKeyHashFn;
    into.queryFn = from.queryFn != null ? from.queryFn : into.queryFn;
    into.persister = from.persister != null ? from.persister : into.persister;
    into.gcTime = from.gcTime != null ? from.gcTime : into.gcTime;
    into.initialData = from.initialData != null ? from.initialData : into.initialData;
    into.initialDataUpdatedAt =
        from.initialDataUpdatedAt != null ? from.initialDataUpdatedAt : into.initialDataUpdatedAt;
    into.structuralSharing =
        from.structuralSharing != null ? from.structuralSharing : into.structuralSharing;
    into.version = from.version != null ? from.version : into.version;
    into.records = from.records != null ? from.records : into.records;
    into.behavior = from.behavior != null ? from.behavior : into.behavior;
    into.meta = from.meta != null ? from.meta : into.meta;
    into.enabled = from.enabled != null ? from.enabled : into.enabled;
    into.staleTime = from.staleTime != null ? from.staleTime : into.staleTime;
    into.refetchInterval =
        from.refetchInterval != null ? from.refetchInterval : into.refetchInterval;
    into.refetchIntervalInBackground = from.refetchIntervalInBackground != null
        ? from.refetchIntervalInBackground
        : into.refetchIntervalInBackground;
    into.refetchOnWindowFocus =
        from.refetchOnWindowFocus != null ? from.refetchOnWindowFocus : into.refetchOnWindowFocus;
    into.refetchOnReconnect =
        from.refetchOnReconnect != null ? from.refetchOnReconnect : into.refetchOnReconnect;
    into.refetchOnMount = from.refetchOnMount != null ? from.refetchOnMount : into.refetchOnMount;
    into.retryOnMount = from.retryOnMount != null ? from.retryOnMount : into.retryOnMount;
    into.notifyOnChangeProps =
        from.notifyOnChangeProps != null ? from.notifyOnChangeProps : into.notifyOnChangeProps;
    into.throwOnError = from.throwOnError != null ? from.throwOnError : into.throwOnError;
    into.select = from.select != null ? from.select : into.select;
    into.suspense = from.suspense != null ? from.suspense : into.suspense;
    into.placeholderData =
        from.placeholderData != null ? from.placeholderData : into.placeholderData;
    into.initialPageParam =
        from.initialPageParam != null ? from.initialPageParam : into.initialPageParam;
    into.getNextPageParam =
        from.getNextPageParam != null ? from.getNextPageParam : into.getNextPageParam;
    into.getPreviousPageParam =
        from.getPreviousPageParam != null ? from.getPreviousPageParam : into.getPreviousPageParam;
    into.maxPages = from.maxPages != null ? from.maxPages : into.maxPages;
    into.pages = from.pages != null ? from.pages : into.pages;
    into.revalidateIfStale =
        from.revalidateIfStale != null ? from.revalidateIfStale : into.revalidateIfStale;
    into._defaulted = from._defaulted != null ? from._defaulted : into._defaulted;
    into._type = from._type != null ? from._type : into._type;
    into._optimisticResults =
        from._optimisticResults != null ? from._optimisticResults : into._optimisticResults;
  }

  private static void put(MutationOptions into, MutationOptions from) {
    into.retry = from.retry != null ? from.retry : into.retry;
    into.retryDelay = from.retryDelay != null ? from.retryDelay : into.retryDelay;
    into.networkMode = from.networkMode != null ? from.networkMode : into.networkMode;
    into.mutationFn = from.mutationFn != null ? from.mutationFn : into.mutationFn;
    into.mutationKey = from.mutationKey != null ? from.mutationKey : into.mutationKey;
    into.optimistic = from.optimistic != null ? from.optimistic : into.optimistic;
    into.resync = from.resync != null ? from.resync : into.resync;
    into.merge = from.merge != null ? from.merge : into.merge;
    into.outcome = from.outcome != null ? from.outcome : into.outcome;
    into.onMutate = from.onMutate != null ? from.onMutate : into.onMutate;
    into.onSuccess = from.onSuccess != null ? from.onSuccess : into.onSuccess;
    into.onError = from.onError != null ? from.onError : into.onError;
    into.onSettled = from.onSettled != null ? from.onSettled : into.onSettled;
    into.gcTime = from.gcTime != null ? from.gcTime : into.gcTime;
    into.meta = from.meta != null ? from.meta : into.meta;
    into.scope = from.scope != null ? from.scope : into.scope;
    into.throwOnError = from.throwOnError != null ? from.throwOnError : into.throwOnError;
    into._defaulted = from._defaulted != null ? from._defaulted : into._defaulted;
  }

  public static QueryState copy(QueryState s) {
    QueryState c = new QueryState();
    c.data = s.data;
    c.dataUpdateCount = s.dataUpdateCount;
    c.dataUpdatedAt = s.dataUpdatedAt;
    c.error = s.error;
    c.errorUpdateCount = s.errorUpdateCount;
    c.errorUpdatedAt = s.errorUpdatedAt;
    c.fetchFailureCount = s.fetchFailureCount;
    c.fetchFailureReason = s.fetchFailureReason;
    c.fetchMeta = s.fetchMeta;
    c.isInvalidated = s.isInvalidated;
    c.status = s.status;
    c.fetchStatus = s.fetchStatus;
    return c;
  }

  /** The state without a fetch. */
  public static QueryState idle(QueryState s) {
    QueryState idle = copy(s);
    idle.fetchStatus = "idle";
    idle.fetchFailureCount = 0;
    idle.fetchFailureReason = null;
    return idle;
  }

  public static MutationState copy(MutationState s) {
    MutationState c = new MutationState();
    c.context = s.context;
    c.data = s.data;
    c.error = s.error;
    c.failureCount = s.failureCount;
    c.failureReason = s.failureReason;
    c.isPaused = s.isPaused;
    c.status = s.status;
    c.variables = s.variables;
    c.submittedAt = s.submittedAt;
    return c;
  }

  /** New filters with the members of these, which may be null. */
  public static QueryFilters copy(QueryFilters f) {
    QueryFilters c = new QueryFilters();
    if (f != null) {
      c.queryKey = f.queryKey;
      c.exact = f.exact;
      c.type = f.type;
      c.stale = f.stale;
      c.fetchStatus = f.fetchStatus;
      c.predicate = f.predicate;
      c.refetchType = f.refetchType;
    }
    return c;
  }

  public static MutationFilters copy(MutationFilters f) {
    MutationFilters c = new MutationFilters();
    if (f != null) {
      c.mutationKey = f.mutationKey;
      c.exact = f.exact;
      c.status = f.status;
      c.predicate = f.predicate;
    }
    return c;
  }

  public static HydrateOptions copy(HydrateOptions o) {
    return over(new HydrateOptions(), o);
  }

  public static QueryOptions copy(QueryOptions o) {
    return over(new QueryOptions(), o);
  }

  public static SetDataOptions copy(SetDataOptions o) {
    SetDataOptions c = new SetDataOptions();
    if (o != null) {
      c.updatedAt = o.updatedAt;
      c.manual = o.manual;
    }
    return c;
  }

  public static QueryConfig queryConfig(
      QueryClient client,
      Object queryKey,
      String queryHash,
      QueryOptions options,
      QueryState state,
      QueryOptions defaultOptions) {
    QueryConfig config = new QueryConfig();
    config.client = client;
    config.queryKey = queryKey;
    config.queryHash = queryHash;
    config.options = options;
    config.state = state;
    config.defaultOptions = defaultOptions;
    return config;
  }

  public static MutationConfig mutationConfig(
      QueryClient client,
      MutationCache mutationCache,
      int mutationId,
      MutationOptions options,
      MutationState state) {
    MutationConfig config = new MutationConfig();
    config.client = client;
    config.mutationCache = mutationCache;
    config.mutationId = mutationId;
    config.options = options;
    config.state = state;
    return config;
  }

  /** What an observer shows of the state. */
  public static MutationResult result(MutationState s, MutationObserver observer) {
    MutationResult r = new MutationResult();
    r.context = s.context;
    r.data = s.data;
    r.error = s.error;
    r.failureCount = s.failureCount;
    r.failureReason = s.failureReason;
    r.isPaused = s.isPaused;
    r.status = s.status;
    r.variables = s.variables;
    r.submittedAt = s.submittedAt;
    r.isPending = s.status.equals("pending");
    r.isSuccess = s.status.equals("success");
    r.isError = s.status.equals("error");
    r.isIdle = s.status.equals("idle");
    r.mutate = observer::mutate;
    r.reset = (Task) observer::reset;
    return r;
  }

  /** Writes what the record has, which may be null, into the other one. */
  public static void assign(Object into, Object record) {
    try {
      for (Field field : FIELDS.get(into.getClass())) {
        Object value = record == null ? null : field.get(record);
        if (value != null) {
          field.set(into, value);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is to be written over a state of which no more is said; a state of the JVM is never partial. */
  public static QueryState partOf(QueryState state) {
    return copy(state);
  }

  /** What a state that was written down says of another one, whose fetch is none of its business. */
  public static QueryState withoutFetch(QueryState written, QueryState known) {
    QueryState part = copy(written);
    part.fetchStatus = known.fetchStatus;
    return part;
  }

  /** A copy of the state, with what it lacks taken from the other; a state of the JVM is never partial. */
  public static QueryState whole(QueryState state, QueryState from) {
    return copy(state);
  }

  /** A new record with the members of both, later ones winning; one may be null. */
  public static <T> T over(T first, T second) {
    return merge(first, second, null, null);
  }

  /** True where both have the same members with identical values. */
  public static boolean shallowEqual(Object a, Object b) {
    return b != null && !differs(a, b, null);
  }

  /** True where a member differs whose name is in {@code names}; null stands for all names. */
  public static boolean differs(Object a, Object b, OrderedSet<String> names) {
    try {
      for (Field field : FIELDS.get(a.getClass())) {
        // Bound methods are made anew for each result and mean the same.
        if ((names == null || names.has(field.getName()))
            && field.getType() != Refetch.class
            && !same(field.get(a), field.get(b))) {
          return true;
        }
      }
      return false;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  public static MutationContext mutationContext(QueryClient client, MutationOptions options) {
    MutationContext context = new MutationContext();
    context.client = client;
    context.meta = options.meta;
    context.mutationKey = options.mutationKey;
    return context;
  }

  /** The same for a mutation with an intent. */
  public static MutationContext mutationContext(
      QueryClient client, MutationOptions options, String idempotencyKey, Supply getSignal) {
    MutationContext context = mutationContext(client, options);
    context.signal = (AbortSignal) getSignal.get();
    context.idempotencyKey = idempotencyKey;
    return context;
  }

  /** What functions of the app are given; the members of a whole fetch are still to be set. */
  public static FetchContext context(
      QueryClient client, Object queryKey, Object meta, Supply getSignal, Object of) {
    FetchContext context = new FetchContext();
    context.client = client;
    context.queryKey = queryKey;
    context.meta = meta;
    context.getSignal = getSignal;
    context.run = (FetchRun) of;
    return context;
  }

  /** The fetch that the context was made for, to be handed on; null if an app made the context. */
  public static Object fetchOf(QueryFunctionContext context) {
    return context.run;
  }

  /** True if that fetch was cancelled, whether or not anybody asked for its signal. */
  public static boolean isCancelled(QueryFunctionContext context) {
    return context.run != null && context.run.aborted;
  }

  private static boolean same(Object a, Object b) {
    return a == b
        || ((a instanceof Number || a instanceof String || a instanceof Boolean)
            && Objects.equals(a, b));
  }
}
