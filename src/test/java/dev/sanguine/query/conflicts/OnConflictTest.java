package dev.sanguine.query.conflicts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.Fault;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.callbacks.OnConflict;
import dev.sanguine.query.pending.IntentsObserver;
import org.junit.Test;

/** The app decides what becomes of a conflict, and which errors are one. */
public class OnConflictTest extends ConflictCase {
  private static final String CLASHING = record(2, "theirs", "s0");

  @Test
  public void itIsGivenAllThatIsKnown() {
    watch(versioned("record"));
    Seq<String> given = new Seq<>();
    mutate(
        edit().onConflict(conflict -> {
          given.add(text(conflict.base)
              + text(conflict.mine)
              + text(conflict.theirs)
              + text(conflict.variables)
              + env.errors.status(conflict.error)
              + conflict.attempt);
          return "mine";
        }),
        fields("'title':'A'"));
    refuse("edit if 1", CLASHING);
    assertEquals(
        record(1, "t0", "s0") + record(1, "A", "s0") + CLASHING + "{'id':1,'title':'A'}412"
            + (given.get(0).indexOf("412.0") > 0 ? ".0" : "") + "1",
        join(given));
  }

  @Test
  public void mine_isSentAgainAsItIs() {
    watch(versioned("record"));
    Outcome outcome = decided(conflict -> "mine");
    assertTrue(outcome.isPending());
    assertEquals(record(2, "A", "s0"), view("record"));
    answer("edit if 2", record(3, "A", "s0"));
    assertFalse(outcome.failed());
  }

  @Test
  public void mine_isSentThreeTimesAtMost() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    decided(conflict -> "mine");
    refuse("edit if 2", record(3, "theirs", "s0"));
    refuse("edit if 3", record(4, "theirs", "s0"));
    refuse("edit if 4", record(5, "theirs", "s0"));
    assertEquals("conflict[title]", text(listed));
  }

  @Test
  public void theirs_leavesAndIsNotListed() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    Outcome outcome = decided(conflict -> "theirs");
    assertTrue(outcome.failed());
    assertEquals("", text(listed));
    assertEquals(CLASHING, view("record"));
  }

  @Test
  public void others_areTheVariablesThatAreSentInstead() {
    watch(versioned("record"));
    Outcome outcome = decided(conflict ->
        Json.object("id", 1.0, "title", env.values.field(conflict.theirs, "title") + "+A"));
    assertEquals(record(2, "theirs+A", "s0"), view("record"));
    assertEquals("{'id':1,'title':'theirs+A'}", sent("edit if 2"));
    answer("edit if 2", record(3, "theirs+A", "s0"));
    assertFalse(outcome.failed());
  }

  @Test
  public void nothing_isLeftToTheEngine() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    decided(conflict -> undefined());
    assertEquals("conflict[title]", text(listed));
  }

  @Test
  public void aPersonIsAskedFirst_theChangeWaits() {
    watch(versioned("record"));
    Seq<Listener<Object>> say = new Seq<>();
    Outcome outcome =
        decided(conflict -> env.deferreds.create((resolve, reject) -> say.add(resolve)));
    settle();
    assertTrue(outcome.isPending());
    assertEquals(0, network.count("edit if 2"));
    say.get(0).on("mine");
    answer("edit if 2", record(3, "A", "s0"));
    assertFalse(outcome.failed());
  }

  @Test
  public void itThrows_thatIsToldAndTheEngineDecides() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    decided(conflict -> {
      throw thrown("no idea");
    });
    assertEquals("conflict[title]", text(listed));
    assertEquals(1, takeReports().size());
  }

  @Test
  public void theOptionConflictSaysNo_itFailed() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    mutate(edit().conflict(error -> false), fields("'title':'A'"));
    refuse("edit if 1", CLASHING);
    assertEquals("failed[title]", text(listed));
  }

  @Test
  public void theOptionConflictSaysYes_anyErrorIsOne() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    mutate(edit().conflict(error -> true), fields("'title':'A'"));
    failWith("edit if 1", "stale");
    answer("get record", CLASHING);
    assertEquals("conflict[title]", text(listed));
  }

  @Test
  public void theOptionConflictGivesTheirs_nothingIsFetched() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    mutate(edit().conflict(error -> Json.object("theirs", json(CLASHING))), fields("'title':'A'"));
    failWith("edit if 1", "stale");
    assertEquals("conflict[title]", text(listed));
    assertEquals(0, network.count("get record"));
    assertEquals(CLASHING, text(only(listed).theirs));
  }

  @Test
  public void theErrorItselfSaysIt_itIsOne() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    edit("edit", "'title':'A'");
    failWith("edit if 1", new Fault().saying("conflict"));
    answer("get record", CLASHING);
    assertEquals("conflict[title]", text(listed));
  }

  @Test
  public void theOptionOutcomeSaysThatItFailed_itIsNone() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    mutate(edit().outcome(error -> "failed"), fields("'title':'A'"));
    refuse("edit if 1", CLASHING);
    assertEquals("failed[title]", text(listed));
  }

  @Test
  public void theClientLacksTheFeature_theOptionIsToldOf() {
    client = newClient();
    mutate(edit().mutationFn((v, context) -> network.send("edit", v)).onConflict(c -> "mine"));
    assertEquals(remarks(1), takeReports().size());
    fail("edit");
  }

  private Outcome decided(OnConflict option) {
    Outcome outcome = mutate(edit().onConflict(option), fields("'title':'A'"));
    refuse("edit if 1", CLASHING);
    return outcome;
  }
}
