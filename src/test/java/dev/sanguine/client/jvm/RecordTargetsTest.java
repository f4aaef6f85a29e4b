package dev.sanguine.client.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import dev.sanguine.json.Json;
import dev.sanguine.law.Intent;
import dev.sanguine.law.Updater;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.Test;

/** Java records as documents: what a helper, an answer, a version and a value written by hand make of them. */
public class RecordTargetsTest {
  private record User(int id, String name) {}

  private record Post(int id, String title, int likes, User author) {}

  private record Page(List<Post> docs, int total) {}

  private record Named(String id, String title) {}

  private record Keyed(UUID id, String title) {}

  private record OrderId(long number) {}

  private record Order(OrderId id, String title) {}

  private record Versioned(long id, String title, long v) {}

  private static final User ANN = new User(1, "Ann");
  private static final Post ONE = new Post(1, "t0", 0, ANN);
  private static final Post TWO = new Post(2, "t0", 0, ANN);

  /** Writes one change down. */
  private interface Helper {
    void on(Intent intent, Object key);
  }

  private final VirtualEnvironment world = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(world.environment());
  private final QueryClient client =
      new QueryClient(new QueryClientConfig().environment(world.environment()));

  private static Object key(String name) {
    return QueryKey.of(name);
  }

  private static Object json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  private void put(String name, Object value) {
    client.setQueryData(key(name), value, null);
  }

  private Object shown(String name) {
    return client.getQueryData(key(name));
  }

  /** Changes the query by a helper, with a request that the test answers. */
  private void change(String name, String cached, Helper helper) {
    client
        .mutate(
            MutationOptions.create()
                .mutationFn((variables, context) -> network.send(name, variables))
                .optimistic((intent, variables) -> {
                  helper.on(intent, key(cached));
                }),
            null)
        .done(null, error -> {});
    world.advance(0);
  }

  private void answer(String request, String document) {
    network.pending(request).answer(json(document));
    world.advance(0);
  }

  private void fail(String request) {
    network.pending(request).fail("no");
    world.advance(0);
  }

  @Test
  public void merge_passesOverAnotherRecord_andKeepsTheNestedOne() {
    put("one", ONE);
    put("two", TWO);
    change("A", "one", (intent, key) -> intent.merge(key, json("{'id':1,'title':'A'}")));
    change("B", "two", (intent, key) -> intent.merge(key, json("{'id':1,'title':'B'}")));
    assertEquals(new Post(1, "A", 0, ANN), shown("one"));
    assertSame(TWO, shown("two"));
  }

  @Test
  public void everyCopyOnEveryPage_isMeant() {
    put(
        "feed",
        Map.of(
            "pages",
            List.of(new Page(List.of(ONE, TWO), 2), new Page(List.of(ONE), 1)),
            "pageParams",
            List.of(0.0, 1.0)));
    change("A", "feed", (intent, key) -> intent.increment(key, "likes", 1, "1"));
    Post liked = new Post(1, "t0", 1, ANN);
    assertEquals(
        List.of(new Page(List.of(liked, TWO), 2), new Page(List.of(liked), 1)),
        Json.get(shown("feed"), "pages"));
    fail("A");
    change("B", "feed", (intent, key) -> intent.remove(key, 1));
    assertEquals(
        List.of(new Page(List.of(TWO), 2), new Page(List.of(), 1)),
        Json.get(shown("feed"), "pages"));
  }

  @Test
  public void anIdThatIsAText_isTheSame_andStaysWhatItWas() {
    put("posts", List.of(ONE, TWO));
    put("named", List.of(new Named("1", "t0")));
    change("A", "posts", (intent, key) -> intent.merge(key, json("{'id':'2','title':'A'}")));
    change("B", "named", (intent, key) -> intent.merge(key, json("{'id':1,'title':'B'}")));
    assertEquals(List.of(ONE, new Post(2, "A", 0, ANN)), shown("posts"));
    assertEquals(List.of(new Named("1", "B")), shown("named"));
  }

  @Test
  public void idsOfAnyType_areEqualIfTheyAre() {
    UUID id = UUID.fromString("00000000-0000-0000-0000-000000000001");
    put("keyed", List.of(new Keyed(id, "t0"), new Keyed(new UUID(0, 2), "t0")));
    change("A", "keyed", (intent, key) -> intent.remove(key, new UUID(0, 2)));
    assertEquals(List.of(new Keyed(id, "t0")), shown("keyed"));
    fail("A");
    change("B", "keyed", (intent, key) -> intent.upsert(key, new Keyed(new UUID(0, 1), "B")));
    assertEquals(List.of(new Keyed(id, "B"), new Keyed(new UUID(0, 2), "t0")), shown("keyed"));
    fail("B");
    change("C", "keyed", (intent, key) -> intent.remove(key, id.toString()));
    assertEquals(List.of(new Keyed(new UUID(0, 2), "t0")), shown("keyed"));
  }

  @Test
  public void idsOfTheProgramsOwnType_areEqualIfTheyAre() {
    put("orders", List.of(new Order(new OrderId(1), "t0"), new Order(new OrderId(2), "t0")));
    change("A", "orders", (intent, key) -> intent.upsert(key, new Order(new OrderId(2), "A")));
    assertEquals(
        List.of(new Order(new OrderId(1), "t0"), new Order(new OrderId(2), "A")), shown("orders"));
  }

