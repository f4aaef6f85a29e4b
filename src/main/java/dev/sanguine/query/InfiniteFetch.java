package dev.sanguine.query;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsConstructor;

/**
 * Fetches the pages of an infinite query: one more at either end, or all of them again from the first, each page's
 * parameter taken from the one before it.
 */
final class InfiniteFetch {
  private final FetchContext context;
  private final Query query;
  private final Environment env;
  private final QueryFunction queryFn;
  /** Null until a page's function asks for it: it must not count as used before. */
  private AbortSignal signal;

  @JsConstructor
  private InfiniteFetch(FetchContext context, Query query) {
    this.query = query;
    this.context = context;
    env = query.world();
    queryFn = FetchRun.functionOf(context.options, context.fetchOptions, env);
  }

  /** Makes the fetch one of pages. */
  static void take(FetchContext context, Query query) {
    Supply fetch = () -> new InfiniteFetch(context, query).run();
    Persister persister = context.options.persister;
    context.fetchFn = persister == null ? fetch : () -> persister.fetch(ignored -> fetch.get(), context, query);
  }

  private Object run() {
    Object data = context.state.data;
    Seq<Object> pages = list(data, "pages", env.values);
    Object direction = context.fetchOptions == null ? null : Shapes.direction(context.fetchOptions.meta, env.values);
    if (direction != null && pages.size() > 0) {
      boolean back = direction.equals("backward");
      return page(data, param(context.options, data, back, env.values), back);
    }
    int known = Math.max(pages.size(), query.fold == null ? 0 : query.fold.pages);
    Object first = list(data, "pageParams", env.values).first(any -> true);
    return follow(null, first == null ? context.options.initialPageParam : first, 1,
        Options.number(context.options.pages, known));
  }

  private Thenable<Object> follow(Object data, Object param, int number, double wanted) {
    return page(data, param, false).then(more -> {
      Object next = number < wanted ? param(context.options, more, false, env.values) : null;
      return next == null ? more : follow(more, next, number + 1, wanted);
    });
  }

  /** The data with one more page. */
  private Thenable<Object> page(Object data, Object param, boolean back) {
    if (signal != null && signal.aborted) {
      return env.deferreds.reject(signal.reason);
    }
    if (param == null && data != null) {
      return env.deferreds.resolve(data);
    }
    QueryFunctionContext call = Records.context(
        context.client, context.queryKey, context.meta, () -> signal = context.signal());
    call.pageParam = param;
    call.direction = back ? "backward" : "forward";
    return env.deferreds.resolve(queryFn.fetch(call)).then(page -> Shapes.pages(
        added(data, "pages", page, back), added(data, "pageParams", param, back), env.values));
  }

  private Seq<Object> added(Object data, String name, Object item, boolean first) {
    Seq<Object> items = list(data, name, env.values);
    items.insert(first ? 0 : items.size(), item);
    double max = Options.number(context.options.maxPages, 0);
    if (max > 0 && items.size() > max) {
      items.removeAt(first ? items.size() - 1 : 0);
    }
    return items;
  }

  /** The parameter of the page before the first one or after the last; null where there is none. */
  static Object param(QueryOptions options, Object data, boolean back, Values values) {
    Seq<Object> pages = list(data, "pages", values);
    Seq<Object> params = list(data, "pageParams", values);
    PageParam next = back ? options.getPreviousPageParam : options.getNextPageParam;
    int at = back ? 0 : pages.size() - 1;
    return pages.size() == 0 || next == null ? null : next.get(pages.get(at), pages, params.get(at), params);
  }

  private static Seq<Object> list(Object data, String name, Values values) {
    return values.items(values.field(data, name));
  }
}
