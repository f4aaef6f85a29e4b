package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;

/**
 * Fetches the pages of an infinite query: one more at either end, or all of them again from the first, each page's
 * parameter taken from the one before it.
 */
final class InfiniteFetch {
  private final FetchContext context;
  private final Query query;
  private final QueryOptions options;
  private final Environment env;
  private final QueryFunction queryFn;
  private final Watched signal;
  private Seq<Object> pages = new Seq<>();
  private Seq<Object> params = new Seq<>();

  private InfiniteFetch(FetchContext context, Query query, Environment env) {
    this.query = query;
    this.context = context;
    this.options = context.options;
    this.env = env;
    signal = new Watched(context::signal);
    this.queryFn = FetchRun.functionOf(options, context.fetchOptions, env);
  }

  /** Makes the fetch one of pages. */
  static void take(FetchContext context, Query query, Environment env) {
    Supply fetch = () -> new InfiniteFetch(context, query, env).run();
    Persister persister = context.options.persister;
    context.fetchFn = persister == null ? fetch : () -> persister.fetch(ignored -> fetch.get(),
        Records.context(context.client, context.queryKey, context.options.meta, context::signal), query);
  }

  private Object run() {
    Object data = context.state.data;
    Seq<Object> oldPages = pagesOf(data, values());
    Seq<Object> oldParams = paramsOf(data, values());
    String direction = directionOf(context.fetchOptions == null ? null : context.fetchOptions.meta, values());
    boolean back = "backward".equals(direction);
    Thenable<Object> done;
    if (direction != null && oldPages.size() > 0) {
      pages = oldPages;
      params = oldParams;
      done = page(back ? previousParam(options, pages, params) : nextParam(options, pages, params), back);
    } else {
      int known = Math.max(oldPages.size(), query.fold == null ? 0 : query.fold.pages);
      Object first = oldParams.size() > 0 ? oldParams.get(0) : null;
      done = follow(first == null ? options.initialPageParam : first, 1, Options.number(options.pages, known));
    }
    return done.then(
        end -> values().with(values().record("pages", values().listOf(pages)), "pageParams", values().listOf(params)), null);
  }

  private Thenable<Object> follow(Object param, int number, double wanted) {
    return page(param, false).then(got -> {
      Object next = number < wanted ? nextParam(options, pages, params) : null;
      return next == null ? null : follow(next, number + 1, wanted);
    });
  }

  private Thenable<Object> page(Object param, boolean back) {
    if (signal.aborted) {
      return env.deferreds.reject(signal.take().reason);
    }
    if (param == null && pages.size() > 0) {
      return env.deferreds.resolve(null);
    }
    QueryFunctionContext call = Records.context(context.client, context.queryKey, options.meta, signal::take);
    call.pageParam = param;
    call.direction = back ? "backward" : "forward";
    return env.deferreds.resolve(queryFn.fetch(call)).done(page -> {
      pages = added(pages, page, back);
      params = added(params, param, back);
    });
  }

  private Seq<Object> added(Seq<Object> items, Object item, boolean first) {
    Seq<Object> copy = items.copy();
    copy.insert(first ? 0 : copy.size(), item);
    double max = Options.number(options.maxPages, 0);
    if (max > 0 && copy.size() > max) {
      copy.removeAt(first ? copy.size() - 1 : 0);
    }
    return copy;
  }

  static FetchOptions towards(String direction, FetchOptions options, Values values) {
    FetchOptions towards = Records.over(new FetchOptions(), options);
    towards.meta = values.record("fetchMore", values.record("direction", direction));
    return towards;
  }

  /** forward, backward or null. */
  static String directionOf(Object meta, Values values) {
    Object direction = values.field(values.field(meta, "fetchMore"), "direction");
    return direction instanceof String ? (String) direction : null;
  }

  static boolean hasNext(QueryOptions options, Object data, Values values) {
    return data != null && nextParam(options, pagesOf(data, values), paramsOf(data, values)) != null;
  }

  static boolean hasPrevious(QueryOptions options, Object data, Values values) {
    return data != null && previousParam(options, pagesOf(data, values), paramsOf(data, values)) != null;
  }

  private static Object nextParam(QueryOptions options, Seq<Object> pages, Seq<Object> params) {
    int last = pages.size() - 1;
    return last < 0 ? null : options.getNextPageParam.get(pages.get(last), pages, params.get(last), params);
  }

  private static Object previousParam(QueryOptions options, Seq<Object> pages, Seq<Object> params) {
    return pages.size() == 0 || options.getPreviousPageParam == null
        ? null : options.getPreviousPageParam.get(pages.get(0), pages, params.get(0), params);
  }

  private static Seq<Object> pagesOf(Object data, Values values) {
    return values.items(values.field(data, "pages"));
  }

  private static Seq<Object> paramsOf(Object data, Values values) {
    return values.items(values.field(data, "pageParams"));
  }

  private Values values() {
    return env.values;
  }
}
