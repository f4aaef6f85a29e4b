package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Before;
import org.junit.Test;

/**
 * The snippets of the guide as they stand: a whole record written, some of its fields, an event taken from the list, one
 * added to it, each while a second mutation is under way. What failed is gone, and what the other one wrote is there.
 */
public class DocumentedPatternTest extends PatternCase {
  private static final String EVENT = "{'id':1,'title':'Opening','date':'Monday'}";
  private static final String EVENTS = "[{'id':1,'title':'Opening'},{'id':2,'title':'Closing'}]";

  @Before
  public void anEventAndTheList() {
    client.setQueryData(key("events", 1), json(EVENT), null);
    cache("events", EVENTS);
    settle();
  }

  private Object eventKey() {
    return key("events", 1);
  }

  private String event() {
    return text(client.getQueryData(eventKey()));
  }

  private String list() {
    return view("events");
  }

  /** The first snippet: the variables are the record, keys are bare as in version 4, nothing is returned at the end. */
  private MutationOptions editing(String name) {
    return plain(name)
        .onMutate((variables, context) -> client
            .cancelQueries(eventKey(), null)
            .then(
                done -> {
                  Object previous = client.getQueryData(eventKey());
                  client.setQueryData(eventKey(), variables, null);
                  return Seq.of(previous);
                },
                null))
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(eventKey(), snapshot(onMutateResult), null))
        .onSettled((data, error, variables, onMutateResult, context) -> {
          client.invalidateQueries(eventKey(), null);
          return undefined();
        });
  }

  /** The snippet for some fields, with filters as in version 5, and the end awaited. */
  private MutationOptions patching(String name) {
    return plain(name)
        .onMutate((variables, context) -> client
            .cancelQueries(prefix("events", 1), null)
            .then(
                done -> {
                  Object previous = client.getQueryData(eventKey());
                  client.setQueryData(
                      eventKey(), (Updater) old -> env.values.merged(old, variables), null);
                  return Seq.of(previous);
                },
                null))
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(eventKey(), snapshot(onMutateResult), null))
        .onSettled((data, error, variables, onMutateResult, context) ->
            client.invalidateQueries(prefix("events", 1), null));
  }

  private MutationOptions ofList(String name, Updater updater) {
    return pattern(name, "events", updater)
        .onSettled((data, error, variables, onMutateResult, context) ->
            client.invalidateQueries(prefix("events"), null));
  }

  private void edits(String name, String event) {
    start(editing(name), json(event));
  }

  private void patches(String name, String fields) {
    start(patching(name), json(fields));
  }

  private void deletes(String name, double id) {
    start(ofList(name, without(id)));
  }

  private void adds(String name, String event) {
    start(ofList(name, append(event)));
  }

  private Screen watchedEvent() {
    return watch(QueryOptions.of(eventKey())
        .queryFn(context -> network.send("get event", null))
        .staleTime(1e12));
  }

  // Edit: the form sends the record as it is shown, with one field changed

  @Test
  public void edit_theFirstFails_theSecondsFieldStays() {
    edits("A", "{'id':1,'title':'A','date':'Monday'}");
    edits("B", "{'id':1,'title':'A','date':'B'}");
    assertEquals("{'id':1,'title':'A','date':'B'}", event());
    fail("A");
    assertEquals("{'id':1,'title':'Opening','date':'B'}", event());
    fail("B");
    assertEquals(EVENT, event());
  }

  @Test
  public void edit_theSecondFails_theFirstsFieldStays() {
    edits("A", "{'id':1,'title':'A','date':'Monday'}");
    edits("B", "{'id':1,'title':'A','date':'B'}");
    fail("B");
    assertEquals("{'id':1,'title':'A','date':'Monday'}", event());
    fail("A");
    assertEquals(EVENT, event());
  }

  @Test
  public void edit_theFirstFails_theSecondSucceeds() {
    edits("A", "{'id':1,'title':'A','date':'Monday'}");
    edits("B", "{'id':1,'title':'A','date':'B'}");
    fail("A");
    answer("B", "'ok'");
    assertEquals("{'id':1,'title':'Opening','date':'B'}", event());
  }

  @Test
  public void edit_theFirstSucceeds_theSecondFails() {
    edits("A", "{'id':1,'title':'A','date':'Monday'}");
    edits("B", "{'id':1,'title':'A','date':'B'}");
    answer("A", "'ok'");
    fail("B");
    assertEquals("{'id':1,'title':'A','date':'Monday'}", event());
  }

  @Test
  public void edit_theSecondSucceeds_thenTheFirstFails() {
    edits("A", "{'id':1,'title':'A','date':'Monday'}");
    edits("B", "{'id':1,'title':'A','date':'B'}");
    answer("B", "'ok'");
    fail("A");
    assertEquals("{'id':1,'title':'Opening','date':'B'}", event());
  }

  @Test
  public void edit_ofTheSameField_theFirstFails_theSecondStands() {
    edits("A", "{'id':1,'title':'A','date':'Monday'}");
    edits("B", "{'id':1,'title':'B','date':'Monday'}");
    fail("A");
    assertEquals("{'id':1,'title':'B','date':'Monday'}", event());
    fail("B");
    assertEquals(EVENT, event());
  }

  @Test
  public void edit_madeOfWhatWasLoaded_leavesTheOtherAlone_asItWasWritten() {
    edits("A", "{'id':1,'title':'A','date':'Monday'}");
    edits("B", "{'id':1,'title':'Opening','date':'B'}");
    assertEquals("{'id':1,'title':'Opening','date':'B'}", event());
    fail("A");
    assertEquals("{'id':1,'title':'Opening','date':'B'}", event());
    fail("B");
    assertEquals(EVENT, event());
  }

  // Some fields of the record

  @Test
  public void patch_theFirstFails_theSecondsFieldStays() {
    patches("A", "{'title':'A'}");
    patches("B", "{'date':'B'}");
    fail("A");
    assertEquals("{'id':1,'title':'Opening','date':'B'}", event());
    fail("B");
    assertEquals(EVENT, event());
  }

  @Test
  public void patch_ofTheSameField_theFirstFails_thenTheSecond() {
    patches("A", "{'title':'A'}");
    patches("B", "{'title':'B'}");
    fail("A");
    assertEquals("{'id':1,'title':'B','date':'Monday'}", event());
    fail("B");
    assertEquals(EVENT, event());
  }

  @Test
  public void patch_ofTheSameField_theSecondFails_theFirstShowsAgain() {
    patches("A", "{'title':'A'}");
    patches("B", "{'title':'B'}");
    fail("B");
    assertEquals("{'id':1,'title':'A','date':'Monday'}", event());
    answer("A", "'ok'");
    assertEquals("{'id':1,'title':'A','date':'Monday'}", event());
  }

  @Test
  public void patchUnderAnEdit_theFirstFails() {
    patches("A", "{'title':'A'}");
    edits("B", "{'id':1,'title':'A','date':'B'}");
    fail("A");
    assertEquals("{'id':1,'title':'Opening','date':'B'}", event());
    fail("B");
    assertEquals(EVENT, event());
  }

  @Test
  public void editUnderAPatch_theFirstFails() {
    edits("A", "{'id':1,'title':'A','date':'Monday'}");
    patches("B", "{'date':'B'}");
    fail("A");
    assertEquals("{'id':1,'title':'Opening','date':'B'}", event());
    answer("B", "'ok'");
    assertEquals("{'id':1,'title':'Opening','date':'B'}", event());
  }

  // The list

  @Test
  public void twoDeletes_theFirstFails_itsEventIsBack_theOtherIsNot() {
    deletes("A", 1);
    deletes("B", 2);
    assertEquals("[]", list());
    fail("A");
    assertEquals("[{'id':1,'title':'Opening'}]", list());
    fail("B");
    assertEquals(EVENTS, list());
  }

  @Test
  public void twoDeletes_theSecondFails_thenTheFirst() {
    deletes("A", 1);
    deletes("B", 2);
    fail("B");
    assertEquals("[{'id':2,'title':'Closing'}]", list());
    fail("A");
    assertEquals(EVENTS, list());
  }

  @Test
  public void twoAdds_theFirstFails_thenTheSecond() {
    adds("A", "{'id':'a','title':'A'}");
    adds("B", "{'id':'b','title':'B'}");
    fail("A");
    assertEquals(
        "[{'id':1,'title':'Opening'},{'id':2,'title':'Closing'},{'id':'b','title':'B'}]", list());
    fail("B");
    assertEquals(EVENTS, list());
  }

  @Test
  public void addAndDelete_theAddFails_theDeletedOneStaysAway() {
    adds("A", "{'id':'a','title':'A'}");
    deletes("B", 1);
    fail("A");
    assertEquals("[{'id':2,'title':'Closing'}]", list());
    fail("B");
    assertEquals(EVENTS, list());
  }

  @Test
  public void deleteAndAdd_theDeleteFails_theAddedOneStays() {
    deletes("A", 1);
    adds("B", "{'id':'b','title':'B'}");
    fail("A");
    assertEquals(
        "[{'id':1,'title':'Opening'},{'id':2,'title':'Closing'},{'id':'b','title':'B'}]", list());
    answer("B", "{'id':3}");
    assertEquals(
        "[{'id':1,'title':'Opening'},{'id':2,'title':'Closing'},{'id':'b','title':'B'}]", list());
  }

  @Test
  public void editAndDeleteOfOneEvent_theEditFails_itStaysAway() {
    start(ofList("A", each(1, set("title", "A"))));
    deletes("B", 1);
    fail("A");
    assertEquals("[{'id':2,'title':'Closing'}]", list());
    fail("B");
    assertEquals(EVENTS, list());
  }

  @Test
  public void editAndDeleteOfOneEvent_theDeleteFails_itIsBackWithTheEdit() {
    start(ofList("A", each(1, set("title", "A"))));
    deletes("B", 1);
    fail("B");
    assertEquals("[{'id':1,'title':'A'},{'id':2,'title':'Closing'}]", list());
    fail("A");
    assertEquals(EVENTS, list());
  }

  @Test
  public void addAndEditOfTheNewEvent_theAddFails_bothAreGone() {
    adds("A", "{'id':3,'title':'A'}");
    start(ofList("B", each(3, set("title", "B"))));
    fail("A");
    assertEquals(EVENTS, list());
    fail("B");
    assertEquals(EVENTS, list());
  }

  // While the page is shown, with the fetch at the end

  @Test
  public void shown_theFirstFails_nothingOfTheSecondGoes_beforeTheFetchBringsAValue() {
    Screen screen = watchedEvent();
    patches("A", "{'title':'A'}");
    patches("B", "{'date':'B'}");
    screen.forget();
    fail("A");
    assertEquals(
        "{'id':1,'title':'A','date':'B'} | {'id':1,'title':'Opening','date':'B'}",
        screen.history());
    assertEquals(1, network.count("get event"));
  }

  @Test
  public void shown_bothFail_andTheFetchesBringWhatWasThere() {
    Screen screen = watchedEvent();
    patches("A", "{'title':'A'}");
    patches("B", "{'date':'B'}");
    fail("A");
    fail("B");
    assertEquals(EVENT, screen.now());
    answer("get event", EVENT);
    assertEquals(EVENT, screen.now());
  }

  @Test
  public void shown_theSecondsCancel_stopsTheFirstsFetch_andLeavesItsRollback() {
    Screen screen = watchedEvent();
    patches("A", "{'title':'A'}");
    fail("A");
    assertEquals("fetching", screen.result().fetchStatus);
    patches("B", "{'date':'B'}");
    assertEquals("{'id':1,'title':'Opening','date':'B'}", screen.now());
    fail("B");
    assertEquals(EVENT, screen.now());
  }

  @Test
  public void oneAfterTheOther_eachIsRight() {
    patches("A", "{'title':'A'}");
    fail("A");
    patches("B", "{'title':'B'}");
    answer("B", "'ok'");
    patches("C", "{'title':'C'}");
    fail("C");
    assertEquals("{'id':1,'title':'B','date':'Monday'}", event());
  }
}
