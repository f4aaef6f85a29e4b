package dev.sanguine.query.reload;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.query.state.States;
import org.junit.Before;
import org.junit.Test;

/**
 * What other tabs and storage are sent: an event of the cache that tells of a success, the query's state inside it, and what
 * is written down meanwhile hold confirmed values alone.
 */
public class OtherTabsTest extends LawCase {
  /** What a broadcast posts: the query's state at every event of a success. */
  private final Seq<String> posted = new Seq<>();

  private final Seq<String> actions = new Seq<>();

  @Before
  public void aRecordIsShown() {
    cache("record", "{'id':1,'t':'t0','s':0}");
    listen(event -> {
      if (event.type.equals("updated") && event.action.type.equals("success")) {
        posted.add(text(event.query.getState().data));
        actions.add(text(event.action.data));
      }
    });
  }

  private void listen(Listener<CacheEvent> listener) {
    atEnd(client.getQueryCache().subscribe(listener));
  }

  private void edit() {
    mutate(merge("A", "record", "{'id':1,'t':'A'}"));
    settle();
  }

  private void set(String name, String field, Object value) {
    client.setQueryData(key(name), (Updater) old -> Json.with(old, field, value), null);
  }

  private void werePosted(String... values) {
    Seq<String> expected = new Seq<>();
    for (String value : values) {
      expected.add(value);
    }
    assertEquals(join(expected), join(posted));
    assertEquals(join(expected), join(actions));
  }

  @Test
  public void aChange_postsNothing() {
    edit();
    assertEquals("{'id':1,'t':'A','s':0}", view("record"));
    fail("A");
    werePosted();
  }

  @Test
  public void anUpdater_overAChange_postsWhatIsConfirmed() {
    edit();
    set("record", "s", 1.0);
    assertEquals("{'id':1,'t':'A','s':1}", view("record"));
    werePosted("{'id':1,'t':'t0','s':1}");
  }

  @Test
  public void aValue_overAChange_postsThat() {
    edit();
    cache("record", "{'id':1,'t':'B','s':1}");
    assertEquals("{'id':1,'t':'A','s':1}", view("record"));
    werePosted("{'id':1,'t':'B','s':1}");
  }

  @Test
  public void aFetch_underAChange_postsWhatItBrought() {
    Screen screen = watch(query("record").staleTime(1e12));
    edit();
    refetch("record");
    answer("get record", "{'id':1,'t':'t0','s':2}");
    assertEquals("{'id':1,'t':'A','s':2}", screen.now());
    werePosted("{'id':1,'t':'t0','s':2}");
  }

  @Test
  public void aFetchThatIsHeld_postsItWhenItIsTaken() {
    Screen screen = watch(query("record").staleTime(1e12));
    mutate(increment("A", "record"));
    settle();
    refetch("record");
    answer("get record", "{'id':1,'n':0,'s':2}");
    werePosted();
    fail("A");
    assertEquals("{'id':1,'n':0,'s':2}", screen.now());
    werePosted("{'id':1,'n':0,'s':2}");
  }

  @Test
  public void aConfirmedChange_isPostedWithTheFetchThatHoldsIt() {
    watch(query("record").staleTime(1e12));
    edit();
    answer("A", "'ok'");
    werePosted();
    answer("get record", "{'id':1,'t':'A','s':0}");
    werePosted("{'id':1,'t':'A','s':0}");
  }

  @Test
  public void setQueriesData_postsWhatIsConfirmed() {
    edit();
    client.setQueriesData(key("record"), (Updater) old -> Json.with(old, "s", 1.0), null);
    werePosted("{'id':1,'t':'t0','s':1}");
  }

  @Test
  public void aBatch_postsWhatIsConfirmed() {
    edit();
    env.notify.run(() -> {
      set("record", "s", 1.0);
      set("record", "s", 2.0);
    });
    werePosted("{'id':1,'t':'t0','s':1}", "{'id':1,'t':'t0','s':2}");
  }

  @Test
  public void aNumber_postsWhatIsConfirmed() {
    client.setQueryData(key("count"), 3.0, null);
    posted.clear();
    actions.clear();
    mutate(with("A", "count", (intent, key) -> intent.update(key, n -> (Double) n + 1)));
    settle();
    client.setQueryData(key("count"), (Updater) n -> (Double) n + 10, null);
    assertEquals("14", view("count"));
    werePosted("13");
  }

