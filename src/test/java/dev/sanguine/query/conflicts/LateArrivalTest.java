package dev.sanguine.query.conflicts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import dev.sanguine.query.Mutation;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** A request that was given up may arrive all the same: the next of its scope waits, unless a precondition makes that harmless. */
public class LateArrivalTest extends ConflictCase {
  @Test
  public void noVersionIsKnown_theNextWaitsForTheAnswer() {
    watch(query("record").staleTime(1e9));
    scoped("first", "'title':'A'");
    scoped("next", "'title':'B'");
    settle();
    giveUpTheFirst();
    assertEquals(0, network.count("next"));
    answer("first", "{}");
    settle();
    assertEquals(1, network.count("next"));
  }

  @Test
  public void theFunctionTookTheVersion_theNextNeedNotWait() {
    watch(versioned("record"));
    scoped("first", "'title':'A'");
    scoped("next", "'title':'B'");
    settle();
    giveUpTheFirst();
    assertEquals(1, network.count("next if 1"));
  }

  @Test
  public void theFunctionDidNotTakeIt_theNextWaits() {
    watch(versioned("record"));
    mutate(
        edit("first").scope("s").mutationFn((v, context) -> network.send("first", v)),
        fields("'title':'A'"));
    scoped("next", "'title':'B'");
    settle();
    giveUpTheFirst();
    assertEquals(0, network.count("next if 1"));
  }

  @Test
  public void theNextIsAboutAnotherRecord_itWaits() {
    watch(versioned("list"));
    scoped("first", "'title':'A'");
    mutate(edit("next").scope("s"), json("{'id':2,'title':'B'}"));
    settle();
    giveUpTheFirst();
    assertEquals(0, network.count("next if 1"));
  }

  @Test
  public void itLandsAfterTheNext_theServerRefusesIt() {
    watch(versioned("record"));
    scoped("first", "'title':'A'");
    Outcome next = scoped("next", "'title':'B'");
    settle();
    giveUpTheFirst();
    answer("next if 1", record(2, "B", "s0"));
    refuse("first if 1", record(2, "B", "s0"));
    assertFalse(next.failed());
    assertEquals(record(2, "B", "s0"), view("record"));
  }

  @Test
  public void itLandsBeforeTheNext_whatTheSamePersonGaveUpIsNoQuestion() {
    watch(versioned("record"));
    scoped("first", "'title':'A'");
    Outcome next = scoped("next", "'title':'B'");
    settle();
    giveUpTheFirst();
    answer("first if 1", record(2, "A", "s0"));
    refuse("next if 1", record(2, "A", "s0"));
    answer("next if 2", record(3, "B", "s0"));
    assertFalse(next.failed());
    assertEquals(record(3, "B", "s0"), view("record"));
  }

  private Outcome scoped(String name, String text) {
    MutationOptions options = edit(name).scope("s");
    return mutate(options, fields(text));
  }

  private void giveUpTheFirst() {
    Mutation first = client.getMutationCache().getAll().get(0);
    first.cancel();
    settle();
  }
}
