package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.Screen;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** Changes of an infinite query: pages and cursors are read from the base, what is shown is the view. */
public class InfinitePagesTest extends EngineCase {
  private InfiniteQueryObserver observer;
  private Screen screen;

  private QueryOptions feed() {
    return QueryOptions.of(key("feed"))
        .queryFn(context -> network.send("page " + text(context.pageParam), null))
        .initialPageParam(1.0)
        .getNextPageParam((last, pages, param, params) -> Json.get(last, "next"))
        .staleTime(1e9);
  }

  private void onePage() {
    observer = new InfiniteQueryObserver(client, feed());
    screen = watch(observer);
    answer("page 1", "{'items':[{'id':1}],'next':2}");
  }

  private MutationOptions withItems(String name, Convert change) {
    return change(name, (intent, v) -> {
      intent.update(key("feed"), old -> {
        Seq<Object> pages = Json.list(old, "pages");
        pages.set(0, change.convert(pages.get(0)));
        return Json.with(old, "pages", Json.arrayOf(pages));
      });
      return undefined();
    });
  }

  @Test
  public void aChangeOfAPage_isTakenBack() {
    onePage();
    mutate(withItems("A", page -> Json.with(page, "items", json("[]"))));
    assertEquals("{'pages':[{'items':[],'next':2}],'pageParams':[1]}", screen.now());
    fail("A");
    assertEquals("{'pages':[{'items':[{'id':1}],'next':2}],'pageParams':[1]}", screen.now());
  }

  @Test
  public void theNextPagesCursor_isReadFromTheBase() {
    onePage();
    mutate(change("A", (intent, v) -> {
      intent.set(key("feed"), json("{'pages':[{'items':[],'next':99}],'pageParams':[1]}"));
      return undefined();
    }));
    settle();
    observer.fetchNextPage(null);
    settle();
    assertEquals(1, network.count("page 2"));
    assertEquals(0, network.count("page 99"));
    answer("page 2", "{'items':[{'id':2}]}");
    assertEquals(
        "{'pages':[{'items':[{'id':1}],'next':2},{'items':[{'id':2}]}],'pageParams':[1,2]}",
        base("feed"));
    fail("A");
    assertEquals(
        "{'pages':[{'items':[{'id':1}],'next':2},{'items':[{'id':2}]}],'pageParams':[1,2]}",
        screen.now());
  }

  @Test
  public void hasNextPage_seesTheView() {
    onePage();
    assertEquals(true, screen.result().hasNextPage);
    mutate(withItems("A", page -> json("{'items':[]}")));
    assertEquals(false, screen.result().hasNextPage);
    fail("A");
    assertEquals(true, screen.result().hasNextPage);
  }

  @Test
  public void aPageFetchedUnderAHelper_isShownAtOnce() {
    cachePages();
    mutate(change("A", (intent, v) -> {
      intent.merge(key("feed"), json("{'id':1,'n':'A'}"));
      return undefined();
    }));
    settle();
    observer.fetchNextPage(null);
    answer("page 2", "[{'id':2}]");
    assertEquals("{'pages':[[{'id':1,'n':'A'}],[{'id':2}]],'pageParams':[1,2]}", screen.now());
    fail("A");
    assertEquals("{'pages':[[{'id':1}],[{'id':2}]],'pageParams':[1,2]}", screen.now());
  }

  /** Pages that are bare lists; the next one is always there. */
  private void cachePages() {
    observer = new InfiniteQueryObserver(
        client, feed().getNextPageParam((last, pages, param, params) -> (Double) param + 1));
    screen = watch(observer);
    answer("page 1", "[{'id':1}]");
  }

  @Test
  public void anItemPrepended_andAPageFetchedMeanwhile_endInWhatTheServerHas() {
    cachePages();
    mutate(change("A", (intent, v) -> {
      intent.prepend(key("feed"), json("{'id':'temp'}"));
      return undefined();
    }));
    settle();
    observer.fetchNextPage(null);
    answer("page 2", "[{'id':2}]");
    answer("A", "{'id':9}");
    answer("page 1", "[{'id':9},{'id':1}]");
    assertEquals(2, network.count("page 2"));
    answer("page 2", "[{'id':2}]");
    assertEquals("{'pages':[[{'id':9},{'id':1}],[{'id':2}]],'pageParams':[1,2]}", screen.now());
    assertEquals(screen.now(), base("feed"));
  }

  @Test
  public void anItemPrepended_andAPageFetchedMeanwhile_failed_leavesBothPages() {
    cachePages();
    mutate(change("A", (intent, v) -> {
      intent.prepend(key("feed"), json("{'id':'temp'}"));
      return undefined();
    }));
    settle();
    observer.fetchNextPage(null);
    answer("page 2", "[{'id':2}]");
    fail("A");
    assertEquals("{'pages':[[{'id':1}],[{'id':2}]],'pageParams':[1,2]}", screen.now());
  }

  @Test
  public void aRefetchOfAllPages_isFoldedUnderARemoval() {
    cachePages();
    mutate(change("A", (intent, v) -> {
      intent.remove(key("feed"), 1.0);
      return undefined();
    }));
    settle();
    client.refetchQueries(key("feed"), null);
    answer("page 1", "[{'id':0},{'id':1}]");
    assertEquals("{'pages':[[{'id':0}]],'pageParams':[1]}", screen.now());
    fail("A");
    assertEquals("{'pages':[[{'id':0},{'id':1}]],'pageParams':[1]}", screen.now());
  }
}
