package dev.sanguine.query.pacing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** Somebody else was faster than a request that carries several changes. */
public class SharedConflictTest extends PacedConflictCase {
  private String request() {
    world.runMicrotasks();
    return network.calls().get(network.calls().size() - 1).name;
  }

  /** What is changed from now on leaves as one request. */
  private void goOffline() {
    client.mount();
    atEnd(() -> client.unmount());
    env.online.setOnline(false);
  }

  private void comeBack() {
    settle();
    env.online.setOnline(true);
  }

  @Test
  public void aSharedRequest_hasThePrecondition() {
    merged("'title':'A'");
    merged("'title':'B'");
    merged("'status':'x'");
    settle();
    assertEquals("edit if 1", request());
    answer("edit if 1", record(2, "A", "s0"));
    assertEquals("{'id':1,'title':'B','status':'x'}", sent(request()));
    assertEquals("edit if 2", request());
    answer("edit if 2", record(3, "B", "x"));
    assertEquals(record(3, "B", "x"), view("record"));
  }

  @Test
  public void ifItIsRefused_eachChangeIsSentOnTopOfTheirs_inItsTurn() {
    goOffline();
    Outcome first = merged("'title':'A'");
    Outcome second = merged("'title':'B'");
    comeBack();
    assertEquals("{'id':1,'title':'B'}", sent("edit if 1"));
    refuse("edit if 1", record(2, "t0", "theirs"));
    assertEquals(record(2, "B", "theirs"), view("record"));
    assertEquals("edit if 2", request());
    assertEquals("{'id':1,'title':'B'}", sent("edit if 2"));
    answer("edit if 2", record(3, "B", "theirs"));
    assertEquals("done: " + record(3, "B", "theirs"), first.toString());
    assertEquals("done: " + record(3, "B", "theirs"), second.toString());
    assertEquals(record(3, "B", "theirs"), view("record"));
    assertEquals(2, network.count("edit if 1") + network.count("edit if 2"));
  }

  @Test
  public void oneOfThemIsInConflict_theOthersAreSentAllTheSame() {
    goOffline();
    Outcome first = merged("'title':'A'");
    Outcome second = merged("'status':'x'");
    comeBack();
    assertEquals("{'id':1,'title':'A','status':'x'}", sent("edit if 1"));
    refuse("edit if 1", record(2, "theirs", "s0"));
    assertTrue(first.failed());
    assertEquals("{'id':1,'status':'x'}", sent("edit if 2"));
    answer("edit if 2", record(3, "theirs", "x"));
    assertEquals("done: " + record(3, "theirs", "x"), second.toString());
    assertEquals(record(3, "theirs", "x"), view("record"));
  }

  @Test
  public void theLastOfThemIsInConflict_theOthersAreSentAllTheSame() {
    goOffline();
    Outcome first = merged("'title':'A'");
    Outcome second = merged("'status':'x'");
    comeBack();
    refuse("edit if 1", record(2, "t0", "theirs"));
    answer("edit if 2", record(3, "A", "theirs"));
    assertEquals("done: " + record(3, "A", "theirs"), first.toString());
    assertTrue(second.failed());
    answer("get record", record(3, "A", "theirs"));
    assertEquals(record(3, "A", "theirs"), view("record"));
  }

  @Test
  public void wholeRecordsWaitTogether_whatNobodyHasChangedIsTheirsInWhatIsSent() {
    goOffline();
    MutationOptions whole = edit().scope("record").coalesce("latest");
    mutate(whole, json(record(1, "A", "s0")));
    mutate(whole, json(record(1, "B", "s0")));
    comeBack();
    refuse("edit if 1", record(2, "t0", "theirs"));
    assertEquals(record(2, "B", "theirs"), sent("edit if 2"));
  }
}
