package dev.sanguine.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.pending.EngineProbe;
import org.junit.Test;

/** What the log says of what happens, who hears of it, how much is kept, and what it costs if nobody listens. */
public class EventLogTest extends LogCase {
  private EventLog log;

  private void attach() {
    log = EventLog.of(client);
  }

  private MutationOptions title(String to) {
    return change(to, (intent, variables) -> {
      intent.merge(key("record"), Json.object("title", to));
      return null;
    });
  }

  private MutationOptions opaque(String to) {
    return change(to, (intent, variables) -> {
      intent.update(key("record"), old -> Json.with(old, "title", to));
      return null;
    });
  }

  @Test
  public void aChangeThatFails_isIssuedFoldedSentFailed_andLeaves() {
    cache("record", "{'title':'t0'}");
    attach();
    mutate(title("A"));
    fail("A");
    assertEquals("issued folded sent failed left", types(log));
    LogEvent issued = log.events().get(0);
    assertEquals(
        "{'change':2,'query':'[\\'record\\']','key':['record'],'op':'merge','value':{'title':'A'}}"
            .replace("2", "" + number(issued.changes.get(0).change)),
        text(Json.list(EventJson.of(issued), "changes").get(0)));
    assertEquals(issued.intent, log.events().get(3).intent);
    assertEquals(issued.changes.get(0).change, log.events().get(4).change);
  }

  private static String number(double value) {
    return Json.stringify(value);
  }

  @Test
  public void aChangeThatIsConfirmed_isBaked_ifNobodyFetches() {
    cache("record", "{'title':'t0'}");
    attach();
    mutate(title("A"));
    answer("A", "{}");
    assertEquals("issued folded sent confirmed baked", types(log));
  }

  @Test
  public void anAnswerWithAnId_isMerged_thenTheResyncBringsIt() {
    cache("record", "{'id':1,'title':'t0'}");
    watch("record");
    answer("get record", "{'id':1,'title':'t0'}");
    attach();
    mutate(title("A"));
    answer("A", "{'id':1,'title':'A','by':'server'}");
    answer("get record", "{'id':1,'title':'A','by':'server'}");
    assertEquals("issued folded sent confirmed merged resync fetched", types(log));
    assertEquals(1, log.events().get(6).holds.size());
  }

  @Test
  public void aValueThatMayHoldAnAppend_isHeld_takenOrDropped() {
    cache("list", "[1]");
    watch("list");
    attach();
    MutationOptions append = change("A", (intent, variables) -> {
      intent.append(key("list"), 2.0);
      return null;
    });
    mutate(append);
    answer("get list", "[1]");
    fail("A");
    assertEquals("issued folded sent held failed left fetched", types(log));
    log.clear();
    mutate(append);
    client.invalidateQueries(QueryFilters.of(key("list")), null);
    world.runMicrotasks();
    answer("get list", "[1,2]");
    answer("A", "{}");
    assertEquals("issued folded sent held confirmed dropped resync", types(log));
    assertEquals("confirmed", log.events().get(5).why);
  }

  @Test
  public void aHeldValueThatItsVersionDecides_isTakenTogetherWithTheAnswer() {
    cache("list", "[{'id':1}]");
    QueryOptions versioned = query("list")
        .version((fetched, overlap, query) ->
            overlap.answer == null ? env.values.undefined() : (Object) false);
    new QueryObserver(client, versioned).subscribe(result -> {});
    Witness witness = new Witness(client);
    mutate(change("A", (intent, variables) -> {
      intent.append(key("list"), json("{'id':2}"));
      return null;
    }));
    answer("get list", "[{'id':3}]");
    answer("A", "{'id':2,'by':'server'}");
    assertEquals("issued folded sent held confirmed fetched resync", types(witness.log));
    assertEquals("[{'id':3},{'id':2,'by':'server'}]", view("list"));
    witness.compare("version", null);
    assertEquals(1, witness.log.events().get(5).merged.size());
  }

  @Test
  public void aWriteByHand_aRemoval_andClear_areSaid() {
    attach();
    cache("record", "{'title':'t0'}");
    client.removeQueries(QueryFilters.of(key("record")));
    client.clear();
    assertEquals("rebased removed cleared", types(log));
    assertEquals("write", log.events().get(0).by);
  }

  @Test
  public void anIntentThatOnlySaysWhereTheFetchGoes_changesNoView_andIsNotSaid() {
    cache("record", "1");
    attach();
    MutationOptions aimed = change("A", (intent, variables) -> null);
    aimed.resync = key("record");
    mutate(aimed);
    answer("A", "{}");
    assertEquals("", types(log));
    assertEquals(0, new Replay(log.export(), null).getLength());
  }

  @Test
  public void whatItFailedWith_isSaid() {
    cache("record", "{'title':'t0'}");
    attach();
    mutate(title("A"));
    network.pending("A").fail(env.errors.create("no such record"));
    world.runMicrotasks();
    assertEquals("no such record", log.events().get(3).error);
    assertEquals("no such record", Json.string(EventJson.of(log.events().get(3)), "error"));
  }

  @Test
  public void anUnknownOutcome_isSaid() {
    cache("record", "{'title':'t0'}");
    attach();
    mutate(title("A"));
    network.pending("A").fail(dev.sanguine.testkit.Outcome.unknown());
    world.runMicrotasks();
    assertEquals("issued folded sent unknown left", types(log));
  }

