package dev.sanguine.query.writes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** setQueryData while a query has changes: what is given is the confirmed value, what is returned is what shows. */
public class PlainWritesTest extends EngineCase {
  @Before
  public void aRecordWithAPendingChange() {
    cache("record", "{'title':'t0','status':'s0'}");
  }

  private void merge(String name, String fields) {
    mutate(change(name, (intent, v) -> {
      intent.merge(key("record"), json(fields));
      return undefined();
    }));
    settle();
  }

  @Test
  public void theUpdater_isGivenTheBase_andItsResultIsTheNewBase() {
    merge("A", "{'title':'A'}");
    Seq<String> given = new Seq<>();
    Updater updater = old -> {
      given.add(text(old));
      return Json.with(old, "status", "plain");
    };
    Object returned = client.setQueryData(key("record"), updater, null);
    assertEquals("{'title':'t0','status':'s0'}", join(given));
    assertEquals("{'title':'A','status':'plain'}", text(returned));
    assertEquals("{'title':'t0','status':'plain'}", base("record"));
    fail("A");
    assertEquals("{'title':'t0','status':'plain'}", view("record"));
  }

  @Test
  public void aValue_isTheNewBase_andTheViewIsReturned() {
    merge("A", "{'title':'A'}");
    Object returned =
        client.setQueryData(key("record"), json("{'title':'t1','status':'s1'}"), null);
    assertEquals("{'title':'A','status':'s1'}", text(returned));
    assertSame(returned, client.getQueryData(key("record")));
    assertEquals("{'title':'t1','status':'s1'}", base("record"));
  }

  @Test
  public void setQueriesData_doesTheSame() {
    merge("A", "{'title':'A'}");
    Updater updater = old -> Json.with(old, "status", "plain");
    Seq<Seq<Object>> pairs = client.setQueriesData(prefix("record"), updater, null);
    assertEquals("{'title':'A','status':'plain'}", text(pairs.get(0).get(1)));
    assertEquals("{'title':'t0','status':'plain'}", base("record"));
  }

  @Test
  public void aViewThatIsPutBack_meansTheBaseUnderIt() {
    merge("A", "{'title':'A'}");
    Object snapshot = client.getQueryData(key("record"));
    client.setQueryData(key("record"), json("{'title':'t0','status':'plain'}"), null);
    client.setQueryData(key("record"), snapshot, null);
    assertEquals("{'title':'t0','status':'s0'}", base("record"));
    assertEquals("{'title':'A','status':'s0'}", view("record"));
    fail("A");
    assertEquals("{'title':'t0','status':'s0'}", view("record"));
  }

  @Test
  public void aViewThatIsPutBackAfterItsQueryWasRemoved_meansTheBaseUnderIt() {
    merge("A", "{'title':'A'}");
    Object snapshot = client.getQueryData(key("record"));
    client.removeQueries(key("record"));
    client.setQueryData(key("record"), snapshot, null);
    assertEquals("{'title':'t0','status':'s0'}", base("record"));
    assertEquals("{'title':'A','status':'s0'}", view("record"));
    fail("A");
    assertEquals("{'title':'t0','status':'s0'}", view("record"));
  }

  @Test
  public void aViewThatIsPutBackAfterItsChangeFailed_doesNotBringTheChangeBack() {
    merge("A", "{'title':'A'}");
    Object snapshot = client.getQueryData(key("record"));
    fail("A");
    client.setQueryData(key("record"), snapshot, null);
    assertEquals("{'title':'t0','status':'s0'}", view("record"));
  }

  @Test
  public void aViewThatIsPutBackAfterItsChangeWasConfirmed_keepsTheChange() {
    merge("A", "{'title':'A'}");
    Object snapshot = client.getQueryData(key("record"));
    answer("A", "{}");
    client.setQueryData(key("record"), json("{'title':'A','status':'plain'}"), null);
    client.setQueryData(key("record"), snapshot, null);
    assertEquals("{'title':'A','status':'s0'}", view("record"));
    assertEquals("{'title':'A','status':'s0'}", base("record"));
  }

