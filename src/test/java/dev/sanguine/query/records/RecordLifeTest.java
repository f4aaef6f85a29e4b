package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Before;
import org.junit.Test;

/** Cancel, reset, remove, clear and collection of lists that a record leaves or enters. */
public class RecordLifeTest extends RecordCase {
  private static final String OPEN = "[{'id':1,'status':'open'},{'id':2,'status':'open'}]";

  @Before
  public void twoLists() {
    listOf("open", OPEN);
    listOf("paid", "[{'id':3,'status':'paid'}]");
  }

  private void pay() {
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    settle();
  }

  @Test
  public void cancelQueries_leavesTheChangeInBothLists() {
    watch(query("open").staleTime(1e9));
    watch(query("paid").staleTime(1e9));
    pay();
    refetch("open");
    refetch("paid");
    client.cancelQueries(new QueryFilters(), null);
    settle();
    assertEquals("1", ids("open"));
    assertEquals("2 | 3", ids("paid"));
    fail("A");
    assertEquals(OPEN, view("open"));
    assertEquals("3", ids("paid"));
  }

  @Test
  public void aFetchThatIsCancelledAfterTheChange_goesBackToWhatWasThere() {
    watch(query("paid").staleTime(1e9));
    client.invalidateQueries(key("paid"), null);
    settle();
    pay();
    client.cancelQueries(key("paid"), null);
    settle();
    assertEquals("2 | 3", ids("paid"));
    fail("A");
    assertEquals("3", ids("paid"));
    assertEquals(true, state("paid").isInvalidated);
  }

  @Test
  public void removed_andBuiltAnew_theListShowsTheChange() {
    pay();
    client.removeQueries(key("paid"));
    assertNull(queryOf("paid"));
    listOf("paid", "[]");
    assertEquals("2", ids("paid"));
    fail("A");
    assertEquals("", ids("paid"));
  }

  @Test
  public void theListThatHeldTheRecord_isRemoved_andTheOtherKeepsIt() {
    pay();
    client.removeQueries(key("open"));
    settle();
    assertEquals("2 | 3", ids("paid"));
    assertEquals("[{'id':2,'status':'paid'},{'id':3,'status':'paid'}]", view("paid"));
    fail("A");
    assertEquals("3", ids("paid"));
  }

  @Test
  public void theListThatHeldTheRecord_isRemoved_andTheChangeIsConfirmed() {
    pay();
    client.removeQueries(key("open"));
    answer("A", "{'id':2,'status':'paid','at':'now'}");
    assertEquals("[{'id':2,'status':'paid','at':'now'},{'id':3,'status':'paid'}]", base("paid"));
  }

  @Test
  public void reset_theListIsFetched_andTheChangeIsOverIt() {
    watch(query("paid").staleTime(1e9));
    pay();
    client.resetQueries(key("paid"), null);
    settle();
    assertEquals("pending", state("paid").status);
    answer("get paid", "[{'id':3,'status':'paid'},{'id':4,'status':'paid'}]");
    assertEquals("2 | 3 | 4", ids("paid"));
    fail("A");
    assertEquals("3 | 4", ids("paid"));
  }

  @Test
  public void clear_forgetsTheChange_andWhatWasKnownOfTheRecord() {
    pay();
    client.clear();
    listOf("open", "[]");
    listOf("paid", "[]");
    assertEquals("", ids("paid"));
    answer("A", "{'id':2,'status':'paid'}");
    assertEquals("", ids("paid"));
    mutate(merge("B", 2.0, "{'status':'paid'}"));
    assertEquals("", ids("paid"));
  }

  @Test
  public void aListThatTheRecordOnlyEnters_isNotCollectedWhileTheChangeIsPending() {
    client.setQueryDefaults(
        key("paid"),
        new QueryOptions()
            .records(orders("{'where':{'status':{'equals':'paid'}},'sort':'id'}"))
            .gcTime(5));
    client.removeQueries(key("paid"));
    cache("paid", "[{'id':3,'status':'paid'}]");
    pay();
    world.advance(1000);
    assertEquals("2 | 3", ids("paid"));
    fail("A");
    assertEquals("3", ids("paid"));
    world.advance(1000);
    assertNull(queryOf("paid"));
  }

  @Test
  public void aChangedOption_isAnotherMembership() {
    QueryObserver observer = new QueryObserver(client, query("paid").staleTime(1e9));
    watch(observer);
    observer.setOptions(query("paid")
        .staleTime(1e9)
        .records(orders("{'where':{'status':{'equals':'void'}},'sort':'id'}")));
    settle();
    mutate(merge("A", 2.0, "{'status':'paid'}"));
    mutate(merge("B", 1.0, "{'status':'void'}"));
    assertEquals("1 | 3", ids("paid"));
  }

  @Test
  public void theFeatureGivenTwice_isOne() {
    RecordsFeature.records(client);
    list("all", "{}", "{'docs':[{'id':1}],'totalDocs':1}");
    mutate(add("A", "{'id':2}"));
    assertEquals("{'docs':[{'id':1},{'id':2}],'totalDocs':2}", view("all"));
  }

  @Test
  public void discarded_theChangeLeavesBothLists() {
    pay();
    client.getMutationCache().getAll().get(0).cancel();
    settle();
    assertEquals("1 | 2", ids("open"));
    assertEquals("3", ids("paid"));
    takeUnhandled();
  }

  @Test
  public void lost_theChangeLeaves_andAFetchTells() {
    watch(query("open").staleTime(1e9));
    pay();
    lose("A");
    assertEquals("1 | 2", ids("open"));
    assertEquals("3", ids("paid"));
    answer("get open", "[{'id':1,'status':'open'}]");
    assertEquals("1", ids("open"));
    takeReports();
  }
}
