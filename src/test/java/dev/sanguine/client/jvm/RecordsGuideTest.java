package dev.sanguine.client.jvm;

import static org.junit.Assert.assertEquals;

import dev.sanguine.client.Client;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.client.Records;
import dev.sanguine.json.Json;
import dev.sanguine.payload.Find;
import dev.sanguine.payload.Headers;
import dev.sanguine.payload.HttpResponse;
import dev.sanguine.payload.Page;
import dev.sanguine.payload.PayloadClient;
import dev.sanguine.payload.PayloadCollection;
import dev.sanguine.payload.Where;
import dev.sanguine.query.records.RecordsFeature;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import java.util.Comparator;
import java.util.List;
import org.junit.Test;

/** The code of docs/java.md about one change in every place, compiled and run. */
public class RecordsGuideTest {
  record Order(int id, String number, String status) {
    static Order read(Object document) {
      return new Order(
          (int) Json.number(document, "id"),
          Json.string(document, "number"),
          Json.string(document, "status"));
    }

    Order withStatus(String status) {
      return new Order(id, number, status);
    }
  }

  private static final ListKey<List<Order>, Order> PAID_ORDERS = QueryKey.ofList("paid");

  // snippet: records
  static final Records<Order> ORDER = Records.of("order");
  static final Find OPEN =
      Find.all().where(Where.field("status").equalTo("open")).sort("number").limit(10);
  static final ListKey<Page<Order>, Order> OPEN_ORDERS =
      QueryKey.ofList("orders", "asked", OPEN.document());
  // end

  private final VirtualEnvironment world = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(world.environment());
  private final Client client = new Client(world.environment(), RecordsFeature::records);
  private final PayloadCollection<Order> api = new PayloadClient(
          request -> network.send(request.method, null).then(answer -> answer, null),
          world.environment(),
          "/api")
      .collection("orders", Order::read);

  private void answer(String request, String json) {
    world.advance(0);
    network
        .pending(request)
        .answer(new HttpResponse(
            200, Headers.NONE.with("Content-Type", "application/json"), json.replace('\'', '"')));
    world.advance(0);
  }

  @Test
  public void oneChange_showsInEveryList() {
    // snippet: record-queries
    client.setQueryDefaults(QueryKey.of("orders", "asked"), Query.defaults().records(ORDER));
    Query<Page<Order>> open = Query.of(OPEN_ORDERS).queryFn(context -> api.find(OPEN));
    Query<List<Order>> paid = Query.of(PAID_ORDERS)
        .records(ORDER
            .where(order -> order.status().equals("paid"))
            .sort(Comparator.comparing(Order::number)));
    // end
    client.fetchQuery(open);
    answer(
        "GET",
        "{'docs':[{'id':12,'number':'SO-12','status':'open'}],'totalDocs':1,'limit':10,'page':1,"
            + "'totalPages':1,'hasNextPage':false,'hasPrevPage':false}");
    client.fetchQuery(paid.queryValue(context -> List.of(new Order(13, "SO-13", "paid"))));
    world.advance(0);
    Order pushed = new Order(11, "SO-11", "open");
    // snippet: record-changes
    Mutation<Order, Order> pay = Mutation.<Order, Order>of(
            (order, context) -> api.update(order.id(), Json.object("status", "paid")))
        .optimistic((intent, order) ->
            intent.record(ORDER, order.id()).update(old -> old.withStatus("paid")));
    client.receive(ORDER, pushed);
    // end
    client.mutate(pay, new Order(12, "SO-12", "open")).onError(error -> {});
    assertEquals(List.of(pushed), client.getQueryData(OPEN_ORDERS).docs.asList());
    assertEquals(1, client.getQueryData(OPEN_ORDERS).totalDocs);
    assertEquals(
        List.of(new Order(12, "SO-12", "paid"), new Order(13, "SO-13", "paid")),
        client.getQueryData(PAID_ORDERS));
  }
}
