package dev.sanguine.client.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.client.Client;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.env.Document;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** Records and lists inside of records and of values of the program's own: a helper leaves them what their types say. */
public class InnerValuesTest {
  private enum Status {
    NEW,
    PAID
  }

  private record Customer(String name, int number) {}

  private record Item(int id, int quantity) {}

  private record Order(
      int id,
      Customer customer,
      List<Item> items,
      Status status,
      BigDecimal total,
      String[] tags) {}

  private record Saved(int id, Status status, boolean again) {}

  private record Box(Seq<Item> docs, int count) {}

  private record Inner(List<Item> items) {}

  private record Outer(Inner data, int count) {}

  /** Of a class that cannot be made anew: it has the list in a public field, and that is all. */
  static final class Plain {
    public final List<Item> docs;

    Plain(List<Item> docs) {
      this.docs = docs;
    }
  }

  /** A class of the program's own that can. */
  private static final class Basket implements Document {
    final List<Item> items;

    Basket(List<Item> items) {
      this.items = items;
    }

    @Override
    public Seq<String> memberNames() {
      return Seq.of("docs");
    }

    @Override
    public Object member(String name) {
      return name.equals("docs") ? items : null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Basket withMember(String name, Object value) {
      return name.equals("docs") ? new Basket((List<Item>) value) : this;
    }
  }

  private static final QueryKey<Order> ORDER = QueryKey.of("order", 1);
  private static final Order FIRST = new Order(
      1,
      new Customer("Ann", 7),
      List.of(new Item(1, 1)),
      Status.NEW,
      new BigDecimal("9.5"),
      new String[] {"a"});

  private final VirtualEnvironment world = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(world.environment());
  private final Client client = new Client(world.environment());
  private final List<Object> errors = new ArrayList<>();

  private void mutate(Mutation.Optimistic<Object> optimistic) {
    client
        .mutate(
            Mutation.<Object, Object>of((variables, context) -> network.send("save", variables))
                .resync(false)
                .optimistic(optimistic),
            "x")
        .onError(errors::add);
    world.advance(0);
  }

  private void answer(Object answer) {
    network.pending("save").answer(answer);
    world.advance(0);
  }

  @Test
  public void aDocumentInADocument_becomesARecordInARecord() {
    client.setQueryData(ORDER, FIRST);
    mutate((intent, x) -> intent.merge(
        ORDER,
        Json.object(
            "customer",
            Json.object("name", "Bob", "number", 8),
            "items",
            Json.array(Json.object("id", 2, "quantity", 5)),
            "status",
            "PAID",
            "total",
            12.25,
            "tags",
            Json.array("b", "c"))));
    Order shown = client.getQueryData(ORDER);
    assertEquals(new Customer("Bob", 8), shown.customer());
    assertEquals(List.of(new Item(2, 5)), shown.items());
    int quantity = shown.items().get(0).quantity();
    assertEquals(5, quantity);
    assertEquals(Status.PAID, shown.status());
    assertEquals(new BigDecimal("12.25"), shown.total());
    assertEquals(List.of("b", "c"), List.of(shown.tags()));
  }

  @Test
  public void whatFitsAlready_staysTheObjectThatItIs() {
    client.setQueryData(ORDER, FIRST);
    Customer bob = new Customer("Bob", 8);
    List<Item> items = List.of(new Item(3, 3));
    mutate((intent, x) -> intent.merge(ORDER, Map.of("customer", bob, "items", items)));
    assertSame(bob, client.getQueryData(ORDER).customer());
    assertSame(items, client.getQueryData(ORDER).items());
  }

  @Test
  public void anAnswerOfAnotherRecord_isWrittenOverTheOneThatIsThere() {
    ListKey<List<Order>, Order> orders = QueryKey.ofList("orders");
    client.setQueryData(orders, List.of(FIRST));
    mutate((intent, x) -> intent.merge(orders, Json.object("id", 1, "status", "PAID")));
    answer(new Saved(1, Status.PAID, true));
    Order shown = client.getQueryData(orders).get(0);
    assertEquals(Status.PAID, shown.status());
    assertSame(FIRST.customer(), shown.customer());
  }

