package dev.sanguine.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import org.junit.Test;

public class MutationObserverTest extends ClientCase {
  @Test
  public void whatIsPending_isShown_andCanBeSentAgainOrDiscarded() {
    listIs("[{'id':1,'n':1},{'id':2,'n':1}]");
    Mutation<Object, Object> save = Mutation.<Object, Object>of((fields, context) -> send("save"))
        .resync(false)
        .optimistic((intent, fields) -> intent.merge(EVENTS, fields));
    PendingObserver<Object> all = client.observePending();
    PendingObserver<Object> second = client.observePending(EVENTS, 2);
    Seq<Integer> told = new Seq<>();
    atEnd(second.subscribe(pending -> told.add(pending.size())));
    see(client.mutate(save, json("{'id':1,'n':5}")));
    see(client.mutate(save, json("{'id':2,'n':6}")));
    assertEquals(2, all.current().size());
    PendingIntent<Object> pending = second.current().get(0);
    assertEquals("sent", pending.state());
    assertEquals("n", pending.fields().get(0));
    assertEquals("{'id':2,'n':6}", text(pending.variables()));
    assertEquals(world.now(), pending.submittedAt(), 0);
    assertTrue(pending == second.current().get(0));
    answer("save", json("{'id':1,'n':5}"));
    fail("save");
    PendingIntent<Object> failed = second.current().get(0);
    assertEquals("failed", failed.state());
    assertEquals("save failed", failed.error());
    assertEquals(1, failed.attempts());
    Seen<Object> again = see(failed.retry());
    assertEquals("[{'id':1,'n':5},{'id':2,'n':6}]", shown());
    fail("save");
    assertEquals("save failed", again.error);
    second.current().get(0).discard();
    world.advance(0);
    assertEquals(0, second.current().size());
    assertEquals("[{'id':1,'n':5},{'id':2,'n':1}]", shown());
    assertEquals(0, (int) told.get(told.size() - 1));
  }

  /** A change of an entry of the list, with a key. */
  private final Mutation<Object, Object> saveOne = Mutation.<Object, Object>of(
          (fields, context) -> send("save " + text(fields)))
      .key("event", "save")
      .resync(false)
      .optimistic((intent, fields) -> intent.merge(EVENTS, fields));

  @Test
  public void thePendingOfOneMutation_areItsOwnAlone_withItsVariables() {
    listIs("[{'id':1,'n':1},{'id':2,'n':1}]");
    PendingObserver<Object> own = client.observePending(saveOne);
    Seq<Integer> told = new Seq<>();
    atEnd(own.subscribe(pending -> told.add(pending.size())));
    see(client.mutate(saveOne.key("event", "save", "draft"), json("{'id':1,'n':5}")));
    see(client.mutate(
        changing((intent, fields) -> intent.merge(EVENTS, fields)), json("{'id':1}")));
    assertEquals("changes of others", "[]", text(Json.arrayOf(told)));
    Object fields = json("{'id':2,'n':6}");
    see(client.mutate(saveOne, fields));
    assertEquals("[1]", text(Json.arrayOf(told)));
    assertSame(fields, own.current().get(0).variables());
    assertSame(own.current(), own.current());
  }

  @Test
  public void aChange_isListedInTheCallThatMakesIt() {
    listIs("[{'id':1,'n':1}]");
    PendingObserver<Object> own = client.observePending(saveOne);
    atEnd(own.subscribe(pending -> {}));
    client.mutate(saveOne, json("{'id':1,'n':5}")).onError(error -> {});
    assertEquals(1, own.current().size());
  }

