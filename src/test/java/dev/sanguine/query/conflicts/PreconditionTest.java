package dev.sanguine.query.conflicts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;

import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.pending.IntentsObserver;
import org.junit.Test;

/** The mutation function is given the confirmed record that its change is about, and the version of that. */
public class PreconditionTest extends ConflictCase {
  @Test
  public void oneRecord_isTheBaseWithoutAnyChange() {
    watch(versioned("record"));
    edit("edit", "'title':'A'");
    settle();
    assertEquals(record(1, "t0", "s0"), text(contexts.get(0).base()));
    assertEquals("1", text(contexts.get(0).version()));
    assertSame(queryOf("record").confirmed().data, contexts.get(0).base());
  }

  @Test
  public void aChangeBehindAnother_getsTheRecordThatTheAnswerBrought() {
    watch(versioned("record"));
    mutate(edit().scope("s"), fields("'title':'A'"));
    mutate(edit().scope("s"), fields("'status':'B'"));
    answer("edit if 1", record(2, "A", "s0"));
    answer("edit if 2", record(3, "A", "B"));
    assertEquals(record(2, "A", "s0"), text(contexts.get(1).base()));
  }

  @Test
  public void aFetchThatLandsMeanwhile_doesNotHideTheVersionOfTheAnswer() {
    watch(versioned("record"));
    mutate(editOfRecord(), fields("'title':'A'"));
    answer("edit if 1", record(2, "A", "s0"));
    settle();
    mutate(editOfRecord(), fields("'title':'B'"));
    settle();
    answer("get record", record(2, "A", "s0"));
    answer("edit if 2", record(3, "B", "s0"));
    mutate(editOfRecord(), fields("'title':'C'"));
    settle();
    assertEquals("3", text(contexts.get(2).version()));
    assertEquals(record(3, "B", "s0"), text(contexts.get(2).base()));
  }

  private MutationOptions editOfRecord() {
    return edit().optimistic((intent, variables) -> {
      intent.merge(key("record"), variables);
      return undefined();
    });
  }

  @Test
  public void thePatternOfTheGuide_hasNoPrecondition_andNothingOvertakesIt() {
    client = newClient(
        new QueryClientConfig().onMutateWrites("intents").features(ConflictsFeature::conflicts));
    cache("record", record(1, "t0", "s0"));
    watch(versioned("record"));
    for (String title : new String[] {"A", "B"}) {
      MutationOptions pattern = MutationOptions.create()
          .mutationFn((variables, context) -> network.send("save " + title, variables));
      pattern.onMutate = (variables, context) ->
          client.setQueryData(key("record"), (Updater) old -> Json.with(old, "title", title), null);
      mutate(pattern, fields("'title':'" + title + "'"));
      settle();
    }
    assertEquals(record(1, "B", "s0"), view("record"));
  }

  @Test
  public void theSameFieldTwice_nobodyElseHasChangedIt() {
    watch(versioned("record"));
    mutate(edit().scope("s"), fields("'title':'A'"));
    Outcome second = mutate(edit().scope("s"), fields("'title':'B'"));
    answer("edit if 1", record(2, "a", "s0"));
    answer("edit if 2", record(3, "B", "s0"));
    assertFalse(second.failed());
    assertEquals(record(3, "B", "s0"), view("record"));
  }

  @Test
  public void bothAreSentAtOnce_theSecondIsSentAgainOnTopOfTheFirst() {
    watch(versioned("record"));
    edit("first", "'title':'A'");
    Outcome second = edit("second", "'title':'B'");
    settle();
    refuse("second if 1", record(2, "A", "s0"));
    answer("first if 1", record(2, "A", "s0"));
    assertEquals(record(2, "B", "s0"), view("record"));
    answer("second if 2", record(3, "B", "s0"));
    assertFalse(second.failed());
  }

  @Test
  public void twoRecords_areBothGivenAndNoneAlone() {
    watch(versioned("list"));
    mutate(edit().optimistic((intent, variables) -> {
      intent.merge(key("list"), json("{'id':1,'title':'A'}"));
      intent.merge(key("list"), json("{'id':2,'title':'A'}"));
      return undefined();
    }));
    settle();
    assertNull(contexts.get(0).base());
    assertNull(contexts.get(0).version());
    assertEquals(
        "[" + record(1, "t0", "s0") + ",{'id':2,'title':'x','status':'y','v':1}]",
        text(contexts.get(0).bases()));
  }

  @Test
  public void aFunctionChangesTheRecord_itIsTheBase() {
    watch(versioned("record"));
    mutate(setField("edit", "title", "A").mutationFn((variables, context) -> {
      contexts.add(context);
      return network.send("edit", variables);
    }));
    settle();
    assertEquals("1", text(contexts.get(0).version()));
  }

  @Test
  public void aFunctionChangesOneOfAList_thatIsTheBase() {
    watch(versioned("list"));
    mutate(edit().optimistic((intent, variables) -> {
      intent.update(
          key("list"),
          old -> env.values.listOf(env.values
              .items(old)
              .map(each ->
                  "x".equals(env.values.field(each, "title")) ? with(each, "title", "A") : each)));
      return undefined();
    }));
    settle();
    assertEquals("{'id':2,'title':'x','status':'y','v':1}", text(contexts.get(0).base()));
  }

  @Test
  public void aNewRecord_hasNone() {
    watch(versioned("list"));
    mutate(edit().optimistic((intent, variables) -> {
      intent.append(key("list"), json("{'id':'new','title':'A'}"));
      return undefined();
    }));
    settle();
    assertNull(contexts.get(0).base());
    assertNull(contexts.get(0).version());
  }

  @Test
  public void theListHasAnOlderVersion_theNewestCounts() {
    cache("record", record(4, "t0", "s0"));
    watch(versioned("record"));
    watch(versioned("list"));
    edit("edit", "'title':'A'");
    settle();
    assertEquals("4", text(contexts.get(0).version()));
  }

  @Test
  public void theyHaveChangedAnotherFieldBeforeItIsSent_itIsSentWithTheirVersion() {
    watch(versioned("record"));
    Outcome outcome = offline(edit());
    client.setQueryData(key("record"), json(record(2, "t0", "theirs")), null);
    env.online.setOnline(true);
    answer("edit if 2", record(3, "A", "theirs"));
    assertFalse(outcome.failed());
    assertEquals(record(3, "A", "theirs"), view("record"));
  }

  @Test
  public void theyHaveChangedTheSameFieldBeforeItIsSent_itIsNotSent() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    Outcome outcome = offline(edit());
    client.setQueryData(key("record"), json(record(2, "theirs", "s0")), null);
    env.online.setOnline(true);
    settle();
    assertEquals("conflict", env.errors.member(outcome.value, "outcome"));
    assertEquals(
        record(2, "theirs", "s0"), text(ConflictsFeature.conflictOf(outcome.value).theirs));
    assertEquals(0, network.calls().size());
    assertEquals("conflict[title]", text(listed));
    assertEquals(record(2, "theirs", "s0"), view("record"));
  }

  private Outcome offline(MutationOptions options) {
    client.mount();
    atEnd(client::unmount);
    env.online.setOnline(false);
    Outcome outcome = mutate(options, fields("'title':'A'"));
    settle();
    return outcome;
  }
}