  @Test
  public void aViewOfTwoChanges_putBackAfterOneFailedAndOneWasConfirmed_meansTheConfirmedAlone() {
    merge("A", "{'title':'A'}");
    merge("B", "{'status':'B'}");
    Object snapshot = client.getQueryData(key("record"));
    fail("A");
    answer("B", "{}");
    client.setQueryData(key("record"), json("{'title':'x','status':'x'}"), null);
    client.setQueryData(key("record"), snapshot, null);
    assertEquals("{'title':'t0','status':'B'}", view("record"));
  }

  @Test
  public void anEqualValueThatIsNoView_isANewBase() {
    merge("A", "{'title':'A'}");
    client.setQueryData(key("record"), json("{'title':'A','status':'s0'}"), null);
    fail("A");
    assertEquals("{'title':'A','status':'s0'}", view("record"));
  }

  @Test
  public void undefined_changesNothing() {
    merge("A", "{'title':'A'}");
    Updater none = old -> undefined();
    assertEquals("absent", text(client.setQueryData(key("record"), none, null)));
    assertEquals("absent", text(client.setQueryData(key("record"), undefined(), null)));
    assertEquals("{'title':'A','status':'s0'}", view("record"));
    assertEquals("{'title':'t0','status':'s0'}", base("record"));
  }

  @Test
  public void whatLayUnderAView_isForgottenIfTheViewIsConfirmed() {
    mutate(setField("A", "title", "A"));
    Object snapshot = client.getQueryData(key("record"));
    assertEquals(
        true, client.log.views.of(snapshot, queryOf("record").queryHash, true, false) != null);
    answer("A", "'ok'");
    assertSame(snapshot, client.getQueryData(key("record")));
    mutate(setField("B", "title", "B"));
    // It would hold the value under it, and that the one under that, for ever.
    assertEquals(
        false, client.log.views.of(snapshot, queryOf("record").queryHash, true, false) != null);
    client.setQueryData(key("record"), snapshot, null);
    fail("B");
    assertSame(snapshot, client.getQueryData(key("record")));
  }

  @Test
  public void theTanStackPattern_besideAnIntent_snapshotAndRestoreAreRight() {
    merge("A", "{'title':'A'}");
    Outcome plain = mutate(plainPattern("plain", "status", "P"));
    settle();
    assertEquals("{'title':'A','status':'P'}", view("record"));
    fail("plain");
    assertEquals("{'title':'A','status':'s0'}", view("record"));
    assertEquals(true, plain.failed());
    fail("A");
    assertEquals("{'title':'t0','status':'s0'}", view("record"));
  }

  @Test
  public void theTanStackPattern_theIntentFailsFirst_isNotBroughtBackByTheRestore() {
    merge("A", "{'title':'A'}");
    mutate(plainPattern("plain", "status", "P"));
    settle();
    fail("A");
    assertEquals("{'title':'t0','status':'P'}", view("record"));
    fail("plain");
    assertEquals("{'title':'t0','status':'s0'}", view("record"));
  }

  @Test
  public void theTanStackPattern_theIntentIsConfirmedFirst_isKeptByTheRestore() {
    merge("A", "{'title':'A'}");
    mutate(plainPattern("plain", "status", "P"));
    settle();
    answer("A", "{}");
    assertEquals("{'title':'A','status':'P'}", view("record"));
    fail("plain");
    assertEquals("{'title':'A','status':'s0'}", view("record"));
  }

  /** As TanStack's guide writes it: cancel, snapshot, set; restore on error. */
  private MutationOptions plainPattern(String name, String field, String value) {
    return MutationOptions.create()
        .mutationFn((variables, context) -> network.send(name, variables))
        .onMutate((variables, context) -> client
            .cancelQueries(prefix("record"), null)
            .then(
                done -> {
                  Object previous = client.getQueryData(key("record"));
                  Updater updater = old -> Json.with(old, field, value);
                  client.setQueryData(key("record"), updater, null);
                  return previous;
                },
                null))
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(key("record"), onMutateResult, null));
  }

  @Test
  public void aViewOfAnotherQuery_isAPlainValue() {
    merge("A", "{'title':'A'}");
    cache("copy", "{'title':'c0','status':'c0'}");
    client.setQueryData(key("copy"), client.getQueryData(key("record")), null);
    assertEquals("{'title':'A','status':'s0'}", view("copy"));
  }
}
