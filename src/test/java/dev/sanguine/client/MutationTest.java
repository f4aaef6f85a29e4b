package dev.sanguine.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.state.MutationContext;
import org.junit.Test;

/** A mutation of the typed client: its change, its callbacks, how it is sent, and what its answer does. */
public class MutationTest extends ClientCase {
  private final Seq<String> log = new Seq<>();

  @Test
  public void aChange_showsInTheSameCall_andLeavesWithItsFailure() {
    client.setQueryData(EVENT, tea());
    Future<Event> answer = client.mutate(rename, "Coffee");
    assertEquals("Coffee", title());
    Seen<Event> seen = see(answer);
    fail("rename to Coffee");
    assertEquals("rename to Coffee failed", seen.error);
    assertEquals("Tea", title());
  }

  @Test
  public void aConfirmedChange_isTheConfirmedValue_andTheAnswerIsTyped() {
    client.setQueryData(EVENT, tea());
    Seen<Integer> length = see(client.mutate(rename, "Coffee").map(event -> event.title.length()));
    answer("rename to Coffee", tea().titled("Coffee"));
    assertEquals(6, (int) length.value);
    assertEquals("Coffee", title());
    assertTrue(client.getQuery(EVENT).isStale());
  }

  @Test
  public void oneOfTwoFails_theOtherStands() {
    client.setQueryData(EVENT, tea());
    see(client.mutate(rename, "Coffee"));
    Mutation<Double, Event> book = Mutation.<Double, Event>of((seats, context) -> send("book"))
        .optimistic((intent, seats) ->
            intent.update(EVENT, old -> new Event(old.id, old.title, old.seats - seats)));
    see(client.mutate(book, 2.0));
    assertEquals("1/Coffee/6", client.getQueryData(EVENT).toString());
    fail("rename to Coffee");
    assertEquals("1/Tea/6", client.getQueryData(EVENT).toString());
    fail("book");
    assertEquals(tea(), client.getQueryData(EVENT));
  }

  @Test
  public void anOutcome_thatIsUnknown_staysListedUntilAFetch() {
    client.setQueryData(EVENT, tea());
    watch(client.observe(Query.of(EVENT).staleTime(1e9).queryFn(context -> send("event"))));
    PendingObserver<Object> pending = client.observePending();
    see(client.mutate(rename.outcome(error -> Outcome.UNKNOWN), "Coffee"));
    fail("rename to Coffee");
    assertEquals("Tea", title());
    assertEquals("unknown", pending.current().get(0).state());
    answer("event", tea().titled("Coffee"));
    assertEquals("Coffee", title());
  }

  @Test
  public void anOutcome_canBeFailed_orLeftToTheError() {
    client.setQueryData(EVENT, tea());
    PendingObserver<Object> pending = client.observePending();
    see(client.mutate(rename.outcome(error -> Outcome.FAILED), "Coffee"));
    fail("rename to Coffee");
    see(client.mutate(rename.outcome(error -> null), "Milk"));
    fail("rename to Milk");
    assertEquals("failed", pending.current().get(0).state());
    assertEquals("failed", pending.current().get(1).state());
  }

  @Test
  public void anIntentAfterOptimistic_isRefused() {
    Seq<Intent> kept = new Seq<>();
    see(client.mutate(changing((intent, variables) -> kept.add(intent)), "x"));
    assertEquals("sent", kept.get(0).state());
    Object error = world
        .environment()
        .errors
        .attempt(
            () -> {
              kept.get(0).set(EVENT, tea());
              return "not refused";
            },
            thrown -> thrown);
    assertTrue(message(error), message(error).contains("optimistic has returned"));
    fail("save");
    assertEquals("failed", kept.get(0).state());
  }

  @Test
  public void anOptimisticThatThrows_sendsNothing() {
    Seen<Object> seen = see(client.mutate(
        changing((intent, variables) -> {
          throw world.environment().errors.raise("no");
        }),
        "x"));
    assertEquals("no", seen.error);
    assertEquals(0, network.count("save"));
    assertEquals(
        "mutation #1 failed before it was sent, and has no onError that would say so",
        world.reports().get(0));
    world.reports().clear();
  }

  @Test
  public void cancel_takesTheChangeBackAtOnce_andAbortsItsSignal() {
    client.setQueryData(EVENT, tea());
    Seq<MutationContext> contexts = new Seq<>();
    Mutation<String, Event> watched = Mutation.<String, Event>of((title, context) -> {
          contexts.add(context);
          return send("rename");
        })
        .optimistic((intent, title) -> intent.update(EVENT, old -> old.titled(title)));
    Future<Event> answer = client.mutate(watched, "Coffee");
    Future<String> mapped = answer.map(event -> event.title);
    world.advance(0);
    assertNotNull(contexts.get(0).idempotencyKey);
    mapped.cancel();
    assertEquals("Tea", title());
    assertTrue(contexts.get(0).signal.aborted);
    assertTrue(client.isCancelled(see(mapped).error));
  }

