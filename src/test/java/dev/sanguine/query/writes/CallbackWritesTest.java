package dev.sanguine.query.writes;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.MutationObserver;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutateOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.MutationResult;
import org.junit.Before;
import org.junit.Test;

/** What a mutation's own callbacks write holds its change: it is not done to that a second time. */
public class CallbackWritesTest extends LawCase {
  private Screen record;
  private Screen list;

  @Before
  public void aRecordAndAListAreShown() {
    cache("record", "{'id':1,'n':0}");
    cache("list", "[{'id':1,'n':'x'}]");
    record = watch(query("record").staleTime(1e12));
    list = watch(query("list").staleTime(1e12));
  }

  private Object write(String name, Object data) {
    client.setQueryData(key(name), data, null);
    return undefined();
  }

  private Object update(String name, Updater updater) {
    client.setQueryData(key(name), updater, null);
    return undefined();
  }

  private Object added(Object old, Object item) {
    Seq<Object> items = env.values.items(old);
    items.add(item);
    return env.values.listOf(items);
  }

  private Object oneMore(Object record) {
    return Json.with(record, "n", Json.number(record, "n") + 1);
  }

  private void listHolds(String document) {
    assertEquals(document, list.now());
    answer("get list", document);
    assertEquals(document, list.now());
    assertEquals(list.history(), -1, list.history().indexOf("'id':2,'n':'new'},{'id':2"));
  }

  // The answer is written by hand

