package dev.sanguine.records;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** Whether a value that somebody wrote holds a change: it has what the change makes, in every place that the change touches. */
public class ContainmentTest extends RecordsCase {
  private Holds holds(String before, String after, String value) {
    return Containment.of(
        env.values, RecordShape.USUAL, false, false, json(before), json(after), json(value));
  }

  private Holds holdsMadeRecord(String before, String after, String value) {
    return Containment.of(
        env.values, RecordShape.USUAL, true, false, json(before), json(after), json(value));
  }

  private boolean undoes(String before, String after, String value, String other) {
    return Containment.undoes(
        env.values, RecordShape.USUAL, false, json(before), json(after), json(value), json(other));
  }

  // Records

  @Test
  public void theFieldThatIsChanged_isThere() {
    assertEquals(Holds.YES, holds("{'a':0,'b':0}", "{'a':1,'b':0}", "{'a':1,'b':7}"));
  }

  @Test
  public void theFieldThatIsChanged_isAsBefore() {
    assertEquals(Holds.NO, holds("{'a':0,'b':0}", "{'a':1,'b':0}", "{'a':0,'b':7}"));
  }

  @Test
  public void theFieldThatIsChanged_isOfSomebodyElse() {
    assertEquals(Holds.UNKNOWN, holds("{'a':0}", "{'a':1}", "{'a':2}"));
  }

  @Test
  public void oneOfTwoFields_isThere() {
    assertEquals(Holds.UNKNOWN, holds("{'a':0,'b':0}", "{'a':1,'b':1}", "{'a':1,'b':0}"));
  }

  @Test
  public void aNestedField_isThere() {
    assertEquals(
        Holds.YES, holds("{'in':{'x':0,'y':0}}", "{'in':{'x':1,'y':0}}", "{'in':{'x':1,'y':5}}"));
  }

  @Test
  public void aChangeOfNothing_isInNoValue() {
    assertEquals(Holds.NO, holds("{'a':0}", "{'a':0}", "{'a':0}"));
  }

  // Lists of records

  @Test
  public void aRecordThatCame_isThere_whateverItsPlace() {
    assertEquals(
        Holds.YES, holds("[{'id':1}]", "[{'id':1},{'id':2}]", "[{'id':3},{'id':2},{'id':1}]"));
  }

  @Test
  public void aRecordThatCame_isNotThere() {
    assertEquals(Holds.NO, holds("[{'id':1}]", "[{'id':1},{'id':2}]", "[{'id':1},{'id':3}]"));
  }

  @Test
  public void aRecordThatWasTakenOut_isStillThere() {
    assertEquals(Holds.NO, holds("[{'id':1},{'id':2}]", "[{'id':1}]", "[{'id':2}]"));
  }

  @Test
  public void aRecordThatWasTakenOut_isGone() {
    assertEquals(Holds.YES, holds("[{'id':1},{'id':2}]", "[{'id':1}]", "[{'id':1}]"));
  }

  @Test
  public void aFieldOfARecord_isThere_theOtherRecordsAreNotLookedAt() {
    assertEquals(
        Holds.YES,
        holds(
            "[{'id':1,'n':0},{'id':2,'n':0}]",
            "[{'id':1,'n':1},{'id':2,'n':0}]",
            "[{'id':2,'n':9},{'id':1,'n':1}]"));
  }

  @Test
  public void ids_areComparedAsTexts() {
    assertEquals(Holds.YES, holds("[{'id':1,'n':0}]", "[{'id':1,'n':1}]", "[{'id':'1','n':1}]"));
  }

  @Test
  public void aRecordThatIsBeingMade_isThereUnderTheServersId_ifAllElseOfItIs() {
    assertEquals(
        Holds.YES, holdsMadeRecord("[]", "[{'id':'new','n':'tea'}]", "[{'id':7,'n':'tea'}]"));
    assertEquals(
        Holds.NO, holdsMadeRecord("[]", "[{'id':'new','n':'tea'}]", "[{'id':7,'n':'milk'}]"));
  }

  // What else is asked of two values

  @Test
  public void aValueWithLessOfTheChange_undoesIt() {
    assertTrue(undoes("{'a':0}", "{'a':1}", "{'a':1}", "{'a':0}"));
    assertFalse(undoes("{'a':0,'b':0}", "{'a':1,'b':0}", "{'a':1,'b':0}", "{'a':1,'b':9}"));
  }

  @Test
  public void aValueMadeOfTheView_hasAllInWhichThatDiffersFromTheBase() {
    Object base = json("[{'id':1,'n':0}]");
    Object view = json("[{'id':1,'n':1},{'id':2}]");
    assertTrue(Containment.isMadeOf(
        env.values, RecordShape.USUAL, base, view, json("[{'id':1,'n':1},{'id':2},{'id':3}]")));
    assertFalse(Containment.isMadeOf(
        env.values, RecordShape.USUAL, base, view, json("[{'id':1,'n':1},{'id':3}]")));
  }

  @Test
  public void aValueMadeOfTheView_hasTheNewRecordsWhole() {
    Object base = json("[]");
    Object view = json("[{'id':2,'n':0}]");
    assertTrue(
        Containment.isMadeOf(env.values, RecordShape.USUAL, base, view, json("[{'id':2,'n':0}]")));
    assertFalse(
        Containment.isMadeOf(env.values, RecordShape.USUAL, base, view, json("[{'id':2,'n':9}]")));
  }

  @Test
  public void edits_sayNothing_ifARecordCameOrWent() {
    assertEquals(
        Holds.UNKNOWN,
        Containment.ofEdits(
            env.values, RecordShape.USUAL, json("[]"), json("[{'id':1}]"), json("[{'id':1}]")));
  }
}
