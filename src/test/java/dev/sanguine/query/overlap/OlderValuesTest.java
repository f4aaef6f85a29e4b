package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import dev.sanguine.json.Json;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.DehydratedState;
import org.junit.Test;

/** Values that come late and are older than what was confirmed take nothing back. */
public class OlderValuesTest extends OlderValuesCase {
  @Test
  public void aPageThatMayBeRenderedBeforeABakedChange_doesNotTakeItBack() {
    cache("record", "{'title':'t0'}");
    world.advance(10);
    DehydratedState page = rendered("record", "{'title':'t0'}");
    mutate(setField("A", "title", "A"));
    world.advance(10);
    answer("A", "'ok'");
    Hydration.hydrate(client, page, null);
    assertEquals("{'title':'A'}", view("record"));
    world.advance(10);
    // Rendered later by this clock; the server's may be another.
    Hydration.hydrate(client, rendered("record", "{'title':'t0'}"), null);
    assertEquals("{'title':'A'}", view("record"));
    assertEquals(true, state("record").isInvalidated);
  }

  @Test
  public void oneMorePage_isNoNewsOfTheOthers() {
    InfiniteQueryObserver observer = new InfiniteQueryObserver(client, pages());
    Screen screen = watch(observer);
    answer("get pages", "{'docs':[{'id':'1','n':'n0'}],'next':1}");
    mutate(change("B", (intent, variables) -> {
      intent.merge(key("pages"), json("{'id':'1','m':'B'}"));
      return undefined();
    }));
    mutate(change("A", (intent, variables) -> {
      intent.merge(key("pages"), json("{'id':'1','n':'A'}"));
      return undefined();
    }));
    answer("A", "'ok'");
    observer.fetchNextPage(null).then(data -> null, error -> null);
    answer("get pages", "{'docs':[{'id':'2'}],'next':null}");
    assertEquals(
        "{'pages':[{'docs':[{'id':'1','n':'A','m':'B'}],'next':1},{'docs':[{'id':'2'}],'next':null}],"
            + "'pageParams':[0,1]}",
        screen.now());
  }

  @Test
  public void aQueryThatComesAfterTheCallbacks_isFreedOfWhatIsConfirmed() {
    cache("list", "['a']");
    watch(query("list").staleTime(1e9));
    mutate(change("A", (intent, variables) -> {
      intent.update(prefix("list"), old -> old);
      return undefined();
    }));
    answer("A", "'ok'");
    client.setQueryData(key("list", "of somebody"), json("['b']"), null);
    settle();
    assertNull(
        client.getQueryCache().get(client.hash(key("list", "of somebody"))).gate());
  }

  @Test
  public void aConfirmedChange_isPutOverNoQueryThatComesLater() {
    cache("list", "{'f':''}");
    watch(query("list").staleTime(1e9));
    mutate(change("A", (intent, variables) -> {
      intent.merge(prefix("list"), json("{'f':'A'}"));
      return undefined();
    }));
    mutate(change("B", (intent, variables) -> {
      intent.merge(key("list", "one"), json("{'f':'B'}"));
      return undefined();
    }));
    answer("A", "'ok'");
    answer("B", "'ok'");
    assertEquals("{'f':'A'}", view("list"));
    client.setQueryData(key("list", "one"), json("{'f':'B'}"), null);
    assertEquals("{'f':'B'}", text(client.getQueryData(key("list", "one"))));
  }

  @Test
  public void aConfirmedIncrement_isNotCountedAgainInAQueryThatComesLater() {
    cache("list", "{'n':0}");
    watch(query("list").staleTime(1e9));
    mutate(change("A", (intent, variables) -> {
      intent.increment(prefix("list"), "n", 1);
      return undefined();
    }));
    answer("A", "'ok'");
    client.setQueryData(key("list", "one"), json("{'n':1}"), null);
    assertEquals("{'n':1}", text(client.getQueryData(key("list", "one"))));
    Hydration.hydrate(client, Hydration.dehydrate(other("{'n':1}"), null), null);
    assertEquals("{'n':1}", text(client.getQueryData(key("list", "two"))));
  }

  private QueryClient other(String document) {
    QueryClient server = newClient();
    server.setQueryData(key("list", "two"), json(document), null);
    return server;
  }

  @Test
  public void anAnswersRecord_isNotWrittenOverAQueryThatCameMeanwhile() {
    mutate(change("A", (intent, variables) -> {
      intent.merge(key("record"), json("{'f':'A'}"));
      return undefined();
    }));
    settle();
    Screen screen = watch(query("record"));
    answer("A", "{'id':1,'f':'A','n':0}");
    answer("get record", "{'id':1,'f':'A','n':1}");
    assertEquals("{'id':1,'f':'A','n':1}", screen.now());
  }

  /** Answers from this storage, once it holds something; asks the server before. */
  private QueryOptions stored(QueryOptions options, Object[] storage) {
    options.persister =
        (queryFn, context, query) -> storage[0] != null ? storage[0] : queryFn.fetch(context);
    return options;
  }

  @Test
  public void whatWasStored_isOlderThanWhatIsConfirmed() {
    Object[] storage = {json("{'n':1}")};
    cache("record", "{'n':1}");
    Screen screen = watch(stored(query("record"), storage).staleTime(1e9));
    mutate(change("A", (intent, variables) -> {
      intent.increment(key("record"), "n", 1);
      return undefined();
    }));
    answer("A", "'ok'");
    assertEquals("{'n':2}", screen.now());
    assertEquals("idle", screen.result().fetchStatus);
    client.refetchQueries(prefix("record"), null);
    settle();
    assertEquals("{'n':2}", screen.now());
    assertEquals("idle", screen.result().fetchStatus);
    assertEquals(true, state("record").isInvalidated);
  }

