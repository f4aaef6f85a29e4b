package shop.orders;

import dev.sanguine.client.Client;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Errors;
import dev.sanguine.html.CustomElement;
import dev.sanguine.html.ElementDefinition;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryClient;
import elemental2.core.Global;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;

/**
 * {@code <shop-orders>}: the list of orders, whose buttons change a status. Taken out of the document it stops observing,
 * put back it goes on with the same nodes.
 */
final class OrdersElement extends CustomElement implements OrderActions, OrdersController.Screen {
  static final ElementDefinition<OrdersElement> DEFINITION = ElementDefinition.of(
          OrdersView.ELEMENT, OrdersElement::new)
      .attribute("timeout", OrdersElement::setTimeout)
      .attribute("page", OrdersElement::setPage)
      .attribute("status", (element, text) -> element.status = Steps.of(text))
      .<Object>property("client", OrdersElement::client, OrdersElement::setClient)
      .method("hydrate", OrdersElement::hydrate);

  private final OrdersView view = new OrdersView(this);
  private double timeout = RequestTimeout.STANDARD_MS;
  private int page = 1;
  /** The list has only orders of this status; null for all. */
  private OrderStatus status;

  private QueryClient own;
  private QueryClient client;
  private OrdersController controller;
  private Object inMarkup;
  private boolean readMarkup;
  private Object handed;
  private boolean running;

  private OrdersElement(HTMLElement host) {
    super(host);
    SingleSteps.in(host);
  }

  @Override
  protected void connected() {
    // Not at once: a page that imports this module calls connect(client) right after.
    Environment.standard().deferreds.microtask(this::start);
  }

  @Override
  protected void disconnected() {
    stop();
  }

  /** After how many milliseconds a request is given up. */
  private void setTimeout(String text) {
    double given = text == null ? Double.NaN : Global.parseFloat(text);
    timeout = given > 0 ? given : RequestTimeout.STANDARD_MS;
  }

  /** Which page of the list; an element shows the one that it begins with. */
  private void setPage(String text) {
    double given = text == null ? Double.NaN : Global.parseFloat(text);
    page = given >= 1 && given <= Integer.MAX_VALUE ? (int) given : 1;
  }

  private QueryClient client() {
    return own != null ? own : client;
  }

  private void setClient(Object client) {
    own = Clients.accepted(client);
    rebind();
  }

  /** Takes a state from the server into its client, and draws where there is nothing yet. */
  private void hydrate(Object state) {
    prepare();
    handed = state;
    controller.hydrate(state);
    start();
  }

  /** Goes over to the client that is now the right one, if that is another. */
  void rebind() {
    if (running && client != Clients.orShared(own)) {
      stop();
      start();
    }
  }

  private void start() {
    if (running || !host().isConnected) {
      return;
    }
    prepare();
    running = true;
    Clients.add(this);
    controller.start(this);
  }

  private void stop() {
    if (running) {
      running = false;
      Clients.remove(this);
      controller.stop();
      host().removeAttribute("data-live");
    }
  }

  /** A controller for the client that is to be used, with what the server sent in its cache. */
  private void prepare() {
    QueryClient wanted = Clients.orShared(own);
    if (wanted == client) {
      return;
    }
    client = wanted;
    ListPage shown = new ListPage(page, status);
    controller = DaggerBrowserOrders.factory()
        .create(new Client(client), () -> timeout, shown)
        .controller();
    if (!readMarkup) {
      readMarkup = true;
      inMarkup = stateInMarkup();
    }
    controller.hydrate(inMarkup);
    controller.hydrate(handed);
  }

  /** The state that the server left in its markup; null if there is none. */
  private Object stateInMarkup() {
    Element block = host().querySelector("script." + OrdersView.STATE);
    Errors errors = Environment.standard().errors;
    return block == null
        ? null
        : errors.attempt(() -> Json.parse(block.textContent), error -> {
          errors.report("shop-orders: the state in the page is no JSON and is not used", error);
          return null;
        });
  }

  @Override
  public void show(OrdersModel model) {
    if (!isRendered() && !model.known && host().querySelector("tr.order") != null) {
      // The server's rows stand until it is known what should stand there.
      return;
    }
    FocusKeeper.during(host(), () -> render(view.of(model)));
    host().setAttribute("data-live", "");
  }

  @Override
  public void act(Action action, String key) {
    controller.act(action, key);
  }
}
