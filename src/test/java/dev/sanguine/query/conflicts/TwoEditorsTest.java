package dev.sanguine.query.conflicts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.conflicts.Editors.Precondition;
import org.junit.Test;

/**
 * All orders in which two editors edit one of three fields each: with a precondition nothing is overwritten that nobody has
 * seen, what differs is merged, and there are as many questions as true clashes.
 */
public class TwoEditorsTest {
  /** What came of all orders and fields. */
  private static final class Tally {
    final Seq<String> overwrites = new Seq<>();
    /** Plays with another number of questions than of clashes. */
    int wrongQuestions;
    /** Plays in which the server, or a page at rest, lacks a field of somebody who was not asked. */
    int lost;

    int plays;
    int questions;
  }

  private static final String[] ANSWERS = {"mine", "theirs"};

  @Test
  public void theServerSaysWhatItHas_nothingIsOverwrittenAndNobodyIsAskedWithoutNeed() {
    assertHolds(Precondition.WITH_THEIRS);
  }

  @Test
  public void theServerSaysNothing_theSameHolds() {
    assertHolds(Precondition.WITHOUT_THEIRS);
  }

  @Test
  public void thereIsNoPrecondition_theLaterOneOverwrites() {
    Tally tally = play(Precondition.NONE, "mine");
    assertTrue(tally.overwrites.size() > 0);
    assertEquals(0, tally.questions);
  }

  private static void assertHolds(Precondition precondition) {
    for (String answer : ANSWERS) {
      Tally tally = play(precondition, answer);
      assertEquals(20 * 9, tally.plays);
      assertEquals("", String.valueOf(tally.overwrites.size() == 0 ? "" : tally.overwrites.get(0)));
      assertEquals(0, tally.wrongQuestions);
      assertEquals(0, tally.lost);
      assertEquals(20 * 3, tally.questions);
    }
  }

  private static Tally play(Precondition precondition, String answer) {
    Tally tally = new Tally();
    Editors.orders().each(order -> {
      for (String ofFirst : Editors.FIELDS) {
        for (String ofSecond : Editors.FIELDS) {
          count(tally, new Editors(precondition), order, ofFirst, ofSecond, answer);
        }
      }
    });
    return tally;
  }

  private static void count(
      Tally tally, Editors editors, int order, String ofFirst, String ofSecond, String answer) {
    editors.play(order, ofFirst, ofSecond);
    int questions = editors.questions();
    Editors.Editor asked = editors.asked();
    if (asked != null) {
      asked.resolve(answer);
      editors.settle();
    }
    tally.plays++;
    tally.questions += questions;
    tally.wrongQuestions += questions == (ofFirst.equals(ofSecond) ? 1 : 0) ? 0 : 1;
    editors.silentOverwrites.each(tally.overwrites::add);
    String winner = asked == null ? "" : "mine".equals(answer) ? asked + "'s" : other(asked);
    boolean isWhole = ofFirst.equals(ofSecond)
        ? winner.equals(Json.string(editors.server(), ofFirst))
        : "first's".equals(Json.string(editors.server(), ofFirst))
            && "second's".equals(Json.string(editors.server(), ofSecond));
    tally.lost += isWhole && editors.questions() == 0 ? 0 : 1;
    editors.end();
  }

  private static String other(Editors.Editor asked) {
    return asked.toString().equals("first") ? "second's" : "first's";
  }
}
