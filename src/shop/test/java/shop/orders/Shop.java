package shop.orders;

import dev.sanguine.client.Client;
import dev.sanguine.html.HtmlText;
import dev.sanguine.json.Json;
import dev.sanguine.query.conflicts.ConflictsFeature;
import dev.sanguine.query.pacing.Pacer;
import dev.sanguine.query.records.RecordsFeature;
import dev.sanguine.testkit.VirtualEnvironment;
import shop.orders.OrderActions.Action;

/** A page with the list of orders, seen as a person sees it. */
final class Shop implements OrdersController.Screen {
  final VirtualEnvironment world = new VirtualEnvironment();
  final Client client = new Client(
      world.environment(), RecordsFeature::records, ConflictsFeature::conflicts, Pacer::pacing);
  final HeldHttp http = new HeldHttp(world.environment());
  final OrdersController controller;
  /** How often something was shown. */
  int shown;

  private OrdersModel model;

  Shop() {
    this(1);
  }

  /** A page that shows this page of the list. */
  Shop(int page) {
    this(new ListPage(page, null));
  }

  Shop(ListPage page) {
    RequestTimeout timeout = () -> RequestTimeout.STANDARD_MS;
    controller = DaggerTestOrders.factory().create(client, http, timeout, page).controller();
  }

  /** A page that shows this list, which is taken as fresh. */
  static Shop with(Object found) {
    Shop shop = new Shop();
    shop.client.setQueryData(OrderList.key(new ListPage(1, null)), found);
    shop.controller.start(shop);
    return shop;
  }

  void advance(String key) {
    controller.act(Action.ADVANCE, key);
  }

  void cancel(String key) {
    controller.act(Action.CANCEL, key);
  }

  void undo(String key) {
    controller.act(Action.UNDO, key);
  }

  void retry(String key) {
    controller.act(Action.RETRY, key);
  }

  void dismiss(String key) {
    controller.act(Action.DISMISS, key);
  }

  @Override
  public void show(OrdersModel model) {
    this.model = model;
    shown++;
  }

  /** Lets everything happen that needs no answer and no time. */
  void settle() {
    world.advance(0);
  }

  /** Lets whoever listens hear all that was said. */
  void listen() {
    world.advance(Announcements.STANDS_MS);
  }

  OrderRow row(int id) {
    for (int i = 0; i < model.rows.size(); i++) {
      if (Json.number(model.rows.get(i).record, "id") == id) {
        return model.rows.get(i);
      }
    }
    return null;
  }

  String status(int id) {
    return row(id).statusText();
  }

  /** What stands beside the row; empty if nothing does. */
  String problem(int id) {
    Problem problem = row(id).state.problem;
    return problem == null ? "" : problem.retrying ? "trying again" : problem.reason;
  }

  String said() {
    return model.announcement;
  }

  /** What the last read is answered with. */
  void list(Object found) {
    http.reads.get(http.reads.size() - 1).answer(200, found);
    settle();
  }

  String html() {
    return HtmlText.of(new OrdersView(controller).of(model));
  }
}
