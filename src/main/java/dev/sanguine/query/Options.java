package dev.sanguine.query;

import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Values;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.callbacks.Sharing;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.PlainObjects;

/** Reads options that may be a value or a function, and what absent ones mean. */
public final class Options {
  public static final double FIVE_MINUTES = 5 * 60 * 1000;

  private Options() {}

  /** Undefined, as a value of any type. */
  @SuppressWarnings("unchecked")
  public static <T> T absent(Values values) {
    return (T) values.undefined();
  }

  public static boolean isTruthy(Values values, Object value) {
    return values.isTruthy(value);
  }

  public static Object valueFor(Object option, Query query) {
    return OptionValue.forQuery(option, query);
  }

  /** True unless the option is, or its function says, exactly false. */
  public static boolean notFalse(Object option, Query query) {
    return option == null || !isFalse(valueFor(option, query));
  }

  public static boolean isFalse(Object value) {
    return Boolean.FALSE.equals(value);
  }

  public static boolean isTrue(Object value) {
    return Boolean.TRUE.equals(value);
  }

  public static double number(Object value, double fallback) {
    return value instanceof Double ? (Double) value : fallback;
  }

  /** True for a delay that a timer can be set to. */
  public static boolean isDelay(double value) {
    return value >= 0 && value < Double.POSITIVE_INFINITY;
  }

  /** The text by which the cache files a key under these options. */
  public static String hash(Values values, Object queryKey, QueryOptions options) {
    Convert own = options.queryKeyHashFn;
    return own != null ? (String) own.convert(queryKey) : values.hashKey(queryKey);
  }

  /** {@code {queryKey: key}} if a bare key stands for filters, as v4 wrote it; filters are returned as they are. */
  public static QueryFilters filters(Values values, Object filters) {
    return values.isKey(filters) ? QueryFilters.of(filters) : (QueryFilters) filters;
  }

  /** The same options, as those of pages. */
  public static QueryOptions infinite(QueryOptions options) {
    options._type = "infinite";
    return options;
  }

  public static Object converted(Convert convert, Object value) {
    return convert == null ? value : convert.convert(value);
  }

  /** The options, with {@code cancelRefetch} if they do not say. */
  public static FetchOptions replacing(FetchOptions options) {
    FetchOptions replacing = PlainObjects.over(new FetchOptions(), options);
    if (replacing.cancelRefetch == null) {
      replacing.cancelRefetch = true;
    }
    return replacing;
  }

  /** The new value, sharing with the previous one what is equal, as the options want it. */
  public static Object share(Environment env, QueryOptions options, Object previous, Object next) {
    Values values = env.values;
    Object sharing = options.structuralSharing;
    if (values.isFunction(sharing)) {
      return ((Sharing) sharing).share(previous, next);
    }
    if (isFalse(sharing)) {
      return next;
    }
    if (!Development.on()) {
      return values.replaceEqualDeep(previous, next);
    }
    return env.errors.attempt(() -> values.replaceEqualDeep(previous, next), error -> {
      env.errors.report("Structural sharing requires data to be JSON serializable."
          + Development.hint(
              " To fix this, turn off structuralSharing or return JSON-serializable data from your"
                  + " queryFn.")
          + " [" + options.queryHash + "]: " + error);
      return env.errors.fail(error);
    });
  }
}
