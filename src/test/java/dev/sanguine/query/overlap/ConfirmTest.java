package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Before;
import org.junit.Test;

/** A confirmed change keeps its place until a value that surely holds it becomes the base; nothing jumps back. */
public class ConfirmTest extends EngineCase {
  @Before
  public void aRecord() {
    cache("record", "{'title':'t0','status':'s0'}");
  }

  @Test
  public void observed_theChangeStays_untilTheResyncBringsIt() {
    Screen screen = watch(query("record").staleTime(1e9));
    mutate(setField("A", "title", "A"));
    answer("A", "{}");
    assertEquals("{'title':'t0','status':'s0'}", base("record"));
    assertEquals("{'title':'A','status':'s0'}", screen.now());
    answer("get record", "{'title':'A','status':'s0'}");
    assertEquals("{'title':'A','status':'s0'}", base("record"));
    assertNull(queryOf("record").gate());
  }

  @Test
  public void unobserved_theChangeBecomesTheBase_andTheQueryIsStale() {
    mutate(setField("A", "title", "A"));
    double updatedAt = state("record").dataUpdatedAt;
    world.advance(10);
    answer("A", "{}");
    assertEquals("{'title':'A','status':'s0'}", base("record"));
    assertTrue(state("record").isInvalidated);
    assertEquals(updatedAt, state("record").dataUpdatedAt, 0);
    assertNull(queryOf("record").gate());
  }

  @Test
  public void withoutAQueryFunction_theChangeIsBaked() {
    watch(new QueryObserver(client, QueryOptions.of(key("record")).enabled(true).staleTime(1e9)));
    mutate(setField("A", "title", "A"));
    answer("A", "{}");
    assertEquals("{'title':'A','status':'s0'}", base("record"));
    assertNull(queryOf("record").gate());
  }

  @Test
  public void disabled_theChangeIsBaked() {
    Screen screen = watch(query("record").enabled(false));
    mutate(setField("A", "title", "A"));
    answer("A", "{}");
    assertEquals("{'title':'A','status':'s0'}", base("record"));
    assertEquals(0, network.count("get record"));
    assertEquals("{'title':'t0','status':'s0'} | {'title':'A','status':'s0'}", screen.history());
  }

  @Test
  public void staticData_theChangeIsBaked() {
    QueryOptions options = query("record");
    options.staleTime = "static";
    watch(options);
    mutate(setField("A", "title", "A"));
    answer("A", "{}");
    assertEquals("{'title':'A','status':'s0'}", base("record"));
    assertEquals(0, network.count("get record"));
  }

