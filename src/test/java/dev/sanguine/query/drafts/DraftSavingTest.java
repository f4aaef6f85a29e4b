package dev.sanguine.query.drafts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Task;
import dev.sanguine.json.Json;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import dev.sanguine.query.pacing.Pacer;
import dev.sanguine.query.records.RecordsFeature;
import dev.sanguine.testkit.ScriptedPage;
import org.junit.Test;

/** What a save sends, and what becomes of what is typed meanwhile. */
public class DraftSavingTest extends DraftCase {
  @Test
  public void aSaveSendsWhatIsDirtyInOneRequest() {
    DraftObserver form = form();
    form.set("title", "A");
    form.set("status", "B");
    form.save(null);
    assertEquals("{'id':1,'title':'A','status':'B'}", sent("save"));
    assertEquals("A saving", field(form, "title"));
    assertTrue(form.getCurrentResult().isSaving);
    assertFalse(form.getCurrentResult().isDirty);
  }

  @Test
  public void aSaveShowsInEveryViewAtOnce() {
    DraftObserver form = form();
    form.set("title", "A");
    form.save(null);
    assertEquals("{'id':1,'title':'A','status':'s0'}", view("record"));
  }

  @Test
  public void aSaveOfOneFieldLeavesTheOthers() {
    DraftObserver form = form();
    form.set("title", "A");
    form.set("status", "B");
    form.save("status");
    assertEquals("{'id':1,'status':'B'}", sent("save"));
    assertEquals("A dirty", field(form, "title"));
  }

  @Test
  public void aSavedFieldFollowsTheRecord() {
    DraftObserver form = form();
    form.set("title", "A");
    Outcome saved = outcome(form.save(null));
    answer("save", "{'id':1,'title':'A','status':'s0'}");
    assertEquals("done: {'id':1,'title':'A','status':'s0'}", saved.toString());
    assertEquals("A saved", field(form, "title"));
    arrives("{'id':1,'title':'Zed','status':'s0'}");
    assertEquals("Zed saved", field(form, "title"));
    form.set("title", "B");
    assertEquals("B dirty", field(form, "title"));
  }

  @Test
  public void whatIsTypedDuringASaveStaysWhenItSucceeds() {
    DraftObserver form = form();
    form.set("title", "Bob");
    form.save(null);
    form.set("title", "Carol");
    assertEquals("Carol dirty", field(form, "title"));
    answer("save", "{'id':1,'title':'Bob','status':'s0'}");
    assertEquals("Carol dirty", field(form, "title"));
    assertEquals("Bob", form.field("title").base);
    arrives("{'id':1,'title':'Bob','status':'s0'}");
    assertEquals("Carol dirty", field(form, "title"));
    assertEquals(undefined(), form.field("title").theirs);
    form.save(null);
    assertEquals("{'id':1,'title':'Carol'}", sent("save"));
    answer("save", "{'id':1,'title':'Carol','status':'s0'}");
    arrives("{'id':1,'title':'Carol','status':'s0'}");
    assertEquals("Carol saved", field(form, "title"));
  }

  @Test
  public void whatIsTypedDuringASaveAndTakenBackIsBeingSaved() {
    DraftObserver form = form();
    form.set("title", "Bob");
    form.save(null);
    form.set("title", "Bobb");
    form.set("title", "Bob");
    assertEquals("Bob saving", field(form, "title"));
    answer("save", "{'id':1,'title':'Bob','status':'s0'}");
    assertEquals("Bob saved", field(form, "title"));
  }

  @Test
  public void theOldTextTypedDuringASaveIsAChangeOfWhatIsBeingSaved() {
    DraftObserver form = form();
    form.set("title", "A");
    form.save(null);
    form.set("title", "t0");
    assertEquals("t0 dirty", field(form, "title"));
    form.save(null);
    answer("save", "{'id':1,'title':'A','status':'s0'}");
    assertEquals("{'id':1,'title':'t0'}", sent("save"));
    answer("save", "{'id':1,'title':'t0','status':'s0'}");
    assertEquals("t0 saved", field(form, "title"));
  }

  @Test
  public void aSecondSaveOfTheSameTextJoinsTheFirst() {
    DraftObserver form = form();
    form.set("title", "A");
    form.save(null);
    Outcome second = outcome(form.save(null));
    settle();
    assertEquals(1, network.count("save"));
    answer("save", "{'id':1,'title':'A'}");
    assertEquals("done: {'id':1,'title':'A'}", second.toString());
    settle();
    assertEquals(1, network.count("save"));
  }

  @Test
  public void aSaveOfNothingSendsNothing() {
    DraftObserver form = form();
    Outcome saved = outcome(form.save(null));
    settle();
    assertEquals("done: absent", saved.toString());
    assertEquals(0, network.count("save"));
  }

  @Test
  public void savesOfARecordAreSentInTheirOrder() {
    DraftObserver form = form();
    form.set("title", "A");
    form.save(null);
    form.set("title", "AB");
    form.save(null);
    settle();
    assertEquals(1, network.count("save"));
    assertEquals("AB saving", field(form, "title"));
    answer("save", "{'id':1,'title':'A'}");
    assertEquals("AB saving", field(form, "title"));
    assertEquals("{'id':1,'title':'AB'}", sent("save"));
    answer("save", "{'id':1,'title':'AB'}");
    assertEquals("AB saved", field(form, "title"));
  }

