package dev.sanguine.query.conflicts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.IntentResult;
import org.junit.Test;

/** Two have changed the same field: the page shows theirs, and the person is asked. */
public class OpenConflictTest extends ConflictCase {
  @Test
  public void theSameFieldOfBoth_theChangeLeavesAndIsListedWithTheThree() {
    Screen screen = watch(versioned("record"));
    IntentsObserver listed = all();
    Outcome outcome = edit("edit", "'title':'A'");
    refuse("edit if 1", record(2, "theirs", "s0"));
    assertEquals(record(2, "theirs", "s0"), screen.now());
    assertEquals("conflict[title]", text(listed));
    assertEquals(
        record(1, "t0", "s0") + " " + record(1, "A", "s0") + " " + record(2, "theirs", "s0"),
        sides(only(listed)));
    assertTrue(outcome.failed());
    assertEquals(412, env.errors.status(outcome.value), 0);
    assertEquals(
        record(2, "theirs", "s0"), text(ConflictsFeature.conflictOf(outcome.value).theirs));
    assertNull(ConflictsFeature.conflictOf("another"));
  }

  @Test
  public void mine_isSentAgainOnTopOfTheirs() {
    Screen screen = watch(versioned("record"));
    IntentsObserver listed = all();
    edit("edit", "'title':'A'");
    refuse("edit if 1", record(2, "theirs", "s1"));
    Outcome again = resolve(only(listed), "mine");
    assertEquals(record(2, "A", "s1"), screen.now());
    assertEquals("{'id':1,'title':'A'}", sent("edit if 2"));
    assertEquals("sent[title]", text(listed));
    answer("edit if 2", record(3, "A", "s1"));
    assertFalse(again.failed());
    answer("get record", record(3, "A", "s1"));
    assertEquals("", text(listed));
    assertEquals(record(3, "A", "s1"), screen.now());
    assertFalse(keys.get(0).equals(keys.get(1)));
  }

  @Test
  public void theirs_isForgotten() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    edit("edit", "'title':'A'");
    refuse("edit if 1", record(2, "theirs", "s0"));
    Outcome done = resolve(only(listed), "theirs");
    settle();
    assertFalse(done.isPending());
    assertEquals("", text(listed));
    assertEquals(record(2, "theirs", "s0"), view("record"));
  }

  @Test
  public void merged_isSentInstead() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    edit("edit", "'title':'A'");
    refuse("edit if 1", record(2, "theirs", "s0"));
    Outcome again = resolve(only(listed), fields("'title':'both'"));
    assertEquals(record(2, "both", "s0"), view("record"));
    assertEquals("{'id':1,'title':'both'}", sent("edit if 2"));
    answer("edit if 2", record(3, "both", "s0"));
    assertFalse(again.failed());
    answer("get record", record(3, "both", "s0"));
    assertEquals("", text(listed));
  }

  @Test
  public void retry_isMine() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    edit("edit", "'title':'A'");
    refuse("edit if 1", record(2, "theirs", "s0"));
    only(listed).retry.get();
    assertEquals("{'id':1,'title':'A'}", sent("edit if 2"));
  }

  @Test
  public void discard_forgets() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    edit("edit", "'title':'A'");
    refuse("edit if 1", record(2, "theirs", "s0"));
    only(listed).discard.run();
    assertEquals("", text(listed));
  }

  @Test
  public void theyChangeItOnceMoreBeforeThePersonDecides_heIsAskedAgain() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    edit("edit", "'title':'A'");
    refuse("edit if 1", record(2, "theirs", "s0"));
    client.setQueryData(key("record"), json(record(3, "newer", "s0")), null);
    Outcome again = resolve(only(listed), "mine");
    settle();
    assertTrue(again.failed());
    assertEquals(0, network.count("edit if 3"));
    assertEquals(
        record(2, "theirs", "s0") + " " + record(2, "A", "s0") + " " + record(3, "newer", "s0"),
        sides(only(listed)));
  }

  @Test
  public void theyHaveTakenOutWhatIsEdited_itIsAQuestion() {
    watch(versioned("record").retry(0));
    IntentsObserver listed = all();
    edit("edit", "'title':'A'");
    refuse("edit if 1");
    failWith("get record", "gone");
    world.advance(60_000);
    assertEquals("conflict[title]", text(listed));
    assertEquals(
        record(1, "t0", "s0") + " " + record(1, "A", "s0") + " absent", sides(only(listed)));
  }

  @Test
  public void whatIsTakenOutWasEdited_itIsAQuestion() {
    watch(versioned("list"));
    IntentsObserver listed = all();
    mutate(removal(), 1.0);
    refuse("remove if 1", record(2, "theirs", "s0"));
    assertEquals("conflict[]", text(listed));
    assertEquals(
        record(1, "t0", "s0") + " absent " + record(2, "theirs", "s0"), sides(only(listed)));
    assertEquals(
        "[" + record(2, "theirs", "s0") + ",{'id':2,'title':'x','status':'y','v':1}]",
        view("list"));
    resolve(only(listed), "mine");
    answer("remove if 2", "{}");
    assertEquals("[{'id':2,'title':'x','status':'y','v':1}]", view("list"));
  }

  @Test
  public void onlyTheVersionHasChanged_whatIsTakenOutIsTakenOut() {
    watch(versioned("list"));
    mutate(removal(), 1.0);
    refuse("remove if 1", record(2, "t0", "s0"));
    answer("remove if 2", "{}");
    assertEquals("[{'id':2,'title':'x','status':'y','v':1}]", view("list"));
  }

  @Test
  public void callbacks_areThoseOfAFailure() {
    watch(versioned("record"));
    Seq<String> told = new Seq<>();
    MutationOptions options = edit()
        .onError((error, variables, result, context) -> {
          told.add("error " + text(context.conflict.mine) + " " + view("record"));
          return undefined();
        })
        .onSuccess((data, variables, result, context) -> {
          told.add("success");
          return undefined();
        });
    mutate(options, fields("'title':'A'"));
    refuse("edit if 1", record(2, "theirs", "s0"));
    assertEquals("error " + record(1, "A", "s0") + " " + record(2, "theirs", "s0"), join(told));
  }

  @Test
  public void nothingIsNewOnTheServer_itIsNotSentAgainByItself() {
    watch(versioned("record"));
    IntentsObserver listed = all();
    edit("edit", "'title':'A'");
    refuse("edit if 1", record(1, "t0", "s0"));
    assertEquals("conflict[title]", text(listed));
  }

  @Test
  public void noQueryHasARule_theChangeHasNoPreconditionAndIsAskedAboutAllTheSame() {
    watch(query("record").staleTime(1e9));
    IntentsObserver listed = all();
    edit("edit", "'title':'A'");
    refuse("edit", record(2, "theirs", "s0"));
    assertEquals("conflict[title]", text(listed));
  }

  private MutationOptions removal() {
    return edit("remove").optimistic((intent, id) -> {
      intent.remove(key("list"), id);
      return undefined();
    });
  }

  @SuppressWarnings("unchecked")
  private Outcome resolve(IntentResult conflict, Object answer) {
    return outcome((Thenable<Object>) conflict.resolve.call(answer));
  }
}
