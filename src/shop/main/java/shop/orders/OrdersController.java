package shop.orders;

import dev.sanguine.client.Client;
import dev.sanguine.client.Future;
import dev.sanguine.client.Hydration;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Observer;
import dev.sanguine.client.PendingIntent;
import dev.sanguine.client.PendingObserver;
import dev.sanguine.client.Query;
import dev.sanguine.client.Refetch;
import dev.sanguine.client.Result;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import javax.inject.Inject;

/**
 * Keeps a screen at what the client says of the orders, and turns clicks into changes. It may be stopped and started
 * again; what became of its changes in between is shown then. While it is started its client is mounted: what happened
 * elsewhere is fetched if the window gets the focus or the network comes back.
 *
 * <p>A click never draws. It changes the client, whose observers call {@link #show} before the click returns.
 */
final class OrdersController implements OrderActions {
  /** The server's list is taken as fresh for this long, so that a page just rendered is not fetched again. */
  private static final double FRESH_MS = 60_000;

  /** A change that takes longer than this is said to be under way. */
  static final double SLOW_MS = 1_000;

  private final Client client;
  private final Environment environment;
  private final ListKey<Object, Object> key;
  private final Query<Object> query;
  private final Mutation<Object, Object> changeStatus;
  private final PendingObserver<Object> pending;
  private final OrderRows rows = new OrderRows();
  private final Announcements announcements;
  private final Countdowns countdowns;
  private final LaterLooks laterLooks;
  private final Seq<Task> atStop = new Seq<>();
  private Observer<Object> orders;
  private Screen screen;
  private OrdersModel shown;

  /** Where the orders are shown. */
  interface Screen {
    void show(OrdersModel model);
  }

  @Inject
  OrdersController(Client client, OrdersApi api, StatusMutation mutation, ListPage page) {
    this.client = client;
    this.environment = client.environment();
    this.key = OrderList.page(page.number());
    this.query = Query.of(key)
        .queryFn(context -> api.find(page.number(), context.signal()))
        .staleTime(FRESH_MS)
        // Fresh or not: who comes back wants to see what happened meanwhile.
        .refetchOnWindowFocus(Refetch.ALWAYS)
        .refetchOnReconnect(Refetch.ALWAYS)
        .retryDelayBy(Waits::beforeReading);
    this.changeStatus = mutation.mutation();
    this.pending = client.observePending(changeStatus);
    this.announcements = new Announcements(environment, this::show);
    this.countdowns = new Countdowns(environment, this::show);
    this.laterLooks = new LaterLooks(environment, this::fetchAnew);
  }

  void start(Screen screen) {
    this.screen = screen;
    client.mount();
    atStop.add(client::unmount);
    orders = client.observe(query);
    atStop.add(orders.subscribe(result -> show()));
    atStop.add(pending.subscribe(changes -> show()));
    show();
  }

  void stop() {
    atStop.each(Task::run);
    atStop.clear();
    orders = null;
    screen = null;
    shown = null;
  }

  /** Takes a state of the server into the cache; null, or one older than the cache, changes nothing. */
  void hydrate(Object state) {
    if (state != null) {
      Hydration.hydrate(client, state);
    }
  }

  @Override
  public void advance(String key) {
    OrderRow row = rows.row(key);
    change(row, row == null ? null : Steps.next(row.status()));
  }

  @Override
  public void cancel(String key) {
    OrderRow row = rows.row(key);
    change(row, row != null && Steps.canCancel(row.status()) ? OrderStatus.CANCELLED : null);
  }

  @Override
  public void retry(String key) {
    OrderRow row = rows.row(key);
    PendingIntent<Object> unsaved = changes().unsavedOf(key);
    if (row == null || unsaved == null || row.state.isRetrying() || asksToWait(row)) {
      return;
    }
    OrderStatus target = StatusChange.target(unsaved.variables());
    if (Steps.leads(row.status(), target)) {
      changes().forgetUnsaved(key, unsaved);
      follow(row, target, unsaved.retry());
    }
  }

