package dev.sanguine.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.json.Json;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** Stepping through a log, what functions stand for, and what is done with a log that somebody else wrote. */
public class ReplayTest extends LogCase {
  private static final String FIXTURE = "{'format':'sanguine-log','version':1,'start':["
      + "{'n':0,'at':1,'type':'rebased','query':'[\\'r\\']','key':['r'],'by':'start','value':{'id':1,'n':1,'t':'a'}}],'events':["
      + "{'n':1,'at':2,'type':'issued','intent':1,'mutation':1,'name':'#1','changes':["
      + "{'change':1,'query':'[\\'r\\']','key':['r'],'op':'merge','value':{'t':'b'}},"
      + "{'change':2,'query':'[\\'l\\']','key':['l'],'op':'set','value':[{'id':7}]}]},"
      + "{'n':2,'at':2,'type':'folded','query':'[\\'r\\']','key':['r'],'change':1},"
      + "{'n':3,'at':2,'type':'folded','query':'[\\'l\\']','key':['l'],'change':2},"
      + "{'n':4,'at':3,'type':'sent','intent':1},"
      + "{'n':5,'at':4,'type':'issued','intent':3,'mutation':2,'name':'[\\'up\\']','mutationKey':['up'],'variables':3,"
      + "'changes':[{'change':3,'query':'[\\'r\\']','key':['r'],'op':'function'}]},"
      + "{'n':6,'at':4,'type':'folded','query':'[\\'r\\']','key':['r'],'change':3,"
      + "'effects':[{'change':3,'patch':{'fields':{'n':{'set':4}}}}]},"
      + "{'n':7,'at':5,'type':'confirmed','intent':1,'number':4,'answer':{'id':1,'t':'b','by':'x'}},"
      + "{'n':8,'at':5,'type':'merged','query':'[\\'r\\']','change':1},"
      + "{'n':9,'at':5,'type':'baked','query':'[\\'r\\']','holds':[1]},"
      + "{'n':10,'at':6,'type':'failed','intent':3,'number':5},"
      + "{'n':11,'at':6,'type':'left','query':'[\\'r\\']','change':3},"
      + "{'n':12,'at':7,'type':'removed','query':'[\\'l\\']'}]}";

  private static Replay fixture() {
    return new Replay(FIXTURE.replace('\'', '"').replace("\\\"", "\\\""), null);
  }

  private static String shown(Replay replay, String name) {
    ReplayQuery query = replay.query(hash(name));
    return query == null
        ? "none"
        : text(query.view) + " over " + text(query.base) + (query.exact ? "" : ", not exact");
  }

  @Test
  public void aLogOfAnyRuntime_replaysAlike() {
    Replay replay = fixture();
    assertEquals(12, replay.getLength());
    assertEquals("{'id':1,'n':1,'t':'a'} over {'id':1,'n':1,'t':'a'}", shown(replay, "r"));
    assertEquals("none", shown(replay, "l"));
    replay.at(3);
    assertEquals("{'id':1,'n':1,'t':'b'} over {'id':1,'n':1,'t':'a'}", shown(replay, "r"));
    assertEquals("[{'id':7}] over absent", shown(replay, "l"));
    replay.at(6);
    assertEquals(
        "{'id':1,'n':4,'t':'b'} over {'id':1,'n':1,'t':'a'}, not exact", shown(replay, "r"));
    replay.at(8);
    assertEquals(
        "{'id':1,'n':4,'t':'b','by':'x'} over {'id':1,'n':1,'t':'a'}, not exact",
        shown(replay, "r"));
    replay.at(11);
    assertEquals(
        "{'id':1,'n':1,'t':'b','by':'x'} over {'id':1,'n':1,'t':'b','by':'x'}", shown(replay, "r"));
    replay.at(12);
    assertEquals("none", shown(replay, "l"));
  }

  @Test
  public void anExportedLog_isPlayedStepByStep_asTheGuideHasIt() {
    EventLog log = new EventLog(client, null);
    client.setQueryData(key("orders", 1.0), json("{'status':'open'}"), null);
    mutate(change("pay", (intent, variables) -> {
      intent.merge(key("orders", 1.0), json("{'status':'paid'}"));
      return env.values.undefined();
    }));
    fail("pay");
    Object exported = log.export();
    // snippet: debugging
    Replay replay = new Replay(exported, null);
    while (replay.getPosition() < replay.getLength()) {
      replay.next();
      ReplayQuery order = replay.query("[\"orders\",1]");
      System.out.println(
          replay.getPosition() + " " + (order == null ? "" : Json.stringify(order.view)));
    }
    // end
    assertEquals("{'status':'open'}", text(replay.query("[\"orders\",1]").view));
  }

