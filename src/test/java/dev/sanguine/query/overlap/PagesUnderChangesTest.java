package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.callbacks.QueryFunction;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** One more page, fetched while a change over the pages is pending: it shows at once, with the change. */
public class PagesUnderChangesTest extends PagesCase {
  private MutationOptions byFunction(String name) {
    return with(
        name,
        "feed",
        (intent, key) -> intent.update(key, old -> {
          Seq<Object> pages = Json.list(old, "pages");
          Seq<Object> first = env.values.items(pages.get(0));
          first.insert(0, json("{'id':'new'}"));
          pages.set(0, env.values.listOf(first));
          return Json.with(old, "pages", env.values.listOf(pages));
        }));
  }

  private void oneMorePage(MutationOptions change, Object variables, String both, String without) {
    mutate(change, variables);
    settle();
    Outcome brought = next();
    assertEquals(true, screen.result().isFetchingNextPage);
    answer("page 2", "[{'id':2,'n':0}]");
    assertEquals(pages(both, "1,2"), screen.now());
    assertEquals("done: " + pages(both, "1,2"), brought.toString());
    assertEquals(false, screen.result().isFetchingNextPage);
    assertEquals(false, screen.result().isFetching);
    fail("A");
    assertEquals(pages(without, "1,2"), screen.now());
    assertEquals(1, network.count("page 2"));
  }

  @Test
  public void underAFunction() {
    oneMorePage(
        byFunction("A"),
        undefined(),
        "[{'id':'new'},{'id':1,'n':0}],[{'id':2,'n':0}]",
        "[{'id':1,'n':0}],[{'id':2,'n':0}]");
  }

  @Test
  public void underAPrepend() {
    oneMorePage(
        prepend("A", "feed", "{'id':'new'}"),
        undefined(),
        "[{'id':'new'},{'id':1,'n':0}],[{'id':2,'n':0}]",
        "[{'id':1,'n':0}],[{'id':2,'n':0}]");
  }

  @Test
  public void underAnAppend_whichGoesToTheEnd() {
    oneMorePage(
        append("A", "feed", "{'id':'new'}"),
        undefined(),
        "[{'id':1,'n':0}],[{'id':2,'n':0},{'id':'new'}]",
        "[{'id':1,'n':0}],[{'id':2,'n':0}]");
  }

  @Test
  public void underAnIncrementOfARecordThatIsShown() {
    oneMorePage(
        with("A", "feed", (intent, key) -> intent.increment(key, "n", 1, 1.0)),
        undefined(),
        "[{'id':1,'n':1}],[{'id':2,'n':0}]",
        "[{'id':1,'n':0}],[{'id':2,'n':0}]");
  }

  @Test
  public void underAMergeOfARecordThatComesWithIt() {
    oneMorePage(
        merge("A", "feed", "{'id':2,'n':'A'}"),
        undefined(),
        "[{'id':1,'n':0}],[{'id':2,'n':'A'}]",
        "[{'id':1,'n':0}],[{'id':2,'n':0}]");
    wasToldThatNothingWasFound();
  }

  @Test
  public void underARemovalOfARecordThatComesWithIt() {
    oneMorePage(
        remove("A", "feed", 2.0),
        undefined(),
        "[{'id':1,'n':0}],[]",
        "[{'id':1,'n':0}],[{'id':2,'n':0}]");
    wasToldThatNothingWasFound();
  }

  @Test
  public void underARecordThatIsBeingMade() {
    oneMorePage(
        create("A", "feed"),
        json("{'id':'t'}"),
        "[{'id':1,'n':0}],[{'id':2,'n':0},{'id':'t'}]",
        "[{'id':1,'n':0}],[{'id':2,'n':0}]");
  }

  @Test
  public void underAChangeThatWaitsForTheNetwork() {
    mutate(append("B", "feed", "{'id':'b'}").scope("s"));
    oneMorePage(
        append("A", "feed", "{'id':'a'}").networkMode("always"),
        undefined(),
        "[{'id':1,'n':0}],[{'id':2,'n':0},{'id':'b'},{'id':'a'}]",
        "[{'id':1,'n':0}],[{'id':2,'n':0},{'id':'b'}]");
  }

  @Test
  public void thePageBefore() {
    mutate(byFunction("A"));
    settle();
    Outcome brought = previous();
    assertEquals(true, screen.result().isFetchingPreviousPage);
    answer("page 0", "[{'id':0}]");
    assertEquals(pages("[{'id':'new'},{'id':0}],[{'id':1,'n':0}]", "0,1"), screen.now());
    assertEquals("done: " + screen.now(), brought.toString());
    assertEquals(false, screen.result().isFetchingPreviousPage);
    fail("A");
    assertEquals(pages("[{'id':0}],[{'id':1,'n':0}]", "0,1"), screen.now());
  }

