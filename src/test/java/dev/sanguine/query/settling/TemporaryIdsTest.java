package dev.sanguine.query.settling;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** A record that is still being made: what is done to it waits for the server's id, or fails with it. */
public class TemporaryIdsTest extends EngineCase {
  private Screen screen;

  @Before
  public void aList() {
    cache("list", "[{'id':1,'n':'x'}]");
    screen = watch(query("list").staleTime(1e9));
  }

  private MutationOptions create() {
    return create("create");
  }

  private MutationOptions create(String name) {
    return change(name, (intent, variables) -> {
      TemporaryIds.temporary(intent, Json.get(variables, "id"), null);
      intent.append(key("list"), variables);
      return undefined();
    });
  }

  private MutationOptions update() {
    return change("update", (intent, variables) -> {
      intent.merge(key("list"), variables);
      return undefined();
    });
  }

  private MutationOptions delete() {
    return change("delete", (intent, id) -> {
      intent.remove(key("list"), id);
      return undefined();
    });
  }

  private String sent(String request) {
    return text(network.last(request).payload);
  }

  @Test
  public void anUpdateOfAnItemThatIsBeingMade_showsAtOnce_andWaitsForTheRealId() {
    mutate(create(), json("{'id':'t','n':'new'}"));
    Outcome updated = mutate(update(), json("{'id':'t','n':'newer'}"));
    settle();
    assertEquals("[{'id':1,'n':'x'},{'id':'t','n':'newer'}]", screen.now());
    assertEquals(0, network.count("update"));
    answer("create", "{'id':2,'n':'new'}");
    assertEquals("{'id':2,'n':'newer'}", sent("update"));
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'newer'}]", screen.now());
    answer("update", "{'id':2,'n':'newer'}");
    assertEquals("done: {'id':2,'n':'newer'}", updated.toString());
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'newer'}]");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'newer'}]", base("list"));
    assertEquals(-1, screen.history().indexOf("'t','n':'new'},{'id':2"));
  }

  @Test
  public void anOpaqueFunctionThatNamesTheItem_isWrittenDownAgainWithTheRealId() {
    mutate(create(), json("{'id':'t','n':'new'}"));
    mutate(
        change("update", (intent, variables) -> {
          intent.update(
              key("list"),
              old -> env.values.listOf(env.values
                  .items(old)
                  .map(item -> env.values.same(Json.get(item, "id"), Json.get(variables, "id"))
                      ? Json.with(item, "n", "F")
                      : item)));
          return undefined();
        }),
        json("{'id':'t'}"));
    settle();
    assertEquals("[{'id':1,'n':'x'},{'id':'t','n':'F'}]", screen.now());
    answer("create", "{'id':2,'n':'new'}");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'F'}]", screen.now());
    answer("update", "{'id':2,'n':'F'}");
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'F'}]");
  }

  @Test
  public void aRecordThatIsMadeOfAnother_isWrittenDownAgain_whatWaitsForItAndForItsScope_isSent() {
    mutate(create("parent"), json("{'id':'t'}"));
    mutate(create("child"), json("{'id':'u','parent':'t'}"));
    mutate(change("other", (intent, v) -> undefined()).scope("s"));
    mutate(update().scope("s"), json("{'id':'u','n':'newer'}"));
    answer("parent", "{'id':2}");
    answer("child", "{'id':3,'parent':2}");
    assertEquals(0, network.count("update"));
    answer("other", "{}");
    assertEquals("{'id':3,'n':'newer'}", sent("update"));
    answer("update", "{}");
    answer("get list", "[]");
  }

  @Test
  public void moreChangesThanBefore_whenTheRealIdIsKnown_standBeforeWhatWasIssuedSince() {
    mutate(create(), json("{'id':'t','n':'new'}"));
    mutate(
        change("update", (intent, variables) -> {
          intent.merge(key("list"), variables);
          if (!"t".equals(Json.get(variables, "id"))) {
            intent.merge(key("list"), json("{'id':1,'n':'more'}"));
          }
          return undefined();
        }),
        json("{'id':'t','n':'newer'}"));
    mutate(change("other", (intent, v) -> {
      intent.merge(key("list"), json("{'id':1,'n':'y'}"));
      return undefined();
    }));
    answer("create", "{'id':2,'n':'new'}");
    assertEquals("[{'id':1,'n':'y'},{'id':2,'n':'newer'}]", screen.now());
    fail("other");
    assertEquals("[{'id':1,'n':'more'},{'id':2,'n':'newer'}]", screen.now());
    fail("update");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new'}]", screen.now());
  }

  @Test
  public void ifTheCreationFails_thoseThatDependOnItFailWithIt_inOneStep_andAreNotSent() {
    Outcome created = mutate(create(), json("{'id':'t','n':'new'}"));
    Outcome updated = mutate(update(), json("{'id':'t','n':'newer'}"));
    Outcome deleted = mutate(delete(), "t");
    Outcome other = mutate(change("other", (intent, v) -> {
      intent.merge(key("list"), json("{'id':1,'n':'y'}"));
      return undefined();
    }));
    settle();
    fail("create");
    assertEquals("[{'id':1,'n':'y'}]", screen.now());
    assertEquals("failed: create failed", created.toString());
    assertEquals("failed: create failed", updated.toString());
    assertEquals("failed: create failed", deleted.toString());
    assertEquals(0, network.count("update") + network.count("delete"));
    answer("other", "{'id':1,'n':'y'}");
    assertEquals("done: {'id':1,'n':'y'}", other.toString());
    answer("get list", "[{'id':1,'n':'y'}]");
    assertEquals(-1, screen.history().indexOf("newer'} | [{'id':1,'n':'x'},{'id':'t','n':'new'}]"));
  }

  @Test
  public void aScopedQueue_whoseCreationFailed_sendsNeitherUpdateNorDelete() {
    mutate(create().scope("item"), json("{'id':'t','n':'new'}"));
    Outcome updated = mutate(update().scope("item"), json("{'id':'t','n':'newer'}"));
    Outcome deleted = mutate(delete().scope("item"), "t");
    settle();
    fail("create");
    settle();
    assertEquals("failed: create failed", updated.toString());
    assertEquals("failed: create failed", deleted.toString());
    assertEquals(0, network.count("update") + network.count("delete"));
    assertEquals("[{'id':1,'n':'x'}]", screen.now());
  }

  @Test
  public void aScopedQueue_whoseCreationSucceeds_isSentInOrderWithTheRealId() {
    mutate(create().scope("item"), json("{'id':'t','n':'new'}"));
    mutate(update().scope("item"), json("{'id':'t','n':'newer'}"));
    mutate(delete().scope("item"), "t");
    settle();
    answer("create", "{'id':2,'n':'new'}");
    assertEquals("{'id':2,'n':'newer'}", sent("update"));
    assertEquals(0, network.count("delete"));
    answer("update", "{'id':2,'n':'newer'}");
    assertEquals("2", sent("delete"));
    assertEquals("[{'id':1,'n':'x'}]", screen.now());
    answer("delete", "{}");
    answer("get list", "[{'id':1,'n':'x'}]");
  }

  @Test
  public void aPlainMutationThatNamesTheItem_waitsToo() {
    mutate(create(), json("{'id':'t','n':'new'}"));
    mutate(
        MutationOptions.create()
            .mutationFn((variables, context) -> network.send("share", variables)),
        json("{'with':['u',{'item':'t'}]}"));
    settle();
    assertEquals(0, network.count("share"));
    answer("create", "{'id':2}");
    assertEquals("{'with':['u',{'item':2}]}", sent("share"));
    answer("share", "{}");
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
  }

  @Test
  public void afterTheCreation_theTemporaryIdStillMeansTheRecord() {
    mutate(create(), json("{'id':'t','n':'new'}"));
    answer("create", "{'id':2,'n':'new'}");
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
    mutate(delete(), "t");
    settle();
    assertEquals("2", sent("delete"));
    assertEquals("[{'id':1,'n':'x'}]", screen.now());
    answer("delete", "{}");
    answer("get list", "[{'id':1,'n':'x'}]");
  }

  @Test
  public void afterAFailedCreation_theTemporaryIdIsRefused() {
    mutate(create(), json("{'id':'t','n':'new'}"));
    fail("create");
    Outcome deleted = mutate(delete(), "t");
    settle();
    assertEquals(0, network.count("delete"));
    assertEquals(
        0,
        deleted.toString().indexOf("failed: mutation #2 is about a record that was not made: t"));
    assertEquals("[{'id':1,'n':'x'}]", screen.now());
    wasToldThatItFailedUnsent();
  }

  @Test
  public void anUpsertUnderATemporaryId_isNotShownBesideTheRecordOfAFetch() {
    mutate(
        change("create", (intent, variables) -> {
          TemporaryIds.temporary(intent, "t", null);
          intent.upsert(key("list"), variables);
          return undefined();
        }),
        json("{'id':'t','n':'new'}"));
    client.refetchQueries(key("list"), null);
    settle();
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
    assertEquals("[{'id':1,'n':'x'},{'id':'t','n':'new'}]", screen.now());
    answer("create", "{'id':2,'n':'new'}");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new'}]", screen.now());
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
    assertEquals(
        "[{'id':1,'n':'x'}] | [{'id':1,'n':'x'},{'id':'t','n':'new'}] |"
            + " [{'id':1,'n':'x'},{'id':2,'n':'new'}]",
        screen.history());
  }

  @Test
  public void anAnswerWithoutAnId_failsThoseThatWaitForIt() {
    mutate(create(), json("{'id':'t','n':'new'}"));
    Outcome updated = mutate(update(), json("{'id':'t','n':'newer'}"));
    settle();
    answer("create", "{}");
    assertEquals(0, updated.toString().indexOf("failed: mutation #1: the answer has no id for t"));
    assertEquals(0, network.count("update"));
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new'}]", screen.now());
  }

  @Test
  public void theIdCanStandElsewhereInTheAnswer() {
    mutate(
        change("create", (intent, variables) -> {
          TemporaryIds.temporary(intent, "t", answer -> Json.get(Json.get(answer, "doc"), "id"));
          intent.append(key("list"), variables);
          return undefined();
        }),
        json("{'id':'t'}"));
    mutate(delete(), "t");
    settle();
    answer("create", "{'doc':{'id':5}}");
    assertEquals("5", sent("delete"));
    answer("delete", "{}");
    answer("get list", "[{'id':1,'n':'x'}]");
  }

  @Test
  public void aMutationOfTwoSuchRecords_waitsForBoth() {
    mutate(create("create a"), json("{'id':'a'}"));
    mutate(create("create b"), json("{'id':'b'}"));
    mutate(
        MutationOptions.create()
            .mutationFn((variables, context) -> network.send("link", variables)),
        json("['a','b']"));
    settle();
    answer("create b", "{'id':3}");
    assertEquals(0, network.count("link"));
    answer("create a", "{'id':2}");
    assertEquals("[2,3]", sent("link"));
    answer("link", "{}");
    answer("get list", "[{'id':1,'n':'x'},{'id':2},{'id':3}]");
  }

  @Test
  public void aDependentThatIsCancelledWhileItWaits_isNeverSent() {
    mutate(create(), json("{'id':'t','n':'new'}"));
    Outcome deleted = mutate(delete(), "t");
    settle();
    client.getMutationCache().getAll().get(1).cancel();
    settle();
    assertEquals("[{'id':1,'n':'x'},{'id':'t','n':'new'}]", screen.now());
    answer("create", "{'id':2,'n':'new'}");
    assertEquals(0, network.count("delete"));
    assertEquals("failed: CancelledError", deleted.toString());
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
  }

  @Test
  public void anIdThatIsNoText_isRefused() {
    Outcome outcome = mutate(change("create", (intent, v) -> {
      TemporaryIds.temporary(intent, -1.0, null);
      return undefined();
    }));
    settle();
    assertEquals(0, network.count("create"));
    assertEquals(0, outcome.toString().indexOf("failed: temporary: the id -1"));
    wasToldThatItFailedUnsent();
  }

  @Test
  public void aDependentWhoseOptimisticThrowsForTheRealId_fails_andLeavesNothingOnScreen() {
    mutate(create(), json("{'id':'t','n':'new'}"));
    Outcome updated = mutate(
        change("update", (intent, variables) -> {
          if (!"t".equals(Json.get(variables, "id"))) {
            throw thrown("no such id");
          }
          intent.merge(key("list"), variables);
          return undefined();
        }),
        json("{'id':'t','n':'newer'}"));
    settle();
    assertEquals("[{'id':1,'n':'x'},{'id':'t','n':'newer'}]", screen.now());
    answer("create", "{'id':2,'n':'new'}");
    assertEquals("failed: no such id", updated.toString());
    assertEquals(0, network.count("update"));
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new'}]", screen.now());
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
  }
}