  @Test
  public void itStepsForwardAndBackward_andStopsAtBothEnds() {
    Replay replay = fixture();
    assertEquals(0, replay.getPosition());
    assertEquals(0, replay.previous().position, 0);
    assertEquals("issued", Json.string(replay.next().event, "type"));
    replay.at(12);
    assertEquals(12, replay.next().position, 0);
    String all = "";
    for (int i = 12; i >= 0; i--) {
      all = shown(replay, "r") + all;
      replay.previous();
    }
    String again = "";
    for (int i = 0; i <= 12; i++) {
      assertEquals(i, replay.getPosition());
      again += shown(replay, "r");
      replay.next();
    }
    assertEquals(all, again);
  }

  @Test
  public void eachPlace_listsTheIntentsThatAreNotDoneWith() {
    Replay replay = fixture();
    assertEquals(0, replay.at(0).intents.size());
    assertEquals("queued", replay.at(1).intents.get(0).state);
    assertEquals("sent", replay.at(4).intents.get(0).state);
    ReplayState both = replay.at(8);
    assertEquals("confirmed", both.intents.get(0).state);
    assertEquals("queued", both.intents.get(1).state);
    assertEquals("[\"up\"]", both.intents.get(1).name);
    assertEquals(0, replay.at(12).intents.size());
    assertEquals(1, replay.at(12).queries.size());
  }

  private ReplayOptions registered(double times) {
    client.setMutationDefaults(
        key("up"), MutationOptions.create().optimistic((intent, variables) -> {
          intent.update(
              key("r"),
              old -> Json.with(old, "n", Json.number(old, "n") + (Double) variables * times));
          return null;
        }));
    ReplayOptions options = new ReplayOptions();
    options.client = client;
    return options;
  }

  @Test
  public void aFunctionThatIsRegistered_isRun_andThenItIsExact() {
    String text = FIXTURE.replace('\'', '"');
    Replay replay = new Replay(text, registered(1));
    replay.at(8);
    assertEquals("{'id':1,'n':4,'t':'b','by':'x'} over {'id':1,'n':1,'t':'a'}", shown(replay, "r"));
  }

  @Test
  public void aFunctionThatDoesSomethingElseThanWasRecorded_isNotBelieved() {
    Replay replay = new Replay(FIXTURE.replace('\'', '"'), registered(2));
    replay.at(8);
    assertEquals(
        "{'id':1,'n':4,'t':'b','by':'x'} over {'id':1,'n':1,'t':'a'}, not exact",
        shown(replay, "r"));
  }

  @Test
  public void aFunctionThatThrows_orWritesOtherChanges_isNotUsed() {
    client.setMutationDefaults(
        key("up"), MutationOptions.create().optimistic((intent, variables) -> {
          intent.update(key("r"), old -> {
            throw new IllegalStateException("no");
          });
          return null;
        }));
    ReplayOptions options = new ReplayOptions();
    options.client = client;
    Replay replay = new Replay(FIXTURE.replace('\'', '"'), options);
    replay.at(6);
    assertEquals(
        "{'id':1,'n':4,'t':'b'} over {'id':1,'n':1,'t':'a'}, not exact", shown(replay, "r"));
  }

