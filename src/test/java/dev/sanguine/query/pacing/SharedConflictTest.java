package dev.sanguine.query.pacing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.query.Outcome;
import dev.sanguine.query.conflicts.ConflictCase;
import dev.sanguine.query.conflicts.ConflictsFeature;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.testkit.ScriptedPage;
import org.junit.Before;
import org.junit.Test;

/** Somebody else was faster than a request that carries several changes. */
public class SharedConflictTest extends ConflictCase {
  @Before
  public void aClientThatPacesToo() {
    client = newClient(new QueryClientConfig()
        .features(ConflictsFeature::conflicts, Pacer.pacingOn(new ScriptedPage())));
    cache("record", record(1, "t0", "s0"));
    cache("list", "[" + record(1, "t0", "s0") + "]");
    watch(versioned("record"));
    watch(versioned("list"));
  }

  private Outcome merged(String text) {
    MutationOptions options = edit().scope("record").coalesce("merge");
    return mutate(options, fields(text));
  }

  private String request() {
    world.runMicrotasks();
    return network.calls().get(network.calls().size() - 1).name;
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
    client.mount();
    atEnd(() -> client.unmount());
    env.online.setOnline(false);
    Outcome first = merged("'title':'A'");
    Outcome second = merged("'title':'B'");
    settle();
    env.online.setOnline(true);
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
    client.mount();
    atEnd(() -> client.unmount());
    env.online.setOnline(false);
    Outcome first = merged("'title':'A'");
    Outcome second = merged("'status':'x'");
    settle();
    env.online.setOnline(true);
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
    client.mount();
    atEnd(() -> client.unmount());
    env.online.setOnline(false);
    Outcome first = merged("'title':'A'");
    Outcome second = merged("'status':'x'");
    settle();
    env.online.setOnline(true);
    refuse("edit if 1", record(2, "t0", "theirs"));
    answer("edit if 2", record(3, "A", "theirs"));
    assertEquals("done: " + record(3, "A", "theirs"), first.toString());
    assertTrue(second.failed());
    answer("get record", record(3, "A", "theirs"));
    assertEquals(record(3, "A", "theirs"), view("record"));
  }

  @Test
  public void wholeRecordsWaitTogether_whatNobodyHasChangedIsTheirsInWhatIsSent() {
    client.mount();
    atEnd(() -> client.unmount());
    env.online.setOnline(false);
    MutationOptions whole = edit().scope("record").coalesce("latest");
    mutate(whole, json(record(1, "A", "s0")));
    mutate(whole, json(record(1, "B", "s0")));
    settle();
    env.online.setOnline(true);
    refuse("edit if 1", record(2, "t0", "theirs"));
    assertEquals(record(2, "B", "theirs"), sent("edit if 2"));
  }
}