  @Test
  public void aRecordMayBeTheFieldsOfAMerge() {
    client.setQueryData(ORDER, FIRST);
    mutate((intent, x) -> intent.merge(ORDER, new Saved(1, Status.PAID, false)));
    assertEquals(Status.PAID, client.getQueryData(ORDER).status());
    assertSame(FIRST.items(), client.getQueryData(ORDER).items());
  }

  @Test
  public void aSeq_isAList_andStaysOne() {
    ListKey<Box, Item> boxes = QueryKey.ofList("box");
    ListKey<Seq<Item>, Item> bare = QueryKey.ofList("bare");
    client.setQueryData(boxes, new Box(Seq.of(new Item(1, 1)), 1));
    client.setQueryData(bare, Seq.of(new Item(1, 1)));
    mutate((intent, x) -> {
      intent.append(boxes, new Item(2, 1));
      intent.increment(bare, "quantity", 4, 1);
      intent.prepend(bare, new Item(0, 1));
    });
    Seq<Item> inside = client.getQueryData(boxes).docs();
    Seq<Item> shown = client.getQueryData(bare);
    assertEquals(2, inside.get(1).id());
    assertEquals(List.of(new Item(0, 1), new Item(1, 5)), shown.asList());
  }

  @Test
  public void aListInARecordInARecord_isReachedByItsPath() {
    ListKey<Outer, Item> outer = QueryKey.ofList("outer");
    client.setQueryDefaults(outer, Query.defaults().records(null, "data.items"));
    client.setQueryData(outer, new Outer(new Inner(List.of(new Item(1, 1))), 1));
    mutate((intent, x) -> intent.upsert(outer, new Item(2, 2)));
    assertEquals(
        new Outer(new Inner(List.of(new Item(1, 1), new Item(2, 2))), 1),
        client.getQueryData(outer));
  }

  @Test
  public void aClassThatCannotBeMadeAnew_isRefused_withTheRemedy_andStaysAsItIs() {
    ListKey<Plain, Item> plain = QueryKey.ofList("plain");
    Plain value = new Plain(List.of(new Item(1, 1)));
    client.setQueryData(plain, value);
    mutate((intent, x) -> intent.remove(plain, 1));
    assertSame(value, client.getQueryData(plain));
    String message = ((Throwable) errors.get(0)).getMessage();
    assertTrue(
        message,
        message.contains("make the class a record, or let it implement dev.sanguine.env.Document"));
    assertEquals(0, network.count("save"));
  }

  @Test
  public void aClassThatCanBeMadeAnew_isChanged() {
    ListKey<Basket, Item> basket = QueryKey.ofList("basket");
    client.setQueryData(basket, new Basket(List.of(new Item(1, 1), new Item(2, 1))));
    mutate((intent, x) -> intent.remove(basket, 1));
    assertEquals(List.of(new Item(2, 1)), client.getQueryData(basket).items);
  }

  @Test
  public void aNumberThatAComponentWouldCut_isRefused() {
    client.setQueryData(ORDER, FIRST);
    mutate((intent, x) ->
        intent.merge(ORDER, Json.object("customer", Json.object("name", "Bob", "number", 7.5))));
    String message = ((Throwable) errors.get(0)).getMessage();
    assertEquals(
        "record Order: customer record Customer: number can't be 7.5; give a int", message);
    assertSame(FIRST, client.getQueryData(ORDER));
  }

  @Test
  public void equalSeqs_keepTheOneThatIsThere() {
    QueryKey<Seq<Item>> key = QueryKey.of("seq");
    Seq<Item> first = Seq.of(new Item(1, 1));
    client.setQueryData(key, first);
    assertSame(first, client.setQueryData(key, Seq.of(new Item(1, 1))));
    assertEquals(
        Set.of(2),
        Set.of(client.setQueryData(key, Seq.of(new Item(2, 1))).get(0).id()));
  }
}
