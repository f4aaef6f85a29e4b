package dev.sanguine.client.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import dev.sanguine.client.Client;
import dev.sanguine.client.Hydration;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Java records, and classes with public fields, in the cache of a JVM program. */
public class RecordsTest {
  private record Order(int id, String status, long total, Integer items, boolean gift) {
    Order {
      if (total < 0) {
        throw new IllegalArgumentException("total " + total + " is negative");
      }
    }
  }

  private enum Status {
    PAID {
      @Override
      public String toString() {
        return "paid, for people";
      }
    }
  }

  private record Page(List<Order> docs, int totalDocs) {}

  /** A class with a public id. */
  public static final class Note {
    public static final String KIND = "note";
    public final String id;
    private final String text;

    Note(String id, String text) {
      this.id = id;
      this.text = text;
    }
  }

  private static final ListKey<List<Order>, Order> ORDERS = QueryKey.ofList("orders");
  private static final ListKey<Page, Order> PAGE = QueryKey.ofList("page");
  private static final QueryKey<Order> ORDER = QueryKey.of("order", 1);
  private static final Order NEW = new Order(1, "new", 900, 2, false);

  private final VirtualEnvironment world = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(world.environment());
  private final Client client = new Client(world.environment());

  private Mutation<Object, Object> change(Mutation.Optimistic<Object> optimistic) {
    return Mutation.<Object, Object>of((variables, context) -> network.send("save", variables))
        .resync(false)
        .optimistic(optimistic);
  }

  private void mutate(Mutation.Optimistic<Object> optimistic) {
    client.mutate(change(optimistic), "x").onError(error -> {});
    world.advance(0);
  }

  private void fail() {
    network.pending("save").fail(new IllegalStateException("refused"));
    world.advance(0);
  }

  @Test
  public void asText_aRecordIsTheDocumentOfItsComponents() {
    assertEquals(
        "{\"docs\":[{\"id\":1,\"status\":\"new\",\"total\":900,\"items\":2,\"gift\":false}],\"totalDocs\":1}",
        Json.stringify(new Page(List.of(NEW), 1)));
    record Parcel(Status status, LocalDate sent, Seq<Integer> parts, Integer none) {}
    assertEquals(
        "{\"status\":\"PAID\",\"sent\":\"2026-01-02\",\"parts\":[1,2],\"none\":null}",
        Json.stringify(new Parcel(Status.PAID, LocalDate.of(2026, 1, 2), Seq.of(1, 2), null)));
  }

  @Test
  public void asText_whatIsNoDocument_isRefused_withItsRemedy() {
    IllegalArgumentException e = assertThrows(
        IllegalArgumentException.class, () -> Json.stringify(List.of(new Note("a", "text"))));
    assertTrue(
        e.getMessage(), e.getMessage().contains("make " + Note.class.getName() + " a record"));
  }

  @Test
  public void recordsOfTheCache_goThroughText() {
    client.setQueryData(ORDERS, List.of(NEW));
    Client other = new Client(world.environment());
    Hydration.hydrate(
        other, Json.parse(Json.stringify(Hydration.dehydrate(client))), data -> Json.items(data)
            .map(order -> new Order(
                (int) Json.number(order, "id"),
                Json.string(order, "status"),
                (long) Json.number(order, "total"),
                (int) Json.number(order, "items"),
                Json.bool(order, "gift")))
            .asList());
    assertEquals(List.of(NEW), other.getQueryData(ORDERS));
  }

  @Test
  public void equalRecords_keepTheObjectThatIsThere_alsoInsideALists() {
    List<Order> first = List.of(NEW, new Order(2, "new", 1, 1, true));
    client.setQueryData(ORDERS, first);
    assertSame(first, client.setQueryData(ORDERS, List.of(NEW, new Order(2, "new", 1, 1, true))));
    List<Order> changed = client.setQueryData(ORDERS, List.of(new Order(1, "new", 900, 2, false)));
    assertSame(NEW, changed.get(0));
  }

  @Test
  public void merge_makesAnotherRecord_ofTheComponentsTypes() {
    client.setQueryData(ORDER, NEW);
    mutate((intent, x) -> intent.merge(
        ORDER, Map.of("status", "paid", "total", 1000, "items", 3.0, "gift", true, "odd", 1)));
    assertEquals(new Order(1, "paid", 1000, 3, true), client.getQueryData(ORDER));
    fail();
    assertSame(NEW, client.getQueryData(ORDER));
  }

  @Test
  public void listHelpers_findRecordsByTheirId() {
    client.setQueryData(ORDERS, List.of(NEW, new Order(2, "new", 1, 1, true)));
    mutate((intent, x) -> {
      intent.remove(ORDERS, 2);
      intent.merge(ORDERS, Json.object("id", 1, "status", "packed"));
      intent.upsert(ORDERS, new Order(3, "new", 5, null, false));
      intent.append(ORDERS, new Order(4, "new", 5, null, false));
    });
    List<Order> orders = client.getQueryData(ORDERS);
    assertEquals(
        "[1 packed, 3 new, 4 new]",
        orders.stream().map(o -> o.id() + " " + o.status()).toList().toString());
    fail();
    assertEquals(2, client.getQueryData(ORDERS).size());
  }

