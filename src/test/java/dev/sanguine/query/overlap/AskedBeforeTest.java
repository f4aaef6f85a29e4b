package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.Hydration;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.Versions;
import dev.sanguine.query.state.DehydratedState;
import org.junit.Test;

/** What a fetch brings that was sent before a change was confirmed is older: it is asked for once more. */
public class AskedBeforeTest extends OlderValuesCase {
  /** A fetch was sent, then A was confirmed, and is in a page that was rendered: the record's version says so. */
  private Screen aLeavesByAVersion() {
    cache("record", "{'id':1,'n':0,'v':1}");
    world.advance(10);
    DehydratedState page = rendered("record", "{'id':1,'n':1,'v':2,'m':0}");
    Screen screen = watch(query("record").staleTime(1e9).version(Versions.by("v")));
    client.refetchQueries(prefix("record"), null);
    mutate(change("A", (intent, variables) -> {
          intent.merge(key("record"), json("{'n':1}"));
          return undefined();
        })
        .resync(false));
    answer("A", "{'id':1,'v':2}");
    Hydration.hydrate(client, page, null);
    assertEquals(0, queryOf("record").gate().changes.size());
    return screen;
  }

  @Test
  public void whatWasAskedForBeforeAConfirmedChange_isAskedForOnceMoreIfThatHasLeft() {
    Screen screen = aLeavesByAVersion();
    answer("get record", "{'id':1,'n':0,'v':1}");
    assertEquals("{'id':1,'n':1,'v':2,'m':0}", screen.now());
    assertEquals("fetching", screen.result().fetchStatus);
    answer("get record", "{'id':1,'n':3,'v':3}");
    assertEquals("{'id':1,'n':3,'v':3}", screen.now());
    assertEquals("idle", screen.result().fetchStatus);
  }

  @Test
  public void aFetchCalledOff_goesBackToWhatWasHydratedMeanwhile_andToNothingOlder() {
    Screen screen = aLeavesByAVersion();
    client.cancelQueries(prefix("record"), null);
    settle();
    assertEquals("{'id':1,'n':1,'v':2,'m':0}", screen.now());
    assertEquals("idle", screen.result().fetchStatus);
  }

  @Test
  public void aPageAskedForBeforeAConfirmedChange_isAskedForOnceMoreAsAPage() {
    String one = "{'pages':[{'docs':[{'id':'1','n':'%','v':%}],'next':1}],'pageParams':[0]}";
    client.setQueryData(key("pages"), json(one.replace("n':'%", "n':'n0").replace('%', '1')), null);
    InfiniteQueryObserver observer =
        new InfiniteQueryObserver(client, pages().staleTime(1e9).version(Versions.by("v")));
    Screen screen = watch(observer);
    observer.fetchNextPage(null).then(data -> null, error -> null);
    mutate(change("A", (intent, variables) -> {
          intent.merge(key("pages"), json("{'id':'1','n':'A'}"));
          return undefined();
        })
        .resync(false));
    answer("A", "{'id':'1','v':2}");
    String two = one.replace("n':'%", "m':'B','n':'A").replace('%', '2');
    world.advance(10);
    QueryClient server = newClient();
    server.setQueryData(key("pages"), json(two), null);
    Hydration.hydrate(client, Hydration.dehydrate(server, null), null);
    String page = "{'docs':[{'id':'2'}],'next':null}";
    answer("get pages", page);
    answer("get pages", page);
    assertEquals(
        two.replace("}],'pageParams':[0]", "}," + page + "],'pageParams':[0,1]"), screen.now());
  }

  @Test
  public void oneMorePage_inPlaceOfTheResync_isFollowedByIt() {
    InfiniteQueryObserver observer = new InfiniteQueryObserver(client, pages().staleTime(1e9));
    Screen screen = watch(observer);
    answer("get pages", "{'docs':[{'id':'1','n':'n0'}],'next':1}");
    mutate(change("A", (intent, variables) -> {
      intent.merge(key("pages"), json("{'id':'1','n':'A'}"));
      return undefined();
    }));
    answer("A", "'ok'");
    observer.fetchNextPage(null).then(data -> null, error -> null);
    settle();
    for (String page :
        new String[] {"'2'}],'next':null}", "'1','n':'B'}],'next':1}", "'2'}],'next':null}"}) {
      // The request of the fetch that made room is under way still.
      network.last("get pages").answer(json("{'docs':[{'id':" + page));
      settle();
    }
    assertEquals(
        "{'pages':[{'docs':[{'id':'1','n':'B'}],'next':1},{'docs':[{'id':'2'}],'next':null}],"
            + "'pageParams':[0,1]}",
        screen.now());
    assertEquals("idle", screen.result().fetchStatus);
  }

  @Test
  public void oneMorePage_inPlaceOfAFetchThatTookThePlaceOfTheResync_isFollowedByIt() {
    InfiniteQueryObserver observer = new InfiniteQueryObserver(client, pages().staleTime(1e9));
    Screen screen = watch(observer);
    answer("get pages", "{'docs':[{'id':'1','n':'n0'}],'next':1}");
    mutate(change("A", (intent, variables) -> {
      intent.merge(key("pages"), json("{'id':'1','n':'A'}"));
      return undefined();
    }));
    lose("A");
    client.refetchQueries(key("pages"), null);
    settle();
    observer.fetchNextPage(null).then(data -> null, error -> null);
    settle();
    for (String page :
        new String[] {"'2'}],'next':null}", "'1','n':'A'}],'next':1}", "'2'}],'next':null}"}) {
      network.last("get pages").answer(json("{'docs':[{'id':" + page));
      settle();
    }
    assertEquals(
        "{'pages':[{'docs':[{'id':'1','n':'A'}],'next':1},{'docs':[{'id':'2'}],'next':null}],"
            + "'pageParams':[0,1]}",
        screen.now());
  }
}
