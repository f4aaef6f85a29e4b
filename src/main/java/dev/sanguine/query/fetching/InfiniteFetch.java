package dev.sanguine.query.fetching;

import dev.sanguine.env.Deferreds;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Options;
import dev.sanguine.query.Query;
import dev.sanguine.query.callbacks.PageParam;
import dev.sanguine.query.callbacks.Persister;
import dev.sanguine.query.callbacks.QueryFunction;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.FetchSettings;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.Contexts;
import dev.sanguine.query.state.FetchContext;
import dev.sanguine.query.state.QueryFunctionContext;
import dev.sanguine.query.state.QueryResults;
import jsinterop.annotations.JsConstructor;

/**
 * Fetches the pages of an infinite query: one more at either end, or all of them again from the first, each page's
 * parameter taken from the one before it. An attempt that follows a failed one goes on with the page that failed.
 */
public final class InfiniteFetch extends Paging {
  private final Query query;
  private final QueryOptions options;
  private final FetchOptions fetchOptions;
  /** The data before this fetch. */
  private final Object old;

  private QueryFunction queryFn;
  /** What the pages fetched so far make; null before the first. */
  private Object fetched;

  private int count;

  @JsConstructor
  private InfiniteFetch(FetchContext context, Query query) {
    super(context);
    this.query = query;
    options = context.options;
    fetchOptions = context.fetchOptions;
    old = context.state.data;
  }

  /** Makes the fetch one of pages. */
  static void install(FetchContext context, FetchRun run) {
    InfiniteFetch fetch = new InfiniteFetch(context, run.owner);
    Persister persister = context.options.persister;
    context.fetchFn = () -> run.callThrough(
        persister,
        ignored -> fetch.attempt(),
        persister == null ? context : fetch.contextOfPersister());
  }

  /** A persister is handed the signal itself: the fetch counts as one that can end early. */
  private QueryFunctionContext contextOfPersister() {
    Object signal = context.signal();
    return Contexts.context(
        context.client, context.queryKey, context.meta, () -> signal, Contexts.fetchOf(context));
  }

  private Thenable<Object> attempt() {
    signal = null;
    queryFn = FetchRun.functionOf(options, fetchOptions, query.environment());
    Seq<Object> pages = list(old, "pages", values());
    Object direction = FetchSettings.directionOf(fetchOptions, values());
    return deferreds().create((resolve, reject) -> {
      if (direction != null && pages.size() > 0) {
        boolean back = values().same(direction, "backward");
        Object params = values().field(old, "pageParams");
        Object known = values()
            .with(
                values().record("pages", values().field(old, "pages")),
                "pageParams",
                values().isUndefined(params) ? values().listOf(new Seq<>()) : params);
        page(known, param(options, known, back, values()), back).done(resolve, reject);
      } else {
        int known = Math.max(pages.size(), query.gate() == null ? 0 : query.gate().pages);
        follow(Options.number(options.pages, known), resolve, reject);
      }
    });
  }

  /** Fetches the next page and those behind it, until there are as many as wanted. */
  private void follow(double wanted, Listener<Object> resolve, Listener<Object> reject) {
    Object param = count > 0 ? param(options, fetched, false, values()) : firstParam();
    if (count > 0 && param == null) {
      resolve.on(fetched);
      return;
    }
    page(fetched, param, false)
        .done(
            more -> query
                .environment()
                .errors
                .guard(
                    () -> {
                      fetched = more;
                      count++;
                      if (count < wanted) {
                        follow(wanted, resolve, reject);
                      } else {
                        resolve.on(more);
                      }
                    },
                    reject),
            reject);
  }

  private Object firstParam() {
    Seq<Object> params = list(old, "pageParams", values());
    Object first = params.size() > 0 ? params.get(0) : values().undefined();
    return values().isUndefined(first) ? options.initialPageParam : first;
  }

  /** The data with one more page. */
  @SuppressWarnings("unchecked")
  private Thenable<Object> page(Object data, Object param, boolean back) {
    if (isAborted()) {
      return after(deferreds().reject(signal.reason));
    }
    if (param == null && data != null) {
      return after(deferreds().resolve(data));
    }
    return (Thenable<Object>) query
        .environment()
        .errors
        .attempt(
            () -> deferreds()
                .resolve(queryFn.fetch(contextFor(param, back ? "backward" : "forward")))
                .then(page -> QueryResults.pages(
                    added(data, "pages", page, back),
                    added(data, "pageParams", param, back),
                    values())),
            deferreds()::reject);
  }