  @Test
  public void aRecordThatHoldsTheList_isMadeAnewWithIt() {
    client.setQueryData(PAGE, new Page(List.of(NEW), 1));
    mutate((intent, x) -> intent.prepend(PAGE, new Order(5, "new", 1, 1, false)));
    Page page = client.getQueryData(PAGE);
    assertEquals(List.of(5, 1), page.docs().stream().map(Order::id).toList());
    assertEquals(1, page.totalDocs());
    fail();
  }

  @Test
  public void increment_keepsTheComponentsType() {
    client.setQueryData(ORDER, NEW);
    mutate((intent, x) -> {
      intent.increment(ORDER, "total", 100);
      intent.increment(ORDER, "items", 1);
    });
    assertEquals(new Order(1, "new", 1000, 3, false), client.getQueryData(ORDER));
    fail();
  }

  @Test
  public void anAnswerWithTheId_isWrittenOverTheRecord() {
    client.setQueryData(ORDERS, List.of(NEW));
    client.mutate(
        change((intent, x) -> intent.merge(ORDERS, Json.object("id", 1, "status", "paid"))), "x");
    world.advance(0);
    network
        .pending("save")
        .answer(Json.parse("{\"id\":1,\"status\":\"paid\",\"total\":950,\"updatedAt\":\"now\"}"));
    world.advance(0);
    assertEquals(
        new Order(1, "paid", 950, 2, false), client.getQueryData(ORDERS).get(0));
  }

  @Test
  public void whatAComponentCannotHold_isRefused_andNothingIsSent() {
    client.setQueryData(ORDER, NEW);
    List<Object> errors = new ArrayList<>();
    client
        .mutate(change((intent, x) -> intent.merge(ORDER, Map.of("status", 7))), "x")
        .onError(errors::add);
    client
        .mutate(change((intent, x) -> intent.increment(ORDER, "total", -5000)), "x")
        .onError(errors::add);
    world.advance(0);
    assertEquals(
        "record Order: status can't be 7; give a String", ((Throwable) errors.get(0)).getMessage());
    assertEquals("total -4100 is negative", ((Throwable) errors.get(1)).getMessage());
    assertEquals(0, network.count("save"));
    assertSame(NEW, client.getQueryData(ORDER));
  }

  @Test
  public void aClassWithAPublicId_isFoundByIt() {
    ListKey<List<Note>, Note> notes = QueryKey.ofList("notes");
    client.setQueryData(notes, List.of(new Note("a", "first"), new Note("b", "second")));
    mutate((intent, x) -> {
      intent.remove(notes, "a");
      intent.upsert(notes, new Note("b", "changed"));
    });
    assertEquals(1, client.getQueryData(notes).size());
    assertEquals("changed", client.getQueryData(notes).get(0).text);
    fail();
  }

  @Test
  public void numbersOfAnyType_areOneKey_asPartAndAsPrefix() {
    client.setQueryData(QueryKey.<String>of("order", 1L, Map.of("n", 2)), "x");
    assertEquals("x", client.getQueryData(QueryKey.<String>of("order", 1.0, Map.of("n", 2.0))));
    assertEquals(
        1,
        client
            .getQueries(QueryKey.<String>of("order", 1, Map.of("n", 2.0)).filters())
            .size());
    assertEquals(
        0,
        client
            .getQueries(QueryKey.<String>of("order", 1, Map.of("n", 3)).filters())
            .size());
  }

  private record Versioned(int id, int n, long version) {}

  @Test
  public void aRecordsVersion_tellsWhatAnAnswerHolds() {
    QueryKey<Versioned> key = QueryKey.of("versioned");
    client.setQueryData(key, new Versioned(1, 1, 7));
    mutate((intent, x) -> intent.increment(key, "n", 1));
    client.fetchQuery(Query.of(key).versionField("version").queryFn(context -> sent("get")));
    world.advance(0);
    network.pending("get").answer(new Versioned(1, 10, 7));
    world.advance(0);
    assertEquals(
        "an increment would hold the answer back",
        new Versioned(1, 11, 7),
        client.getQueryData(key));
    fail();
  }

  @Test
  public void aListInTheCache_cannotBeChangedInPlace() {
    client.setQueryData(ORDERS, List.of(NEW));
    mutate((intent, x) -> intent.append(ORDERS, NEW));
    assertThrows(
        UnsupportedOperationException.class, () -> client.getQueryData(ORDERS).add(NEW));
    fail();
  }

  @Test
  public void aQueryOfRecords_sharesByEquals() {
    Query<Order> order = Query.of(ORDER).queryFn(context -> sent("order"));
    client.fetchQuery(order);
    world.advance(0);
    network.pending("order").answer(new Order(1, "new", 900, 2, false));
    world.advance(0);
    Order first = client.getQueryData(ORDER);
    client.fetchQuery(order);
    world.advance(0);
    network.pending("order").answer(new Order(1, "new", 900, 2, false));
    world.advance(0);
    assertSame(first, client.getQueryData(ORDER));
    assertTrue(client.getQuery(ORDER).dataUpdateCount() == 2);
  }

  @SuppressWarnings("unchecked")
  private <T> Thenable<T> sent(String request) {
    return (Thenable<T>) (Thenable<?>) network.send(request, null);
  }
}
