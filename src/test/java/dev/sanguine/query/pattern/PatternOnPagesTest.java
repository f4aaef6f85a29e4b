package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Before;
import org.junit.Test;

/** The pattern on an infinite query: edits, adds and deletes on its pages, and a page that comes while they are under way. */
public class PatternOnPagesTest extends PatternCase {
  private InfiniteQueryObserver observer;
  private Screen screen;

  @Before
  public void onePageIsShown() {
    observer = new InfiniteQueryObserver(
        client,
        QueryOptions.of(key("feed"))
            .queryFn(context -> network.send("page " + text(context.pageParam), null))
            .initialPageParam(1.0)
            .getNextPageParam((last, pages, param, params) -> (Double) param + 1)
            .getPreviousPageParam((first, pages, param, params) -> (Double) param - 1)
            .staleTime(1e12));
    screen = watch(observer);
    answer("page 1", "[{'id':1,'n':0},{'id':2}]");
  }

  /** Does it to each page. */
  private Updater each(Updater updater) {
    return old ->
        Json.with(old, "pages", Json.arrayOf(Json.list(old, "pages").map(updater::update)));
  }

  private Updater first(Updater updater) {
    return old -> {
      Seq<Object> pages = Json.list(old, "pages");
      pages.set(0, updater.update(pages.get(0)));
      return Json.with(old, "pages", Json.arrayOf(pages));
    };
  }

  private void onFeed(String name, Updater updater) {
    start(pattern(name, "feed", updater));
  }

  private void next(String page) {
    observer.fetchNextPage(null);
    settle();
    answer("page 2", page);
  }

  private String pages() {
    return text(Json.get(screen.result().data, "pages"));
  }

  @Test
  public void anEditAndADelete_theEditFails() {
    onFeed("A", each(each(1, set("n", 1.0))));
    onFeed("B", each(without(2)));
    fail("A");
    assertEquals("[[{'id':1,'n':0}]]", pages());
    fail("B");
    assertEquals("[[{'id':1,'n':0},{'id':2}]]", pages());
  }

  @Test
  public void twoAdds_theFirstFails() {
    onFeed("A", first(prepend("{'id':'a'}")));
    onFeed("B", first(prepend("{'id':'b'}")));
    fail("A");
    assertEquals("[[{'id':'b'},{'id':1,'n':0},{'id':2}]]", pages());
    fail("B");
    assertEquals("[[{'id':1,'n':0},{'id':2}]]", pages());
  }

  @Test
  public void aPageThatComesInBetween_stays_andTheWriteIsTakenOutOfTheOthers() {
    onFeed("A", first(prepend("{'id':'a'}")));
    next("[{'id':3}]");
    assertEquals("[[{'id':'a'},{'id':1,'n':0},{'id':2}],[{'id':3}]]", pages());
    fail("A");
    assertEquals("[[{'id':1,'n':0},{'id':2}],[{'id':3}]]", pages());
    assertEquals("[1,2]", text(Json.get(screen.result().data, "pageParams")));
  }

  @Test
  public void aPageThatComesBetweenTwo_stays_whicheverFails() {
    onFeed("A", first(prepend("{'id':'a'}")));
    next("[{'id':3}]");
    onFeed("B", each(without(3)));
    fail("A");
    assertEquals("[[{'id':1,'n':0},{'id':2}],[]]", pages());
    fail("B");
    assertEquals("[[{'id':1,'n':0},{'id':2}],[{'id':3}]]", pages());
  }

  @Test
  public void aPageBefore_thatComesInBetween_staysToo() {
    onFeed("A", first(prepend("{'id':'a'}")));
    observer.fetchPreviousPage(null);
    settle();
    answer("page 0", "[{'id':0}]");
    onFeed("B", each(without(2)));
    fail("A");
    assertEquals("[[{'id':0}],[{'id':1,'n':0}]]", pages());
    assertEquals("[0,1]", text(Json.get(screen.result().data, "pageParams")));
  }

  @Test
  public void aPageThatIsUnderWay_whenItFails_doesNotBringItBack() {
    onFeed("A", first(prepend("{'id':'a'}")));
    observer.fetchNextPage(null);
    settle();
    fail("A");
    answer("page 2", "[{'id':3}]");
    assertEquals("[[{'id':1,'n':0},{'id':2}],[{'id':3}]]", pages());
  }

  @Test
  public void aPageThatComesInBetween_underAnIntentToo() {
    start(with("I", "feed", (intent, key) -> intent.update(key, each(each(2, set("n", "I"))))));
    onFeed("A", first(prepend("{'id':'a'}")));
    next("[{'id':3}]");
    fail("A");
    assertEquals("[[{'id':1,'n':0},{'id':2,'n':'I'}],[{'id':3}]]", pages());
    fail("I");
    assertEquals("[[{'id':1,'n':0},{'id':2}],[{'id':3}]]", pages());
  }

  @Test
  public void allPagesFetchedAnew_areWhatTheServerHas() {
    onFeed("A", first(prepend("{'id':'a'}")));
    next("[{'id':3}]");
    refetch("feed");
    answer("page 1", "[{'id':7}]");
    answer("page 2", "[{'id':8}]");
    fail("A");
    assertEquals("[[{'id':7}],[{'id':8}]]", pages());
  }

  @Test
  public void aPageThatTheSecondCancels_leavesTheWritesAlone() {
    onFeed("A", each(each(1, set("n", 1.0))));
    observer.fetchNextPage(null);
    settle();
    onFeed("B", each(without(2)));
    fail("A");
    assertEquals("[[{'id':1,'n':0}]]", pages());
    fail("B");
    assertEquals("[[{'id':1,'n':0},{'id':2}]]", pages());
  }
}
