package dev.sanguine.client.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.client.Client;
import dev.sanguine.client.Future;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Observer;
import dev.sanguine.client.PendingIntent;
import dev.sanguine.client.PendingObserver;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.html.CustomElement;
import dev.sanguine.html.ElementDefinition;
import dev.sanguine.html.Tag;
import dev.sanguine.js.BrowserEnvironment;
import dev.sanguine.js.Promises;
import dev.sanguine.json.Json;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.promise.Promise;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;
import org.junit.Test;

/** The element of docs/java.md, between the marks, in a browser. */
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
  static final class OrdersElement extends CustomElement {
    private static final ListKey<Seq<Order>, Order> ORDERS = QueryKey.ofList("orders");

    private final Client client;
    private final Observer<Seq<Order>> orders;
    private final Mutation<Object, Order> change;
    private final PendingObserver<Object> changes;

    OrdersElement(Client client, Orders api, HTMLElement host) {
      super(host);
      this.client = client;
      orders = client.observe(Query.of(ORDERS).queryFn(context -> api.find()).staleTime(60_000));
      change = Mutation.<Object, Order>of((fields, context) ->
              api.setStatus(Json.number(fields, "id"), Json.string(fields, "status")))
          .key("orders", "status")
          .optimistic((intent, fields) -> intent.merge(ORDERS, fields));
      changes = client.observePending(change);
    }

    @Override
    protected void connected() {
      untilDisconnected(orders.subscribe(result -> show()));
      untilDisconnected(changes.subscribe(pending -> show()));
      show();
    }

    private void show() {
      PendingIntent<Object> unsaved = changes.current().first(PendingIntent::isUnsaved);
      render(Tag.of("orders-list")
          .add(
              unsaved == null ? null : Tag.of("p").text("Not saved: " + unsaved.error()),
              Tag.of("ul")
                  .rows(
                      orders.current().dataOr(new Seq<>()),
                      order -> "order-" + (int) order.id,
                      this::row)));
    }

    private Tag row(Order order) {
      return Tag.of("li")
          .add(
              Tag.of("span").text(order.title + ": " + order.status),
              Tag.of("button").text("Pay").on("click", event -> pay(order.id)));
    }

    private void pay(double id) {
      client.mutate(change, Json.object("id", id, "status", "paid")).onError(error -> {});
    }
  }
  // end

  private final VirtualEnvironment world = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(world.environment());

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
  public void theElement_showsTheChangeAtOnce_andTakesItBack() {
    Client client = new Client(world.environment());
    // snippet: define
    ElementDefinition.of("orders-list", host -> new OrdersElement(client, api, host))
        .define();
    // end
    Element element = DomGlobal.document.createElement("orders-list");
    DomGlobal.document.body.appendChild(element);
    assertEquals("<ul></ul>", element.innerHTML);
    world.advance(0);
    network
        .pending("find")
        .answer(
            Json.parse(
                "[{\"id\":1,\"title\":\"Tea\",\"status\":\"new\"},{\"id\":2,\"title\":\"Milk\",\"status\":\"new\"}]"));
    world.advance(0);
    assertEquals("Tea: newPayMilk: newPay", element.textContent);
    ((HTMLElement) element.querySelector("li:last-child button")).click();
    assertEquals("Tea: newPayMilk: paidPay", element.textContent);
    world.advance(0);
    network.pending("set").fail("no");
    world.advance(0);
    assertEquals("Not saved: noTea: newPayMilk: newPay", element.textContent);
    element.remove();
    client.clear();
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
