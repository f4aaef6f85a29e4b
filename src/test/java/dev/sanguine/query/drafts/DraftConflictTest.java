package dev.sanguine.query.drafts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.query.Fault;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.conflicts.ConflictsFeature;
import dev.sanguine.query.options.QueryClientConfig;
import org.junit.Before;
import org.junit.Test;

/** Somebody else has changed the record that a person is typing into. */
public class DraftConflictTest extends DraftCase {
  private DraftObserver form;

  @Before
  public void aFormOfAClientWithConflicts() {
    client = client(true);
    form = form();
  }

  private QueryClient client(boolean hasConflicts) {
    QueryClientConfig config = new QueryClientConfig();
    client = newClient(hasConflicts ? config.features(ConflictsFeature::conflicts) : config);
    aRecord();
    return client;
  }

  private void refuseWith(String theirs) {
    Fault fault = Fault.status(412);
    fault.theirs = json(theirs);
    refuse(fault);
  }

  @Test
  public void theFieldThatBothHaveChangedAsks() {
    form.set("title", "A");
    form.set("status", "B");
    Outcome saved = outcome(form.save(null));
    refuseWith("{'id':1,'title':'theirs','status':'s0'}");
    assertTrue(saved.failed());
    assertEquals("A conflict", field(form, "title"));
    assertEquals("theirs", form.field("title").theirs);
    assertEquals("t0", form.field("title").base);
    assertEquals("B dirty", field(form, "status"));
  }

  @Test
  public void mineIsSentAgainWithTheRestOfTheSave() {
    form.set("title", "A");
    form.set("status", "B");
    form.save(null);
    refuseWith("{'id':1,'title':'theirs','status':'s0'}");
    form.resolve("title", "mine");
    assertEquals("A saving", field(form, "title"));
    assertEquals("{'id':1,'title':'A','status':'B'}", sent("save"));
    answer("save", "{'id':1,'title':'A','status':'B'}");
    assertEquals("A saved", field(form, "title"));
    assertEquals("B saved", field(form, "status"));
  }

  @Test
  public void theirsDropsTheTextAndTheRestOfTheSaveIsSent() {
    form.set("title", "A");
    form.set("status", "B");
    form.save(null);
    refuseWith("{'id':1,'title':'theirs','status':'s0'}");
    arrives("{'id':1,'title':'theirs','status':'s0'}");
    form.resolve("title", "theirs");
    assertEquals("theirs clean", field(form, "title"));
    assertEquals("{'id':1,'status':'B'}", sent("save"));
  }

  @Test
  public void aThirdTextIsSentInstead() {
    form.set("title", "A");
    form.save(null);
    refuseWith("{'id':1,'title':'theirs','status':'s0'}");
    form.resolve("title", "A and theirs");
    assertEquals("A and theirs saving", field(form, "title"));
    assertEquals("{'id':1,'title':'A and theirs'}", sent("save"));
  }

  @Test
  public void changesOfDifferentFieldsAskNobody() {
    form.set("title", "A");
    form.save(null);
    refuseWith("{'id':1,'title':'t0','status':'theirs'}");
    assertEquals("A saving", field(form, "title"));
    answer("save", "{'id':1,'title':'A','status':'theirs'}");
    assertEquals("A saved", field(form, "title"));
  }

  @Test
  public void nothingIsSentOverWhatCameWhileThePersonTyped() {
    form.set("title", "A");
    form.set("status", "B");
    arrives("{'id':1,'title':'theirs','status':'s0'}");
    Outcome saved = outcome(form.save(null));
    assertEquals("{'id':1,'status':'B'}", sent("save"));
    assertEquals("A conflict", field(form, "title"));
    answer("save", "{'id':1,'title':'theirs','status':'B'}");
    assertTrue(saved.failed());
    assertEquals("A conflict", field(form, "title"));
    form.resolve("title", "mine");
    assertEquals("{'id':1,'title':'A'}", sent("save"));
  }

  @Test
  public void withoutTheFeatureTheLastOneToSaveWins() {
    client(false);
    form = form();
    form.set("title", "A");
    arrives("{'id':1,'title':'theirs','status':'s0'}");
    assertEquals("theirs", form.field("title").theirs);
    form.save(null);
    assertEquals("{'id':1,'title':'A'}", sent("save"));
  }

  @Test
  public void whatThePersonDecidesBeforeASaveIsNotSent() {
    form.set("title", "A");
    arrives("{'id':1,'title':'theirs','status':'s0'}");
    form.resolve("title", "mine");
    settle();
    assertEquals(0, network.count("save"));
    assertEquals("A dirty", field(form, "title"));
    assertEquals(undefined(), form.field("title").theirs);
    form.save(null);
    assertEquals("{'id':1,'title':'A'}", sent("save"));
  }
}