  @Test
  public void pages_postWhatIsConfirmed() {
    client.setQueryData(key("feed"), json("{'pages':[[{'id':1}]],'pageParams':[1]}"), null);
    posted.clear();
    actions.clear();
    InfiniteQueryObserver observer = new InfiniteQueryObserver(
        client,
        QueryOptions.of(key("feed"))
            .queryFn(context -> network.send("page", null))
            .initialPageParam(1.0)
            .getNextPageParam((last, all, param, params) -> (Double) param + 1)
            .staleTime(1e12));
    Screen screen = watch(observer);
    mutate(prepend("A", "feed", "{'id':'new'}"));
    settle();
    observer.fetchNextPage(null).done(null, error -> {});
    settle();
    answer("page", "[{'id':2}]");
    assertEquals("{'pages':[[{'id':'new'},{'id':1}],[{'id':2}]],'pageParams':[1,2]}", screen.now());
    werePosted("{'pages':[[{'id':1}],[{'id':2}]],'pageParams':[1,2]}");
  }

  @Test
  public void whatOnlyAChangeMade_isNoSuccess() {
    mutate(with("A", "new", (intent, key) -> intent.set(key, json("[1]"))));
    settle();
    assertEquals("[1]", view("new"));
    werePosted();
    fail("A");
    werePosted();
  }

  @Test
  public void whoAsksTheClientInAnEvent_seesWhatIsShown() {
    edit();
    Seq<String> seen = new Seq<>();
    listen(event -> {
      if (event.type.equals("updated") && event.action.type.equals("success")) {
        seen.add(view("record"));
      }
    });
    set("record", "s", 1.0);
    assertEquals("{'id':1,'t':'A','s':1}", join(seen));
  }

  @Test
  public void whatIsWrittenDownInAnEvent_isConfirmed() {
    Seq<String> stored = new Seq<>();
    listen(event -> stored.add(text(Hydration.dehydrate(client, null).queries.get(0).state.data)));
    edit();
    set("record", "s", 1.0);
    fail("A");
    assertEquals(-1, join(stored).indexOf("'A'"));
    assertEquals(true, stored.size() > 2);
  }

  @Test
  public void aListenerThatWritesItself_leavesTheNextWhatIsConfirmed() {
    Seq<String> late = new Seq<>();
    boolean[] wrote = {false};
    listen(event -> {
      if (!wrote[0] && event.type.equals("updated") && event.action.type.equals("success")) {
        wrote[0] = true;
        set("record", "by", "listener");
      }
    });
    listen(event -> {
      if (event.type.equals("updated") && event.action.type.equals("success")) {
        late.add(text(event.query.getState().data));
      }
    });
    edit();
    set("record", "s", 1.0);
    assertEquals(-1, join(late).indexOf("'A'"));
    assertEquals(2, late.size());
  }

  @Test
  public void afterTheEvent_theQueryShowsTheChange() {
    edit();
    set("record", "s", 1.0);
    assertEquals("{'id':1,'t':'A','s':1}", text(queryOf("record").getState().data));
    assertEquals("success", queryOf("record").getState().status);
  }

  @Test
  public void observersAreTold_whatIsShown() {
    Screen screen = watch(query("record").staleTime(1e12));
    edit();
    set("record", "s", 1.0);
    settle();
    assertEquals(
        "{'id':1,'t':'t0','s':0} | {'id':1,'t':'A','s':0} | {'id':1,'t':'A','s':1}",
        screen.history());
  }

  @Test
  public void theSameQueryOfAnotherClient_isNotTouched() {
    QueryClient other = newClient();
    other.setQueryData(key("record"), json("{'id':1,'t':'t0','s':0}"), null);
    edit();
    set("record", "s", 1.0);
    assertEquals("{'id':1,'t':'t0','s':0}", text(other.getQueryData(key("record"))));
  }

  // What another tab has sent, or a developer's tool, is given to setState

  private QueryState confirmedWith(String data) {
    QueryState state = States.copy(queryOf("record").confirmed());
    state.data = json(data);
    return state;
  }

  @Test
  public void aStateOfAnotherTab_thatHoldsAPendingChange_showsItOnce() {
    mutate(increment("A", "record"));
    settle();
    queryOf("record").setState(confirmedWith("{'id':1,'t':'t0','s':0,'n':1}"));
    assertEquals("{'id':1,'t':'t0','s':0,'n':1}", view("record"));
    answer("A", "'ok'");
    assertEquals("{'id':1,'t':'t0','s':0,'n':1}", view("record"));
  }

  @Test
  public void anOlderStateOfAnotherTab_takesNoConfirmedChangeBack() {
    QueryState older = confirmedWith("{'id':1,'t':'t0','s':0}");
    edit();
    answer("A", "'ok'");
    queryOf("record").setState(older);
    assertEquals("{'id':1,'t':'A','s':0}", view("record"));
  }

  @Test
  public void aStateThatIsMadeOfTheViewsOwn_meansTheBase() {
    edit();
    QueryState own = States.copy(queryOf("record").getState());
    own.isInvalidated = true;
    queryOf("record").setState(own);
    assertEquals(true, state("record").isInvalidated);
    fail("A");
    assertEquals("{'id':1,'t':'t0','s':0}", view("record"));
  }
}