  @Test
  public void anEffectThatIsTooLarge_isLeftOut_andMarked() {
    StringBuilder large = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      large.append("0123456789");
    }
    cache("r", "{'id':1}");
    EventLog log = EventLog.of(client);
    mutate(change("A", (intent, variables) -> {
      intent.update(key("r"), old -> Json.with(old, "t", large.toString()));
      return null;
    }));
    Replay replay = new Replay(log.export(), null);
    replay.at(2);
    assertEquals("{'id':1} over {'id':1}, not exact", shown(replay, "r"));
  }

  // Untrusted

  private static String error(Object exported) {
    try {
      new Replay(exported, null);
      return "none";
    } catch (RuntimeException e) {
      String message = e.getMessage();
      return message.substring(message.indexOf("Replay")).replace('"', '\'');
    }
  }

  private static String errorOf(String from, String to) {
    String text = FIXTURE.replace(from, to);
    assertFalse(from, text.equals(FIXTURE));
    return error(text.replace('\'', '"'));
  }

  @Test
  public void whatIsNoLog_isRefused_withWhatIsWrongAndWhere() {
    String hint = "; pass what EventLog.export() gave, unchanged";
    assertEquals("Replay: the log is no JSON record" + hint, error("nonsense"));
    assertEquals("Replay: the log is no JSON record" + hint, error(Json.array(1)));
    assertEquals("Replay: format is missing but must be sanguine-log" + hint, error("{}"));
    assertEquals(
        "Replay: version is 2 but must be 1" + hint, errorOf("'version':1", "'version':2"));
    assertEquals(
        "Replay: events is missing but must be a list of events" + hint,
        error("{\"format\":\"sanguine-log\",\"version\":1,\"start\":[]}"));
    assertEquals(
        "Replay: events[3].type is 'went' but must be the name of an event" + hint,
        errorOf("'type':'sent'", "'type':'went'"));
    assertEquals(
        "Replay: events[0].changes[0].op is 'eval' but must be function or the name of a helper"
            + hint,
        errorOf("'op':'merge'", "'op':'eval'"));
    assertEquals(
        "Replay: events[8].holds[0] is 'x' but must be a number" + hint,
        errorOf("'holds':[1]", "'holds':['x']"));
    assertEquals(
        "Replay: events[1].change is missing but must be a number" + hint,
        errorOf("'key':['r'],'change':1}", "'key':['r']}"));
  }

  @Test
  public void whatDoesNotFitTogether_isRefused() {
    String hint = "; pass what EventLog.export() gave, unchanged";
    assertEquals(
        "Replay: events[1].change is 9 but was not issued" + hint,
        errorOf("'key':['r'],'change':1}", "'key':['r'],'change':9}"));
    assertEquals(
        "Replay: events[3].intent is 9 but was not issued" + hint,
        errorOf("'type':'sent','intent':1", "'type':'sent','intent':9"));
    assertEquals(
        "Replay: events[8].holds is 3 but must be the first changes of the fold" + hint,
        errorOf("'holds':[1]", "'holds':[3]"));
    assertEquals(
        "Replay: events[4].intent is 1 but must be new" + hint,
        errorOf("'intent':3,'mutation'", "'intent':1,'mutation'"));
    assertEquals(
        "Replay: events[10].change is 1 but is not in the fold of ['r']" + hint,
        errorOf("'left','query':'[\\'r\\']','change':3", "'left','query':'[\\'r\\']','change':1"));
  }

  @Test
  public void whatIsNestedTooDeep_isRefused() {
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 450; i++) {
      deep.append("[");
    }
    String end = deep.toString().replace('[', ']');
    assertEquals(
        "Replay: the log is nested deeper than 400 levels; no part of it was read",
        errorOf("'value':{'t':'b'}", "'value':" + deep + end));
    String patch = "{'set':1}";
    for (int i = 0; i < 60; i++) {
      patch = "{'fields':{'a':" + patch + "}}";
    }
    assertEquals(
        "Replay: events[5].effects[0].patch is nested deeper than 50 levels"
            + "; pass what EventLog.export() gave, unchanged",
        errorOf("{'fields':{'n':{'set':4}}}", patch));
  }

  @Test
  public void aMemberNamedLikeThePrototype_isAMember() {
    String text = FIXTURE
        .replace("'value':{'t':'b'}", "'value':{'__proto__':{'polluted':1},'t':'b'}")
        .replace("{'fields':{'n':{'set':4}}}", "{'fields':{'__proto__':{'set':{'polluted':2}}}}");
    Replay replay = new Replay(text.replace('\'', '"'), null);
    replay.at(3);
    assertEquals(
        "{'id':1,'n':1,'t':'b','__proto__':{'polluted':1}} over {'id':1,'n':1,'t':'a'}",
        shown(replay, "r"));
    replay.at(6);
    assertTrue(shown(replay, "r"), shown(replay, "r").contains("'__proto__':{'polluted':2}"));
    assertNull(Json.get(Json.object("a", 1), "polluted"));
    assertNull(Json.get(replay.query(hash("r")).view, "polluted"));
  }

  @Test
  public void aPlaceThatTheLogDoesNotHave_isRefused() {
    for (double place : new double[] {-1, 13, 0.5, Double.NaN}) {
      try {
        fixture().at(place);
        throw new AssertionError("" + place);
      } catch (RuntimeException e) {
        assertTrue(e.getMessage(), e.getMessage().contains("must be a whole number from 0 to 12"));
      }
    }
  }
}
