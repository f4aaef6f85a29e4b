package dev.sanguine.query.drafts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import org.junit.Test;

/** What the form shows while a person types. */
public class DraftTypingTest extends DraftCase {
  @Test
  public void aFormShowsTheRecordUntilSomethingIsTyped() {
    DraftObserver form = form();
    assertEquals("t0 clean", field(form, "title"));
    assertEquals("{'id':1,'title':'t0','status':'s0'}", shown(form));
  }

  @Test
  public void whatIsTypedShowsInTheFormAlone() {
    DraftObserver form = form();
    form.set("title", "A");
    assertEquals("A dirty", field(form, "title"));
    assertEquals("{'id':1,'title':'A','status':'s0'}", shown(form));
    assertEquals("{'id':1,'title':'t0','status':'s0'}", view("record"));
  }

  @Test
  public void whatIsTypedIsToldInTheSameCall() {
    DraftObserver form = form();
    Seq<String> told = told(form);
    form.set("title", "A");
    assertEquals("{'id':1,'title':'A','status':'s0'}", join(told));
  }

  @Test
  public void aFetchChangesWhatIsNotTypedAndNothingElse() {
    DraftObserver form = form();
    form.set("title", "A");
    arrives("{'id':1,'title':'theirs','status':'s1'}");
    assertEquals("{'id':1,'title':'A','status':'s1'}", shown(form));
    assertEquals("A dirty", field(form, "title"));
    assertEquals("theirs", form.field("title").theirs);
    assertEquals("t0", form.field("title").base);
  }

  @Test
  public void whatTheServerHadAlreadyIsNobodyElses() {
    DraftObserver form = form();
    form.set("title", "A");
    arrives("{'id':1,'title':'t0','status':'s1'}");
    assertEquals(undefined(), form.field("title").theirs);
  }

  @Test
  public void whatIsTypedBackIsNoChange() {
    DraftObserver form = form();
    form.set("title", "A");
    form.set("title", "t0");
    assertEquals("t0 clean", field(form, "title"));
    arrives("{'id':1,'title':'theirs','status':'s0'}");
    assertEquals("theirs clean", field(form, "title"));
  }

  @Test
  public void aFieldThatThePersonIsInFollowsNothing() {
    DraftObserver form = form();
    form.focus("title");
    form.set("title", "t");
    form.set("title", "t0");
    arrives("{'id':1,'title':'theirs','status':'s0'}");
    assertEquals("t0 clean", field(form, "title"));
    assertEquals(undefined(), form.field("title").theirs);
    form.blur("title");
    assertEquals("theirs clean", field(form, "title"));
  }

  @Test
  public void aFieldThatWasOnlyVisitedIsNotSaved() {
    DraftObserver form = form();
    form.focus("title");
    arrives("{'id':1,'title':'theirs','status':'s0'}");
    form.set("status", "B");
    form.save(null);
    assertEquals("{'id':1,'status':'B'}", sent("save"));
  }

  @Test
  public void aRollbackLeavesWhatIsTyped() {
    DraftObserver form = form();
    mutate(setField("other", "title", "O"));
    form.set("title", "OA");
    fail("other");
    settle();
    assertEquals("OA dirty", field(form, "title"));
    assertEquals("{'id':1,'title':'t0','status':'s0'}", view("record"));
  }

  @Test
  public void aRecordKeepsItsTextIfItsListIsSortedAgain() {
    cache("rows", "[{'id':1,'name':'Alpha'},{'id':2,'name':'Bravo'},{'id':3,'name':'Charlie'}]");
    DraftObserver one = form(DraftOptions.of(key("rows")).id(1.0).mutation(save()));
    DraftObserver two = form(DraftOptions.of(key("rows")).id(2.0).mutation(save()));
    DraftObserver three = form(DraftOptions.of(key("rows")).id(3.0).mutation(save()));
    one.set("name", "A!");
    two.set("name", "B!");
    cache("rows", "[{'id':3,'name':'Charlie'},{'id':1,'name':'Alpha'},{'id':2,'name':'Bravo'}]");
    assertEquals("A! dirty", field(one, "name"));
    assertEquals("B! dirty", field(two, "name"));
    assertEquals("Charlie clean", field(three, "name"));
    two.save(null);
    assertEquals("{'id':2,'name':'B!'}", sent("save"));
  }

