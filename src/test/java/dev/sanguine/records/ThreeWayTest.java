package dev.sanguine.records;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import org.junit.Test;

/** What a write did, carried over to another value: before, after, the other value, and what comes of it. */
public class ThreeWayTest extends RecordsCase {
  private final ThreeWay ways = new ThreeWay(env.values, RecordShape.USUAL);

  private String carried(String before, String after, String onto) {
    return text(ways.carry(json(before), json(after), json(onto), ThreeWay.NOTHING));
  }

  /** The same of a function that makes this of the other value. */
  private String carriedWith(String before, String after, String onto, String again) {
    return text(ways.carry(json(before), json(after), json(onto), json(again)));
  }

  // Records

  @Test
  public void aField_isCarried_andTheOthersStay() {
    assertEquals("{'a':1,'b':5}", carried("{'a':0,'b':0}", "{'a':1,'b':0}", "{'a':0,'b':5}"));
  }

  @Test
  public void aFieldThatBothChanged_isTheWrites() {
    assertEquals("{'a':'later'}", carried("{'a':0}", "{'a':'later'}", "{'a':'other'}"));
  }

  @Test
  public void aFieldThatItAdded_isAdded() {
    assertEquals("{'a':5,'b':1}", carried("{'a':0}", "{'a':0,'b':1}", "{'a':5}"));
  }

  @Test
  public void aFieldThatBothAdded_isTheWrites() {
    assertEquals(
        "{'a':0,'b':'later'}", carried("{'a':0}", "{'a':0,'b':'later'}", "{'a':0,'b':'other'}"));
  }

  @Test
  public void aFieldThatItTookAway_isTakenAway() {
    assertEquals("{'a':5}", carried("{'a':0,'b':0}", "{'a':0}", "{'a':5,'b':0}"));
  }

  @Test
  public void aFieldThatItTookAway_andTheOtherChanged_isTakenAway() {
    assertEquals("{'a':0}", carried("{'a':0,'b':0}", "{'a':0}", "{'a':0,'b':7}"));
  }

  @Test
  public void aFieldThatTheOtherAdded_stays() {
    assertEquals("{'a':1,'b':5}", carried("{'a':0}", "{'a':1}", "{'a':0,'b':5}"));
  }

  @Test
  public void aFieldThatTheOtherTookAway_staysAway_ifTheWriteLeftIt() {
    assertEquals("{'a':1}", carried("{'a':0,'b':0}", "{'a':1,'b':0}", "{'a':0}"));
  }

  @Test
  public void aFieldThatTheOtherTookAway_isThere_ifTheWriteChangedIt() {
    assertEquals("{'a':0,'b':1}", carried("{'a':0,'b':0}", "{'a':0,'b':1}", "{'a':0}"));
  }

  @Test
  public void aRecordThatTheOtherTookAway_staysAway_sinceAPartOfItIsNone() {
    assertEquals(
        "{'a':0}", carried("{'a':0,'in':{'x':0,'y':0}}", "{'a':0,'in':{'x':1,'y':0}}", "{'a':0}"));
  }

  @Test
  public void aNestedRecord_isCarriedFieldByField() {
    assertEquals(
        "{'in':{'x':1,'y':5}}",
        carried("{'in':{'x':0,'y':0}}", "{'in':{'x':1,'y':0}}", "{'in':{'x':0,'y':5}}"));
  }

  @Test
  public void aFieldThatBecameARecord_isWholly() {
    assertEquals("{'in':{'x':1}}", carried("{'in':null}", "{'in':{'x':1}}", "{'in':'other'}"));
  }

  @Test
  public void aFieldThatBecameNull_isNull() {
    assertEquals("{'a':null,'b':5}", carried("{'a':0,'b':0}", "{'a':null,'b':0}", "{'a':0,'b':5}"));
  }

  @Test
  public void whatItLeftAlone_isTheVeryOther() {
    Object onto = json("{'a':5}");
    assertSame(onto, ways.carry(json("{'a':0}"), json("{'a':0}"), onto, ThreeWay.NOTHING));
  }

  @Test
  public void overTheSame_itIsTheVeryValueThatWasWritten() {
    Object after = json("{'a':1}");
    assertSame(after, ways.carry(json("{'a':0}"), after, json("{'a':0}"), ThreeWay.NOTHING));
  }

  @Test
  public void partsThatItLeftAlone_areTheVeryOnes() {
    Object onto = json("{'a':0,'in':{'x':5}}");
    Object made = ways.carry(
        json("{'a':0,'in':{'x':0}}"), json("{'a':1,'in':{'x':0}}"), onto, ThreeWay.NOTHING);
    assertSame(env.values.field(onto, "in"), env.values.field(made, "in"));
  }

  // Lists of records

  @Test
  public void addedAtTheEnd_behindWhatTheOtherAdded() {
    assertEquals(
        "[{'id':1},{'id':8},{'id':9}]",
        carried("[{'id':1}]", "[{'id':1},{'id':9}]", "[{'id':1},{'id':8}]"));
  }

