package dev.sanguine.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.pacing.Pacer;
import org.junit.Before;
import org.junit.Test;

/** Requests that wait, through the typed client. */
public class PacingTest extends ClientCase {
  private final Client paced = new Client(world.environment(), Pacer::pacing);
  private final Seq<Object> sent = new Seq<>();

  private final Mutation<Object, Object> save = Mutation.<Object, Object>of((fields, context) -> {
        sent.add(fields);
        return send("save");
      })
      .scopeBy(fields -> "event " + text(Json.get(fields, "id")))
      .resync(false)
      .optimistic((intent, fields) -> intent.merge(EVENTS, fields));

  @Before
  public void aList() {
    paced.setQueryData(EVENTS, json("[{'id':1},{'id':2}]"));
    atEnd(paced::clear);
  }

  private String shownList() {
    return text(paced.getQueryData(EVENTS));
  }

  private String allSent() {
    return text(Json.arrayOf(sent));
  }

  @Test
  public void whatWaits_isSentAsOneRequest_forEachRecord() {
    Mutation<Object, Object> merging = save.coalesce(Mutation.Coalesce.MERGE);
    see(paced.mutate(merging, json("{'id':1,'a':1}")));
    see(paced.mutate(merging, json("{'id':2,'a':1}")));
    Seen<Object> second = see(paced.mutate(merging, json("{'id':1,'a':2}")));
    Seen<Object> third = see(paced.mutate(merging, json("{'id':1,'b':3}")));
    assertEquals("[{'id':1,'a':1},{'id':2,'a':1}]", allSent());
    assertEquals("[{'id':1,'a':2,'b':3},{'id':2,'a':1}]", shownList());
    answer("save", "first");
    answer("save", "other");
    answer("save", "both");
    assertEquals("both", second.value);
    assertEquals("both", third.value);
    assertEquals("[{'id':1,'a':1},{'id':2,'a':1},{'id':1,'a':2,'b':3}]", allSent());
  }

  @Test
  public void aFunction_makesOneCallOfTwo_orKeepsThemApart() {
    Mutation<Object, Object> merging = save.coalesceBy(
        (waiting, next) -> Json.get(next, "b") == null ? Json.with(next, "merged", true) : null);
    see(paced.mutate(merging, json("{'id':1,'a':1}")));
    see(paced.mutate(merging, json("{'id':1,'a':2}")));
    see(paced.mutate(merging, json("{'id':1,'a':3}")));
    see(paced.mutate(merging, json("{'id':1,'b':4}")));
    answer("save", null);
    answer("save", null);
    answer("save", null);
    assertEquals("[{'id':1,'a':1},{'id':1,'a':3,'merged':true},{'id':1,'b':4}]", allSent());
  }

  @Test
  public void aPause_isWaitedFor() {
    Mutation<Object, Object> debounced =
        save.coalesce(Mutation.Coalesce.LATEST).debounce(300, 1000);
    see(paced.mutate(debounced, json("{'id':1,'a':1}")));
    world.advance(200);
    see(paced.mutate(debounced, json("{'id':1,'a':2}")));
    world.advance(299);
    assertEquals("[]", allSent());
    world.advance(1);
    assertEquals("[{'id':1,'a':2}]", allSent());
    answer("save", null);
  }

  @Test
  public void whatIsHeld_canBeUndone_orSentAtOnce() {
    PendingObserver<Object> pending = paced.observePending();
    atEnd(pending.subscribe(all -> {}));
    Mutation<Object, Object> held = save.hold(5000, Mutation.OnLeave.CANCEL);
    Seen<Object> first = see(paced.mutate(held, json("{'id':1,'a':1}")));
    see(paced.mutate(held, json("{'id':2,'a':1}")));
    PendingIntent<Object> one = pending.current().get(0);
    assertEquals("held", one.state());
    assertTrue(one.isHeld() && one.isPending());
    assertEquals(world.now() + 5000, one.heldUntil(), 0);
    assertTrue(one.undo());
    world.advance(0);
    assertTrue(world.environment().errors.isCancelled(first.error));
    assertEquals("[{'id':1},{'id':2,'a':1}]", shownList());
    assertTrue(pending.current().get(0).sendNow());
    world.advance(0);
    assertEquals("[{'id':2,'a':1}]", allSent());
    assertEquals(0, pending.current().get(0).heldUntil(), 0);
    assertFalse(pending.current().get(0).undo());
    answer("save", null);
  }
}