  @Test
  public void severalPages_eachIsAskedForOnce() {
    mutate(prepend("A", "feed", "{'id':'new'}"));
    settle();
    for (int page = 2; page < 6; page++) {
      next();
      answer("page " + page, "[{'id':" + page + "}]");
      assertEquals(1, network.count("page " + page));
      assertEquals(page, Json.list(screen.result().data, "pages").size());
    }
    fail("A");
    assertEquals(
        "[{'id':1,'n':0}]", text(Json.list(screen.result().data, "pages").get(0)));
  }

  @Test
  public void whenItIsConfirmed_oneFetchBringsAllPages() {
    mutate(prepend("A", "feed", "{'id':'new'}"));
    settle();
    next();
    answer("page 2", "[{'id':2}]");
    answer("A", "'ok'");
    answer("page 1", "[{'id':'new'},{'id':1,'n':0}]");
    answer("page 2", "[{'id':2}]");
    assertEquals(pages("[{'id':'new'},{'id':1,'n':0}],[{'id':2}]", "1,2"), screen.now());
    assertEquals(base("feed"), screen.now());
    assertEquals(2, network.count("page 2"));
  }

  @Test
  public void itIsConfirmedWhileThePageIsFetched_theChangeStays_andAllPagesAreFetched() {
    mutate(prepend("A", "feed", "{'id':'new'}"));
    settle();
    next();
    answer("A", "'ok'");
    assertEquals(pages("[{'id':'new'},{'id':1,'n':0}]", "1"), screen.now());
    network.pending("page 2").answer(json("[{'id':2}]"));
    settle();
    answer("page 1", "[{'id':'new'},{'id':1,'n':0}]");
    world.runMicrotasks();
    while (screen.result().fetchStatus.equals("fetching")) {
      network.last("page 2").answer(json("[{'id':2}]"));
      settle();
    }
    assertEquals(-1, screen.history().indexOf("'new'},{'id':'new'"));
    assertEquals(
        "[{'id':'new'},{'id':1,'n':0}]",
        text(Json.list(screen.result().data, "pages").get(0)));
  }

  @Test
  public void thePageFails_thePagesThatAreThereStay_withTheChange() {
    observer.setOptions(feed().retry(0));
    mutate(prepend("A", "feed", "{'id':'new'}"));
    settle();
    next();
    fail("page 2");
    assertEquals(pages("[{'id':'new'},{'id':1,'n':0}]", "1"), screen.now());
    assertEquals(true, screen.result().isFetchNextPageError);
    next();
    answer("page 2", "[{'id':2}]");
    assertEquals(pages("[{'id':'new'},{'id':1,'n':0}],[{'id':2}]", "1,2"), screen.now());
  }

  @Test
  public void noMorePagesThanAreWanted_areKept() {
    observer.setOptions(feed().maxPages(2));
    mutate(merge("A", "feed", "{'id':2,'n':'A'}"));
    settle();
    next();
    answer("page 2", "[{'id':2,'n':0}]");
    next();
    answer("page 3", "[{'id':3}]");
    assertEquals(pages("[{'id':2,'n':'A'}],[{'id':3}]", "2,3"), screen.now());
    fail("A");
    assertEquals(pages("[{'id':2,'n':0}],[{'id':3}]", "2,3"), screen.now());
    wasToldThatNothingWasFound();
  }

  @Test
  public void aRefetchOfAllPagesThatIsHeld_andThenOneMorePage_bothComeInTheEnd() {
    mutate(prepend("A", "feed", "{'id':'new'}"));
    settle();
    refetch("feed");
    answer("page 1", "[{'id':'new'},{'id':1,'n':5}]");
    assertEquals(pages("[{'id':'new'},{'id':1,'n':0}]", "1"), screen.now());
    next();
    answer("page 2", "[{'id':2}]");
    assertEquals(pages("[{'id':'new'},{'id':1,'n':0}],[{'id':2}]", "1,2"), screen.now());
    answer("A", "'ok'");
    answer("page 1", "[{'id':'new'},{'id':1,'n':5}]");
    answer("page 2", "[{'id':2}]");
    assertEquals(pages("[{'id':'new'},{'id':1,'n':5}],[{'id':2}]", "1,2"), screen.now());
    assertEquals(-1, screen.history().indexOf("'new'},{'id':'new'"));
  }

