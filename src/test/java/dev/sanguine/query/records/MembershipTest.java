package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** A change of a record takes it out of one list and brings it into another, at its place, and back if it fails. */
public class MembershipTest extends RecordCase {
  private void twoLists() {
    listOf("open", "[{'id':1,'status':'open'},{'id':2,'status':'open'},{'id':4,'status':'open'}]");
    listOf("paid", "[{'id':1.5,'status':'paid'},{'id':3,'status':'paid'}]");
  }

  @Test
  public void aChangedStatus_leavesOneList_andEntersAnotherAtItsPlace() {
    twoLists();
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    assertEquals("1 | 4", ids("open"));
    assertEquals("1.5 | 2 | 3", ids("paid"));
    fail("A");
    assertEquals("1 | 2 | 4", ids("open"));
    assertEquals("1.5 | 3", ids("paid"));
  }

  @Test
  public void confirmed_bothListsKeepWhatIsShown() {
    twoLists();
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    answer("A", "{'id':2,'status':'paid','at':'now'}");
    assertEquals("[{'id':1,'status':'open'},{'id':4,'status':'open'}]", base("open"));
    assertEquals(
        "[{'id':1.5,'status':'paid'},{'id':2,'status':'paid','at':'now'},{'id':3,'status':'paid'}]",
        base("paid"));
  }

  @Test
  public void ofTwoChangesOfOneRecord_theFirstFails_andTheListIsRight() {
    twoLists();
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    mutate(merge("B", 2.0, "{'total':5}"));
    assertEquals("1.5 | 2 | 3", ids("paid"));
    fail("A");
    assertEquals(
        "[{'id':1,'status':'open'},{'id':2,'status':'open','total':5},"
            + "{'id':4,'status':'open'}]",
        view("open"));
    assertEquals("1.5 | 3", ids("paid"));
  }

  @Test
  public void whatEntered_isMadeOfWhatIsKnownElsewhere_alsoIfThatChanges() {
    twoLists();
    mutate(merge("B", 2.0, "{'total':5}"));
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    assertEquals(
        "[{'id':1.5,'status':'paid'},{'id':2,'status':'paid','total':5},{'id':3,'status':'paid'}]",
        view("paid"));
    fail("B");
    assertEquals(
        "[{'id':1.5,'status':'paid'},{'id':2,'status':'paid'},{'id':3,'status':'paid'}]",
        view("paid"));
    cache("open", "[{'id':2,'status':'open','total':9}]");
    assertEquals(
        "[{'id':1.5,'status':'paid'},{'id':2,'status':'paid','total':9},{'id':3,'status':'paid'}]",
        view("paid"));
  }

  @Test
  public void aNewRecord_comesToItsPlaceInEveryListItBelongsTo() {
    twoLists();
    list("all", "{'sort':'-id'}", "[{'id':9},{'id':1}]");
    mutate(add("A", "{'id':3.5,'status':'open'}"));
    assertEquals("1 | 2 | 3.5 | 4", ids("open"));
    assertEquals("1.5 | 3", ids("paid"));
    assertEquals("9 | 3.5 | 1", ids("all"));
    fail("A");
    assertEquals("1 | 2 | 4", ids("open"));
    assertEquals("9 | 1", ids("all"));
  }

  @Test
  public void aRecordThatIsRemoved_leavesEveryList_andItsOwnPageStays() {
    twoLists();
    list("all", "{}", "[{'id':1},{'id':2}]");
    detail("two", "{'id':2,'status':'open'}");
    mutate(orders("A", intent -> intent.record("order", "2").remove()));
    assertEquals("1 | 4", ids("open"));
    assertEquals("1", ids("all"));
    assertEquals("{'id':2,'status':'open'}", view("two"));
    fail("A");
    assertEquals("1 | 2 | 4", ids("open"));
  }

  @Test
  public void aFieldThatSorts_movesTheRecord_andBack() {
    list("top", "{'sort':'-total'}", "[{'id':1,'total':9},{'id':2,'total':5},{'id':3,'total':1}]");
    mutate(orders("A", intent -> intent.record("order", 3.0).increment("total", 6)));
    assertEquals("1 | 3 | 2", ids("top"));
    mutate(orders("B", intent -> intent.record("order", 1.0).increment("total", -9)));
    assertEquals("3 | 2 | 1", ids("top"));
    fail("A");
    assertEquals("2 | 3 | 1", ids("top"));
  }

