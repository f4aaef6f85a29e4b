package dev.sanguine.law;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import org.junit.Test;

/** view = fold(base, changes), with texts: each change adds a letter. */
public class FoldTest extends PlainCase {
  private final PlainQuery query = query("text", "''");
  private final Fold fold = new Fold("");
  /** The letters that were added so far, each time that one was. */
  private String added = "";

  /** A change that adds the letter; its place in the order of issue is the letter's in the alphabet. */
  private FoldedChange adds(String letter) {
    return change(letter, text -> {
      added += letter;
      return text + letter;
    });
  }

  private FoldedChange change(String letter, Updater updater) {
    Change change = new Change(ChangeKind.FUNCTION, updater, true);
    change.intent = new Intent(log, new PlainOwner(letter, intent -> {}));
    change.serial = letter.charAt(0);
    return new FoldedChange(change, query);
  }

  private void add(FoldedChange... changes) {
    for (FoldedChange change : changes) {
      fold.add(change);
    }
  }

  @Test
  public void theBase_isTheViewOfNothing() {
    assertEquals("", fold.view());
  }

  @Test
  public void changes_areDoneInTheOrderOfIssue_whateverTheOrderTheyCameIn() {
    add(adds("c"), adds("a"), adds("b"));
    assertEquals("abc", fold.view());
  }

  @Test
  public void aChangeThatLeaves_isAsIfItHadNeverBeen() {
    FoldedChange failed = adds("b");
    add(adds("a"), failed, adds("c"));
    assertEquals("abc", fold.view());
    fold.remove(failed);
    assertEquals("ac", fold.view());
  }

  @Test
  public void onlyWhatStandsBehindTheOneThatLeft_isDoneAgain() {
    FoldedChange failed = adds("b");
    add(adds("a"), failed, adds("c"));
    fold.view();
    added = "";
    fold.remove(failed);
    fold.view();
    assertEquals("c", added);
  }

  @Test
  public void severalThatLeave_costOnePass() {
    FoldedChange first = adds("a");
    FoldedChange second = adds("b");
    add(first, second, adds("c"), adds("d"));
    fold.view();
    added = "";
    fold.remove(first);
    fold.remove(second);
    fold.view();
    assertEquals("cd", added);
  }

  @Test
  public void theView_isMadeOnce() {
    add(adds("a"));
    assertSame(fold.view(), fold.view());
    assertEquals("a", added);
  }

  @Test
  public void anotherBase_getsEveryChange() {
    add(adds("a"), adds("b"));
    fold.rebase("base ");
    assertEquals("base ab", fold.view());
  }

  @Test
  public void theFirstChange_becomesPartOfTheBase_andNothingIsDoneAgain() {
    add(adds("a"), adds("b"));
    fold.view();
    added = "";
    fold.bakeFirst();
    assertEquals("ab", fold.view());
    assertEquals("a", fold.before(0));
    assertEquals("", added);
  }

  @Test
  public void aChangeThatThrows_isLeftOut_andReported_andTheOthersStand() {
    add(adds("a"), change("b", text -> env.errors.fail("broken")), adds("c"));
    assertEquals("ac", fold.view());
    assertEquals(1, world.reports().size());
    assertEquals(true, fold.changes.get(1).broken);
  }

  @Test
  public void aChangeThatTheBaseMayHold_isNotDoneToItAgain() {
    FoldedChange held = adds("b");
    add(adds("a"), held);
    held.mayBeInBase = true;
    assertEquals("a", fold.view());
  }

  @Test
  public void ifThereIsNoValue_aFunctionHasNothingToChange() {
    Object nothing = env.values.undefined();
    fold.rebase(nothing);
    add(adds("a"));
    assertSame(nothing, fold.view());
    assertEquals("", added);
  }
}