  @Test
  public void aPageAskedForInTheMutationsFunction_doesNotHang() {
    Outcome outcome =
        mutate(prepend("A", "feed", "{'id':'new'}").mutationFn((variables, context) -> observer
            .fetchNextPage(null)
            .then(result -> network.send("A", null), error -> env.errors.fail(error))));
    answer("page 2", "[{'id':2}]");
    answer("A", "'ok'");
    assertEquals("done: 'ok'", outcome.toString());
    answer("page 1", "[{'id':'new'},{'id':1,'n':0}]");
    answer("page 2", "[{'id':2}]");
  }

  // The first page

  @Test
  public void theFirstLoad_underASentPrepend_showsAtOnce_withoutIt() {
    mutate(prepend("A", "other", "{'id':'new'}"));
    settle();
    QueryOptions options = feed();
    options.queryKey = key("other");
    options.queryFn =
        (QueryFunction) context -> network.send("other " + text(context.pageParam), null);
    InfiniteQueryObserver other = new InfiniteQueryObserver(client, options);
    Screen shown = watch(other);
    answer("other 1", "[{'id':1}]");
    assertEquals(pages("[{'id':1}]", "1"), shown.now());
    brought(other.fetchNextPage(null));
    answer("other 2", "[{'id':2}]");
    assertEquals(2, Json.list(shown.result().data, "pages").size());
    answer("A", "'ok'");
    answer("other 1", "[{'id':'new'},{'id':1}]");
    answer("other 2", "[{'id':2}]");
    assertEquals(pages("[{'id':'new'},{'id':1}],[{'id':2}]", "1,2"), shown.now());
    assertEquals(-1, shown.history().indexOf("'new'},{'id':'new'"));
  }

  @Test
  public void fetchNextPage_asTheFirstLoad_underASentPrepend_showsItOnce() {
    mutate(prepend("A", "other", "{'id':'new'}"));
    settle();
    QueryOptions options = feed().enabled(false);
    options.queryKey = key("other");
    options.queryFn =
        (QueryFunction) context -> network.send("other " + text(context.pageParam), null);
    InfiniteQueryObserver other = new InfiniteQueryObserver(client, options);
    Screen shown = watch(other);
    brought(other.fetchNextPage(null));
    answer("other 1", "[{'id':'new'},{'id':1}]");
    assertEquals(pages("[{'id':'new'},{'id':1}]", "1"), shown.now());
    answer("A", "'ok'");
    assertEquals(pages("[{'id':'new'},{'id':1}]", "1"), shown.now());
  }

  // What is owed to a change of which nobody knows

  @Test
  public void nobodyKnowsWhatBecameOfAChange_onePageMoreTakesThePlaceOfTheFetch_thatFollowsIt() {
    mutate(merge("A", "feed", "{'id':1,'n':1}"));
    lose("A");
    assertEquals(2, network.count("page 1"));
    Outcome brought = next();
    answer("page 2", "[{'id':2,'n':0}]");
    assertEquals("done: " + pages("[{'id':1,'n':0}],[{'id':2,'n':0}]", "1,2"), brought.toString());
    assertEquals(3, network.count("page 1"));
    network.last("page 1").answer(json("[{'id':1,'n':1}]"));
    settle();
    answer("page 2", "[{'id':2,'n':1}]");
    assertEquals(pages("[{'id':1,'n':1}],[{'id':2,'n':1}]", "1,2"), screen.now());
    assertNull(queryOf("feed").gate());
  }

  @Test
  public void
      nobodyKnowsWhatBecameOfAChange_thePageThatTakesThePlaceOfTheFetchFails_itFollowsAllTheSame() {
    mutate(merge("A", "feed", "{'id':1,'n':1}"));
    lose("A");
    previous();
    fail("page 0");
    assertEquals(3, network.count("page 1"));
    network.last("page 1").answer(json("[{'id':1,'n':1}]"));
    settle();
    assertEquals(pages("[{'id':1,'n':1}]", "1"), screen.now());
  }

  @Test
  public void nobodyKnowsWhatBecameOfAChange_whileAPageIsUnderWay_theFetchFollowsIt() {
    mutate(merge("A", "feed", "{'id':1,'n':1}"));
    settle();
    Outcome brought = next();
    lose("A");
    assertEquals(1, network.count("page 1"));
    answer("page 2", "[{'id':2,'n':0}]");
    assertEquals("done: " + pages("[{'id':1,'n':0}],[{'id':2,'n':0}]", "1,2"), brought.toString());
    assertEquals(2, network.count("page 1"));
    answer("page 1", "[{'id':1,'n':1}]");
    answer("page 2", "[{'id':2,'n':1}]");
    assertEquals(pages("[{'id':1,'n':1}],[{'id':2,'n':1}]", "1,2"), screen.now());
  }
}