  @Test
  public void onSuccess_addsTheAnswerByAnUpdater_theRecordIsThereOnce() {
    mutate(append("A", "list", "{'id':2,'n':'new'}")
        .onSuccess(
            (data, variables, onMutateResult, context) -> update("list", old -> added(old, data))));
    answer("A", "{'id':2,'n':'new'}");
    listHolds("[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
  }

  @Test
  public void onSuccess_addsTheAnswerByAnUpdater_underTheServersId_theRecordIsThereOnce() {
    mutate(
        create("create", "list")
            .onSuccess((data, variables, onMutateResult, context) ->
                update("list", old -> added(old, data))),
        json("{'id':'t','n':'new'}"));
    answer("create", "{'id':2,'n':'new'}");
    listHolds("[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
  }

  @Test
  public void onSuccess_writesWhatIsShown_theRecordIsThereOnce() {
    mutate(append("A", "list", "{'id':2,'n':'new'}")
        .onSuccess((data, variables, onMutateResult, context) ->
            write("list", client.getQueryData(key("list")))));
    answer("A", "'ok'");
    listHolds("[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
  }

  @Test
  public void onSuccess_writesTheAnswer_itIsNotCountedTwice() {
    mutate(increment("A", "record")
        .onSuccess((data, variables, onMutateResult, context) -> write("record", data)));
    answer("A", "{'id':1,'n':1,'by':'server'}");
    assertEquals("{'id':1,'n':1,'by':'server'}", record.now());
    answer("get record", "{'id':1,'n':1,'by':'server'}");
    assertEquals(
        "{'id':1,'n':0} | {'id':1,'n':1} | {'id':1,'n':1,'by':'server'}", record.history());
  }

  @Test
  public void onSuccess_writesTheAnswer_inWhichSomebodyElseHasCountedToo() {
    mutate(increment("A", "record")
        .onSuccess((data, variables, onMutateResult, context) -> write("record", data)));
    answer("A", "{'id':1,'n':5}");
    assertEquals("{'id':1,'n':5}", record.now());
    answer("get record", "{'id':1,'n':5}");
    assertEquals("{'id':1,'n':0} | {'id':1,'n':1} | {'id':1,'n':5}", record.history());
  }

  @Test
  public void onSuccess_writesTheAnswersFieldByAnUpdater_itIsNotCountedTwice() {
    mutate(increment("A", "record")
        .onSuccess((data, variables, onMutateResult, context) ->
            update("record", old -> Json.with(old, "n", Json.get(data, "n")))));
    answer("A", "{'id':1,'n':5}");
    assertEquals("{'id':1,'n':5}", record.now());
    answer("get record", "{'id':1,'n':5}");
    assertEquals("{'id':1,'n':0} | {'id':1,'n':1} | {'id':1,'n':5}", record.history());
  }

  @Test
  public void onSettled_writesTheAnswer_itIsNotCountedTwice() {
    mutate(increment("A", "record")
        .onSettled((data, error, variables, onMutateResult, context) -> write("record", data)));
    answer("A", "{'id':1,'n':5}");
    assertEquals("{'id':1,'n':5}", record.now());
    answer("get record", "{'id':1,'n':5}");
    assertEquals("{'id':1,'n':0} | {'id':1,'n':1} | {'id':1,'n':5}", record.history());
  }

  @Test
  public void theCachesOnSuccess_writesTheAnswer_itIsNotCountedTwice() {
    client.getMutationCache().config.onSuccess =
        (data, variables, onMutateResult, mutation, context) -> write("record", data);
    mutate(increment("A", "record"));
    answer("A", "{'id':1,'n':5}");
    assertEquals("{'id':1,'n':5}", record.now());
    answer("get record", "{'id':1,'n':5}");
    assertEquals("{'id':1,'n':0} | {'id':1,'n':1} | {'id':1,'n':5}", record.history());
  }

  @Test
  public void theOnSuccessOfOneCall_writesTheAnswer_itIsNotCountedTwice() {
    MutationObserver observer = new MutationObserver(client, increment("A", "record"));
    atEnd(observer.subscribe((Listener<MutationResult>) result -> {}));
    MutateOptions ofCall = new MutateOptions();
    ofCall.onSuccess = (data, variables, onMutateResult, context) -> write("record", data);
    outcome(observer.mutate(undefined(), ofCall));
    answer("A", "{'id':1,'n':5}");
    assertEquals("{'id':1,'n':5}", record.now());
    answer("get record", "{'id':1,'n':5}");
    assertEquals("{'id':1,'n':0} | {'id':1,'n':1} | {'id':1,'n':5}", record.history());
  }

  @Test
  public void afterSomethingThatItAwaited_theAnswerIsNotCountedTwice() {
    mutate(increment("A", "record")
        .onSuccess((data, variables, onMutateResult, context) ->
            network.send("slow", null).then(nothing -> write("record", data))));
    answer("A", "{'id':1,'n':5}");
    answer("slow", "1");
    assertEquals("{'id':1,'n':5}", record.now());
    answer("get record", "{'id':1,'n':5}");
    assertEquals("{'id':1,'n':0} | {'id':1,'n':1} | {'id':1,'n':5}", record.history());
  }

  @Test
  public void onSuccess_ofAnotherMutation_isNotItsOwn() {
    mutate(increment("A", "record"));
    mutate(plain("B")
        .onSuccess((data, variables, onMutateResult, context) ->
            update("record", old -> Json.with(old, "seen", true))));
    answer("B", "'ok'");
    assertEquals("{'id':1,'n':1,'seen':true}", record.now());
    fail("A");
    assertEquals("{'id':1,'n':0,'seen':true}", record.now());
  }

  @Test
  public void onSuccess_thatMutatesAgain_andWritesThen_isItsOwnStill() {
    mutate(increment("A", "record").onSuccess((data, variables, onMutateResult, context) -> {
      mutate(merge("B", "list", "{'id':1,'n':'B'}"));
      return write("record", data);
    }));
    answer("A", "{'id':1,'n':5}");
    assertEquals("{'id':1,'n':5}", record.now());
    answer("B", "'ok'");
    answer("get list", "[{'id':1,'n':'B'}]");
    answer("get record", "{'id':1,'n':5}");
    assertEquals("{'id':1,'n':0} | {'id':1,'n':1} | {'id':1,'n':5}", record.history());
  }

  @Test
  public void onSuccess_thatThrows_leavesNothingOfItself() {
    mutate(increment("A", "record").onSuccess((data, variables, onMutateResult, context) -> {
      throw thrown("a mistake");
    }));
    answer("A", "'ok'");
    takeUnhandled();
    mutate(increment("B", "record"));
    settle();
    update("record", old -> Json.with(old, "seen", true));
    assertEquals("{'id':1,'n':2,'seen':true}", record.now());
    fail("B");
    answer("get record", "{'id':1,'n':1}");
  }

  @Test
  public void onSuccess_writesAnotherQuery_whichOthersChange_leavesThoseAlone() {
    mutate(append("B", "list", "{'id':3}"));
    mutate(increment("A", "record")
        .onSuccess((data, variables, onMutateResult, context) ->
            update("list", old -> added(old, json("{'id':2}")))));
    answer("A", "'ok'");
    assertEquals("[{'id':1,'n':'x'},{'id':2},{'id':3}]", list.now());
    fail("B");
    assertEquals("[{'id':1,'n':'x'},{'id':2}]", list.now());
    answer("get record", "{'id':1,'n':1}");
  }

  // The documented pattern in the same mutation

  @Test
  public void onMutate_addsByHandToo_itIsThereOnce() {
    mutate(append("A", "list", "{'id':2,'n':'new'}")
        .onMutate(
            (variables, context) -> update("list", old -> added(old, json("{'id':2,'n':'new'}")))));
    settle();
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new'}]", list.now());
    answer("A", "{'id':2,'n':'new'}");
    listHolds("[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
  }

  @Test
  public void onMutate_doesTheChangeByHandToo_itShowsOnce() {
    mutate(
        increment("A", "record").onMutate((variables, context) -> update("record", this::oneMore)));
    settle();
    assertEquals("{'id':1,'n':1}", record.now());
    answer("A", "'ok'");
    assertEquals("{'id':1,'n':1}", record.now());
    answer("get record", "{'id':1,'n':1}");
    assertEquals("{'id':1,'n':0} | {'id':1,'n':1}", record.history());
  }

  @Test
  public void onMutate_doesTheChangeByHandToo_andItFails_thePatternsRollbackLeavesNothing() {
    Object[] before = {null};
    mutate(increment("A", "record")
        .onMutate((variables, context) -> {
          before[0] = client.getQueryData(key("record"));
          return update("record", this::oneMore);
        })
        .onError((error, variables, onMutateResult, context) -> write("record", before[0])));
    settle();
    assertEquals("{'id':1,'n':1}", record.now());
    fail("A");
    assertEquals("{'id':1,'n':0}", record.now());
  }

  @Test
  public void onMutate_andNobodyTakesItBack_theServerIsAsked() {
    mutate(
        increment("A", "record").onMutate((variables, context) -> update("record", this::oneMore)));
    fail("A");
    assertEquals(1, network.count("get record"));
    answer("get record", "{'id':1,'n':0}");
    assertEquals("{'id':1,'n':0}", record.now());
  }

  @Test
  public void twoAtOnce_eachWithAHandOfItsOwn_eachShowsOnce() {
    MutationOptions both =
        increment("A", "record").onMutate((variables, context) -> update("record", this::oneMore));
    mutate(both);
    mutate(both);
    settle();
    assertEquals("{'id':1,'n':2}", record.now());
    answer("A", "'ok'");
    answer("A", "'ok'");
    assertEquals("{'id':1,'n':2}", record.now());
    answer("get record", "{'id':1,'n':2}");
  }

  @Test
  public void onError_puttingWhatWasReadBack_leavesTheOthersAlone() {
    Object[] before = {null};
    mutate(increment("B", "record"));
    settle();
    mutate(increment("A", "record")
        .onMutate((variables, context) -> before[0] = client.getQueryData(key("record")))
        .onError((error, variables, onMutateResult, context) -> write("record", before[0])));
    settle();
    assertEquals("{'id':1,'n':2}", record.now());
    fail("A");
    assertEquals("{'id':1,'n':1}", record.now());
    fail("B");
    assertEquals("{'id':1,'n':0}", record.now());
  }

  // Beside the changes of others

  @Test
  public void onSuccess_writesItsRecord_anotherNewOneThatLooksTheSame_stays() {
    mutate(create("other", "list"), json("{'id':'u','n':'new'}"));
    mutate(
        create("create", "list")
            .onSuccess((data, variables, onMutateResult, context) ->
                update("list", old -> added(old, data))),
        json("{'id':'t','n':'new'}"));
    settle();
    answer("create", "{'id':2,'n':'new'}");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new'},{'id':'u','n':'new'}]", list.now());
    fail("other");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new'}]", list.now());
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
  }

  @Test
  public void onSuccess_writesTheBaseWithItsOwnChange_whatOthersConfirmed_stays() {
    mutate(increment("A", "record"));
    mutate(with("B", "record", (intent, key) -> intent.increment(key, "n", 2))
        .onSuccess((data, variables, onMutateResult, context) ->
            update("record", old -> Json.with(old, "n", Json.number(old, "n") + 2))));
    settle();
    answer("A", "'ok'");
    answer("B", "'ok'");
    assertEquals("{'id':1,'n':3}", record.now());
    answer("get record", "{'id':1,'n':3}");
    assertEquals("{'id':1,'n':0} | {'id':1,'n':1} | {'id':1,'n':3}", record.history());
  }

  @Test
  public void onSuccess_leavesAFieldAsInTheBase_whatOthersConfirmedThere_stays() {
    mutate(increment("A", "record"));
    answer("A", "{'id':1,'n':7}");
    mutate(increment("B", "record"));
    mutate(merge("C", "record", "{'t':'C'}")
        .onSuccess((data, variables, onMutateResult, context) ->
            update("record", old -> Json.with(Json.with(old, "t", "C"), "by", data))));
    settle();
    answer("B", "'ok'");
    answer("C", "'somebody'");
    assertEquals("{'id':1,'n':8,'t':'C','by':'somebody'}", record.now());
  }
}