  @Test
  public void aFirstLoadFromStorage_waitsForNothing() {
    Object[] storage = {json("{'n':1}")};
    mutate(change("A", (intent, variables) -> {
      intent.increment(key("record"), "n", 1);
      return undefined();
    }));
    settle();
    Screen screen = watch(stored(query("record"), storage));
    settle();
    assertEquals("{'n':2}", screen.now());
    storage[0] = null;
    answer("A", "'ok'");
    assertEquals("{'n':2}", screen.now());
    answer("get record", "{'n':2,'m':1}");
    assertEquals("{'n':2,'m':1}", screen.now());
    assertEquals(base("record"), screen.now());
  }

  @Test
  public void pagesFromStorage_areOlderThanWhatIsConfirmed() {
    String one = "{'pages':[{'docs':[{'id':'1','n':'n0'}],'next':null}],'pageParams':[0]}";
    Object[] storage = {json(one)};
    client.setQueryData(key("pages"), json(one), null);
    Screen screen =
        watch(new InfiniteQueryObserver(client, stored(pages(), storage).staleTime(1e9)));
    mutate(change("A", (intent, variables) -> {
      intent.merge(key("pages"), json("{'id':'1','n':'A'}"));
      return undefined();
    }));
    answer("A", "'ok'");
    settle();
    assertEquals(one.replace("n0", "A"), screen.now());
  }

  private void anAddIsPending_andALaterSetConfirmed(Object target) {
    mutate(change("add", (intent, variables) -> {
      intent.upsert(target, json("{'id':'1','f':''}"));
      return undefined();
    }));
    mutate(change("set", (intent, variables) -> {
      intent.merge(target, json("{'id':'1','f':'B'}"));
      return undefined();
    }));
    answer("set", "'ok'");
  }

  @Test
  public void aChangeThatAValueHolds_staysOverAnOlderOneThatItMayHold() {
    cache("list", "[]");
    Screen screen = watch(query("list").staleTime(1e9));
    anAddIsPending_andALaterSetConfirmed(key("list"));
    client.refetchQueries(prefix("list"), null);
    answer("get list", "[{'id':'1','f':'B'}]");
    assertEquals("[{'id':'1','f':'B'}]", screen.now());
    answer("add", "'ok'");
    assertEquals("[{'id':'1','f':'B'}]", screen.now());
    answer("get list", "[{'id':'1','f':'C'}]");
    assertEquals("[{'id':'1','f':'C'}]", screen.now());
  }

  @Test
  public void aQueryThatComesLater_whoseFetchHoldsAChange_isShownWithoutAnOlderOne() {
    anAddIsPending_andALaterSetConfirmed(prefix("list"));
    Screen screen = watch(query("list"));
    answer("get list", "[{'id':'1','f':'B'}]");
    assertEquals("[{'id':'1','f':'B'}]", screen.now());
    answer("add", "'ok'");
    answer("get list", "[{'id':'1','f':'B'},{'id':'2'}]");
    assertEquals(
        "absent | [{'id':'1','f':'B'}] | [{'id':'1','f':'B'},{'id':'2'}]", screen.history());
  }

  @Test
  public void aQueryThatComesLater_isPushedUnderAnOlderChange() {
    anAddIsPending_andALaterSetConfirmed(prefix("list"));
    Hydration.hydrate(client, rendered("list", "[]"), null);
    assertEquals("[{'id':'1','f':''}]", view("list"));
    fail("add");
    assertEquals("[]", view("list"));
  }

  @Test
  public void
      aPromiseFromBeforeAConfirmedChange_whoJoinedIt_getsWhatIsThere_ifNothingCanBeFetched() {
    cache("record", "{'id':1,'t':'t0'}");
    world.advance(10);
    QueryClient server = newClient();
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateQuery = query -> true;
    server
        .fetchQuery(
            QueryOptions.of(key("record")).queryFn(context -> network.send("get streamed", null)))
        .then(data -> null, error -> null);
    DehydratedState page = Hydration.dehydrate(server, all);
    page.queries.get(0).dehydratedAt = env.clock.now() + 1;
    Hydration.hydrate(client, page, null);
    Outcome joined = outcome(client.fetchQuery(query("record")));
    settle();
    mutate(change("A", (intent, variables) -> {
          intent.merge(key("record"), json("{'t':'A'}"));
          return undefined();
        })
        .onSuccess((data, variables, onMutateResult, context) ->
            client.setQueryData(key("record"), json("{'id':1,'t':'A'}"), null)));
    answer("A", "'ok'");
    answer("get streamed", "{'id':1,'t':'t0'}");
    assertEquals("done: {'id':1,'t':'A'}", joined.toString());
    assertEquals("idle", state("record").fetchStatus);
  }

  @Test
  public void withVersions_whatACallbackWroteWithoutANewOne_isNotTakenBack() {
    client.setQueryDefaults(key("record"), new QueryOptions().version(Versions.by("v")));
    cache("record", "{'id':1,'t':'t0','v':1}");
    mutate(change("A", (intent, variables) -> {
          intent.update(key("record"), old -> Json.with(old, "t", "A"));
          return undefined();
        })
        .onSuccess((data, variables, onMutateResult, context) ->
            client.setQueryData(key("record"), json("{'id':1,'t':'A','v':1}"), null)));
    answer("A", "'ok'");
    world.advance(10);
    Hydration.hydrate(client, rendered("record", "{'id':1,'t':'t0','v':1}"), null);
    assertEquals("{'id':1,'t':'A','v':1}", view("record"));
  }
}