  @Test
  public void callbacks_areTyped_andComeInOrder() {
    Mutation<String, Event> told = rename
        .onMutate(title -> log.add("start " + title))
        .onSuccess((event, title) -> log.add("saved " + event.title))
        .onError((error, title) -> log.add("failed " + title))
        .onSettled((error, title) -> log.add("end " + error));
    see(client.mutate(told, "Coffee"));
    answer("rename to Coffee", tea().titled("Coffee!"));
    see(client.mutate(told, "Milk"));
    fail("rename to Milk");
    assertEquals(
        "['start Coffee','saved Coffee!','end null','start Milk','failed Milk','end rename to Milk"
            + " failed']",
        text(Json.arrayOf(log)));
  }

  @Test
  public void awaitedCallbacks_keepTheMutationPending() {
    Mutation<String, Event> slow = rename
        .onSuccessAwait((event, title) -> send("after"))
        .onErrorAwait((error, title) -> send("after error"))
        .onSettledAwait((error, title) -> null);
    Seen<Event> seen = see(client.mutate(slow, "Coffee"));
    answer("rename to Coffee", tea());
    assertEquals(0, seen.times);
    assertEquals(1, client.isMutating());
    answer("after", "done");
    assertEquals(1, seen.times);
    Seen<Event> failing = see(client.mutate(slow, "Milk"));
    fail("rename to Milk");
    assertEquals(0, failing.times);
    answer("after error", "done");
    assertEquals("rename to Milk failed", failing.error);
  }

  @Test
  public void retries_keepTheChange_andItsKey() {
    client.setQueryData(EVENT, tea());
    Seq<String> keys = new Seq<>();
    Mutation<String, Event> again = Mutation.<String, Event>of((title, context) -> {
          keys.add(context.idempotencyKey);
          return send("rename");
        })
        .optimistic((intent, title) -> intent.update(EVENT, old -> old.titled(title)));
    Seen<Event> seen = see(client.mutate(again.retry(1).retryDelay(100), "Coffee"));
    fail("rename");
    assertEquals("Coffee", title());
    world.advance(100);
    answer("rename", tea().titled("Coffee"));
    assertEquals("Coffee", seen.value.title);
    assertEquals(keys.get(0), keys.get(1));
    Seen<Event> other = see(client.mutate(
        again.retryIf((failures, error) -> failures < 1).retryDelayBy((failures, error) -> 50),
        "Milk"));
    fail("rename");
    world.advance(50);
    fail("rename");
    assertEquals("rename failed", other.error);
  }

  @Test
  public void aScope_sendsOneAfterTheOther() {
    client.setQueryData(EVENT, tea());
    see(client.mutate(rename.scope("event"), "Coffee"));
    see(client.mutate(rename.scope("event"), "Milk"));
    assertEquals("Milk", title());
    assertEquals(1, network.calls().size());
    answer("rename to Coffee", tea().titled("Coffee"));
    answer("rename to Milk", tea().titled("Milk"));
    assertEquals("Milk", title());
  }

  @Test
  public void offline_aMutationWaits_andGoesOnLater() {
    client.setQueryData(EVENT, tea());
    world.environment().online.setOnline(false);
    MutationObserver<String, Event> observer =
        client.observe(rename.gcTime(1000).meta("m"));
    Seen<Event> seen = see(observer.mutate("Coffee"));
    assertTrue(observer.current().isPaused());
    assertEquals("Coffee", title());
    world.environment().online.setOnline(true);
    see(client.resumePausedMutations());
    answer("rename to Coffee", tea().titled("Coffee"));
    assertEquals("Coffee", seen.value.title);
    world.environment().online.setOnline(false);
    see(client.mutate(rename.networkMode(NetworkMode.ALWAYS), "Now"));
    assertEquals(1, network.count("rename to Now"));
    fail("rename to Now");
    world.environment().online.setOnline(true);
  }

  @Test
  public void merge_saysWhatTheAnswerMakesOfAValue() {
    client.setQueryData(EVENT, tea());
    Mutation<String, Event> merging =
        rename.merge((answer, title, old) -> answer).resync(false);
    see(client.mutate(merging, "Coffee"));
    answer("rename to Coffee", tea().titled("Coffee (saved)"));
    assertEquals("Coffee (saved)", title());
  }