  @Test
  public void thePendingOfAMutationWithoutAKey_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> client.observePending(rename));
  }

  @Test
  public void aPendingIntent_saysHowItStands() {
    listIs("[{'id':1,'n':1}]");
    PendingObserver<Object> own = client.observePending(saveOne);
    see(client.mutate(saveOne, json("{'id':1,'n':5}")));
    PendingIntent<Object> sent = own.current().get(0);
    assertTrue(sent.isPending());
    assertFalse(sent.isUnsaved());
    assertFalse(sent.isSentAgain());
    fail("save {'id':1,'n':5}");
    PendingIntent<Object> failed = own.current().get(0);
    assertFalse(failed.isPending());
    assertTrue(failed.isUnsaved());
    see(failed.retry());
    PendingIntent<Object> again = own.current().get(0);
    assertTrue(again.isPending());
    assertTrue(again.isSentAgain());
    fail("save {'id':1,'n':5}");
    assertFalse(own.current().get(0).isSentAgain());
  }

  @Test
  public void aScopeOfTheVariables_sendsTheChangesOfOneRecordOneAfterTheOther() {
    listIs("[{'id':1,'n':1},{'id':2,'n':1}]");
    Mutation<Object, Object> ofRecord =
        saveOne.scopeBy(fields -> "event " + Json.number(fields, "id"));
    see(client.mutate(ofRecord, json("{'id':1,'n':5}")));
    see(client.mutate(ofRecord, json("{'id':1,'n':6}")));
    see(client.mutate(ofRecord, json("{'id':2,'n':7}")));
    assertEquals("[{'id':1,'n':6},{'id':2,'n':7}]", shown());
    assertEquals(1, network.count("save {'id':1,'n':5}"));
    assertEquals("it waits for the one before", 0, network.count("save {'id':1,'n':6}"));
    assertEquals(1, network.count("save {'id':2,'n':7}"));
    fail("save {'id':1,'n':5}");
    answer("save {'id':1,'n':6}", json("{'id':1,'n':6}"));
    assertEquals("[{'id':1,'n':6},{'id':2,'n':7}]", shown());
  }

  @Test
  public void aScopeOfTheVariables_holdsInAnObserverToo_andMovesNoMutationBefore() {
    listIs("[{'id':1,'n':1},{'id':2,'n':1}]");
    MutationObserver<Object, Object> observer =
        client.observe(saveOne.scopeBy(fields -> "event " + Json.number(fields, "id")));
    see(observer.mutate(json("{'id':1,'n':5}")));
    see(observer.mutate(json("{'id':1,'n':6}")));
    see(observer.mutate(json("{'id':2,'n':7}")));
    assertEquals(1, network.count("save {'id':1,'n':5}"));
    assertEquals("it waits for the one before", 0, network.count("save {'id':1,'n':6}"));
    answer("save {'id':2,'n':7}", json("{'id':2,'n':7}"));
    assertEquals("its scope is its own still", 0, network.count("save {'id':1,'n':6}"));
    answer("save {'id':1,'n':5}", json("{'id':1,'n':5}"));
    answer("save {'id':1,'n':6}", json("{'id':1,'n':6}"));
    assertEquals("[{'id':1,'n':6},{'id':2,'n':7}]", shown());
  }

  @Test
  public void anObserver_showsTheLatest() {
    client.setQueryData(EVENT, tea());
    MutationObserver<String, Event> observer = client.observe(rename);
    Seq<MutationResult<String, Event>> told = new Seq<>();
    atEnd(observer.subscribe(told::add));
    assertTrue(observer.current().isIdle());
    Seen<Event> first = see(observer.mutate("Coffee"));
    assertTrue(observer.current().isPending());
    assertEquals("Coffee", observer.current().variables());
    assertEquals(world.now(), observer.current().submittedAt(), 0);
    fail("rename to Coffee");
    assertTrue(observer.current().isError());
    assertEquals("rename to Coffee failed", observer.current().error());
    assertEquals("rename to Coffee failed", observer.current().failureReason());
    assertEquals(1, observer.current().failureCount());
    assertEquals("rename to Coffee failed", first.error);
    see(observer.mutate("Milk"));
    answer("rename to Milk", tea().titled("Milk"));
    assertTrue(told.get(told.size() - 1).isSuccess());
    assertEquals("Milk", observer.current().data().title);
    observer.reset();
    assertTrue(observer.current().isIdle());
    assertNull(observer.current().data());
  }

  @Test
  public void anObserversMutation_isCancelledByItsFuture() {
    client.setQueryData(EVENT, tea());
    MutationObserver<String, Event> observer = client.observe(rename);
    Future<Event> answer = observer.mutate("Coffee");
    assertEquals("Coffee", title());
    answer.cancel();
    assertEquals("Tea", title());
    assertTrue(client.isCancelled(see(answer).error));
  }

  @Test
  public void anObserver_goesOverToAnotherMutation() {
    MutationObserver<String, Event> observer = client.observe(rename);
    observer.setMutation(Mutation.of((title, context) -> send("other")));
    see(observer.mutate("x"));
    answer("other", tea());
    assertTrue(observer.current().isSuccess());
  }
}