  /** As an asynchronous function returns a promise. */
  private Thenable<Object> after(Thenable<Object> promise) {
    return deferreds().create((resolve, reject) -> resolve.on(promise));
  }

  private Seq<Object> added(Object data, String name, Object item, boolean first) {
    Seq<Object> items = list(data, name, values());
    items.insert(first ? 0 : items.size(), item);
    double max = Options.number(options.maxPages, 0);
    while (max > 0 && items.size() > max) {
      items.removeAt(first ? items.size() - 1 : 0);
    }
    return items;
  }

  /**
   * What a fetch of one more page brought, with the pages that are there by now in the place of those that were there when it
   * began: somebody may have written them meanwhile, by hand or in a callback. Null if the page that came does not follow those.
   */
  static Object overPagesOfNow(
      QueryOptions options, Object now, Object brought, boolean back, Values values) {
    Seq<Object> params = list(now, "pageParams", values);
    Seq<Object> pages = list(now, "pages", values);
    Seq<Object> broughtParams = list(brought, "pageParams", values);
    if (isPartOf(broughtParams, 0, params, 0, params.size(), values)
        && broughtParams.size() == params.size()) {
      return now;
    }
    int kept = broughtParams.size() - 1;
    int from = back ? 0 : params.size() - kept;
    if (!isPartOf(broughtParams, back ? 1 : 0, params, from, kept, values)) {
      return brought;
    }
    Object wanted = param(options, now, back, values);
    if (!values.same(
        values.replaceEqualDeep(broughtParams.get(back ? 0 : kept), wanted),
        broughtParams.get(back ? 0 : kept))) {
      return null;
    }
    Seq<Object> all = list(brought, "pages", values);
    Seq<Object> merged = new Seq<>();
    for (int i = 0; i < all.size(); i++) {
      boolean isNew = i == (back ? 0 : kept);
      merged.add(isNew ? all.get(i) : pages.get(from + (back ? i - 1 : i)));
    }
    return QueryResults.pages(merged, broughtParams, values);
  }

  /** Adds the page by which the two values differ to others like them; null if they differ in anything else. */
  public static Updater addsPage(Object before, Object after, boolean back, Values values) {
    Seq<Object> pages = list(before, "pages", values);
    Seq<Object> all = list(after, "pages", values);
    Seq<Object> params = list(after, "pageParams", values);
    boolean isOneMore = all.size() == pages.size() + 1
        && params.size() == all.size()
        && !pages.someAt((page, i) -> !isEqual(page, all.get(back ? i + 1 : i), values));
    int at = back ? 0 : pages.size();
    return !isOneMore
        ? null
        : old -> values.isUndefined(old)
            ? old
            : values.with(
                values.with(old, "pages", withOne(old, "pages", all.get(at), back, values)),
                "pageParams",
                withOne(old, "pageParams", params.get(at), back, values));
  }

  private static boolean isEqual(Object a, Object b, Values values) {
    return values.same(values.replaceEqualDeep(a, b), a);
  }

  private static Object withOne(
      Object value, String name, Object item, boolean first, Values values) {
    Seq<Object> items = list(value, name, values);
    items.insert(first ? 0 : items.size(), item);
    return values.listOf(items);
  }

  /** True if so many items of the one list, from there on, are those of the other. */
  private static boolean isPartOf(
      Seq<Object> list, int at, Seq<Object> whole, int from, int count, Values values) {
    boolean isPart = from >= 0 && from + count <= whole.size() && at + count <= list.size();
    for (int i = 0; isPart && i < count; i++) {
      isPart = values.same(list.get(at + i), whole.get(from + i));
    }
    return isPart;
  }

  /** The parameter of the page before the first one or after the last; null if there is none. */
  public static Object param(QueryOptions options, Object data, boolean back, Values values) {
    PageParam next = back ? options.getPreviousPageParam : options.getNextPageParam;
    Seq<Object> pages = values.itemsToRead(values.field(data, "pages"));
    if (next == null || pages.size() == 0) {
      return null;
    }
    Seq<Object> params = values.itemsToRead(values.field(data, "pageParams"));
    int at = back ? 0 : pages.size() - 1;
    return next.get(pages.get(at), pages, params.get(at), params);
  }

  private Deferreds deferreds() {
    return query.environment().deferreds;
  }

  private Values values() {
    return query.environment().values;
  }

  private static Seq<Object> list(Object data, String name, Values values) {
    return values.items(values.field(data, name));
  }
}