  @Override
  public void dismiss(String key) {
    changes().forgetUnsaved(key, null);
  }

  private void change(OrderRow row, OrderStatus target) {
    if (target != null && !asksToWait(row)) {
      changes().forgetUnsaved(row.key, null);
      follow(row, target, client.mutate(changeStatus, StatusChange.of(row, target)));
    }
  }

  /** The server said when it may be asked again: nothing is sent before, and the person hears why. */
  private boolean asksToWait(OrderRow row) {
    if (row.state.waits()) {
      announcements.say("Order " + row.number() + ": try again in " + row.state.problem.wait + ".");
    }
    return row.state.waits();
  }

  /** Says what becomes of a change. */
  private void follow(OrderRow row, OrderStatus target, Future<Object> answer) {
    countdowns.begin(row.key, 0);
    Object slow = environment.timeouts.setTimeout(
        () ->
            announcements.say("Order " + row.number() + " is being saved as " + target.word + "."),
        SLOW_MS);
    answer.then(
        record -> {
          environment.timeouts.clearTimeout(slow);
          saved(row, target);
          return null;
        },
        error -> {
          environment.timeouts.clearTimeout(slow);
          failed(row, error);
          return null;
        });
  }

  private void saved(OrderRow row, OrderStatus target) {
    // What was not saved before it is of no interest any more.
    changes().forgetUnsaved(row.key, null);
    announcements.say("Order " + row.number() + " is saved as " + target.word + ".");
  }

  private void failed(OrderRow row, Object error) {
    if (changes().unsavedOf(row.key) == null) {
      // The server has turned out to have made it.
      return;
    }
    double wait = Waits.of(error);
    countdowns.begin(row.key, wait);
    String after = countdowns.text(row.key);
    rows();
    announcements.say("Order " + row.number() + " was not saved: "
        + Failures.reasonOfChange(error) + standing(rows.row(row.key))
        + (after == null ? "" : " Try again in " + after + "."));
    if (Failures.isOpen(error)) {
      fetchAnew();
      laterLooks.begin(wait);
    } else if (Failures.showsThatTheListIsOld(error)) {
      fetchAnew();
    }
  }

  private void fetchAnew() {
    client.invalidateQueries(key);
  }

  /** What the order is now that a change of it is taken back. */
  private static String standing(OrderRow row) {
    if (row == null) {
      return "";
    }
    return row.state.saving
        ? " It stays " + row.statusText() + ", which is still being saved."
        : " It is " + row.statusText() + " again.";
  }

  private OrderChanges changes() {
    return new OrderChanges(pending.current(), countdowns);
  }

  private Seq<OrderRow> rows() {
    return rows.of(client.getQueryData(key), changes()::stateOf);
  }

  /** The one way to the screen: draws what the client says now, if that looks different. */
  private void show() {
    if (screen == null) {
      return;
    }
    forgetWhatIsMade();
    Object found = client.getQueryData(key);
    OrdersModel model = new OrdersModel(
        found, rows(), found == null ? whyUnknown() : null, announcements.text(), null);
    if (shown == null || !model.isLike(shown)) {
      shown = model;
      screen.show(model);
    }
  }

  /** A change of which nobody knew is of no interest any more if the server turns out to have made it. */
  private void forgetWhatIsMade() {
    rows();
    OrderChanges now = changes();
    now.unsaved().each(change -> {
      OrderRow row = rows.row(StatusChange.key(change.variables()));
      boolean isMade = row != null
          && !row.state.saving
          && row.status() == StatusChange.target(change.variables());
      if (isMade && Failures.isOpen(change.error())) {
        now.forgetUnsaved(row.key, null);
        announcements.say(
            "Order " + row.number() + " is saved as " + row.statusText() + " after all.");
      }
    });
  }

  private String whyUnknown() {
    Result<Object> result = orders.current();
    return result.isError()
        ? "The orders could not be loaded: " + Failures.reason(result.error())
        : "Loading the orders…";
  }
}