  @Test
  public void addedAtTheStart_beforeWhatTheOtherAdded() {
    assertEquals(
        "[{'id':9},{'id':8},{'id':1}]",
        carried("[{'id':1}]", "[{'id':9},{'id':1}]", "[{'id':8},{'id':1}]"));
  }

  @Test
  public void addedInTheMiddle_behindTheOneBeforeIt() {
    assertEquals(
        "[{'id':1},{'id':9},{'id':2},{'id':3}]",
        carried(
            "[{'id':1},{'id':2}]", "[{'id':1},{'id':9},{'id':2}]", "[{'id':1},{'id':2},{'id':3}]"));
  }

  @Test
  public void addedInTheMiddle_theOneBeforeItIsGone_behindTheOneBeforeThat() {
    assertEquals(
        "[{'id':1},{'id':9},{'id':3}]",
        carried(
            "[{'id':1},{'id':2},{'id':3}]",
            "[{'id':1},{'id':2},{'id':9},{'id':3}]",
            "[{'id':1},{'id':3}]"));
  }

  @Test
  public void added_byBothUnderOneId_isThereOnce_asItWasWritten() {
    assertEquals(
        "[{'id':1},{'id':9,'n':'later'}]",
        carried(
            "[{'id':1}]", "[{'id':1},{'id':9,'n':'later'}]", "[{'id':1},{'id':9,'n':'other'}]"));
  }

  @Test
  public void several_added_keepTheirOrder() {
    assertEquals(
        "[{'id':7},{'id':8},{'id':2},{'id':9}]",
        carried(
            "[{'id':1},{'id':2}]", "[{'id':7},{'id':8},{'id':1},{'id':2},{'id':9}]", "[{'id':2}]"));
  }

  @Test
  public void takenOut_isTakenOut_andWhatTheOtherAddedStays() {
    assertEquals(
        "[{'id':2},{'id':3}]",
        carried("[{'id':1},{'id':2}]", "[{'id':2}]", "[{'id':1},{'id':2},{'id':3}]"));
  }

  @Test
  public void takenOut_byBoth_isGone() {
    assertEquals("[{'id':2}]", carried("[{'id':1},{'id':2}]", "[{'id':2}]", "[{'id':2}]"));
  }

  @Test
  public void takenOut_andEditedByTheOther_isGone() {
    assertEquals(
        "[{'id':2}]",
        carried("[{'id':1,'n':0},{'id':2}]", "[{'id':2}]", "[{'id':1,'n':5},{'id':2}]"));
  }

  @Test
  public void edited_andTakenOutByTheOther_isGone() {
    assertEquals(
        "[{'id':2}]",
        carried("[{'id':1,'n':0},{'id':2}]", "[{'id':1,'n':1},{'id':2}]", "[{'id':2}]"));
  }

  @Test
  public void edited_eachInAnotherField_hasBoth() {
    assertEquals(
        "[{'id':1,'a':1,'b':5}]",
        carried("[{'id':1,'a':0,'b':0}]", "[{'id':1,'a':1,'b':0}]", "[{'id':1,'a':0,'b':5}]"));
  }

  @Test
  public void edited_whereverItStandsNow() {
    assertEquals(
        "[{'id':2},{'id':1,'n':1}]",
        carried(
            "[{'id':1,'n':0},{'id':2}]", "[{'id':1,'n':1},{'id':2}]", "[{'id':2},{'id':1,'n':0}]"));
  }

  @Test
  public void moved_staysMoved_andWhatTheOtherEditedAndAddedIsThere() {
    assertEquals(
        "[{'id':3},{'id':1,'n':5},{'id':2},{'id':4}]",
        carried(
            "[{'id':1},{'id':2},{'id':3}]",
            "[{'id':3},{'id':1},{'id':2}]",
            "[{'id':1,'n':5},{'id':2},{'id':3},{'id':4}]"));
  }

  @Test
  public void moved_byBoth_isInTheWritesOrder() {
    assertEquals(
        "[{'id':3},{'id':1},{'id':2}]",
        carried(
            "[{'id':1},{'id':2},{'id':3}]",
            "[{'id':3},{'id':1},{'id':2}]",
            "[{'id':2},{'id':1},{'id':3}]"));
  }

  @Test
  public void moved_byTheOtherAlone_staysSo() {
    assertEquals(
        "[{'id':2},{'id':1},{'id':9}]",
        carried("[{'id':1},{'id':2}]", "[{'id':1},{'id':2},{'id':9}]", "[{'id':2},{'id':1}]"));
  }

  @Test
  public void theirIds_areEqualIfTheirTextsAre() {
    assertEquals(
        "[{'id':'1','a':1,'b':5}]",
        carried("[{'id':1,'a':0,'b':0}]", "[{'id':1,'a':1,'b':0}]", "[{'id':'1','a':0,'b':5}]"));
  }

  @Test
  public void emptied_leavesWhatTheOtherAdded() {
    assertEquals(
        "[{'id':3}]", carried("[{'id':1},{'id':2}]", "[]", "[{'id':1},{'id':2},{'id':3}]"));
  }

