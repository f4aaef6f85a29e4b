package dev.sanguine.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import org.junit.Test;

/** The order of a list by fields, as it stands in an address, or by a function. */
public class SortOrderTest extends RecordsCase {
  /** "before", "behind", "same", or "unknown": where the first record stands. */
  private String order(String fields, String a, String b) {
    Seq<String> all = RecordShape.split(fields, ',');
    return word(new SortOrder(env.values, all).compare(json(a), json(b)));
  }

  private static String word(double order) {
    return order < 0 ? "before" : order > 0 ? "behind" : order == 0 ? "same" : "unknown";
  }

  @Test
  public void aMinus_turnsTheOrderRound() {
    assertEquals("before", order("n", "{'n':1}", "{'n':2}"));
    assertEquals("behind", order("-n", "{'n':1}", "{'n':2}"));
    assertEquals("same", order("-n", "{'n':1}", "{'n':1}"));
  }

  @Test
  public void theNextField_decidesWhatTheFirstLeavesOpen() {
    assertEquals("behind", order("status,-n", "{'status':'a','n':1}", "{'status':'a','n':2}"));
    assertEquals("before", order("status,-n", "{'status':'a','n':1}", "{'status':'b','n':2}"));
  }

  @Test
  public void spacesBetweenFields_areNone() {
    assertEquals("behind", order("status, -n", "{'status':'a','n':1}", "{'status':'a','n':2}"));
  }

  @Test
  public void textsAndDates_goByTheirCharacters() {
    assertEquals("before", order("at", "{'at':'2026-01-31'}", "{'at':'2026-02-01'}"));
    assertEquals("before", order("name", "{'name':'B'}", "{'name':'a'}"));
  }

  @Test
  public void noComesBeforeYes() {
    assertEquals("before", order("vip", "{'vip':false}", "{'vip':true}"));
  }

  @Test
  public void aPath_leadsIntoTheRecord() {
    assertEquals(
        "before", order("customer.name", "{'customer':{'name':'A'}}", "{'customer':{'name':'B'}}"));
  }

  @Test
  public void whatIsMissing_orOfAnotherKind_hasNoOrder() {
    assertEquals("unknown", order("n", "{'n':1}", "{}"));
    assertEquals("unknown", order("n", "{'n':1}", "{'n':null}"));
    assertEquals("unknown", order("n", "{'n':1}", "{'n':'1'}"));
    assertEquals("unknown", order("n,id", "{'id':1}", "{'id':2}"));
    assertEquals("before", order("id,n", "{'id':1}", "{'id':2}"));
  }

  @Test
  public void aFunction_saysItAll() {
    SortOrder byLength = new SortOrder(
        env.values, (a, b) -> Json.string(a, "t").length() - Json.string(b, "t").length());
    assertEquals("before", word(byLength.compare(json("{'t':'z'}"), json("{'t':'aa'}"))));
  }
}
