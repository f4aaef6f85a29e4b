package dev.sanguine.query.writes;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/**
 * A value that is written by hand brings a record that a pending change means and that was not there. If the change was
 * sent, the record may hold it already, so it is not counted twice.
 */
public class RecordsThatComeTest extends LawCase {
  private Screen list;

  @Before
  public void aListWithoutTheRecord() {
    cache("list", "[{'id':1,'n':0}]");
    list = watch(query("list").staleTime(1e12));
  }

  private MutationOptions countTwo() {
    return with("A", "list", (intent, key) -> intent.increment(key, "n", 1, 2.0));
  }

  private void push(String document) {
    client.setQueryData(key("list"), json(document), null);
  }

  @Test
  public void aCountThatWasSent_isNotCountedTwice() {
    mutate(countTwo());
    settle();
    push("[{'id':1,'n':0},{'id':2,'n':1}]");
    assertEquals("[{'id':1,'n':0},{'id':2,'n':1}]", list.now());
    answer("A", "'ok'");
    answer("get list", "[{'id':1,'n':0},{'id':2,'n':1}]");
    assertEquals(-1, list.history().indexOf("'n':2"));
    wasToldThatNothingWasFound();
  }

  @Test
  public void aCountThatFails_isAskedFor() {
    mutate(countTwo());
    settle();
    push("[{'id':1,'n':0},{'id':2,'n':1}]");
    fail("A");
    answer("get list", "[{'id':1,'n':0},{'id':2,'n':0}]");
    assertEquals("[{'id':1,'n':0},{'id':2,'n':0}]", list.now());
    wasToldThatNothingWasFound();
  }

  @Test
  public void aCountThatWaitsForTheNetwork_isDone() {
    env.online.setOnline(false);
    mutate(countTwo());
    settle();
    push("[{'id':1,'n':0},{'id':2,'n':5}]");
    assertEquals("[{'id':1,'n':0},{'id':2,'n':6}]", list.now());
    wasToldThatNothingWasFound();
  }

  @Test
  public void aFunctionThatSetsAField_isDone() {
    mutate(with(
        "A",
        "list",
        (intent, key) -> intent.update(
            key,
            old -> env.values.listOf(env.values
                .items(old)
                .map(item -> Json.number(item, "id") == 2 ? Json.with(item, "t", "A") : item)))));
    settle();
    push("[{'id':1,'n':0},{'id':2,'t':'t0'}]");
    assertEquals("[{'id':1,'n':0},{'id':2,'t':'A'}]", list.now());
    answer("A", "'ok'");
    answer("get list", "[{'id':1,'n':0},{'id':2,'t':'A'}]");
  }

  @Test
  public void anUpdater_isMadeOfTheBase_soTheCountIsDone() {
    mutate(countTwo());
    settle();
    client.setQueryData(
        key("list"), (Updater) old -> json("[{'id':1,'n':0},{'id':2,'n':5}]"), null);
    assertEquals("[{'id':1,'n':0},{'id':2,'n':6}]", list.now());
    answer("A", "'ok'");
    answer("get list", "[{'id':1,'n':0},{'id':2,'n':6}]");
    wasToldThatNothingWasFound();
  }

  @Test
  public void aViewOfARecordThatWasMadeAndTakenOut_theRemovalFails_theRecordIsThere() {
    mutate(append("A", "list", "{'id':5}"));
    settle();
    env.online.setOnline(false);
    mutate(append("B", "list", "{'id':6}"));
    mutate(with(
            "C",
            "list",
            (intent, key) -> intent.update(
                key,
                old -> env.values.listOf(
                    env.values.items(old).filter(item -> Json.number(item, "id") != 6))))
        .networkMode("always"));
    settle();
    push("[{'id':1,'n':0},{'id':5}]");
    assertEquals("[{'id':1,'n':0},{'id':5}]", list.now());
    fail("C");
    assertEquals("[{'id':1,'n':0},{'id':5},{'id':6}]", list.now());
  }

  @Test
  public void aSnapshotThatAPlainMutationPutsBack_wasMadeWithoutTheCount() {
    push("[{'id':1,'n':0},{'id':2,'n':0}]");
    Object[] snapshot = {client.getQueryData(key("list"))};
    outcome(client.mutate(
        plain("P")
            .onError((error, variables, onMutateResult, context) ->
                client.setQueryData(key("list"), snapshot[0], null)),
        undefined()));
    push("[{'id':1,'n':0}]");
    mutate(countTwo());
    settle();
    fail("P");
    assertEquals("[{'id':1,'n':0},{'id':2,'n':1}]", list.now());
    answer("A", "'ok'");
    answer("get list", "[{'id':1,'n':0},{'id':2,'n':1}]");
    wasToldThatNothingWasFound();
  }

  @Test
  public void aRecordThatIsInTheValue_withAnotherField_isNotThereTwice() {
    mutate(append("B", "list", "{'id':7}"));
    mutate(append("A", "list", "{'id':2}"));
    settle();
    push("[{'id':1,'n':0},{'id':2}]");
    answer("A", "'ok'");
    push("[{'id':1,'n':0},{'id':2,'by':'somebody'}]");
    assertEquals("[{'id':1,'n':0},{'id':2,'by':'somebody'},{'id':7}]", list.now());
    answer("B", "'ok'");
    answer("get list", "[{'id':1,'n':0},{'id':2,'by':'somebody'},{'id':7}]");
  }
}
