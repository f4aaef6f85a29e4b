package dev.sanguine.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import org.junit.Test;

public class MutationObserverTest extends ClientCase {
  @Test
  public void whatIsPending_isShown_andCanBeSentAgainOrDiscarded() {
    listIs("[{'id':1,'n':1},{'id':2,'n':1}]");
    Mutation<Object, Object> save = Mutation.<Object, Object>of((fields, context) -> send("save"))
        .resync(false)
        .optimistic((intent, fields) -> intent.merge(EVENTS, fields));
    PendingObserver all = client.observePending();
    PendingObserver second = client.observePending(EVENTS, 2);
    Seq<Integer> told = new Seq<>();
    atEnd(second.subscribe(pending -> told.add(pending.size())));
    see(client.mutate(save, json("{'id':1,'n':5}")));
    see(client.mutate(save, json("{'id':2,'n':6}")));
    assertEquals(2, all.current().size());
    PendingIntent pending = second.current().get(0);
    assertEquals("sent", pending.state());
    assertEquals("n", pending.fields().get(0));
    assertEquals("{'id':2,'n':6}", text(pending.variables()));
    assertEquals(world.now(), pending.submittedAt(), 0);
    assertTrue(pending == second.current().get(0));
    answer("save", json("{'id':1,'n':5}"));
    fail("save");
    PendingIntent failed = second.current().get(0);
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
