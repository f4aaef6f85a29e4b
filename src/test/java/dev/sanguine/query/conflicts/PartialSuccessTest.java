package dev.sanguine.query.conflicts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.Fault;
import dev.sanguine.query.MutationCache;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.MutationCacheConfig;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.IntentResult;
import org.junit.Test;

/** A change of several records is taken in part: what failed leaves and is listed, the rest is confirmed, in one step. */
public class PartialSuccessTest extends ConflictCase {
  private static final String ANSWER = "{'failed':[{'id':2,'error':'locked'}]}";

  @Test
  public void theAnswerSaysWhatFailed_thatLeavesAndTheRestStays() {
    aList();
    all();
    Outcome outcome = mutate(bulk(), json("{'ids':[1,2,3],'s':'B'}"));
    assertEquals("B B B", shown());
    answer("bulk", ANSWER);
    assertEquals("B a B", shown());
    assertEquals("done: " + ANSWER, outcome.toString());
  }

  @Test
  public void eachIsListedWithItsOwnVariablesAndError() {
    aList();
    IntentsObserver listed = all();
    mutate(bulk(), json("{'ids':[1,2,3],'s':'B'}"));
    answer("bulk", "{'failed':[{'id':2,'error':'locked'},{'id':3,'error':'gone'}]}");
    Seq<IntentResult> failed = failed(listed);
    assertEquals(
        "{'ids':[2],'s':'B'} locked | {'ids':[3],'s':'B'} gone",
        join(failed.map(each -> text(each.variables) + " " + each.error)));
  }

  @Test
  public void oneIsSentAgainAlone() {
    aList();
    IntentsObserver listed = all();
    mutate(bulk(), json("{'ids':[1,2,3],'s':'B'}"));
    answer("bulk", ANSWER);
    failed(listed).get(0).retry.get();
    assertEquals("B B B", shown());
    assertEquals("{'ids':[2],'s':'B'}", sent("bulk"));
    answer("bulk", "{'failed':[]}");
    assertEquals("B B B", shown());
    assertEquals(0, failed(listed).size());
  }

  @Test
  public void aFunctionChangesThemAll_thoseThatFailedAreAsTheyWere() {
    aList();
    mutate(
        bulk().optimistic((intent, variables) -> {
          intent.update(
              key("list"),
              old ->
                  env.values.listOf(env.values.items(old).map(each -> Json.with(each, "s", "B"))));
          return undefined();
        }),
        json("{'ids':[1,2,3],'s':'B'}"));
    assertEquals("B B B", shown());
    answer("bulk", ANSWER);
    assertEquals("B a B", shown());
  }

  @Test
  public void aFunctionTakesThemOut_whatFailedStandsWhereItStood() {
    aList();
    mutate(
        bulk().optimistic((intent, variables) -> {
          intent.update(key("list"), old -> env.values.listOf(new Seq<>()));
          return undefined();
        }),
        json("{'ids':[1,2,3]}"));
    assertEquals("", shown());
    answer("bulk", ANSWER);
    assertEquals("{'id':2,'s':'a'}", join(env.values.items(list()).map(each -> text(each))));
  }

  @Test
  public void aLaterChangeStandsBehindIt_itStays() {
    aList();
    mutate(bulk(), json("{'ids':[1,2,3],'s':'B'}"));
    mutate(change("later", (intent, v) -> {
      intent.merge(key("list"), json("{'id':1,'s':'C'}"));
      return undefined();
    }));
    answer("bulk", ANSWER);
    assertEquals("C a B", shown());
    fail("later");
    assertEquals("B a B", shown());
  }

  @Test
  public void theErrorSaysWhatFailed_theMutationHasSucceeded() {
    aList();
    Fault fault = Fault.status(400);
    fault.failed = json("[{'id':2,'error':'locked'}]");
    fault.answer = json("{'docs':[]}");
    Outcome outcome = mutate(plainBulk(), json("{'ids':[1,2,3],'s':'B'}"));
    failWith("bulk", fault);
    assertEquals("done: {'docs':[]}", outcome.toString());
    assertEquals("B a B", shown());
  }

  @Test
  public void theOptionReadsTheError_theMutationHasSucceeded() {
    aList();
    Outcome outcome = mutate(
        plainBulk()
            .settle((answer, variables, error) ->
                error == null ? undefined() : json("{'failed':[2],'answer':'some'}")),
        json("{'ids':[1,2,3],'s':'B'}"));
    failWith("bulk", "some failed");
    assertEquals("done: 'some'", outcome.toString());
    assertEquals("B a B", shown());
  }

  @Test
  public void aListOfIds_isEnough() {
    aList();
    mutate(
        plainBulk().settle((answer, variables, error) -> answer), json("{'ids':[1,2,3],'s':'B'}"));
    answer("bulk", "['1',3]");
    assertEquals("a B a", shown());
  }

  @Test
  public void noneWasTaken_itFailedAsAWhole() {
    aList();
    IntentsObserver listed = all();
    Outcome outcome = mutate(bulk(), json("{'ids':[1,2],'s':'B'}"));
    answer("bulk", "{'failed':[{'id':1,'error':'locked'},{'id':2,'error':'locked'}]}");
    assertEquals("failed: locked", outcome.toString());
    assertEquals("a a a", shown());
    assertEquals("failed[s]", text(listed));
  }