  @Test
  public void aConfirmation_isFollowedByOneFetch_unlessResyncIsOff() {
    Observer<Event> observer =
        client.observe(Query.of(EVENT).staleTime(1e9).queryFn(context -> send("event")));
    watch(observer);
    answer("event", tea());
    see(client.mutate(rename.resync(false), "Coffee"));
    answer("rename to Coffee", tea().titled("Coffee"));
    assertEquals(1, network.count("event"));
    see(client.mutate(rename, "Milk"));
    answer("rename to Milk", tea().titled("Milk"));
    assertEquals(2, network.count("event"));
    answer("event", tea().titled("Milk"));
    assertEquals("Milk", observer.current().data().title);
  }

  @Test
  public void aVersion_tellsWhatAnAnswerHolds() {
    QueryKey<Object> order = QueryKey.of("order");
    Query<Object> versioned =
        Query.of(order).versionField("updatedAt").queryFn(context -> send("order"));
    client.setQueryData(order, json("{'id':1,'n':1,'updatedAt':'a'}"));
    see(client.mutate(changing((intent, variables) -> intent.increment(order, "n", 1)), "x"));
    see(client.fetchQuery(versioned));
    answer("order", json("{'id':1,'n':1,'updatedAt':'a','seen':true}"));
    assertEquals(
        "an opaque change would hold the answer back",
        "{'id':1,'n':2,'updatedAt':'a','seen':true}",
        text(client.getQueryData(order)));
    fail("save");
  }

  @Test
  public void aTemporaryId_isReplacedByTheServers() {
    listIs("[]");
    Mutation<Object, Object> create = Mutation.<Object, Object>of(
            (record, context) -> send("create"))
        .resync(false)
        .optimistic((intent, record) -> {
          intent.temporary(Json.string(record, "id"));
          intent.append(EVENTS, record);
        });
    Mutation<Object, Object> retitle = Mutation.<Object, Object>of(
            (fields, context) -> send("retitle " + (int) Json.number(fields, "id")))
        .resync(false)
        .optimistic((intent, fields) -> intent.merge(EVENTS, fields));
    see(client.mutate(create, json("{'id':'new-1','title':'Tea'}")));
    see(client.mutate(retitle, json("{'id':'new-1','title':'Coffee'}")));
    assertEquals("[{'id':'new-1','title':'Coffee'}]", shown());
    assertEquals(1, network.calls().size());
    answer("create", json("{'id':7,'title':'Tea'}"));
    answer("retitle 7", json("{'id':7,'title':'Coffee'}"));
    assertEquals("[{'id':7,'title':'Coffee'}]", shown());
  }

  @Test
  public void aTemporaryId_canBeReadFromAnyPlaceOfTheAnswer() {
    listIs("[]");
    Mutation<Object, Object> create = Mutation.<Object, Object>of(
            (record, context) -> send("create"))
        .resync(false)
        .optimistic((intent, record) -> {
          intent.temporary(
              Json.string(record, "id"), answer -> Json.get(Json.get(answer, "order"), "number"));
          intent.append(EVENTS, record);
        });
    Mutation<Object, Object> retitle = Mutation.<Object, Object>of(
            (fields, context) -> send("retitle " + (int) Json.number(fields, "id")))
        .resync(false)
        .optimistic((intent, fields) -> intent.merge(EVENTS, fields));
    see(client.mutate(create, json("{'id':'new-1','title':'Tea'}")));
    see(client.mutate(retitle, json("{'id':'new-1','title':'Coffee'}")));
    answer("create", json("{'order':{'number':7}}"));
    assertEquals(1, network.count("retitle 7"));
    assertEquals("[{'id':7,'title':'Coffee'}]", shown());
    answer("retitle 7", json("{'id':7}"));
  }

  @Test
  public void pendingOnes_areCountedByKey() {
    see(client.mutate(rename.key("event", "rename"), "Coffee"));
    assertEquals(1, client.isMutating("event"));
    assertEquals(0, client.isMutating("order"));
    answer("rename to Coffee", tea());
    assertEquals(0, client.isMutating("event"));
  }

  @Test
  public void withoutVariables_nullDoes() {
    Mutation<Void, String> ping = Mutation.of((nothing, context) -> send("ping"));
    Seen<String> seen = see(client.mutate(ping, null));
    answer("ping", "pong");
    assertEquals("pong", seen.value);
    assertFalse(client.isMutating() > 0);
  }

  @Test
  public void defaults_ofAKey_giveTheFunctionAndTheChanges() {
    client.setQueryData(EVENT, tea());
    client.setMutationDefaults(rename, "event", "rename");
    client.setDefaultOptions(Query.defaults(), Mutation.defaults().retry(1).retryDelay(10));
    Mutation<String, Event> bare = Mutation.ofKey("event", "rename");
    Seen<Event> seen = see(client.mutate(bare, "Coffee"));
    assertEquals("Coffee", title());
    fail("rename to Coffee");
    world.advance(10);
    answer("rename to Coffee", tea().titled("Coffee"));
    assertEquals("Coffee", seen.value.title);
  }
}
