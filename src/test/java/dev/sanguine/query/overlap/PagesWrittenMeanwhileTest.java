package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** Pages that somebody writes while one more is fetched under a change: it comes to the pages of now. */
public class PagesWrittenMeanwhileTest extends PagesCase {
  @Test
  public void aPageThatIsWrittenByHandMeanwhile_stays() {
    mutate(increment("A"));
    settle();
    next();
    client.setQueryData(key("feed"), json(pages("[{'id':1,'n':1,'s':1}]", "1")), null);
    answer("page 2", "[{'id':2,'n':0}]");
    assertEquals(pages("[{'id':1,'n':1,'s':1}],[{'id':2,'n':0}]", "1,2"), screen.now());
  }

  @Test
  public void aPageThatIsWrittenByHandMeanwhile_staysBehindOneBeforeIt() {
    mutate(increment("A"));
    settle();
    previous();
    client.setQueryData(key("feed"), json(pages("[{'id':1,'n':1,'s':1}]", "1")), null);
    answer("page 0", "[{'id':0,'n':0}]");
    assertEquals(pages("[{'id':0,'n':0}],[{'id':1,'n':1,'s':1}]", "0,1"), screen.now());
  }

  @Test
  public void twoCountsThatWereWrittenByHandMeanwhile_areNotLostWithTheOldPage() {
    mutate(increment("A"));
    mutate(increment("B"));
    settle();
    next();
    client.setQueryData(key("feed"), json(pages("[{'id':1,'n':2}]", "1")), null);
    answer("B", "'ok'");
    answer("page 2", "[{'id':2,'n':0}]");
    assertEquals(pages("[{'id':1,'n':2}],[{'id':2,'n':0}]", "1,2"), screen.now());
  }

  @Test
  public void pagesThatAreOthersByNow_areThoseThatCame() {
    mutate(increment("A"));
    settle();
    next();
    client.setQueryData(key("feed"), json(pages("[{'id':7,'n':0}]", "7")), null);
    answer("page 2", "[{'id':2,'n':0}]");
    assertEquals(pages("[{'id':1,'n':1}],[{'id':2,'n':0}]", "1,2"), screen.now());
  }

  @Test
  public void thePagesEndElsewhereByNow_theNextOneIsAskedForOnceMore() {
    observer.setOptions(feed()
        .getNextPageParam((last, all, param, params) ->
            Json.number(env.values.items(last).get(env.values.items(last).size() - 1), "id") + 1));
    mutate(increment("A"));
    settle();
    Outcome brought = next();
    client.setQueryData(key("feed"), json(pages("[{'id':1,'n':1},{'id':2,'n':0}]", "1")), null);
    answer("page 2", "[{'id':2,'n':0}]");
    answer("page 3", "[{'id':3,'n':0}]");
    assertEquals(pages("[{'id':1,'n':1},{'id':2,'n':0}],[{'id':3,'n':0}]", "1,3"), screen.now());
    assertEquals("done: " + screen.now(), brought.toString());
  }

  @Test
  public void aCallbackThatWritesOneRecord_besideCopiesOfAnother_leavesAConfirmedChangeOfAThird() {
    client.setQueryData(
        key("feed"),
        json(pages("[{'id':1,'t':'t0'},{'id':3,'n':0}],[{'id':3,'n':1}]", "1,2")),
        null);
    mutate(with(
            "A",
            "feed",
            (intent, key) -> intent.update(key, old -> json(text(old).replace("t0", "A"))))
        .resync(false));
    mutate(change("B", (intent, variables) -> undefined())
        .onSuccess((data, variables, onMutateResult, context) -> {
          client.setQueryData(
              key("feed"), (Updater) old -> json(text(old).replace("'n':0", "'n':1")), null);
          return null;
        }));
    mutate(increment("C"));
    settle();
    answer("A", "'ok'");
    answer("B", "'ok'");
    assertEquals(-1, screen.now().indexOf("t0"));
    answer("C", "'ok'");
  }

  @Test
  public void ofARecordOnBothPages_theOlderCopyTells() {
    observer.setOptions(feed().version(Versions.by("v")));
    client.setQueryData(key("feed"), json(pages("[{'id':1,'t':'t0','v':1}]", "1")), null);
    mutate(merge("A", "feed", "{'id':1,'t':'A'}"));
    settle();
    next();
    answer("A", "{'id':1,'t':'A','v':2}");
    answer("page 2", "[{'id':1,'t':'A','v':2}]");
    assertEquals(-1, screen.now().indexOf("t0"));
    answer("page 1", "[{'id':1,'t':'A','v':2}]");
    answer("page 2", "[{'id':1,'t':'A','v':2}]");
  }

  private MutationOptions increment(String name) {
    return with(name, "feed", (intent, key) -> intent.increment(key, "n", 1, 1.0));
  }
}
