package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.law.Updater;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** One mutation that writes several queries in the documented pattern: each of them is right, also one that it left alone. */
public class PatternOnManyKeysTest extends PatternCase {
  private static final String OPEN = "[{'id':1,'t':'one'},{'id':2,'t':'two'}]";
  private static final String DONE = "[{'id':3,'t':'three'}]";

  @Before
  public void aDetailTwoListsAndACount() {
    client.setQueryData(key("detail", 1), json("{'id':1,'t':'one'}"), null);
    client.setQueryData(key("lists", "open"), json(OPEN), null);
    client.setQueryData(key("lists", "done"), json(DONE), null);
    cache("count", "{'n':2}");
    settle();
  }

  private String shown() {
    return text(client.getQueryData(key("detail", 1))) + " " + lists() + " " + view("count");
  }

  private String lists() {
    return text(client.getQueryData(key("lists", "open"))) + " "
        + text(client.getQueryData(key("lists", "done")));
  }

  /** Writes the detail and the list that is open, and puts both back. */
  private MutationOptions both(String name, Updater ofRecord) {
    return plain(name)
        .onMutate((variables, context) -> client
            .cancelQueries(prefix("detail", 1), null)
            .then(done -> client.cancelQueries(prefix("lists"), null), null)
            .then(
                done -> {
                  Object detail = client.getQueryData(key("detail", 1));
                  Object list = client.getQueryData(key("lists", "open"));
                  client.setQueryData(key("detail", 1), ofRecord, null);
                  client.setQueryData(key("lists", "open"), each(1, ofRecord), null);
                  return Seq.of(detail, list);
                },
                null))
        .onError((error, variables, onMutateResult, context) -> {
          client.setQueryData(key("detail", 1), snapshot(onMutateResult), null);
          client.setQueryData(key("lists", "open"), ((Seq<?>) onMutateResult).get(1), null);
          return undefined();
        });
  }

  /** Writes every list by one function, and puts back every list that is there, whether it was changed or not. */
  private MutationOptions allLists(String name, Updater ofList) {
    return plain(name)
        .onMutate((variables, context) -> client
            .cancelQueries(prefix("lists"), null)
            .then(
                done -> {
                  Seq<Seq<Object>> before = client.getQueriesData(prefix("lists"));
                  client.setQueriesData(prefix("lists"), ofList, null);
                  return before;
                },
                null))
        .onError((error, variables, onMutateResult, context) -> {
          putAllBack((Seq<?>) onMutateResult);
          return undefined();
        });
  }

  private void putAllBack(Seq<?> before) {
    before.each(pair -> client.setQueryData(((Seq<?>) pair).get(0), ((Seq<?>) pair).get(1), null));
  }

  /** Changes the record if it is there, and hands the very list back if it is not. */
  private Updater ifThere(double id, Updater updater) {
    return list ->
        env.values.items(list).some(item -> env.values.same(env.values.field(item, "id"), id))
            ? each(id, updater).update(list)
            : list;
  }

  // Detail and list

  @Test
  public void detailAndList_theFirstFails_bothKeepTheSecondsField() {
    start(both("A", set("t", "A")));
    start(both("B", set("n", "B")));
    fail("A");
    assertEquals(
        "{'id':1,'t':'one','n':'B'} [{'id':1,'t':'one','n':'B'},{'id':2,'t':'two'}] " + DONE
            + " {'n':2}",
        shown());
    fail("B");
    assertEquals("{'id':1,'t':'one'} " + OPEN + " " + DONE + " {'n':2}", shown());
  }

  @Test
  public void detailAndList_ofTheSameField_agreeAfterEachFailure() {
    start(both("A", set("t", "A")));
    start(both("B", set("t", "B")));
    fail("A");
    assertEquals(
        "{'id':1,'t':'B'} [{'id':1,'t':'B'},{'id':2,'t':'two'}] " + DONE + " {'n':2}", shown());
    fail("B");
    assertEquals("{'id':1,'t':'one'} " + OPEN + " " + DONE + " {'n':2}", shown());
  }

  @Test
  public void theSecondWritesTheListAlone_theFirstFails() {
    start(both("A", set("t", "A")));
    start(allLists("B", append("{'id':4}")));
    fail("A");
    assertEquals(
        "{'id':1,'t':'one'} [{'id':1,'t':'one'},{'id':2,'t':'two'},{'id':4}]"
            + " [{'id':3,'t':'three'},{'id':4}] {'n':2}",
        shown());
    fail("B");
    assertEquals("{'id':1,'t':'one'} " + OPEN + " " + DONE + " {'n':2}", shown());
  }

  @Test
  public void listAndCount_twoAdds_theFirstFails() {
    start(withCount("A", "{'id':4}"));
    start(withCount("B", "{'id':5}"));
    assertEquals("{'n':4}", view("count"));
    fail("A");
    assertEquals("[{'id':1,'t':'one'},{'id':2,'t':'two'},{'id':5}] " + DONE, lists());
    assertEquals("{'n':3}", view("count"));
    fail("B");
    assertEquals(OPEN + " " + DONE, lists());
    assertEquals("{'n':2}", view("count"));
  }

