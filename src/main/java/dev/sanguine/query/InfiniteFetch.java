package dev.sanguine.query;

import dev.sanguine.env.Deferreds;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsConstructor;

/**
 * Fetches the pages of an infinite query: one more at either end, or all of them again from the first, each page's
 * parameter taken from the one before it.
 */
final class InfiniteFetch extends Paging {
  private final Query query;
  private final QueryOptions options;
  private final QueryFunction queryFn;

  @JsConstructor
  private InfiniteFetch(FetchContext context, Query query) {
    super(context);
    this.query = query;
    options = context.options;
    queryFn = FetchRun.functionOf(options, context.fetchOptions, query.world());
  }

  /** Makes the fetch one of pages. */
  static void take(FetchContext context, Query query) {
    context.fetchFn = () -> query.run.ask(
        context.options.persister, ignored -> new InfiniteFetch(context, query).run(context), context);
  }

  private Object run(FetchContext context) {
    Object data = context.state.data;
    Seq<Object> pages = list(data, "pages", values());
    Object direction = Shapes.directionOf(context.fetchOptions, values());
    if (direction != null && pages.size() > 0) {
      boolean back = values().same(direction, "backward");
      return page(data, param(options, data, back, values()), back);
    }
    int known = Math.max(pages.size(), query.fold == null ? 0 : query.fold.pages);
    Object first = list(data, "pageParams", values()).first(any -> true);
    return follow(null, first == null ? options.initialPageParam : first, 1, Options.number(options.pages, known));
  }

  private Thenable<Object> follow(Object data, Object param, int number, double wanted) {
    return page(data, param, false).then(more -> {
      Object next = number < wanted ? param(options, more, false, values()) : null;
      return next == null ? more : follow(more, next, number + 1, wanted);
    });
  }

  /** The data with one more page. */
  private Thenable<Object> page(Object data, Object param, boolean back) {
    if (isAborted()) {
      return deferreds().reject(signal.reason);
    }
    if (param == null && data != null) {
      return deferreds().resolve(data);
    }
    return deferreds().resolve(queryFn.fetch(call(param, back ? "backward" : "forward"))).then(page -> Shapes.pages(
        added(data, "pages", page, back), added(data, "pageParams", param, back), values()));
  }

  private Seq<Object> added(Object data, String name, Object item, boolean first) {
    Seq<Object> items = list(data, name, values());
    items.insert(first ? 0 : items.size(), item);
    double max = Options.number(options.maxPages, 0);
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

  private Deferreds deferreds() {
    return query.world().deferreds;
  }

  private Values values() {
    return query.world().values;
  }

  private static Seq<Object> list(Object data, String name, Values values) {
    return values.items(values.field(data, name));
  }
}
