package dev.sanguine.client.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.client.Client;
import dev.sanguine.client.Future;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Observer;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.client.Result;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.js.BrowserEnvironment;
import dev.sanguine.js.Promises;
import dev.sanguine.json.Json;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.promise.Promise;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;
import org.junit.Test;

/** The widget of docs/java.md, between the marks, in a browser. */
public class WidgetGuideTest {
  // snippet: widget-type
  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
  static class Order {
    public double id;
    public String title;
    public String status;
  }
  // end

  interface Orders {
    Thenable<Seq<Order>> find();

    Thenable<Order> setStatus(double id, String status);
  }

  // snippet: widget
  static final class OrdersWidget {
    private static final ListKey<Seq<Order>, Order> ORDERS = QueryKey.ofList("orders");

    private final Client client;
    private final HTMLElement host;
    private final Observer<Seq<Order>> observer;
    private final Mutation<Object, Order> change;
    private Task stop;

    OrdersWidget(Client client, Orders api, HTMLElement host) {
      this.client = client;
      this.host = host;
      observer = client.observe(Query.of(ORDERS).queryFn(context -> api.find()).staleTime(60_000));
      change = Mutation.<Object, Order>of((fields, context) ->
              api.setStatus(Json.number(fields, "id"), Json.string(fields, "status")))
          .optimistic((intent, fields) -> intent.merge(ORDERS, fields));
    }

    void start() {
      stop = observer.subscribe(this::show);
      show(observer.current());
    }

    void stop() {
      stop.run();
    }

    void pay(double id) {
      client
          .mutate(change, Json.object("id", id, "status", "paid"))
          .onError(error -> host.setAttribute("title", "Not saved: " + error));
    }

    private void show(Result<Seq<Order>> result) {
      StringBuilder text = new StringBuilder(result.isPending() ? "Loading" : "");
      result
          .dataOr(new Seq<>())
          .each(order ->
              text.append(order.title).append(": ").append(order.status).append(". "));
      host.textContent = text.toString();
    }
  }
  // end

  private final VirtualEnvironment world = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(world.environment());
  private final HTMLElement host = (HTMLElement) DomGlobal.document.createElement("div");

  private final Orders api = new Orders() {
    @Override
    public Thenable<Seq<Order>> find() {
      return Js.uncheckedCast(network.send("find", null));
    }

    @Override
    public Thenable<Order> setStatus(double id, String status) {
      return Js.uncheckedCast(network.send("set", status));
    }
  };

  @Test
  public void theWidget_showsTheChangeAtOnce_andTakesItBack() {
    OrdersWidget widget = new OrdersWidget(new Client(world.environment()), api, host);
    widget.start();
    assertEquals("Loading", host.textContent);
    world.advance(0);
    network
        .pending("find")
        .answer(
            Json.parse(
                "[{\"id\":1,\"title\":\"Tea\",\"status\":\"new\"},{\"id\":2,\"title\":\"Milk\",\"status\":\"new\"}]"));
    world.advance(0);
    assertEquals("Tea: new. Milk: new. ", host.textContent);
    widget.pay(2);
    assertEquals("Tea: new. Milk: paid. ", host.textContent);
    world.advance(0);
    network.pending("set").fail("no");
    world.advance(0);
    assertEquals("Tea: new. Milk: new. ", host.textContent);
    assertEquals("Not saved: no", host.getAttribute("title"));
    widget.stop();
  }

  @Test(timeout = 5000)
  public Promise<Object> futures_areRealPromises() {
    // snippet: promise
    Client client = new Client(BrowserEnvironment.create());
    Query<String> greeting = Query.of(QueryKey.<String>of("greeting"))
        .queryFn(context -> Promises.thenable(Promise.resolve("hello")));
    Future<String> fetched = client.fetchQuery(greeting);
    Promise<String> promise = Promises.of(fetched.map(text -> text + "!"));
    // end
    assertTrue(Js.<Object>uncheckedCast(promise) instanceof Promise);
    assertSame(
        "nothing is wrapped",
        Js.<Object>uncheckedCast(fetched.thenable()),
        Promises.of(fetched.thenable()));
    return promise
        .then(text -> {
          assertEquals("hello!", text);
          return Promise.resolve(Js.<Object>uncheckedCast(fetched));
        })
        .then(followed -> {
          assertEquals("a Promise follows a future", "hello", followed);
          client.clear();
          return Promise.resolve((Object) null);
        });
  }
}
