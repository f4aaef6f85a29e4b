package dev.sanguine.client.jvm;

import static org.junit.Assert.assertEquals;

import dev.sanguine.client.Client;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.client.Records;
import dev.sanguine.jvm.JvmClient;
import dev.sanguine.payload.Find;
import dev.sanguine.payload.Where;
import dev.sanguine.query.records.RecordsFeature;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.Test;

/** Java records as the records of lists: their own types, lists inside of records, counts, enums, dates and ids. */
public class TypedRecordChangesTest {
  private enum Status {
    OPEN,
    PAID
  }

  private record Order(int id, Status status, double total, LocalDate due) {
    Order paid() {
      return new Order(id, Status.PAID, total, due);
    }
  }

  private record Orders(List<Order> docs, int totalDocs) {}

  private record Keyed(UUID id, String title) {}

  private record Comment(long id, long post, String text) {}

  private record Post(long id, List<Comment> comments) {}

  private static final Records<Order> ORDERS = Records.of("order");
  private static final ListKey<Orders, Order> OPEN = QueryKey.ofList("open");
  private static final ListKey<Orders, Order> PAID = QueryKey.ofList("paid");

  private final VirtualEnvironment world = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(world.environment());
  private final Client client = new Client(world.environment(), RecordsFeature::records);

  private static Order order(int id, Status status, double total) {
    return new Order(id, status, total, LocalDate.of(2026, 1, id));
  }

  private void twoLists() {
    client.setQueryDefaults(
        OPEN,
        Query.defaults()
            .records(ORDERS
                .where(order -> order.status() == Status.OPEN)
                .sort(Comparator.comparing(Order::due))));
    client.setQueryDefaults(
        PAID,
        Query.defaults()
            .records(ORDERS.where(Map.of("status", Map.of("equals", "PAID"))).sort("-due")));
    client.setQueryData(
        OPEN, new Orders(List.of(order(1, Status.OPEN, 5), order(2, Status.OPEN, 6)), 2));
    client.setQueryData(PAID, new Orders(List.of(order(3, Status.PAID, 7)), 1));
  }

  private void start(Mutation.Optimistic<String> optimistic) {
    client
        .mutate(
            Mutation.<String, Object>of((variables, context) -> network.send("save", variables))
                .optimistic(optimistic),
            "x")
        .onError(error -> {});
    world.advance(0);
  }

  private void fail() {
    network.pending("save").fail("no");
    world.advance(0);
  }

  @Test
  public void aRecordMoves_andTheCountStaysAnInt() {
    twoLists();
    start((intent, x) -> intent.record(ORDERS, 2).update(Order::paid));
    assertEquals(new Orders(List.of(order(1, Status.OPEN, 5)), 1), client.getQueryData(OPEN));
    assertEquals(
        new Orders(List.of(order(3, Status.PAID, 7), order(2, Status.PAID, 6)), 2),
        client.getQueryData(PAID));
    fail();
    assertEquals(
        new Orders(List.of(order(1, Status.OPEN, 5), order(2, Status.OPEN, 6)), 2),
        client.getQueryData(OPEN));
    assertEquals(new Orders(List.of(order(3, Status.PAID, 7)), 1), client.getQueryData(PAID));
  }

  @Test
  public void fieldsAreMerged_numbersFit_andANewRecordComes() {
    twoLists();
    start((intent, x) -> {
      intent.record(ORDERS, 1).merge(Map.of("status", Status.PAID));
      intent.record(ORDERS, 3).increment("total", 1.5);
      intent.add(ORDERS, order(9, Status.OPEN, 1));
    });
    assertEquals(
        new Orders(List.of(order(2, Status.OPEN, 6), order(9, Status.OPEN, 1)), 2),
        client.getQueryData(OPEN));
    assertEquals(
        new Orders(List.of(order(3, Status.PAID, 8.5), order(1, Status.PAID, 5)), 2),
        client.getQueryData(PAID));
    fail();
  }

  @Test
  public void aPush_isOneRecord_andItsIdMayBeOfAnyType() {
    UUID id = UUID.randomUUID();
    ListKey<List<Keyed>, Keyed> list = QueryKey.ofList("keyed");
    Records<Keyed> keyed = Records.of("keyed");
    client.setQueryDefaults(list, Query.defaults().records(keyed));
    client.setQueryData(list, List.of(new Keyed(id, "a")));
    client.receive(keyed, new Keyed(id, "b"));
    assertEquals(List.of(new Keyed(id, "b")), client.getQueryData(list));
    client.receiveRemoval(keyed, id);
    assertEquals(List.of(), client.getQueryData(list));
  }

  @Test
  public void recordsInsideRecords() {
    Records<Comment> comments = Records.<Comment>of("comment").list("comments").parent("post");
    ListKey<List<Post>, Post> posts = QueryKey.ofList("posts");
    client.setQueryDefaults(posts, Query.defaults().records(Records.of("post").nested(comments)));
    client.setQueryData(
        posts, List.of(new Post(1, List.of(new Comment(1, 1, "a"))), new Post(2, List.of())));
    start((intent, x) -> {
      intent.add(comments, new Comment(2, 2, "b"));
      intent.record(comments, 1).merge(Map.of("text", "A"));
    });
    assertEquals(
        List.of(
            new Post(1, List.of(new Comment(1, 1, "A"))),
            new Post(2, List.of(new Comment(2, 2, "b")))),
        client.getQueryData(posts));
    fail();
  }

  @Test
  public void whatPayloadWasAskedFor_saysWhatBelongs() {
    Find find = Find.all()
        .where(Where.and(
            Where.field("status").in("OPEN", "HELD"), Where.field("total").greaterThan(4)))
        .sort("-total")
        .limit(2);
    ListKey<Orders, Order> asked = QueryKey.ofList("orders", find.document());
    client.setQueryDefaults(QueryKey.of("orders"), Query.defaults().records(ORDERS));
    client.setQueryData(asked, new Orders(List.of(order(1, Status.OPEN, 5)), 1));
    start((intent, x) -> {
      intent.add(ORDERS, order(5, Status.OPEN, 9));
      intent.add(ORDERS, order(6, Status.OPEN, 4));
      intent.add(ORDERS, order(7, Status.PAID, 8));
      intent.add(ORDERS, order(8, Status.OPEN, 6));
    });
    assertEquals(
        new Orders(List.of(order(5, Status.OPEN, 9), order(8, Status.OPEN, 6)), 3),
        client.getQueryData(asked));
    fail();
    assertEquals(new Orders(List.of(order(1, Status.OPEN, 5)), 1), client.getQueryData(asked));
  }

  @Test
  public void aClientForThreads_knowsRecords() throws Exception {
    try (JvmClient threads = JvmClient.create()) {
      ListKey<List<Order>, Order> list = QueryKey.ofList("list");
      threads
          .call(it -> {
            it.setQueryDefaults(list, Query.defaults().records(ORDERS));
            it.setQueryData(list, List.of(order(1, Status.OPEN, 5)));
            return null;
          })
          .join();
      threads.receive(ORDERS, order(1, Status.PAID, 5)).join();
      threads.receive(ORDERS, order(2, Status.PAID, 5)).join();
      threads.receiveRemoval(ORDERS, 2).join();
      List<Order> now = threads.call(it -> it.getQueryData(list)).join();
      assertEquals(List.of(order(1, Status.PAID, 5)), now);
    }
  }
}