  @Test
  public void allWereTaken_nothingFailed() {
    aList();
    IntentsObserver listed = all();
    mutate(bulk(), json("{'ids':[1,2,3],'s':'B'}"));
    answer("bulk", "{'failed':[]}");
    assertEquals("B B B", shown());
    assertEquals(0, failed(listed).size());
  }

  @Test
  public void callbacks_areToldWhatFailed() {
    aList();
    Seq<String> told = new Seq<>();
    mutate(
        bulk()
            .onSuccess((data, variables, result, context) -> {
              told.add("success " + text(context.failed));
              return undefined();
            })
            .onSettled((data, error, variables, result, context) -> {
              told.add("settled " + text(context.failed));
              return undefined();
            }),
        json("{'ids':[1,2,3],'s':'B'}"));
    answer("bulk", ANSWER);
    assertEquals(
        "success [{'id':2,'error':'locked'}] | settled [{'id':2,'error':'locked'}]", join(told));
  }

  @Test
  public void theVariablesHaveNoList_theOptionNarrowsThem() {
    aList();
    IntentsObserver listed = all();
    mutate(
        bulk().narrow((variables, id) -> "only " + text(id)).optimistic((intent, variables) -> {
          env.values
              .items(client.getQueryData(key("list")))
              .each(each -> intent.merge(key("list"), Json.with(each, "s", variables)));
          return undefined();
        }),
        "B");
    answer("bulk", ANSWER);
    assertEquals("only 2", failed(listed).get(0).variables);
  }

  @Test
  public void theVariablesCantBeNarrowed_thatIsTold() {
    aList();
    mutate(bulk().optimistic((intent, variables) -> {
      intent.merge(key("list"), json("{'id':1,'s':'B'}"));
      intent.merge(key("list"), json("{'id':2,'s':'B'}"));
      return undefined();
    }));
    answer("bulk", ANSWER);
    assertEquals("B a a", shown());
    assertEquals(remarks(1), takeReports().size());
  }

  @Test
  public void everyRollback_isToldTheCache() {
    Seq<String> told = new Seq<>();
    MutationCacheConfig config = new MutationCacheConfig();
    config.onRollback = (intent, mutation) -> {
      told.add(text(intent.variables));
      return undefined();
    };
    QueryClientConfig with = new QueryClientConfig().features(ConflictsFeature::conflicts);
    with.mutationCache = new MutationCache(config);
    client = newClient(with);
    aList();
    mutate(bulk(), json("{'ids':[1,2],'s':'B'}"));
    answer("bulk", ANSWER);
    assertEquals("{'ids':[2],'s':'B'}", join(told));
  }

  @Test
  public void theOptionThrows_thatIsToldAndAllCountsAsTaken() {
    aList();
    Outcome outcome = mutate(
        plainBulk().settle((answer, variables, error) -> {
          throw thrown("no idea");
        }),
        json("{'ids':[1,2],'s':'B'}"));
    answer("bulk", "{}");
    assertFalse(outcome.failed());
    assertEquals(1, takeReports().size());
    assertEquals("B B a", shown());
  }

  @Test
  public void severalAreRefusedAtOnce_theyAreMergedOrAskedAboutTogether() {
    aList();
    watch(versioned("list"));
    IntentsObserver listed = all();
    Outcome outcome = mutate(plainBulk(), json("{'ids':[1,2],'s':'B'}"));
    Fault fault = Fault.status(412);
    fault.theirs = json("[{'id':1,'s':'a','t':'theirs'},{'id':2,'s':'theirs'}]");
    failWith("bulk", fault);
    assertTrue(outcome.failed());
    assertEquals("conflict[s]", text(listed));
    assertEquals(
        "[{'id':1,'s':'a'},{'id':2,'s':'a'}] [{'id':1,'s':'B'},{'id':2,'s':'B'}]"
            + " [{'id':1,'s':'a','t':'theirs'},{'id':2,'s':'theirs'}]",
        sides(only(listed)));
  }

  private void aList() {
    cache("list", "[{'id':1,'s':'a'},{'id':2,'s':'a'},{'id':3,'s':'a'}]");
  }

  private Object list() {
    return client.getQueryData(key("list"));
  }

  private String shown() {
    StringBuilder all = new StringBuilder();
    env.values.items(list()).each(each -> all.append(all.length() == 0 ? "" : " ")
        .append(env.values.field(each, "s")));
    return all.toString();
  }

  private MutationOptions plainBulk() {
    return change("bulk", (intent, variables) -> {
      env.values
          .items(env.values.field(variables, "ids"))
          .each(id -> intent.merge(
              key("list"), Json.object("id", id, "s", env.values.field(variables, "s"))));
      return undefined();
    });
  }

  private MutationOptions bulk() {
    return plainBulk().settle((answer, variables, error) -> answer);
  }

  private static Seq<IntentResult> failed(IntentsObserver listed) {
    return listed.getCurrentResult().filter(each -> each.state.equals("failed"));
  }
}