  private MutationOptions withCount(String name, String item) {
    return plain(name)
        .onMutate((variables, context) -> client
            .cancelQueries(prefix("lists"), null)
            .then(
                done -> {
                  Object list = client.getQueryData(key("lists", "open"));
                  client.setQueryData(key("lists", "open"), append(item), null);
                  Seq<Object> count = readAndWrite("count", add("n", 1));
                  return Seq.of(list, snapshot(count));
                },
                null))
        .onError((error, variables, onMutateResult, context) -> {
          client.setQueryData(key("lists", "open"), snapshot(onMutateResult), null);
          return client.setQueryData(key("count"), ((Seq<?>) onMutateResult).get(1), null);
        });
  }

  @Test
  public void theSecondKey_writtenBehindAnAwait_isPutBackToo() {
    start(behindAnAwait("A", "{'id':4}"));
    answer("prepare A", "'ok'");
    start(allLists("B", append("{'id':5}")));
    start(pattern("C", "count", add("n", 10)));
    fail("A");
    assertEquals(
        "[{'id':1,'t':'one'},{'id':2,'t':'two'},{'id':5}] [{'id':3,'t':'three'},{'id':5}]",
        lists());
    assertEquals("{'n':12}", view("count"));
  }

  private MutationOptions behindAnAwait(String name, String item) {
    return plain(name)
        .onMutate((variables, context) -> {
          Object list = client.getQueryData(key("lists", "open"));
          client.setQueryData(key("lists", "open"), append(item), null);
          return network
              .send("prepare " + name, null)
              .then(
                  ready -> {
                    Seq<Object> count = readAndWrite("count", add("n", 1));
                    return Seq.of(list, snapshot(count));
                  },
                  null);
        })
        .onError((error, variables, onMutateResult, context) -> {
          client.setQueryData(key("lists", "open"), snapshot(onMutateResult), null);
          return client.setQueryData(key("count"), ((Seq<?>) onMutateResult).get(1), null);
        });
  }

  // Snapshots of all lists

  @Test
  public void aListThatItLeftAlone_andAnotherChanged_keepsThat_whenItIsPutBack() {
    start(allLists("A", ifThere(1, set("t", "A"))));
    start(allLists("B", ifThere(3, set("t", "B"))));
    fail("A");
    assertEquals(OPEN + " [{'id':3,'t':'B'}]", lists());
    fail("B");
    assertEquals(OPEN + " " + DONE, lists());
  }

  @Test
  public void aListThatItLeftAlone_keepsWhatAnotherConfirmed() {
    start(allLists("A", ifThere(1, set("t", "A"))));
    start(allLists("B", ifThere(3, set("t", "B"))));
    answer("B", "'ok'");
    fail("A");
    assertEquals(OPEN + " [{'id':3,'t':'B'}]", lists());
  }

  @Test
  public void aListThatItNeverWrote_keepsWhatAnotherWrote_whenItIsPutBack() {
    start(plain("A")
        .onMutate((variables, context) -> client
            .cancelQueries(prefix("lists"), null)
            .then(
                done -> {
                  Seq<Seq<Object>> before = client.getQueriesData(prefix("lists"));
                  client.setQueryData(key("lists", "open"), append("{'id':4}"), null);
                  return before;
                },
                null))
        .onError((error, variables, onMutateResult, context) -> {
          putAllBack((Seq<?>) onMutateResult);
          return undefined();
        }));
    start(allLists("B", append("{'id':5}")));
    fail("A");
    assertEquals(
        "[{'id':1,'t':'one'},{'id':2,'t':'two'},{'id':5}] [{'id':3,'t':'three'},{'id':5}]",
        lists());
    fail("B");
    assertEquals(OPEN + " " + DONE, lists());
  }

  @Test
  public void aListThatItNeverWrote_keepsWhatAPushWrote_whenItIsPutBack() {
    start(allLists("A", ifThere(1, set("t", "A"))));
    client.setQueryData(key("lists", "done"), json("[{'id':3,'t':'pushed'}]"), null);
    fail("A");
    assertEquals(OPEN + " [{'id':3,'t':'pushed'}]", lists());
  }

  @Test
  public void allLists_aDeleteAndAnEdit_theDeleteFailsFirst() {
    start(allLists("A", without(1)));
    start(allLists("B", each(2, set("t", "B"))));
    fail("A");
    assertEquals("[{'id':1,'t':'one'},{'id':2,'t':'B'}] " + DONE, lists());
    fail("B");
    assertEquals(OPEN + " " + DONE, lists());
  }

  @Test
  public void twoMutations_oneFunctionOverAll_failTogether() {
    start(allLists("A", append("{'id':4}")));
    start(allLists("B", append("{'id':5}")));
    network.pending("A").fail("no");
    fail("B");
    assertEquals(OPEN + " " + DONE, lists());
  }

  @Test
  public void aListThatCameLater_isLeftAlone() {
    start(allLists("A", append("{'id':4}")));
    client.setQueryData(key("lists", "late"), json("[]"), null);
    settle();
    start(allLists("B", append("{'id':5}")));
    fail("A");
    assertEquals("[{'id':5}]", text(client.getQueryData(key("lists", "late"))));
    fail("B");
    assertEquals("[]", text(client.getQueryData(key("lists", "late"))));
  }

  @Test
  public void queriesThatAnotherMutationWrites_areNotTouched() {
    start(allLists("A", append("{'id':4}")));
    start(pattern("B", "count", add("n", 1)));
    fail("A");
    assertEquals("{'n':3}", view("count"));
    fail("B");
    assertEquals("{'n':2}", view("count"));
  }
}
