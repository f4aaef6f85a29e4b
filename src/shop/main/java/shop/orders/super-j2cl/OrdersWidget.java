package shop.orders;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Errors;
import dev.sanguine.html.BrowserDom;
import dev.sanguine.html.Live;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryClient;
import elemental2.core.Global;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;

/**
 * What is behind one {@code <shop-orders>}. It stands for as long as the element: taken out of the document it
 * stops observing, put back it goes on with the same nodes.
 */
final class OrdersWidget implements OrderActions, OrdersController.Screen {
  private final HTMLElement host;
  private final OrdersView view = new OrdersView(this);
  private final BrowserDom dom = new BrowserDom();
  private Live<Element> live;
  private QueryClient own;
  private QueryClient client;
  private OrdersController controller;
  private Object inMarkup;
  private boolean readMarkup;
  private Object handed;
  private boolean running;

  OrdersWidget(HTMLElement host) {
    this.host = host;
    SingleSteps.in(host);
  }

  Object ask(String name, Object argument) {
    switch (name) {
      case "connectedCallback":
        // Not at once: a page that imports this module calls connect(client) right after.
        Environment.standard().deferreds.microtask(this::start);
        return null;
      case "disconnectedCallback":
        stop();
        return null;
      case "hydrate":
        hydrate(argument);
        return null;
      case "set client":
        own = Clients.accepted(argument);
        rebind();
        return null;
      default:
        return own != null ? own : client;
    }
  }

  /** Goes over to the client that is now the right one, where that is another. */
  void rebind() {
    if (running && client != Clients.orShared(own)) {
      stop();
      start();
    }
  }

  private void start() {
    if (running || !host.isConnected) {
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
      host.removeAttribute("data-live");
    }
  }

  /** A controller for the client that is to be used, with what the server sent in its cache. */
  private void prepare() {
    QueryClient wanted = Clients.orShared(own);
    if (wanted == client) {
      return;
    }
    client = wanted;
    int number = pageNumber();
    ListPage page = () -> number;
    controller =
        DaggerBrowserOrders.factory().create(client, this::timeout, page).controller();
    if (!readMarkup) {
      readMarkup = true;
      inMarkup = stateInMarkup();
    }
    controller.hydrate(inMarkup);
    controller.hydrate(handed);
  }

  private void hydrate(Object state) {
    prepare();
    handed = state;
    controller.hydrate(state);
    start();
  }

  /** The state that the server left in its markup; null where there is none. */
  private Object stateInMarkup() {
    Element block = host.querySelector("script." + OrdersView.STATE);
    Errors errors = Environment.standard().errors;
    return block == null
        ? null
        : errors.attempt(() -> Json.parse(block.textContent), error -> {
          errors.report("sanguine: the state in the page is no JSON and is not used", error);
          return null;
        });
  }

  private double timeout() {
    String text = host.getAttribute("timeout");
    double given = text == null ? Double.NaN : Global.parseFloat(text);
    return given > 0 ? given : RequestTimeout.STANDARD_MS;
  }

  /** Which page of the list; an element shows the one that it begins with. */
  private int pageNumber() {
    String text = host.getAttribute("page");
    double given = text == null ? Double.NaN : Global.parseFloat(text);
    return given >= 1 && given <= Integer.MAX_VALUE ? (int) given : 1;
  }

  @Override
  public void show(OrdersModel model) {
    if (live == null) {
      if (!model.known && host.querySelector("tr.order") != null) {
        // The server's rows stand until it is known what should stand there.
        return;
      }
      live = Live.bind(dom, host, view.of(model));
    } else {
      FocusKeeper.during(host, () -> live.update(view.of(model)));
    }
    host.setAttribute("data-live", "");
  }

  @Override
  public void advance(String key) {
    controller.advance(key);
  }

  @Override
  public void cancel(String key) {
    controller.cancel(key);
  }

  @Override
  public void retry(String key) {
    controller.retry(key);
  }

  @Override
  public void dismiss(String key) {
    controller.dismiss(key);
  }
}