  @Test
  public void confirmedOutOfOrder_isBakedOnlyWhenNothingOlderIsPending() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "title", "B"));
    answer("B", "{}");
    assertEquals("{'title':'t0','status':'s0'}", base("record"));
    assertEquals("{'title':'B','status':'s0'}", view("record"));
    fail("A");
    assertEquals("{'title':'B','status':'s0'}", base("record"));
    assertNull(queryOf("record").gate());
  }

  @Test
  public void confirmedOutOfOrder_bothConfirmed_areBakedInTheOrderOfIssue() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "title", "B"));
    answer("B", "{}");
    answer("A", "{}");
    assertEquals("{'title':'B','status':'s0'}", base("record"));
  }

  @Test
  public void theHeadIsBaked_whileALaterOneIsPending() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    answer("A", "{}");
    assertEquals("{'title':'A','status':'s0'}", base("record"));
    fail("B");
    assertEquals("{'title':'A','status':'s0'}", view("record"));
  }

  @Test
  public void aFetchSentEarlierIsInFlight_nothingIsBaked_andItsAnswerDoesNotTakeTheChangeBack() {
    QueryOptions options = query("record");
    Outcome fetched = outcome(client.fetchQuery(options));
    settle();
    mutate(setField("A", "title", "A"));
    answer("A", "{}");
    assertEquals("{'title':'t0','status':'s0'}", base("record"));
    answer("get record", "{'title':'t0','status':'s0'}");
    assertEquals("{'title':'A','status':'s0'}", view("record"));
    assertEquals("done: {'title':'A','status':'s0'}", fetched.toString());
  }

  @Test
  public void atRest_viewAndBaseAreTheSameObject() {
    mutate(setField("A", "title", "A"));
    answer("A", "{}");
    assertSame(queryOf("record").confirmed(), queryOf("record").getState());
  }

  @Test
  public void confirming_doesNotTellTheObserversTwice() {
    Screen screen = watch(query("record").enabled(false));
    mutate(setField("A", "title", "A"));
    settle();
    Object shown = screen.result().data;
    answer("A", "{}");
    assertSame(shown, screen.result().data);
  }

  @Test
  public void theLastObserverLeaves_beforeTheResync_theChangeIsBaked() {
    Screen screen = watch(query("record").staleTime(1e9));
    mutate(setField("A", "title", "A"));
    network.calls();
    settle();
    screen.stop.run();
    answer("A", "{}");
    assertEquals("{'title':'A','status':'s0'}", base("record"));
    assertNull(queryOf("record").gate());
  }

  @Test
  public void theResyncFails_theChangeStaysShown_andTheLogIsEmptyInTheEnd() {
    Screen screen = watch(query("record").staleTime(1e9).retry(0));
    mutate(setField("A", "title", "A"));
    answer("A", "{}");
    fail("get record");
    assertEquals("{'title':'A','status':'s0'}", screen.now());
    assertNull(queryOf("record").gate());
    assertEquals("{'title':'A','status':'s0'}", base("record"));
  }

  @Test
  public void theResyncIsCancelled_theChangeStaysShown() {
    Screen screen = watch(query("record").staleTime(1e9));
    mutate(setField("A", "title", "A"));
    answer("A", "{}");
    client.cancelQueries(key("record"), null);
    settle();
    assertEquals("{'title':'A','status':'s0'}", screen.now());
    assertEquals("{'title':'A','status':'s0'}", base("record"));
  }

  @Test
  public void mergeOfTheAnswer_replacesWhatTheChangeMade() {
    MutationOptions options = setField("A", "title", "A");
    options.merge =
        (answer, variables, old) -> Json.with(old, "title", Json.string(answer, "title"));
    mutate(options);
    answer("A", "{'title':'A by the server'}");
    assertEquals("{'title':'A by the server','status':'s0'}", view("record"));
    assertEquals("{'title':'A by the server','status':'s0'}", base("record"));
  }

  @Test
  public void theAnswersRecord_isWrittenOverTheRecordOfItsId() {
    cache("list", "[{'id':1,'n':'x'},{'id':2,'n':'y'}]");
    mutate(change("A", (intent, v) -> {
      intent.merge(key("list"), json("{'id':1,'n':'X'}"));
      return undefined();
    }));
    answer("A", "{'id':1,'n':'X by the server','version':2}");
    assertEquals("[{'id':1,'n':'X by the server','version':2},{'id':2,'n':'y'}]", view("list"));
  }

  @Test
  public void theAnswersRecord_ofAnotherId_isNotWrittenAnywhere() {
    cache("list", "[{'id':1,'n':'x'}]");
    mutate(change("A", (intent, v) -> {
      intent.merge(key("list"), json("{'id':1,'n':'X'}"));
      return undefined();
    }));
    answer("A", "{'id':7,'n':'no'}");
    assertEquals("[{'id':1,'n':'X'}]", view("list"));
  }

  @Test
  public void aMergeThatThrows_isReported_andTheChangeStays() {
    MutationOptions options = setField("A", "title", "A");
    options.merge = (answer, variables, old) -> {
      throw thrown("merge broke");
    };
    Outcome outcome = mutate(options);
    answer("A", "{}");
    assertEquals("done: {}", outcome.toString());
    assertEquals(1, takeReports().size());
    assertEquals("{'title':'A','status':'s0'}", view("record"));
  }

  @Test
  public void merge_takesThePlaceOfTheChange_soThatNothingIsAddedTwice() {
    cache("list", "['s']");
    MutationOptions add = change("A", (intent, v) -> {
      intent.append(key("list"), "temp");
      return undefined();
    });
    add.merge = (answer, variables, old) -> {
      Seq<Object> items = Json.items(old);
      items.add(answer);
      return Json.arrayOf(items);
    };
    mutate(add);
    assertEquals("['s','temp']", view("list"));
    answer("A", "'real'");
    assertEquals("['s','real']", view("list"));
  }

  @Test
  public void merge_isGivenAnswerVariablesAndValue() {
    MutationOptions options = setField("A", "title", "A");
    options.merge =
        (answer, variables, old) -> Json.with(old, "note", text(answer) + text(variables));
    mutate(options, "variables");
    answer("A", "1");
    assertEquals("1'variables'", Json.string(client.getQueryData(key("record")), "note"));
  }
}
