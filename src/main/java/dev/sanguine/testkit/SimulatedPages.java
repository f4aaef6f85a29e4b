package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.QueryResult;

/** Who watches the pages of a simulated client, and asks for more of them. */
final class SimulatedPages {
  private final SimulatedClient client;
  private InfiniteQueryObserver observer;
  /** The page that was asked for last, by the place it begins after; and how many were asked for. */
  private double last;

  private int asked;
  /** The last that came. */
  private double answered = -1;
  /** Counts what the pages may have been replaced by, or called off by, beside reads. */
  private int disturbed;

  SimulatedPages(SimulatedClient client) {
    this.client = client;
  }

  Task watch(QueryOptions options) {
    observer = new InfiniteQueryObserver(client.engine, options);
    return observer.subscribe(result -> {});
  }

  void asked(SimulatedRequest request) {
    last = request.after;
    asked++;
    Object view = client.queries.view(SimulatedQuery.PAGES);
    // What is pushed while a page is fetched says nothing of that any more.
    request.isMore = client.queries.isFetchingMore() || view != null && !shows(view, last);
  }

  void answered(double after) {
    answered = after;
  }

  void disturb() {
    disturbed++;
  }

  /** Asks for one more page at either end. If nothing came between, it is there when the answer is. */
  void more(boolean back) {
    disturb();
    int askedBefore = asked;
    int disturbedBefore = disturbed;
    boolean quiet =
        !client.isReading(SimulatedQuery.PAGES) && !client.mail.isPromised(SimulatedQuery.PAGES);
    Thenable<Object> result =
        back ? observer.fetchPreviousPage(null) : observer.fetchNextPage(null);
    answered = -1;
    client.readers.follow(SimulatedQuery.PAGES, result.then(one -> {
      Object data = ((QueryResult) one).data;
      if (quiet
          && asked == askedBefore + 1
          && answered == last
          && disturbed == disturbedBefore
          && !shows(data, last)) {
        client.note("asks for the page after " + last + " and does not show it");
      }
      return data;
    }));
  }

  private static boolean shows(Object data, double after) {
    Seq<Object> params = Json.list(data, "pageParams");
    for (int i = 0; i < params.size(); i++) {
      if ((Double) params.get(i) == after) {
        return true;
      }
    }
    return false;
  }
}
