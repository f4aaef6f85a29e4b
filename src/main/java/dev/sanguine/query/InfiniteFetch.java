package dev.sanguine.query;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
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
  private final Values values;
  private final QueryFunction queryFn;
  private boolean aborted;
  private boolean signalTaken;
  private Seq<Object> pages = new Seq<>();
  private Seq<Object> params = new Seq<>();

  private InfiniteFetch(FetchContext context, Query query, Environment env) {
    this.query = query;
    this.context = context;
    this.options = context.options;
    this.env = env;
    this.values = env.values;
    this.queryFn = FetchRun.functionOf(options, context.fetchOptions, env);
  }

  /** Makes the fetch one of pages. */
  static void take(FetchContext context, Query query, Environment env) {
    Supply fetch = () -> env.deferreds.create((resolve, reject) -> new InfiniteFetch(context, query, env).run(resolve, reject));
    Persister persister = context.options.persister;
    context.fetchFn = persister == null ? fetch : () -> persister.fetch(ignored -> fetch.get(),
        Records.context(context.client, context.queryKey, context.options.meta, context::signal), query);
  }

  private void run(Listener<Object> resolve, Listener<Object> reject) {
    Object data = context.state.data;
    Seq<Object> oldPages = pagesOf(data, values);
    Seq<Object> oldParams = paramsOf(data, values);
    String direction = directionOf(context.fetchOptions == null ? null : context.fetchOptions.meta, values);
    if (direction != null && oldPages.size() > 0) {
      boolean back = direction.equals("backward");
      pages = oldPages;
      params = oldParams;
      Object param = back ? previousParam(options, pages, params) : nextParam(options, pages, params);
      page(param, back, resolve, reject, () -> {
        resolve.on(result());
        return null;
      });
      return;
    }
    int known = Math.max(oldPages.size(), query.fold == null ? 0 : query.fold.pages);
    int wanted = options.pages instanceof Double ? (int) (double) (Double) options.pages : known;
    Object first = oldParams.size() > 0 ? oldParams.get(0) : null;
    follow(first == null ? options.initialPageParam : first, 1, wanted, resolve, reject);
  }

  private void follow(Object param, int number, int wanted, Listener<Object> resolve, Listener<Object> reject) {
    page(param, false, resolve, reject, () -> {
      if (number >= wanted) {
        resolve.on(result());
        return null;
      }
      Object next = nextParam(options, pages, params);
      if (next == null) {
        resolve.on(result());
      } else {
        follow(next, number + 1, wanted, resolve, reject);
      }
      return null;
    });
  }

  private void page(Object param, boolean back, Listener<Object> resolve, Listener<Object> reject, Supply then) {
    if (aborted) {
      reject.on(context.signal().reason);
      return;
    }
    if (param == null && pages.size() > 0) {
      then.get();
      return;
    }
    QueryFunctionContext call = Records.context(context.client, context.queryKey, options.meta, this::takeSignal);
    call.pageParam = param;
    call.direction = back ? "backward" : "forward";
    Object answer = queryFn.fetch(call);
    env.deferreds.resolve(answer).then(page -> {
      pages = added(pages, page, back);
      params = added(params, param, back);
      env.errors.attempt(then, error -> {
        reject.on(error);
        return null;
      });
      return null;
    }, error -> {
      reject.on(error);
      return null;
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

  private Object result() {
    return values.with(values.record("pages", values.listOf(pages)), "pageParams", values.listOf(params));
  }

  private AbortSignal takeSignal() {
    AbortSignal signal = context.signal();
    if (!signalTaken) {
      signalTaken = true;
      if (signal.aborted) {
        aborted = true;
      } else {
        signal.addEventListener("abort", event -> aborted = true);
      }
    }
    return signal;
  }

  static FetchOptions towards(String direction, FetchOptions options, Values values) {
    FetchOptions towards = Records.merge(new FetchOptions(), options, null, null);
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
    Object pages = values.field(data, "pages");
    return values.isList(pages) ? values.items(pages) : new Seq<>();
  }

  private static Seq<Object> paramsOf(Object data, Values values) {
    Object params = values.field(data, "pageParams");
    return values.isList(params) ? values.items(params) : new Seq<>();
  }
}