  @Test
  public void aResultStaysTheSameUntilSomethingChanges() {
    DraftObserver form = form();
    form.set("title", "A");
    DraftResult before = form.getCurrentResult();
    FieldResult status = form.field("status");
    assertSame(before, form.getCurrentResult());
    form.set("title", "A");
    assertSame(before, form.getCurrentResult());
    form.set("title", "AB");
    assertNotSame(before, form.getCurrentResult());
    assertSame(status, form.field("status"));
  }

  @Test
  public void discardingShowsTheRecordAgain() {
    DraftObserver form = form();
    form.set("title", "A");
    form.set("status", "B");
    form.discard("title");
    assertEquals("{'id':1,'title':'t0','status':'B'}", shown(form));
    form.discard(null);
    assertEquals("{'id':1,'title':'t0','status':'s0'}", shown(form));
    assertFalse(form.getCurrentResult().isDirty);
  }

  @Test
  public void twoFormsOfOneRecordShareOneDraft() {
    DraftObserver one = form(options().record("order", 1.0));
    DraftObserver two = form(DraftOptions.of(key("list")).record("order", "1").mutation(save()));
    Seq<String> told = told(two);
    one.set("title", "A");
    assertEquals("A dirty", field(two, "title"));
    assertEquals("{'id':1,'title':'A','status':'s0'}", join(told));
    two.discard(null);
    assertEquals("t0 clean", field(one, "title"));
  }

  @Test
  public void aDraftOutlivesItsForm() {
    DraftObserver gone = new DraftObserver(client, options());
    Task stop = gone.subscribe(result -> {});
    gone.set("title", "A");
    stop.run();
    assertEquals("A dirty", field(form(), "title"));
  }

  @Test
  public void aFormOfAnotherRecordLeavesTheTextWithTheFirst() {
    cache("other", "{'id':2,'title':'u0'}");
    DraftObserver form = form();
    form.set("title", "A");
    form.setOptions(DraftOptions.of(key("other")).id(2.0).mutation(save()));
    assertEquals("u0 clean", field(form, "title"));
    form.setOptions(options());
    assertEquals("A dirty", field(form, "title"));
  }

  @Test
  public void clearingTheClientForgetsWhatWasTyped() {
    DraftObserver form = form();
    form.set("title", "A");
    client.clear();
    cache("record", "{'id':1,'title':'t0'}");
    assertEquals("t0 clean", field(form, "title"));
  }

  @Test
  public void clientsHaveDraftsOfTheirOwn() {
    QueryClient second = newClient();
    second.setQueryData(key("record"), json("{'id':1,'title':'t0'}"), null);
    DraftObserver other = new DraftObserver(second, options());
    form().set("title", "A");
    assertEquals("t0 clean", field(other, "title"));
  }

  @Test
  public void whatIsTypedBeforeTheRecordIsThereStays() {
    DraftObserver form = form(DraftOptions.of(key("later")).id(1.0).mutation(save()));
    form.set("title", "A");
    assertEquals("{'title':'A'}", shown(form));
    cache("later", "{'id':1,'title':'t0','status':'s0'}");
    assertEquals("{'id':1,'title':'A','status':'s0'}", shown(form));
    assertEquals("t0", form.field("title").theirs);
  }

  @Test
  public void aFormThatNamesNoRecordIsRefused() {
    Object refused = env.errors.attempt(
        () -> new DraftObserver(client, new DraftOptions().mutation(save())), Outcome::message);
    assertTrue(refused.toString().startsWith("DraftObserver: no record is named"));
  }
}
