package dev.sanguine.query.overlap;

import dev.sanguine.env.Thenable;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.QueryResult;
import org.junit.Before;

/** One page of the query ["feed"] is shown; each further one is asked for as "page N". */
public abstract class PagesCase extends LawCase {
  protected InfiniteQueryObserver observer;
  protected Screen screen;

  @Before
  public void onePageIsShown() {
    observer = new InfiniteQueryObserver(client, feed());
    screen = watch(observer);
    answer("page 1", "[{'id':1,'n':0}]");
  }

  protected final QueryOptions feed() {
    return QueryOptions.of(key("feed"))
        .queryFn(context -> network.send("page " + text(context.pageParam), null))
        .initialPageParam(1.0)
        .getNextPageParam((last, pages, param, params) ->
            (Double) param < 9 ? (Object) ((Double) param + 1) : undefined())
        .getPreviousPageParam((first, pages, param, params) -> (Double) param - 1)
        .retry(0)
        .staleTime(1e12);
  }

  protected final Outcome next() {
    return brought(observer.fetchNextPage(null));
  }

  protected final Outcome previous() {
    return brought(observer.fetchPreviousPage(null));
  }

  /** The pages that the result brings. */
  protected final Outcome brought(Thenable<Object> result) {
    Outcome pages = outcome(result.then(shown -> ((QueryResult) shown).data, env.errors::fail));
    settle();
    return pages;
  }

  protected static final String pages(String pages, String params) {
    return "{'pages':[" + pages + "],'pageParams':[" + params + "]}";
  }
}
