package dev.sanguine.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;

import dev.sanguine.json.Json;
import org.junit.Test;

public class HydrationTest extends ClientCase {
  private final Client other = new Client(world.environment());

  private static Object written(Object state) {
    return Json.parse(Json.stringify(state));
  }

  @Test
  public void confirmedData_goesThroughText() {
    QueryKey<Object> order = QueryKey.of("order", Json.object("id", 1));
    client.setQueryData(order, json("{'id':1,'status':'new'}"));
    Mutation<Object, Object> pay = Mutation.<Object, Object>of((variables, context) -> send("pay"))
        .optimistic((intent, variables) -> intent.merge(order, json("{'status':'paid'}")));
    see(client.mutate(pay, "x"));
    Hydration.hydrate(other, written(Hydration.dehydrate(client)));
    assertEquals(
        "a change under way is not written",
        "{'id':1,'status':'new'}",
        text(other.getQueryData(order)));
    assertEquals(client.getQuery(order).dataUpdatedAt(), other.getQuery(order).dataUpdatedAt(), 0);
    fail("pay");
    other.clear();
  }

  @Test
  public void valuesOfTheProgramsOwn_areSerialized_andPicked() {
    client.setQueryData(EVENT, tea());
    client.setQueryData(QueryKey.<String>of("secret"), "s");
    Object state =
        written(Hydration.dehydrate(client, query -> !query.hash().contains("secret"), data -> {
          Event event = (Event) data;
          return Json.object("id", event.id, "title", event.title, "seats", event.seats);
        }));
    Hydration.hydrate(
        other,
        state,
        document -> new Event(
            Json.string(document, "id"),
            Json.string(document, "title"),
            Json.number(document, "seats")));
    assertEquals(tea(), other.getQueryData(EVENT));
    assertNull(other.getQueryData(QueryKey.<String>of("secret")));
    other.clear();
  }

  @Test
  public void aPausedMutation_goesOnElsewhere_withItsChange() {
    QueryKey<Object> order = QueryKey.of("order");
    Mutation<Object, Object> pay = Mutation.<Object, Object>of((variables, context) -> send("pay"))
        .optimistic((intent, variables) -> intent.merge(order, variables));
    client.setQueryData(order, json("{'id':1,'status':'new'}"));
    world.environment().online.setOnline(false);
    Future<Object> paused = client.mutate(pay.key("pay"), json("{'status':'paid'}"));
    see(paused);
    Object state = written(Hydration.dehydrate(client));
    other.setMutationDefaults(pay, "pay");
    Hydration.hydrate(other, state);
    assertEquals("{'id':1,'status':'paid'}", text(other.getQueryData(order)));
    world.environment().online.setOnline(true);
    see(other.resumePausedMutations());
    assertEquals(1, network.count("pay"));
    answer("pay", json("{'id':1,'status':'paid'}"));
    assertEquals("{'id':1,'status':'paid'}", text(other.getQueryData(order)));
    paused.cancel();
    other.clear();
  }

  @Test
  public void aFetchUnderWay_isWrittenWithoutItsPromise() {
    Seen<Event> seen = see(client.fetchQuery(Query.of(EVENT).queryFn(context -> send("event"))));
    Object state = Hydration.dehydrate(client, query -> true, data -> data);
    assertEquals(1, Json.list(state, "queries").size());
    assertFalse(Json.names(Json.list(state, "queries").get(0)).has("promise"));
    Hydration.hydrate(other, written(state));
    assertEquals(Status.PENDING, other.getQuery(EVENT).status());
    answer("event", tea());
    assertEquals(1, seen.times);
    other.clear();
  }

  @Test
  public void whatIsNoState_isPassedOver() {
    Hydration.hydrate(other, null);
    Hydration.hydrate(other, "text");
    Hydration.hydrate(other, json("{'queries':[1,{'state':{}}]}"));
    assertEquals(0, other.getQueries(Filters.all()).size());
  }
}