  @Test
  public void aPageWithALimit_losesItsLastToWhatComes_andGetsItBack() {
    list(
        "top",
        "{'sort':'-total','limit':2,'where':{'status':{'equals':'open'}}}",
        "[{'id':1,'status':'open','total':9},{'id':2,'status':'open','total':5}]");
    detail("seven", "{'id':7,'status':'paid','total':7}");
    detail("eight", "{'id':8,'status':'paid','total':1}");
    mutate(merge("A", 7.0, "{'status':'open'}"));
    mutate(merge("B", 8.0, "{'status':'open'}"));
    assertEquals("1 | 7", ids("top"));
    fail("A");
    assertEquals("1 | 2", ids("top"));
  }

  @Test
  public void whatSomebodyElseHasTakenOut_doesNotComeBack() {
    twoLists();
    detail("two", "{'id':2,'status':'open'}");
    cache("open", "[{'id':1,'status':'open'},{'id':4,'status':'open'}]");
    mutate(merge("A", 2.0, "{'total':5}"));
    assertEquals("1 | 4", ids("open"));
  }

  @Test
  public void aRecordThatNobodyKnows_entersNothing_andTheListIsFetchedAfterwards() {
    client.setQueryDefaults(
        key("paid"),
        new QueryOptions().records(orders("{'where':{'status':{'equals':'paid'}},'sort':'id'}")));
    watch(query("paid"));
    answer("get paid", "[{'id':3,'status':'paid'}]");
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    assertEquals("3", ids("paid"));
    answer("A", "'ok'");
    assertEquals("3", ids("paid"));
    answer("get paid", "[{'id':2,'status':'paid'},{'id':3,'status':'paid'}]");
    assertEquals("2 | 3", ids("paid"));
  }

  @Test
  public void whatNobodyKnew_entersWhenItBecomesKnown() {
    twoLists();
    mutate(merge("A", 8.0, "{'status':'paid'}"));
    assertEquals("1.5 | 3", ids("paid"));
    detail("eight", "{'id':8,'status':'open','total':4}");
    assertEquals("{'id':8,'status':'paid','total':4}", view("eight"));
    assertEquals("1.5 | 3 | 8", ids("paid"));
    fail("A");
    assertEquals("1.5 | 3", ids("paid"));
  }

  @Test
  public void aQueryThatIsBuiltLater_showsTheChange() {
    twoLists();
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    listOf("void", "[]");
    detail("two", "{'id':2,'status':'open'}");
    list("all", "{}", "[{'id':1,'status':'open'},{'id':2,'status':'open'}]");
    assertEquals("{'id':2,'status':'paid'}", view("two"));
    assertEquals("[{'id':1,'status':'open'},{'id':2,'status':'paid'}]", view("all"));
    fail("A");
    assertEquals("{'id':2,'status':'open'}", view("two"));
  }

  @Test
  public void anIncrement_overAValueThatComesWhileItIsSent_isNotDoneTwice() {
    list("all", "{}", "[]");
    mutate(orders("A", intent -> intent.record("order", 2.0).increment("total", 1)));
    client.setQueryDefaults(key("two"), new QueryOptions().records(orders("{}")));
    watch(query("two"));
    answer("get two", "{'id':2,'total':6}");
    assertEquals("{'id':2,'total':6}", view("two"));
    answer("A", "{'id':2,'total':6}");
    answer("get two", "{'id':2,'total':6}");
    assertEquals("{'id':2,'total':6}", view("two"));
  }

  @Test
  public void twoChangesInOneTurn_theFirstFails_andTheSecondStays() {
    twoLists();
    mutate(merge("A", 2.0, "{'t':'A'}"));
    mutate(merge("B", 2.0, "{'s':'B'}"));
    fail("A");
    assertEquals(
        "[{'id':1,'status':'open'},{'id':2,'status':'open','s':'B'}," + "{'id':4,'status':'open'}]",
        view("open"));
  }

  @Test
  public void theSecondAnswersFirst_andTheFirstIsStillShown() {
    twoLists();
    mutate(merge("A", 2.0, "{'t':'A'}"));
    mutate(merge("B", 2.0, "{'s':'B'}"));
    answer("B", "{'id':2,'status':'open','s':'B'}");
    assertEquals(
        "[{'id':1,'status':'open'},{'id':2,'status':'open','t':'A','s':'B'},"
            + "{'id':4,'status':'open'}]",
        view("open"));
  }
}
