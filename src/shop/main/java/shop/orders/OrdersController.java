package shop.orders;

import dev.sanguine.client.Client;
import dev.sanguine.client.Conflict;
import dev.sanguine.client.Future;
import dev.sanguine.client.Hydration;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.NetworkMode;
import dev.sanguine.client.Observer;
import dev.sanguine.client.Outcome;
import dev.sanguine.client.PendingIntent;
import dev.sanguine.client.PendingObserver;
import dev.sanguine.client.Query;
import dev.sanguine.client.Refetch;
import dev.sanguine.client.Resolution;
import dev.sanguine.client.Result;
import dev.sanguine.collections.CachedCollection;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Task;
import dev.sanguine.json.Json;
import dev.sanguine.payload.Page;
import javax.inject.Inject;
import shop.orders.OrderActions.Action;

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

  /** How long cancelling can be undone. */
  static final double UNDO_MS = 5_000;

  private final Client client;
  private final Environment environment;
  private final CachedCollection<Object> orders;
  private final RequestTimeout timeout;
  private final ListPage page;
  private final ListKey<Object, Object> key;
  private final PendingObserver<Object> pending;
  private final OrderRows rows = new OrderRows();
  /** The records that were changed here, as the list had them: what is left of one that leaves it. */
  private final Table<String, Object> changed = new Table<>();

  private final Announcements announcements;
  private final Countdowns countdowns;
  private final LaterLooks laterLooks;
  private final Seq<Task> atStop = new Seq<>();
  private Observer<?> list;
  private Screen screen;
  private OrdersModel shown;

  /** Where the orders are shown. */
  interface Screen {
    void show(OrdersModel model);
  }

  @Inject
  OrdersController(
      Client client, CachedCollection<Object> orders, RequestTimeout timeout, ListPage page) {
    this.client = client;
    this.environment = client.environment();
    this.orders = orders;
    this.timeout = timeout;
    this.page = page;
    this.key = OrderList.key(page);
    this.pending = client.observePending(changing());
    this.announcements = new Announcements(environment, this::show);
    this.countdowns = new Countdowns(environment, this::show);
    this.laterLooks = new LaterLooks(environment, this::fetchAnew);
  }

  /** The change of a status; its variables are a {@link StatusChange}. */
  private Mutation<Object, Object> changing() {
    return orders
        .timeout(timeout.milliseconds())
        .update()
        // React's changes have the key's beginning alone.
        .key("orders", "update", "widget")
        // A cut network is a failure that is shown, not a wait; the person waits for a busy server.
        .networkMode(NetworkMode.ALWAYS)
        .retry(0)
        // Nobody may know what became of it: then too the person reads that it is not confirmed,
        // until it turns out to be
        // made or is given up. A change that is unknown would leave the client's list with the next
        // fetch.
        .outcome(error -> Failures.isConflict(error) ? null : Outcome.FAILED)
        // As it was wanted: an attempt that was given up has arrived.
        .onConflict(conflict -> isMade(conflict) ? Resolution.theirs() : null);
  }

  private static boolean isMade(Conflict<Object> conflict) {
    OrderStatus theirs = Steps.of(Json.string(conflict.theirs(), "status"));
    return theirs != null && theirs == StatusChange.target(conflict.variables());
  }

  private Query<Page<Object>> query() {
    return orders
        .timeout(timeout.milliseconds())
        .find(OrderList.find(page))
        .staleTime(FRESH_MS)
        // Fresh or not: who comes back wants to see what happened meanwhile.
        .refetchOnWindowFocus(Refetch.ALWAYS)
        .refetchOnReconnect(Refetch.ALWAYS);
  }

  void start(Screen screen) {
    this.screen = screen;
    client.mount();
    atStop.add(client::unmount);
    list = client.observe(query());
    atStop.add(list.subscribe(result -> show()));
    atStop.add(pending.subscribe(changes -> show()));
    show();
  }

  void stop() {
    atStop.each(Task::run);
    atStop.clear();
    list = null;
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
  public void act(Action action, String key) {
    OrderRow row = rows.row(key);
    if (row == null) {
      return;
    }
    switch (action) {
      case ADVANCE:
        change(row, Steps.next(row.status()), changing());
        break;
      case CANCEL:
        change(
            row,
            Steps.canCancel(row.status()) ? OrderStatus.CANCELLED : null,
            changing().hold(UNDO_MS));
        break;
      case UNDO:
        changes().undo(key);
        break;
      case RETRY:
        retry(row);
        break;
      default:
        changes().forgetUnsaved(key, null);
    }
  }

  private void retry(OrderRow row) {
    PendingIntent<Object> unsaved = changes().unsavedOf(row.key);
    if (unsaved == null || row.state.isRetrying() || asksToWait(row)) {
      return;
    }
    OrderStatus target = StatusChange.target(unsaved.variables());
    if (Steps.leads(row.status(), target)) {
      changes().forgetUnsaved(row.key, unsaved);
      follow(
          row, target, unsaved.isConflict() ? unsaved.resolve(Resolution.mine()) : unsaved.retry());
    }
  }

  private void change(OrderRow row, OrderStatus target, Mutation<Object, Object> mutation) {
    if (target != null && !asksToWait(row)) {
      changes().forgetUnsaved(row.key, null);
      changed.put(row.key, row.record);
      follow(row, target, client.mutate(mutation, StatusChange.of(row, target)));
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
    boolean held = changes().stateOf(row.key).held;
    if (held) {
      announcements.say("Order " + row.number() + " is " + target.word + ". " + Waits.text(UNDO_MS)
          + " to undo that.");
    }
    Object slow = environment.timeouts.setTimeout(
        () ->
            announcements.say("Order " + row.number() + " is being saved as " + target.word + "."),
        held ? UNDO_MS + SLOW_MS : SLOW_MS);
    answer.then(
        record -> {
          environment.timeouts.clearTimeout(slow);
          saved(row, target);
          return null;
        },
        error -> {
          environment.timeouts.clearTimeout(slow);
          failed(row, target, error);
          return null;
        });
  }

  private void saved(OrderRow row, OrderStatus target) {
    // What was not saved before it is of no interest any more.
    changes().forgetUnsaved(row.key, null);
    rows();
    OrderRow now = rows.row(row.key);
    // Of several steps in one request the last is said.
    if (now == null || !now.state.saving) {
      announcements.say("Order " + row.number() + " is saved as " + target.word + ".");
    }
  }

  private void failed(OrderRow row, OrderStatus target, Object error) {
    rows();
    if (client.isCancelled(error)) {
      announcements.say(
          "Order " + row.number() + " is not " + target.word + "." + standing(rows.row(row.key)));
      return;
    }
    if (changes().unsavedOf(row.key) == null) {
      // The server has turned out to have made it.
      if (Failures.isConflict(error)) {
        saved(row, target);
      }
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

  private Object found() {
    return OrderList.document(environment.values, client.getQueryData(key));
  }

  private Seq<OrderRow> rows() {
    OrderChanges now = changes();
    Seq<Object> away = new Seq<>();
    changed.keys().each(of -> {
      Object record = now.away(of, changed.get(of));
      if (record != null) {
        away.add(record);
      }
    });
    return rows.of(found(), now::stateOf, away);
  }

  /** The one way to the screen: draws what the client says now, if that looks different. */
  private void show() {
    if (screen == null) {
      return;
    }
    forgetWhatIsMade();
    Object found = found();
    OrdersModel model = new OrdersModel(
        found, rows(), page, found == null ? whyUnknown() : null, announcements.text(), null);
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
    Result<?> result = list.current();
    return result.isError()
        ? "The orders could not be loaded: " + Failures.reason(result.error())
        : "Loading the orders…";
  }
}
