package shop.orders;

import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.QueryResult;
import dev.sanguine.query.callbacks.RetryDelay;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryObserver;
import javax.inject.Inject;

/**
 * Keeps a screen at what the cache says of the orders, and turns clicks into mutations. It may be stopped and started
 * again; what became of its changes in between is shown then. While it is started its client is mounted: what happened
 * elsewhere is fetched if the window gets the focus or the network comes back.
 */
final class OrdersController implements OrderActions {
  /** The server's list is taken as fresh for this long, so that a page just rendered is not fetched again. */
  private static final double FRESH_MS = 60_000;

  /** A change that takes longer than this is said to be under way. */
  static final double SLOW_MS = 1_000;

  private final QueryClient client;
  private final Environment environment;
  private final Object key;
  private final QueryOptions options;
  private final StatusMutation mutation;
  private final OrderRows rows = new OrderRows(new ViewKeys());
  private final Announcements announcements;
  private final Troubles troubles;
  private final LaterLooks laterLooks;
  private QueryObserver observer;
  private Task unsubscribe;
  private Screen screen;

  /** Where the orders are shown. */
  interface Screen {
    void show(OrdersModel model);
  }

  @Inject
  OrdersController(QueryClient client, OrdersApi api, StatusMutation mutation, ListPage page) {
    this.client = client;
    this.environment = client.environment;
    this.mutation = mutation;
    this.key = OrderQueries.list(page.number());
    this.options = QueryOptions.of(key)
        .queryFn(context -> api.find(page.number(), context.signal()))
        .staleTime(FRESH_MS);
    // Fresh or not: who comes back wants to see what happened meanwhile.
    options.refetchOnWindowFocus = "always";
    options.refetchOnReconnect = "always";
    options.retryDelay = (RetryDelay) Waits::beforeReading;
    this.announcements = new Announcements(environment, this::render);
    this.troubles = new Troubles(environment, rows, this::render);
    this.laterLooks = new LaterLooks(environment, this::fetchAnew);
  }

  void start(Screen screen) {
    this.screen = screen;
    client.mount();
    observer = new QueryObserver(client, options);
    unsubscribe = observer.subscribe((QueryResult result) -> render());
    render();
  }

  void stop() {
    if (unsubscribe != null) {
      unsubscribe.run();
      unsubscribe = null;
      client.unmount();
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
    boolean leads = problem != null && Status.leads(row.status(), problem.target);
    if (leads && !problem.retrying && !asksToWait(row)) {
      rows.setState(key, row.state.with(problem.tryingAgain()));
      send(row, problem.target);
    }
  }

  @Override
  public void dismiss(String key) {
    rows.setState(key, rows.state(key).with(null));
    render();
  }

  private void change(OrderRow row, String target) {
    if (!asksToWait(row)) {
      rows.setState(row.key, row.state.with(null));
      send(row, target);
    }
  }

  /** The server said when it may be asked again: nothing is sent before, and the person hears why. */
  private boolean asksToWait(OrderRow row) {
    if (row.state.waits()) {
      announcements.say("Order " + row.number() + ": try again in " + row.state.problem.wait + ".");
    }
    return row.state.waits();
  }

  /** The change shows when this returns; what becomes of it shows later. */
  private void send(OrderRow row, String target) {
    RowState started = rows.state(row.key).started();
    rows.setState(row.key, started);
    Thenable<Object> answer = client.mutate(mutation.options(row), mutation.variables(row, target));
    render();
    Object slow = environment.timeouts.setTimeout(
        () -> announcements.say("Order " + row.number() + " is being saved as " + target + "."),
        SLOW_MS);
    answer.then(
        record -> {
          environment.timeouts.clearTimeout(slow);
          saved(row, target, started.attempts);
          return null;
        },
        error -> {
          environment.timeouts.clearTimeout(slow);
          failed(row, target, started.attempts, error);
          return null;
        });
  }

  private void saved(OrderRow row, String target, int attempt) {
    RowState state = rows.state(row.key).settled();
    boolean hadProblem = state.problem != null && state.problem.attempt <= attempt;
    rows.setState(row.key, hadProblem ? state.with(null) : state);
    announcements.say("Order " + row.number() + " is saved as " + target + ".");
    render();
  }

  private void failed(OrderRow row, String target, int attempt, Object error) {
    String reason = Failures.reasonOfChange(error);
    boolean open = Failures.isOpen(error);
    Problem problem = new Problem(reason, target, Failures.asksToSignIn(error), attempt).open(open);
    double wait = Waits.of(error);
    Problem begun = troubles.begin(row.key, problem, wait);
    rows.setState(row.key, rows.state(row.key).settled().with(begun));
    rows.of(client.getQueryData(key));
    OrderRow shown = rows.row(row.key);
    String when = begun.wait == null ? "" : " Try again in " + begun.wait + ".";
    announcements.say(
        "Order " + row.number() + " was not saved: " + reason + standing(shown) + when);
    render();
    if (open) {
      laterLooks.begin(wait);
    } else if (Failures.showsThatTheListIsOld(error)) {
      fetchAnew();
    }
  }

  private void fetchAnew() {
    client.invalidateQueries(QueryFilters.of(key), null);
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

  private void render() {
    if (screen == null) {
      return;
    }
    Object found = client.getQueryData(key);
    Seq<OrderRow> shown = rows.of(found);
    Seq<OrderRow> made = troubles.takeMade();
    if (made.size() > 0) {
      shown = rows.of(found);
    }
    screen.show(new OrdersModel(
        found, shown, found == null ? whyUnknown() : null, announcements.text(), null));
    made.each(row -> announcements.say(
        "Order " + row.number() + " is saved as " + row.status() + " after all."));
  }

  private String whyUnknown() {
    QueryResult result = observer.getCurrentResult();
    return result.isError
        ? "The orders could not be loaded: " + Failures.reason(result.error)
        : "Loading the orders…";
  }
}
