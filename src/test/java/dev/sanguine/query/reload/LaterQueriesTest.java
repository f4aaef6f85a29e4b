package dev.sanguine.query.reload;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.Hydration;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import org.junit.Test;

/**
 * A query that is built after a change was confirmed fetches it with its value. A page that was rendered before the change
 * may still be on its way, and does not take it back, whatever its clock says.
 */
public class LaterQueriesTest extends LawCase {
  private static final double HOUR = 60 * 60 * 1000;

  private void rendered(String name, String document) {
    QueryClient server = newClient();
    SetDataOptions then = new SetDataOptions();
    then.updatedAt = env.clock.now() + HOUR;
    server.setQueryData(key(name), json(document), then);
    Hydration.hydrate(client, Hydration.dehydrate(server, null), null);
    settle();
  }

  private void confirmed(MutationOptions change) {
    mutate(change);
    answer("A", "'ok'");
    world.advance(10);
  }

  private MutationOptions mergeInAll() {
    return change("A", (intent, variables) -> {
      QueryFilters filters = new QueryFilters();
      filters.queryKey = key("record");
      intent.merge(filters, json("{'id':1,'t':'A'}"));
      return undefined();
    });
  }

  private void built(QueryOptions options, String document) {
    outcome(client.fetchQuery(options));
    answer("get record", document);
  }

  @Test
  public void aRenderedPage_takesNothingBack_andIsAskedForOnceMore() {
    confirmed(merge("A", "record", "{'id':1,'t':'A'}"));
    Screen screen = watch(query("record").staleTime(1e12));
    answer("get record", "{'id':1,'t':'A'}");
    rendered("record", "{'id':1,'t':'t0'}");
    assertEquals("{'id':1,'t':'A'}", screen.now());
    assertEquals(2, network.count("get record"));
    answer("get record", "{'id':1,'t':'A','s':1}");
    assertEquals("{'id':1,'t':'A','s':1}", screen.now());
  }

  @Test
  public void aChangeThatFiltersNamed_isNotTakenBack() {
    confirmed(mergeInAll());
    built(query("record"), "{'id':1,'t':'A'}");
    rendered("record", "{'id':1,'t':'t0'}");
    assertEquals("{'id':1,'t':'A'}", view("record"));
    assertEquals(true, state("record").isInvalidated);
  }

  @Test
  public void aQueryThatWasCollectedAndBuiltAgain_isNotTakenBack() {
    cache("record", "{'id':1,'t':'t0'}");
    confirmed(merge("A", "record", "{'id':1,'t':'A'}"));
    client.removeQueries(key("record"));
    built(query("record"), "{'id':1,'t':'A'}");
    rendered("record", "{'id':1,'t':'t0'}");
    assertEquals("{'id':1,'t':'A'}", view("record"));
  }

  @Test
  public void aFirstValue_isTakenFromThePage() {
    confirmed(merge("A", "record", "{'id':1,'t':'A'}"));
    rendered("record", "{'id':1,'t':'A'}");
    assertEquals("{'id':1,'t':'A'}", view("record"));
  }

  @Test
  public void aQueryThatTheChangeDidNotName_takesThePage() {
    confirmed(merge("A", "record", "{'id':1,'t':'A'}"));
    cache("other", "{'id':2,'t':'t0'}");
    rendered("other", "{'id':2,'t':'t1'}");
    assertEquals("{'id':2,'t':'t1'}", view("other"));
  }

  @Test
  public void aChangeThatFailed_leavesThePageToBeTaken() {
    mutate(merge("A", "record", "{'id':1,'t':'A'}"));
    fail("A");
    built(query("record"), "{'id':1,'t':'t0'}");
    rendered("record", "{'id':1,'t':'t1'}");
    assertEquals("{'id':1,'t':'t1'}", view("record"));
  }

  @Test
  public void afterClear_thePageIsTaken() {
    confirmed(merge("A", "record", "{'id':1,'t':'A'}"));
    client.clear();
    built(query("record"), "{'id':1,'t':'t0'}");
    rendered("record", "{'id':1,'t':'t1'}");
    assertEquals("{'id':1,'t':'t1'}", view("record"));
  }

  @Test
  public void withVersions_aNewerPageIsTaken() {
    confirmed(merge("A", "record", "{'id':1,'t':'A'}"));
    built(query("record").version(Versions.by("v")), "{'id':1,'t':'A','v':2}");
    rendered("record", "{'id':1,'t':'B','v':3}");
    assertEquals("{'id':1,'t':'B','v':3}", view("record"));
  }

  @Test
  public void withVersions_anOlderPageTakesNothingBack() {
    confirmed(merge("A", "record", "{'id':1,'t':'A'}"));
    built(query("record").version(Versions.by("v")), "{'id':1,'t':'A','v':2}");
    rendered("record", "{'id':1,'t':'t0','v':1}");
    assertEquals("{'id':1,'t':'A','v':2}", view("record"));
  }
}