  @Test
  public void aFunction_isRecordedByNameVariablesAndEffect() {
    cache("record", "{'title':'t0','by':'x'}");
    attach();
    mutate(opaque("A").mutationKey(key("rename")), Json.object("to", "A"));
    Object issued = EventJson.of(log.events().get(0));
    assertEquals("['rename']", Json.string(issued, "name").replace('"', '\''));
    assertEquals("{'to':'A'}", text(Json.get(issued, "variables")));
    assertEquals("function", Json.string(Json.list(issued, "changes").get(0), "op"));
    assertEquals(
        "{'fields':{'title':{'set':'A'}}}", text(log.events().get(1).effects.get(0).patch));
  }

  @Test
  public void aFunctionThatMakesSomethingElseOfANewValue_isRecordedAnew() {
    cache("record", "{'n':1}");
    attach();
    mutate(change("A", (intent, variables) -> {
      intent.update(key("record"), old -> Json.with(old, "n", Json.number(old, "n") * 2));
      return null;
    }));
    cache("record", "{'n':5}");
    assertEquals("issued folded sent rebased", types(log));
    assertEquals("{'fields':{'n':{'set':10}}}", text(log.events().get(3).effects.get(0).patch));
  }

  @Test
  public void aFunctionThatThrowsOverANewValue_isSaid() {
    cache("record", "{'n':1}");
    attach();
    mutate(change("A", (intent, variables) -> {
      intent.update(key("record"), old -> {
        if (Json.number(old, "n") > 1) {
          throw new IllegalStateException("too large");
        }
        return Json.with(old, "n", 7);
      });
      return null;
    }));
    cache("record", "{'n':5}");
    assertEquals(1, log.events().get(3).threw.size());
    world.reports().clear();
    assertEquals("{'n':5}", text(new Replay(log.export(), null).at(4).queries.get(0).view));
  }

  @Test
  public void aLogThatIsAttachedLate_beginsWithWhatIsThere() {
    cache("record", "{'title':'t0'}");
    mutate(title("A"));
    mutate(opaque("B"));
    attach();
    assertEquals("", types(log));
    Replay replay = new Replay(log.export(), null);
    assertEquals("{'title':'B'}", text(replay.query(hash("record")).view));
    assertEquals("{'title':'t0'}", text(replay.query(hash("record")).base));
    assertEquals(2, replay.at(0).intents.size());
    assertEquals("sent", replay.at(0).intents.get(0).state);
    fail("B");
    assertEquals(
        "{'title':'A'}", text(new Replay(log.export(), null).at(2).queries.get(0).view));
  }

  @Test
  public void theLog_keepsNoMoreThanItsLimit_andStillReplays() {
    EventLogOptions options = new EventLogOptions();
    options.limit = 10.0;
    log = new EventLog(client, options);
    cache("record", "{'title':'t0'}");
    mutate(title("pending"));
    for (int i = 0; i < 40; i++) {
      mutate(title("m" + i));
      fail("m" + i);
      assertTrue(log.events().size() <= 10);
      Replay replay = new Replay(log.export(), null);
      replay.at(replay.getLength());
      assertEquals(view("record"), text(replay.query(hash("record")).view));
    }
    assertTrue(log.events().size() >= 4);
  }

  @Test
  public void subscribersHear_untilTheyLeave_alsoWhenAnotherOneThrows() {
    attach();
    Seq<String> heard = new Seq<>();
    log.subscribe(event -> {
      throw new IllegalStateException("no");
    });
    Task stop = log.subscribe(event -> heard.add(event.type));
    cache("record", "1");
    stop.run();
    cache("record", "2");
    assertEquals(1, heard.size());
    assertEquals(2, world.reports().size());
  }

  @Test
  public void anEventThatAListenerCauses_comesAfterTheOneItHears() {
    attach();
    Seq<String> heard = new Seq<>();
    log.subscribe(event -> {
      if (event.n == 1) {
        cache("other", "1");
      }
    });
    log.subscribe(event -> heard.add(event.query));
    cache("record", "1");
    assertEquals(hash("record"), heard.get(0));
    assertEquals(hash("other"), heard.get(1));
  }

  @Test
  public void aDetachedClient_hasNoListener_andTheLogStaysReadable() {
    attach();
    assertSame(log, EventLog.of(client));
    cache("record", "1");
    EventLog second = new EventLog(client, null);
    log.detach();
    assertTrue(EngineProbe.isListenedTo(client));
    second.detach();
    assertFalse(EngineProbe.isListenedTo(client));
    cache("record", "2");
    assertEquals("rebased", types(log));
  }

  @Test
  public void theExport_namesItsFormat() {
    attach();
    cache("record", "{'a':1}");
    Object exported = Json.parse(log.export());
    assertEquals("sanguine-log", Json.string(exported, "format"));
    assertEquals(1, Json.number(exported, "version"), 0);
    assertEquals(
        "{'n':1,'at':" + number(world.now())
            + ",'type':'rebased','query':'[\\'record\\']','key':['record'],"
            + "'by':'write','value':{'a':1}}",
        text(Json.list(exported, "events").get(0)));
  }
}
