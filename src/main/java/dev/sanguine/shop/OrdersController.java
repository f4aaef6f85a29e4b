package dev.sanguine.shop;

import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.QueryOptions;
import dev.sanguine.query.QueryResult;
import javax.inject.Inject;

/**
 * Keeps a screen at what the cache says of the orders, and turns clicks into mutations. It may be stopped and started
 * again; what became of its changes in between is shown then.
 */
final class OrdersController implements OrderActions {
  /** The server's list is taken as fresh for this long, so that a page just rendered is not fetched again. */
  private static final double FRESH_MS = 60_000;

  private final QueryClient client;
  private final QueryOptions options;
  private final StatusMutation mutation;
  private final OrderRows rows = new OrderRows(new ViewKeys());
  private QueryObserver observer;
  private Task unsubscribe;
  private Screen screen;
  private String announcement = "";

  /** Where the orders are shown. */
  interface Screen {
    void show(OrdersModel model);
  }

  @Inject
  OrdersController(QueryClient client, OrdersApi api, StatusMutation mutation) {
    this.client = client;
    this.mutation = mutation;
    this.options =
        QueryOptions.of(OrderQueries.list())
            .queryFn(context -> api.find(context.signal()))
            .staleTime(FRESH_MS);
  }

  void start(Screen screen) {
    this.screen = screen;
    observer = new QueryObserver(client, options);
    unsubscribe = observer.subscribe((QueryResult result) -> render());
    render();
  }

  void stop() {
    if (unsubscribe != null) {
      unsubscribe.run();
      unsubscribe = null;
    }
    observer = null;
    screen = null;
  }

  /** Takes a state of the server into the cache; null, or one older than the cache, changes nothing. */
  void hydrate(Object state) {
    if (state != null) {
      Hydration.hydrate(client, state, null);
    }
    render();
  }

  @Override
  public void advance(String key) {
    OrderRow row = rows.row(key);
    String next = row == null ? null : Status.next(row.status());
    if (next != null) {
      change(row, next);
    }
  }

  @Override
  public void cancel(String key) {
    OrderRow row = rows.row(key);
    if (row != null && Status.canCancel(row.status())) {
      change(row, Status.CANCELLED);
    }
  }

  @Override
  public void retry(String key) {
    OrderRow row = rows.row(key);
    Problem problem = row == null ? null : row.state.problem;
    if (problem != null && !problem.retrying) {
      rows.setState(key, row.state.with(problem.tryingAgain()));
      send(row, problem.target);
    }
  }

  private void change(OrderRow row, String target) {
    rows.setState(row.key, row.state.with(null));
    send(row, target);
  }

  /** The change shows when this returns; what becomes of it shows later. */
  private void send(OrderRow row, String target) {
    RowState started = rows.state(row.key).started();
    rows.setState(row.key, started);
    Thenable<Object> answer = client.mutate(mutation.options(row), mutation.variables(row, target));
    render();
    answer.then(
        record -> {
          saved(row, target, started.attempts);
          return null;
        },
        error -> {
          failed(row, target, started.attempts, error);
          return null;
        });
  }

  private void saved(OrderRow row, String target, int attempt) {
    RowState state = rows.state(row.key).settled();
    boolean hadProblem = state.problem != null && state.problem.attempt <= attempt;
    rows.setState(row.key, hadProblem ? state.with(null) : state);
    announce("Order " + row.number() + " is saved as " + target + ".");
    render();
  }

  private void failed(OrderRow row, String target, int attempt, Object error) {
    RowState state = rows.state(row.key).settled();
    String reason = Failures.reasonOfChange(error);
    rows.setState(row.key, state.with(new Problem(reason, target, Failures.asksToSignIn(error), attempt, false)));
    rows.of(client.getQueryData(OrderQueries.list()));
    OrderRow shown = rows.row(row.key);
    announce("Order " + row.number() + " was not saved: " + reason + standing(shown));
    render();
  }

  /** What the order is now that a change of it is taken back. */
  private static String standing(OrderRow row) {
    if (row == null) {
      return "";
    }
    return row.state.pending > 0
        ? " It stays " + row.status() + ", which is still being saved."
        : " It is " + row.status() + " again.";
  }

  /** A region that is given the text it has says nothing, so a repeated text differs by a blank at its end. */
  private void announce(String text) {
    announcement = text.equals(announcement) ? text + "\u00a0" : text;
  }

  private void render() {
    if (screen == null) {
      return;
    }
    Object found = client.getQueryData(OrderQueries.list());
    screen.show(new OrdersModel(found, rows.of(found), found == null ? whyUnknown() : null, announcement, null));
  }

  private String whyUnknown() {
    QueryResult result = observer.getCurrentResult();
    return result.isError ? "The orders could not be loaded: " + Failures.reason(result.error) : "Loading the orders…";
  }
}