  @Test
  public void longIds_thatNoDoubleHolds_areToldApart() {
    long large = (1L << 53) + 1;
    put("versioned", List.of(new Versioned(large, "t0", 1), new Versioned(large - 1, "t0", 1)));
    change("A", "versioned", (intent, key) -> intent.remove(key, (Object) large));
    assertEquals(List.of(new Versioned(large - 1, "t0", 1)), shown("versioned"));
    fail("A");
    change("B", "versioned", (intent, key) -> intent.remove(key, "" + large));
    assertEquals(List.of(new Versioned(large - 1, "t0", 1)), shown("versioned"));
  }

  @Test
  public void theAnswer_isWrittenOverTheRecordThatWasChanged_notOverItsParent() {
    put("post", ONE);
    change(
        "A",
        "post",
        (intent, key) -> intent.update(key, old -> new Post(1, "t0", 0, new User(1, "Bea"))));
    answer("A", "{'id':1,'name':'Bea'}");
    assertEquals(new Post(1, "t0", 0, new User(1, "Bea")), shown("post"));
  }

  @Test
  public void theAnswersRecord_isWrittenOverEveryCopy() {
    put("posts", List.of(ONE, TWO, ONE));
    change("A", "posts", (intent, key) -> intent.merge(key, json("{'id':1,'title':'A'}")));
    answer("A", "{'id':'1','title':'A!','slug':'a'}");
    Post answered = new Post(1, "A!", 0, ANN);
    assertEquals(List.of(answered, TWO, answered), shown("posts"));
  }

  @Test
  public void aRecordThatIsBeingMade_hasTheServersId() {
    put("named", List.of());
    change("A", "named", (intent, key) -> {
      TemporaryIds.temporary(intent, "t", null);
      intent.append(key, Map.of("id", "t", "title", "A"));
    });
    answer("A", "{'id':'n1','title':'A'}");
    assertEquals(List.of(Map.of("id", "n1", "title", "A")), shown("named"));
  }

  private record Line(Named named, List<Named> more) {}

  @Test
  public void whatIsDoneToARecordThatIsBeingMade_waits_ifARecordHoldsItsId() {
    put("named", List.of());
    change("A", "named", (intent, key) -> {
      TemporaryIds.temporary(intent, "t", null);
      intent.append(key, new Named("t", "A"));
    });
    Line variables = new Line(new Named("t", "B"), List.of(new Named("t", "B")));
    client
        .mutate(
            MutationOptions.create()
                .mutationFn((given, context) -> network.send("B " + given, given))
                .optimistic((intent, given) -> {
                  intent.upsert(key("named"), ((Line) given).named());
                }),
            variables)
        .done(null, error -> {});
    world.advance(0);
    assertEquals(List.of(new Named("t", "B")), shown("named"));
    assertEquals("nothing is sent with the temporary id", 1, network.calls().size());
    answer("A", "{'id':7,'title':'A'}");
    assertEquals(List.of(new Named("7", "B")), shown("named"));
    assertEquals(
        1, network.count("B " + new Line(new Named("7", "B"), List.of(new Named("7", "B")))));
  }

  @Test
  public void aRecordThatWasPushed_isNotThereTwice() {
    put("posts", List.of(ONE));
    change("A", "posts", (intent, key) -> intent.append(key, TWO));
    put("posts", List.of(new Post(1, "pushed", 0, ANN), new Post(2, "t0", 0, ANN)));
    assertEquals(List.of(new Post(1, "pushed", 0, ANN), TWO), shown("posts"));
    answer("A", "'ok'");
    assertEquals(List.of(new Post(1, "pushed", 0, ANN), TWO), shown("posts"));
  }

  @Test
  public void anIncrementThatIsInAPushedRecord_isNotCountedTwice() {
    put("post", ONE);
    change("A", "post", (intent, key) -> intent.increment(key, "likes", 1));
    put("post", new Post(1, "pushed", 1, ANN));
    assertEquals(new Post(1, "pushed", 1, ANN), shown("post"));
    answer("A", "'ok'");
    assertEquals(new Post(1, "pushed", 1, ANN), shown("post"));
  }

  @Test
  public void aWrittenUpdate_isMadeOfTheBase() {
    put("post", ONE);
    change("A", "post", (intent, key) -> intent.increment(key, "likes", 1));
    client.setQueryData(
        key("post"), (Updater) old -> new Post(1, "written", ((Post) old).likes(), ANN), null);
    assertEquals(new Post(1, "written", 1, ANN), shown("post"));
    fail("A");
    assertEquals(new Post(1, "written", 0, ANN), shown("post"));
  }

  @Test
  public void helpersOverOtherValues_leaveThemAlone() {
    for (Object value :
        new Object[] {5, "text", true, new int[] {1}, List.of(1, 2), ANN, new StringBuilder("x")}) {
      put("value", value);
      change("A", "value", (intent, key) -> {
        intent.merge(QueryFilters.of(key("value")), json("{'id':7,'title':'A'}"));
        intent.remove(key, 7);
        intent.increment(key, "likes", 1, 7.0);
      });
      assertSame(value, shown("value"));
      fail("A");
    }
  }
}
