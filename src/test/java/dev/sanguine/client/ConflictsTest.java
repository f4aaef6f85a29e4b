package dev.sanguine.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.conflicts.ConflictsFeature;
import org.junit.Test;

/** Conflicts and changes of several records, as the typed client has them. */
public class ConflictsTest extends ClientCase {
  private static final QueryKey<Object> ORDER = QueryKey.of("order", 1);

  private final Client editor = new Client(world.environment(), ConflictsFeature::conflicts);
  private final Seq<String> given = new Seq<>();

  private final Mutation<Object, Object> save = Mutation.<Object, Object>of((fields, context) -> {
        given.add(Json.stringify(context.base()) + " " + Json.stringify(context.version()));
        return send("save");
      })
      .optimistic((intent, fields) -> intent.merge(ORDER, fields));

  @Test
  public void theFunction_isGivenTheRecordAndItsVersion() {
    order();
    see(editor.mutate(save, json("{'id':1,'s':'A'}")));
    world.runMicrotasks();
    assertEquals("{\"id\":1,\"s\":\"a\",\"v\":1} 1", given.get(0));
    answer("save", json("{'id':1,'s':'A','v':2}"));
  }

  @Test
  public void anOpenConflict_isListedWithTheThreeAndDecided() {
    order();
    PendingObserver<Object> pending = editor.observePending();
    Seen<Object> first = see(editor.mutate(clashing(), json("{'id':1,'s':'A'}")));
    fail("save");
    assertEquals("save failed", first.error);
    PendingIntent<Object> conflict = pending.current().get(0);
    assertTrue(conflict.isConflict());
    assertTrue(conflict.isUnsaved());
    assertEquals("a", Json.string(conflict.base(), "s"));
    assertEquals("A", Json.string(conflict.mine(), "s"));
    assertEquals("theirs", Json.string(conflict.theirs(), "s"));
    assertEquals("theirs", shownStatus());
    Seen<Object> again = see(conflict.resolve(Resolution.instead(json("{'id':1,'s':'both'}"))));
    assertEquals("both", shownStatus());
    answer("save", json("{'id':1,'s':'both','v':3}"));
    assertEquals("both", Json.string(again.value, "s"));
    assertEquals(0, pending.current().size());
  }

  @Test
  public void aConflictIsGivenUp_nothingIsListed() {
    order();
    PendingObserver<Object> pending = editor.observePending();
    see(editor.mutate(clashing(), json("{'id':1,'s':'A'}")));
    fail("save");
    see(pending.current().get(0).resolve(Resolution.theirs()));
    assertEquals(0, pending.current().size());
  }

  @Test
  public void whatIsNoConflict_canNotBeResolved() {
    order();
    PendingObserver<Object> pending = editor.observePending();
    see(editor.mutate(save, json("{'id':1,'s':'A'}")));
    boolean[] threw = {false};
    try {
      pending.current().get(0).resolve(Resolution.mine());
    } catch (IllegalStateException e) {
      threw[0] = true;
    }
    assertTrue(threw[0]);
    assertNull(pending.current().get(0).theirs());
    fail("save");
  }

  @Test
  public void theProgramDecides_itIsSentAgain() {
    order();
    Seq<String> asked = new Seq<>();
    see(editor.mutate(
        clashing().onConflict(conflict -> {
          asked.add(Json.string(conflict.base(), "s")
              + Json.string(conflict.mine(), "s")
              + Json.string(conflict.theirs(), "s")
              + conflict.error()
              + conflict.attempt());
          return conflict.variables() == null ? null : Resolution.mine();
        }),
        json("{'id':1,'s':'A'}")));
    fail("save");
    assertEquals("aAtheirssave failed1", asked.get(0));
    assertEquals(2, given.size());
    assertEquals("{\"id\":1,\"s\":\"theirs\",\"v\":2} 2", given.get(1));
    answer("save", json("{'id':1,'s':'A','v':3}"));
    assertEquals("A", shownStatus());
  }

  @Test
  public void theErrorIsNone_itFailed() {
    order();
    PendingObserver<Object> pending = editor.observePending();
    see(editor.mutate(clashing().conflict(error -> false), json("{'id':1,'s':'A'}")));
    fail("save");
    assertEquals("failed", pending.current().get(0).state());
  }

  @Test
  public void theOutcomeIsAConflict_theRecordIsFetched() {
    order();
    PendingObserver<Object> pending = editor.observePending();
    see(editor.mutate(save.outcome(error -> Outcome.CONFLICT), json("{'id':1,'s':'A'}")));
    fail("save");
    assertTrue(pending.current().get(0).isConflict());
    assertNull(pending.current().get(0).theirs());
  }

  @Test
  public void someOfSeveralFailed_theyLeaveAndAreListed() {
    editor.setQueryData(EVENTS, json("[{'id':1,'s':'a'},{'id':2,'s':'a'}]"));
    PendingObserver<Object> pending = editor.observePending();
    Mutation<Object, Object> all = Mutation.<Object, Object>of((ids, context) -> send("all"))
        .optimistic((intent, ids) ->
            Json.items(ids).each(id -> intent.merge(EVENTS, Json.object("id", id, "s", "B"))))
        .settle((answer, ids, error) -> PartialOutcome.taken().failed(2, "locked"))
        .narrow((ids, id) -> Json.array(id));
    Seen<Object> seen = see(editor.mutate(all, json("[1,2]")));
    answer("all", json("{}"));
    assertEquals("{}", Json.stringify(seen.value));
    assertEquals(
        "[{\"id\":1,\"s\":\"B\"},{\"id\":2,\"s\":\"a\"}]",
        Json.stringify(editor.getQueryData(EVENTS)));
    assertEquals("failed", pending.current().get(0).state());
    assertEquals("[2]", Json.stringify(pending.current().get(0).variables()));
    assertEquals("locked", pending.current().get(0).error());
  }

  @Test
  public void theErrorTellsWhatFailed_theMutationBringsTheAnswer() {
    editor.setQueryData(EVENTS, json("[{'id':1,'s':'a'},{'id':2,'s':'a'}]"));
    Mutation<Object, Object> all = Mutation.<Object, Object>of((ids, context) -> send("all"))
        .optimistic((intent, ids) ->
            Json.items(ids).each(id -> intent.merge(EVENTS, Json.object("id", id, "s", "B"))))
        .settle((answer, ids, error) ->
            error == null ? null : PartialOutcome.taken().failed(1, error).answer("some"));
    Seen<Object> seen = see(editor.mutate(all, json("[1,2]")));
    fail("all");
    assertEquals("some", seen.value);
  }

  private void order() {
    editor.setQueryDefaults(ORDER, Query.of(ORDER).versionField("v"));
    editor.setQueryData(ORDER, json("{'id':1,'s':'a','v':1}"));
  }

  private Mutation<Object, Object> clashing() {
    return save.conflictBy(error -> json("{'id':1,'s':'theirs','v':2}"));
  }

  private String shownStatus() {
    return Json.string(editor.getQueryData(ORDER), "s");
  }
}
