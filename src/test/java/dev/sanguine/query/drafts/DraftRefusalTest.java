package dev.sanguine.query.drafts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import dev.sanguine.query.Outcome;
import dev.sanguine.query.pending.IntentsObserver;
import org.junit.Test;

/** A save is refused: the views go back, the text stays, and the server's words stand at its field. */
public class DraftRefusalTest extends DraftCase {
  @Test
  public void theTextStaysWhileEveryOtherViewGoesBack() {
    DraftObserver form = form();
    form.set("title", "A");
    Outcome saved = outcome(form.save(null));
    refuse("no");
    assertEquals("failed: no", saved.toString());
    assertEquals("A refused: no", field(form, "title"));
    assertEquals("{'id':1,'title':'t0','status':'s0'}", view("record"));
    assertEquals("{'id':1,'title':'A','status':'s0'}", shown(form));
    assertEquals("no", form.getCurrentResult().error);
  }

  @Test
  public void aRefusedFieldIsDirtyAgainWhenItIsTyped() {
    DraftObserver form = refused("no");
    form.set("title", "AB");
    assertEquals("AB dirty", field(form, "title"));
    form.save(null);
    assertEquals("{'id':1,'title':'AB'}", sent("save"));
    answer("save", "{'id':1,'title':'AB'}");
    assertEquals("AB saved", field(form, "title"));
    assertNull(form.getCurrentResult().error);
  }

  @Test
  public void whatIsTypedDuringARefusedSaveStays() {
    DraftObserver form = form();
    form.set("title", "A");
    form.save(null);
    form.set("title", "AB");
    refuse("no");
    assertEquals("AB refused: no", field(form, "title"));
    assertEquals("t0", form.field("title").base);
  }

  @Test
  public void payloadsErrorsLandAtTheirFields() {
    DraftObserver form = form();
    form.set("title", "A");
    form.set("status", "B");
    form.save(null);
    refuse(FieldFault.of("The following field is invalid: title")
        .data(json("{'errors':[{'name':'ValidationError','message':'invalid',"
            + "'data':{'errors':[{'path':'title','message':'Too short'}]}}]}")));
    assertEquals("A refused: Too short", field(form, "title"));
    assertEquals("B dirty", field(form, "status"));
  }

  @Test
  public void errorsOfTheErrorItselfLandAtTheirFields() {
    DraftObserver form = refused(FieldFault.of("invalid")
        .errors(
            json("[{'path':'title','message':'Too short'},{'path':'mail','message':'Needed'}]")));
    assertEquals("A refused: Too short", field(form, "title"));
    assertEquals("absent refused: Needed", field(form, "mail"));
    form.set("title", "Longer");
    form.save(null);
    answer("save", "{'id':1,'title':'Longer'}");
    assertEquals("absent clean", field(form, "mail"));
  }

  @Test
  public void anErrorThatNamesNoFieldStandsAtAllThatWereSent() {
    DraftObserver form = form();
    form.set("title", "A");
    form.set("status", "B");
    form.save("title");
    refuse(FieldFault.of("The server is down"));
    assertEquals("A refused: The server is down", field(form, "title"));
    assertEquals("B dirty", field(form, "status"));
  }

  @Test
  public void theAppMayReadErrorsItself() {
    DraftObserver form =
        form(options().errors(error -> json("[{'path':'title','message':'read: " + error + "'}]")));
    form.set("title", "A");
    form.save(null);
    refuse("e7");
    assertEquals("A refused: read: e7", field(form, "title"));
  }

  @Test
  public void anErrorCountsRowsAndItsFieldIsNamedByTheRowsId() {
    cache("record", "{'id':1,'lines':[{'id':'a','text':'tea'},{'id':'b','text':'milk'}]}");
    DraftObserver form = form();
    form.set("lines.b.text", "");
    form.save(null);
    assertEquals("{'id':1,'lines':[{'id':'a','text':'tea'},{'id':'b','text':''}]}", sent("save"));
    refuse(FieldFault.of("invalid").errors(json("[{'path':'lines.1.text','message':'Needed'}]")));
    assertEquals(" refused: Needed", field(form, "lines.b.text"));
  }

  @Test
  public void anotherFieldsFailureLeavesWhatIsBeingSaved() {
    DraftObserver form = form();
    form.set("title", "A");
    form.save("title");
    form.set("status", "B");
    form.save("status");
    refuse("no");
    assertEquals("A refused: no", field(form, "title"));
    assertEquals("B saving", field(form, "status"));
    answer("save", "{'id':1,'status':'B'}");
    assertEquals("B saved", field(form, "status"));
    assertEquals("A refused: no", field(form, "title"));
  }

  @Test
  public void aLaterSaveOfTheFieldGoesOnIfAnEarlierOneIsRefused() {
    DraftObserver form = form();
    form.set("title", "A");
    form.save(null);
    form.set("title", "AB");
    form.save(null);
    refuse("no");
    assertEquals("AB saving", field(form, "title"));
    answer("save", "{'id':1,'title':'AB'}");
    assertEquals("AB saved", field(form, "title"));
  }

  @Test
  public void aChangeThatWasCancelledIsDirtyAgain() {
    DraftObserver form = form();
    form.set("title", "A");
    form.save(null);
    settle();
    client.getMutationCache().getAll().get(0).cancel();
    settle();
    assertEquals("A dirty", field(form, "title"));
    network.pending("save").fail("late");
  }

  @Test
  public void whatFailedIsListedUntilItIsSavedAnew() {
    IntentsObserver pending = pending();
    DraftObserver form = refused("no");
    assertEquals(1, pending.getCurrentResult().size());
    form.set("title", "AB");
    form.save(null);
    answer("save", "{'id':1,'title':'AB'}");
    arrives("{'id':1,'title':'AB'}");
    settle();
    assertEquals(0, pending.getCurrentResult().size());
  }

  @Test
  public void whatIsSentAgainFromAListIsBeingSaved() {
    IntentsObserver pending = pending();
    DraftObserver form = refused("no");
    pending.getCurrentResult().get(0).retry.get();
    assertEquals("A saving", field(form, "title"));
    answer("save", "{'id':1,'title':'A'}");
    assertEquals("A saved", field(form, "title"));
  }

  @Test
  public void theTextStaysIfNobodyKnowsWhatBecameOfTheSave() {
    DraftObserver form = form();
    form.set("title", "A");
    form.save(null);
    lose("save");
    assertEquals("A", form.value("title"));
    arrives("{'id':1,'title':'A','status':'s0'}");
    assertEquals("A clean", field(form, "title"));
  }

  /** A form whose title was typed and saved, and the server has refused it so. */
  private DraftObserver refused(Object error) {
    DraftObserver form = form();
    form.set("title", "A");
    form.save(null);
    refuse(error);
    return form;
  }

  private IntentsObserver pending() {
    IntentsObserver pending = new IntentsObserver(client, undefined());
    atEnd(pending.subscribe(result -> {}));
    return pending;
  }
}
