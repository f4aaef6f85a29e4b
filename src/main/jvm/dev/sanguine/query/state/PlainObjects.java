package dev.sanguine.query.state;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.query.callbacks.Refetch;
import dev.sanguine.query.options.HydrateOptions;
import dev.sanguine.query.options.MutationFilters;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Copies, merges and compares options, filters and results by their members. */
public final class PlainObjects {
  private PlainObjects() {}

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
    into.conflict = from.conflict != null ? from.conflict : into.conflict;
    into.onConflict = from.onConflict != null ? from.onConflict : into.onConflict;
    into.settle = from.settle != null ? from.settle : into.settle;
    into.narrow = from.narrow != null ? from.narrow : into.narrow;
    into.outcome = from.outcome != null ? from.outcome : into.outcome;
    into.onMutate = from.onMutate != null ? from.onMutate : into.onMutate;
    into.onSuccess = from.onSuccess != null ? from.onSuccess : into.onSuccess;
    into.onError = from.onError != null ? from.onError : into.onError;
    into.onSettled = from.onSettled != null ? from.onSettled : into.onSettled;
    into.gcTime = from.gcTime != null ? from.gcTime : into.gcTime;
    into.meta = from.meta != null ? from.meta : into.meta;
    into.scope = from.scope != null ? from.scope : into.scope;
    into.coalesce = from.coalesce != null ? from.coalesce : into.coalesce;
    into.debounce = from.debounce != null ? from.debounce : into.debounce;
    into.hold = from.hold != null ? from.hold : into.hold;
    into.throwOnError = from.throwOnError != null ? from.throwOnError : into.throwOnError;
    into._defaulted = from._defaulted != null ? from._defaulted : into._defaulted;
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

  /** A new record with the members of both, later ones winning; one may be null. */
  public static <T> T over(T first, T second) {
    return merge(first, second, null, null);
  }

  /** True if both have the same members with identical values. */
  public static boolean shallowEqual(Object a, Object b) {
    return b != null && !differs(a, b, null);
  }

  /** True if a member differs whose name is in {@code names}; null stands for all names. */
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

  private static boolean same(Object a, Object b) {
    return a == b
        || ((a instanceof Number || a instanceof String || a instanceof Boolean)
            && Objects.equals(a, b));
  }
}
