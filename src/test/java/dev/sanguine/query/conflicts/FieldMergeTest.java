package dev.sanguine.query.conflicts;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.query.EngineCase;
import dev.sanguine.records.RecordShape;
import org.junit.Test;

/** The three-way merge that asks: each place goes to who has changed it, and one that both have changed clashes. */
public class FieldMergeTest extends EngineCase {
  @Test
  public void eachHasChangedAnotherField_bothStand() {
    assertMerged("{'a':1,'b':2}", "{'a':0,'b':0}", "{'a':1,'b':0}", "{'a':0,'b':2}");
  }

  @Test
  public void bothHaveChangedAField_itClashes() {
    assertClash("a", "{'a':0,'b':0}", "{'a':1,'b':0}", "{'a':2,'b':0}");
  }

  @Test
  public void bothHaveWrittenTheSame_itIsThat() {
    assertMerged("{'a':1}", "{'a':0}", "{'a':1}", "{'a':1}");
  }

  @Test
  public void aNumberThatMovedByOne_isNoCount() {
    assertClash("a", "{'a':3}", "{'a':4}", "{'a':2}");
    assertMerged("{'a':4}", "{'a':3}", "{'a':4}", "{'a':4}");
  }

  @Test
  public void fieldsThatComeAndGo_areChangesToo() {
    assertMerged("{'b':1,'c':2}", "{'a':0}", "{'b':1}", "{'a':0,'c':2}");
    assertClash("a", "{'a':0}", "{}", "{'a':2}");
    assertClash("a", "{}", "{'a':1}", "{'a':2}");
  }

  @Test
  public void nestedRecords_areMergedInside() {
    assertMerged(
        "{'r':{'a':1,'b':2}}", "{'r':{'a':0,'b':0}}", "{'r':{'a':1,'b':0}}", "{'r':{'a':0,'b':2}}");
    assertClash("r", "{'r':{'a':0}}", "{'r':{'a':1}}", "{'r':{'a':2}}");
  }

  @Test
  public void listsOfRecords_areMergedById() {
    assertMerged(
        "{'l':[{'a':1,'id':1},{'a':2,'id':2},{'id':3}]}",
        "{'l':[{'id':1,'a':0},{'id':2,'a':0}]}",
        "{'l':[{'id':1,'a':1},{'id':2,'a':0},{'id':3}]}",
        "{'l':[{'id':1,'a':0},{'id':2,'a':2}]}");
  }

  @Test
  public void oneIsTakenOutAndTheOtherChangesIt_itClashes() {
    assertClash("l", "{'l':[{'id':1,'a':0}]}", "{'l':[]}", "{'l':[{'id':1,'a':2}]}");
    assertMerged("{'l':[]}", "{'l':[{'id':1,'a':0}]}", "{'l':[]}", "{'l':[{'id':1,'a':0}]}");
  }

  @Test
  public void theOrder_isAPlaceOfItsOwn() {
    assertMerged(
        "{'l':[{'a':2,'id':2},{'id':1}]}",
        "{'l':[{'id':1},{'id':2}]}",
        "{'l':[{'id':2},{'id':1}]}",
        "{'l':[{'id':1},{'id':2,'a':2}]}");
    assertClash(
        "l",
        "{'l':[{'id':1},{'id':2},{'id':3}]}",
        "{'l':[{'id':2},{'id':1},{'id':3}]}",
        "{'l':[{'id':3},{'id':1},{'id':2}]}");
  }

  @Test
  public void bothAddAtTheEnd_bothAreThere() {
    assertMerged(
        "{'l':[{'id':1},{'id':3},{'id':2}]}",
        "{'l':[{'id':1}]}",
        "{'l':[{'id':1},{'id':3}]}",
        "{'l':[{'id':1},{'id':2}]}");
  }

  @Test
  public void listsWithoutIds_areOnePlace() {
    assertClash("l", "{'l':['a']}", "{'l':['a','b']}", "{'l':['a','c']}");
    assertMerged("{'l':['a','b'],'m':1}", "{'l':['a']}", "{'l':['a','b']}", "{'l':['a'],'m':1}");
  }

  @Test
  public void theValueIsAnotherKind_itClashes() {
    assertClash("a", "{'a':{'b':0}}", "{'a':1}", "{'a':{'b':2}}");
    assertClash("a", "{'a':[{'id':1}]}", "{'a':null}", "{'a':[{'id':2}]}");
  }

  private void assertMerged(String merged, String base, String mine, String theirs) {
    FieldMerge merge = new FieldMerge(env.values, RecordShape.USUAL);
    assertEquals(merged, sorted(merge.merge(json(base), json(mine), json(theirs))));
    assertEquals("", join(merge.clashes.items()));
  }

  private void assertClash(String field, String base, String mine, String theirs) {
    FieldMerge merge = new FieldMerge(env.values, RecordShape.USUAL);
    merge.merge(json(base), json(mine), json(theirs));
    assertEquals(field, join(merge.clashes.items()));
  }

  /** The order of fields says nothing. */
  private String sorted(Object record) {
    String hash = env.values.hashKey(env.values.listOf(Seq.of(record)));
    return hash.substring(1, hash.length() - 1).replace('"', '\'');
  }
}
