package dev.sanguine.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import org.junit.Test;

public class InfiniteQueryTest extends ClientCase {
  private static final InfiniteKey<Object, Double, Object> FEED = QueryKey.ofPages("feed");

  private final InfiniteQuery<Object, Double> feed = InfiniteQuery.of(FEED, 1.0)
      .queryFn((context, page) -> send("page " + page.intValue()))
      .nextPageParam(page -> Json.get(page, "next") == null ? null : Json.number(page, "next"))
      .previousPageParam(
          page -> Json.get(page, "previous") == null ? null : Json.number(page, "previous"));

  private static Object page(String items, Object next) {
    return Json.object("docs", json(items), "next", next);
  }

  private Observer<Pages<Object, Double>> twoPages() {
    Observer<Pages<Object, Double>> observer = client.observe(feed);
    watch(observer);
    answer("page 1", page("[{'id':1}]", 2));
    observer.fetchNextPage();
    answer("page 2", page("[{'id':2}]", null));
    return observer;
  }

  @Test
  public void pages_comeOneByOne() {
    Observer<Pages<Object, Double>> observer = client.observe(feed);
    watch(observer);
    answer("page 1", page("[{'id':1}]", 2));
    assertTrue(observer.current().hasNextPage());
    assertFalse(observer.current().hasPreviousPage());
    Seen<Result<Pages<Object, Double>>> seen = see(observer.fetchNextPage());
    assertTrue(observer.current().isFetchingNextPage());
    answer("page 2", page("[{'id':2}]", null));
    Pages<Object, Double> pages = seen.value.data();
    assertEquals(2, pages.size());
    assertEquals("[1,2]", text(Json.arrayOf(pages.params())));
    assertEquals("[{'id':2}]", text(Json.get(pages.page(1), "docs")));
    assertFalse(observer.current().hasNextPage());
  }

  @Test
  public void aPageBefore_isAddedInFront() {
    Observer<Pages<Object, Double>> observer = client.observe(feed.maxPages(2));
    watch(observer);
    answer("page 1", Json.object("docs", json("[]"), "previous", 0));
    assertTrue(observer.current().hasPreviousPage());
    observer.fetchPreviousPage();
    world.advance(0);
    assertTrue(observer.current().isFetchingPreviousPage());
    fail("page 0");
    world.advance(60_000);
    assertEquals(1, observer.current().data().size());
    answer("page 0", Json.object("docs", json("['x']")));
    assertEquals("['x']", text(Json.get(observer.current().data().page(0), "docs")));
  }

  @Test
  public void aFailedPage_isToldAsSuch() {
    Observer<Pages<Object, Double>> observer = client.observe(feed.retry(0));
    watch(observer);
    answer("page 1", page("[]", 2));
    observer.fetchNextPage();
    fail("page 2");
    assertTrue(observer.current().isFetchNextPageError());
    assertFalse(observer.current().isFetchPreviousPageError());
  }

  @Test
  public void data_isReadAndWrittenTyped() {
    twoPages();
    assertEquals(2, client.getQueryData(FEED).size());
    client.updateQueryData(FEED, pages -> pages.map(page -> Json.with(page, "seen", true)));
    assertTrue(Json.bool(client.getQueryData(FEED).page(1), "seen"));
    Seq<Object> one = Seq.of(page("[]", null));
    client.setQueryData(FEED, Pages.of(one, Seq.of(1.0)));
    assertEquals(1, client.getQueryData(FEED).size());
    assertNull(client.getQueryData(QueryKey.<Object, Double, Object>ofPages("none")));
  }

  @Test
  public void select_seesThePages() {
    Observer<Integer> count = client.observe(feed.select(Pages::size));
    watch(count);
    answer("page 1", page("[]", 2));
    assertEquals(1, (int) count.current().data());
    count.fetchNextPage();
    answer("page 2", page("[]", null));
    assertEquals(2, (int) count.current().data());
  }

  @Test
  public void fetchQuery_bringsAsManyPagesAsAskedFor() {
    Seen<Pages<Object, Double>> seen = see(client.fetchQuery(feed.pages(2)));
    answer("page 1", page("[]", 2));
    answer("page 2", page("[]", 3));
    assertEquals(2, seen.value.size());
    assertEquals(2, see(client.ensureQueryData(feed)).value.size());
  }

  @Test
  public void prefetch_fillsTheCache() {
    see(client.prefetchQuery(feed));
    answer("page 1", page("[]", 2));
    assertEquals(1, client.getQueryData(FEED).size());
  }

  @Test
  public void intents_changeRecordsInThePages() {
    Observer<Pages<Object, Double>> observer = twoPages();
    Mutation<Object, Object> change = Mutation.<Object, Object>of(
            (variables, context) -> send("save"))
        .resync(false)
        .optimistic((intent, variables) -> {
          intent.merge(FEED, json("{'id':2,'title':'Tea'}"));
          intent.append(FEED, json("{'id':3}"));
          intent.remove(FEED, 1);
        });
    Seen<Object> seen = see(client.mutate(change, "x"));
    world.advance(0);
    assertEquals("[]", text(Json.get(observer.current().data().page(0), "docs")));
    assertEquals(
        "[{'id':2,'title':'Tea'},{'id':3}]",
        text(Json.get(observer.current().data().page(1), "docs")));
    fail("save");
    assertEquals(1, seen.times);
    assertEquals("[{'id':1}]", text(Json.get(observer.current().data().page(0), "docs")));
  }

  @Test
  public void anUpdate_isGivenThePages() {
    twoPages();
    Mutation<Object, Object> clear = Mutation.<Object, Object>of(
            (variables, context) -> send("clear"))
        .optimistic((intent, variables) ->
            intent.update(FEED, pages -> pages.map(page -> Json.with(page, "docs", Json.array()))));
    Seen<Object> seen = see(client.mutate(clear, "x"));
    assertEquals("[]", text(Json.get(client.getQueryData(FEED).page(0), "docs")));
    assertEquals(2, client.getQueries(FEED.filters()).get(0).data().size());
    fail("clear");
    assertEquals("clear failed", seen.error);
    assertEquals("[{'id':1}]", text(Json.get(client.getQueryData(FEED).page(0), "docs")));
  }

  @Test
  public void whatIsNotInfinite_hasNoPages_andSaysSo() {
    Observer<Event> observer = client.observe(Query.of(EVENT));
    try {
      observer.fetchNextPage();
      fail("must be refused");
    } catch (IllegalStateException e) {
      assertEquals(
          "the query [\"event\",1] has no pages; observe an InfiniteQuery", e.getMessage());
    }
  }

  @Test
  public void pagesWithoutTheirParameters_areRefused() {
    try {
      Pages.of(Seq.of("a", "b"), Seq.of(1.0));
      fail("must be refused");
    } catch (IllegalArgumentException e) {
      assertEquals(
          "2 pages have 1 parameters; give each page the one it was fetched with", e.getMessage());
    }
  }
}