  @Test
  public void withPacingWhatWaitsIsOneRequest() {
    client = newClient(new QueryClientConfig().features(Pacer.pacingOn(new ScriptedPage())));
    aRecord();
    DraftObserver form = form();
    form.set("title", "A");
    form.save(null);
    form.set("title", "AB");
    form.save(null);
    form.set("status", "B");
    form.save(null);
    answer("save", "{'id':1,'title':'A'}");
    assertEquals("{'id':1,'title':'AB','status':'B'}", sent("save"));
    answer("save", "{'id':1,'title':'AB','status':'B'}");
    assertEquals("AB saved", field(form, "title"));
    assertEquals("B saved", field(form, "status"));
    assertEquals(2, network.calls().size());
  }

  @Test
  public void whatTheServerWritesOtherwiseComesWhenThePersonLeavesTheField() {
    DraftObserver form = form();
    form.focus("title");
    form.set("title", "hello ");
    form.save(null);
    answer("save", "{'id':1,'title':'hello','status':'s0'}");
    arrives("{'id':1,'title':'hello','status':'s0'}");
    assertEquals("hello  saved", field(form, "title"));
    form.set("title", "hello w");
    assertEquals("hello w dirty", field(form, "title"));
    form.set("title", "hello ");
    form.blur("title");
    assertEquals("hello", form.value("title"));
  }

  @Test
  public void withRecordsASaveShowsInEveryList() {
    client = newClient(new QueryClientConfig().features(RecordsFeature::records));
    RecordsOption orders = new RecordsOption();
    orders.of = "order";
    QueryOptions defaults = new QueryOptions();
    defaults.records = orders;
    client.setQueryDefaults(key("list"), defaults);
    client.setQueryDefaults(key("record"), defaults);
    aRecord();
    cache("list", "[{'id':1,'title':'t0'},{'id':2,'title':'x'}]");
    DraftObserver form = form(new DraftOptions().record("order", 1.0).mutation(save()));
    assertEquals("t0 clean", field(form, "title"));
    form.set("title", "A");
    form.save(null);
    assertEquals("[{'id':1,'title':'A'},{'id':2,'title':'x'}]", view("list"));
    assertEquals("{'id':1,'title':'A','status':'s0'}", view("record"));
    refuse("no");
    assertEquals("[{'id':1,'title':'t0'},{'id':2,'title':'x'}]", view("list"));
    assertEquals("A refused: no", field(form, "title"));
  }

  @Test
  public void aSaveShowsInTheQueryThatTheFormShowsTheRecordOf() {
    RecordsOption orders = new RecordsOption();
    orders.of = "order";
    QueryOptions defaults = new QueryOptions();
    defaults.records = orders;
    client.setQueryDefaults(key("list"), defaults);
    // It says that the client lacks the feature records: the form alone finds the record.
    takeReports();
    cache("list", "[{'id':1,'title':'t0'}]");
    DraftObserver form =
        form(DraftOptions.of(key("detail")).record("order", 1.0).mutation(save()));
    assertEquals("t0 clean", field(form, "title"));
    form.set("title", "A");
    form.save(null);
    assertEquals("[{'id':1,'title':'A'}]", view("list"));
  }

  @Test
  public void anEarlierSaveCountsAgainIfALaterOneIsGivenUp() {
    DraftObserver form = form();
    form.set("title", "A");
    form.save(null);
    form.set("title", "t0");
    form.save(null);
    settle();
    client.getMutationCache().getAll().get(1).cancel();
    settle();
    assertEquals("t0 dirty", field(form, "title"));
    answer("save", "{'id':1,'title':'A','status':'s0'}");
    assertEquals("t0 dirty", field(form, "title"));
  }

  @Test
  public void variablesMayBeTheAppsOwn() {
    DraftObserver form =
        form(options().variables((fields, id) -> Json.object("data", fields, "where", id)));
    form.set("title", "A");
    form.save(null);
    assertEquals("{'data':{'title':'A'},'where':1}", sent("save"));
    assertEquals("{'id':1,'title':'A','status':'s0'}", view("record"));
  }

  @Test
  public void aMutationThatSaysItsChangesItselfIsLeftToDoSo() {
    MutationOptions shouting = save().optimistic((intent, variables) -> {
      intent.merge(key("record"), json("{'id':1,'title':'!'}"));
    });
    DraftObserver form = form(DraftOptions.of(key("record")).id(1.0).mutation(shouting));
    form.set("title", "A");
    form.save(null);
    assertEquals("{'id':1,'title':'!','status':'s0'}", view("record"));
    assertEquals("A saving", field(form, "title"));
  }

  @Test
  public void aDraftIsSavedAfterItsFormIsGone() {
    DraftObserver gone = new DraftObserver(client, options());
    Task stop = gone.subscribe(result -> {});
    gone.set("title", "A");
    gone.save(null);
    stop.run();
    refuse("no");
    assertEquals("A refused: no", field(form(), "title"));
  }

  @Test
  public void whatIsDiscardedDuringASaveIsNotBroughtBackByItsFailure() {
    DraftObserver form = form();
    form.set("title", "A");
    form.save(null);
    form.discard(null);
    assertEquals("A clean", field(form, "title"));
    refuse("no");
    assertEquals("t0 clean", field(form, "title"));
  }

  @Test
  public void whatIsTypedAfterADiscardIsAChangeOfWhatTheServerHasInTheEnd() {
    DraftObserver form = form();
    form.set("title", "A");
    form.save(null);
    form.discard(null);
    form.set("title", "AB");
    refuse("no");
    assertEquals("AB dirty", field(form, "title"));
    assertEquals("t0", form.field("title").base);
    assertEquals(undefined(), form.field("title").theirs);
  }
}