  @Test
  public void theFieldDocs_isAListLikeAnother() {
    assertEquals(
        "{'docs':[{'id':1},{'id':8},{'id':9}],'total':7}",
        carried(
            "{'docs':[{'id':1}],'total':1}",
            "{'docs':[{'id':1},{'id':9}],'total':1}",
            "{'docs':[{'id':1},{'id':8}],'total':7}"));
  }

  // Lists of other things

  @Test
  public void texts_areNamedByThemselves() {
    assertEquals("['b','c','d']", carried("['a','b']", "['b','d']", "['a','b','c']"));
  }

  @Test
  public void aSecondLikeText_isAdded() {
    assertEquals("['a','b','c','a']", carried("['a','b']", "['a','b','a']", "['a','b','c']"));
  }

  @Test
  public void aSecondLikeText_thatBothAdded_isThereOnce() {
    assertEquals("['a','a','b']", carried("['a','b']", "['a','b','a']", "['a','a','b']"));
  }

  @Test
  public void oneOfTwoLikeTexts_takenOut_leavesOne() {
    assertEquals("['a','b']", carried("['a','a']", "['a']", "['a','a','b']"));
  }

  @Test
  public void recordsWithoutIds_goByTheirPlace_ifThereAreAsMany() {
    assertEquals(
        "[{'n':1},{'n':5}]",
        carried("[{'n':0},{'n':0}]", "[{'n':1},{'n':0}]", "[{'n':0},{'n':5}]"));
  }

  @Test
  public void recordsWithoutIds_ofAnotherCount_areWhatWasWritten() {
    assertEquals(
        "[{'n':1},{'n':2}]",
        carried("[{'n':1}]", "[{'n':1},{'n':2}]", "[{'n':1},{'n':5},{'n':6}]"));
  }

  @Test
  public void listsInAList_goByTheirPlace() {
    assertEquals(
        "[[{'id':9},{'id':1}],[{'id':2},{'id':8}]]",
        carried(
            "[[{'id':1}],[{'id':2}]]",
            "[[{'id':9},{'id':1}],[{'id':2}]]",
            "[[{'id':1}],[{'id':2},{'id':8}]]"));
  }

  // What is of different kinds

  @Test
  public void aListThatBecameARecord_isTheRecord() {
    assertEquals("{'a':1}", carried("[1]", "{'a':1}", "[2]"));
  }

  @Test
  public void aRecordOverAList_isWhatWasWritten() {
    assertEquals("{'a':1}", carried("{'a':0}", "{'a':1}", "[2]"));
  }

  @Test
  public void aText_isWhatWasWritten() {
    assertEquals("'later'", carried("'old'", "'later'", "'other'"));
  }

  @Test
  public void overNothing_aListKeepsWhatItAdded() {
    assertEquals(
        "[{'id':9}]",
        text(ways.carry(
            json("[{'id':1}]"), json("[{'id':1},{'id':9}]"), undefined(), ThreeWay.NOTHING)));
  }

  @Test
  public void overNothing_aRecordIsNone() {
    assertEquals(
        "absent",
        text(ways.carry(json("{'a':0}"), json("{'a':1}"), undefined(), ThreeWay.NOTHING)));
  }

  @Test
  public void fromNothing_itIsWhatWasWritten() {
    assertEquals(
        "{'a':1}",
        text(ways.carry(undefined(), json("{'a':1}"), json("{'a':5,'b':5}"), ThreeWay.NOTHING)));
  }

  // Functions that make something new each time

  @Test
  public void again_decidesAPlaceThatBothChanged() {
    assertEquals(
        "{'n':6,'at':'first'}",
        carriedWith(
            "{'n':1,'at':'-'}",
            "{'n':2,'at':'first'}",
            "{'n':5,'at':'-'}",
            "{'n':6,'at':'second'}"));
  }

  @Test
  public void again_leavesWhatTheWriteAdded_asItWas() {
    assertEquals(
        "[{'id':8},{'id':'t1'}]",
        carriedWith(
            "[{'id':1}]", "[{'id':1},{'id':'t1'}]", "[{'id':8}]", "[{'id':8},{'id':'t2'}]"));
  }

  @Test
  public void again_takesOutWhatTheFunctionTakesOutNow() {
    assertEquals("[]", carriedWith("[{'id':1}]", "[]", "[{'id':1},{'id':2}]", "[]"));
  }

  // Another shape

  @Test
  public void theNameOfTheId_isTheQuerys() {
    ThreeWay bySlug = new ThreeWay(env.values, shapeOf("slug"));
    assertEquals(
        "[{'slug':'a','x':1,'y':5}]",
        text(bySlug.carry(
            json("[{'slug':'a','x':0,'y':0}]"),
            json("[{'slug':'a','x':1,'y':0}]"),
            json("[{'slug':'a','x':0,'y':5}]"),
            ThreeWay.NOTHING)));
  }

  private static RecordShape shapeOf(String id) {
    return RecordShape.of(id, null);
  }
}
