package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.json.Json;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.QueryResult;
import org.junit.Test;

/** Several queries at once. */
public class QueriesObserverTest extends EngineCase {
  private final Seq<String> seen = new Seq<>();

  private QueriesObserver observe(QueriesObserver.Config config, QueryOptions... queries) {
    return new QueriesObserver(client, Seq.of(queries), config);
  }

  private Task listen(QueriesObserver observer) {
    Task stop = observer.subscribe((Listener<Seq<QueryResult>>) results -> seen.add(data(results)));
    atEnd(stop);
    return stop;
  }

  private String data(Seq<QueryResult> results) {
    Seq<String> all = new Seq<>();
    for (int i = 0; i < results.size(); i++) {
      all.add(text(results.get(i).data));
    }
    return join(all);
  }

  @Test
  public void eachIsFetched_andTheResultsKeepTheOrder() {
    QueriesObserver observer = observe(null, query("a"), query("b"));
    listen(observer);
    answer("get b", "'b'");
    answer("get a", "'a'");
    assertEquals("'a' | 'b'", data(observer.getCurrentResult()));
    assertEquals("absent | 'b'", seen.get(seen.size() - 2));
    assertEquals(2, observer.getQueries().size());
    assertSame(queryOf("a"), observer.getQueries().get(0));
    assertEquals(2, observer.getObservers().size());
  }

  @Test
  public void moreFewerAndMoved_thoseThatStayAreNotFetchedAgain() {
    QueriesObserver observer =
        observe(null, query("a").staleTime(1e9), query("b").staleTime(1e9));
    listen(observer);
    answer("get a", "'a'");
    answer("get b", "'b'");
    observer.setQueries(Seq.of(query("b").staleTime(1e9), query("c").staleTime(1e9)), null);
    answer("get c", "'c'");
    assertEquals("'b' | 'c'", data(observer.getCurrentResult()));
    assertEquals(1, network.count("get b"));
    assertEquals(0, queryOf("a").getObserversCount());
    observer.setQueries(Seq.of(query("c").staleTime(1e9), query("b").staleTime(1e9)), null);
    assertEquals("'c' | 'b'", data(observer.getCurrentResult()));
    assertEquals(3, network.calls().size());
    observer.setQueries(new Seq<>(), null);
    assertEquals("", data(observer.getCurrentResult()));
    assertEquals(0, queryOf("b").getObserversCount());
  }

  @Test
  public void theSameQueriesAgain_tellNobody() {
    QueriesObserver observer = observe(null, query("a").staleTime(1e9).initialData(json("1")));
    listen(observer);
    observer.setQueries(Seq.of(query("a").staleTime(1e9).initialData(json("1"))), null);
    assertEquals(0, seen.size());
  }

  @Test
  public void newOptionsOfOne_areTold() {
    QueriesObserver observer =
        observe(null, query("a").staleTime(1e9).initialData(json("{'n':1}")));
    listen(observer);
    observer.setQueries(
        Seq.of(query("a").staleTime(1e9).select(data -> Json.get(data, "n"))), null);
    assertEquals("1", join(seen));
  }

  @Test
  public void combine_makesOneValue_andTellsOnlyIfItChanged() {
    QueriesObserver.Config config = new QueriesObserver.Config();
    int[] ran = {0};
    config.combine = results -> {
      ran[0]++;
      return Json.object("all", data(results));
    };
    QueryOptions a = query("a").staleTime(1e9).initialData(json("1"));
    QueriesObserver observer = observe(config, a);
    Seq<Object> optimistic = observer.getOptimisticResult(Seq.of(a), config.combine);
    Object combined = ((QueriesObserver.Combining) optimistic.get(1)).combine(null);
    assertEquals("{'all':'1'}", text(combined));
    assertSame(combined, ((QueriesObserver.Combining) optimistic.get(1)).combine(null));
    assertEquals(1, ran[0]);
    listen(observer);
    cache("a", "2");
    assertEquals(1, seen.size());
    cache("a", "2");
    assertEquals(1, seen.size());
  }

  @Test
  public void anOptimisticResult_isThatOfQueriesToCome() {
    QueriesObserver observer = observe(null, query("a"));
    cache("b", "'b'");
    Seq<Object> optimistic = observer.getOptimisticResult(Seq.of(query("b")), null);
    @SuppressWarnings("unchecked")
    Seq<QueryResult> raw = (Seq<QueryResult>) optimistic.get(0);
    assertEquals("'b'", data(raw));
    Seq<QueryResult> tracked = ((QueriesObserver.Tracking) optimistic.get(2)).track();
    assertEquals("'b'", data(tracked));
    assertEquals(0, network.calls().size());
  }

  @Test
  public void theLastListenerLeaves_allAreLeft() {
    QueriesObserver observer = observe(null, query("a"), query("b"));
    Task stop = listen(observer);
    settle();
    stop.run();
    assertEquals(0, queryOf("a").getObserversCount());
    assertEquals(0, queryOf("b").getObserversCount());
    answer("get a", "1");
    assertEquals(0, seen.size() - countFetching());
  }

  private int countFetching() {
    int count = 0;
    for (int i = 0; i < seen.size(); i++) {
      count += seen.get(i).equals("absent | absent") ? 1 : 0;
    }
    return count;
  }

  @Test
  public void theSameQueryTwice_isWatchedTwice_andWarnedOf() {
    QueriesObserver observer = observe(null, query("a"), query("a"));
    listen(observer);
    answer("get a", "1");
    assertEquals("1 | 1", data(observer.getCurrentResult()));
    assertEquals(1, network.count("get a"));
    takeReports();
  }

  @Test
  public void aFailureOfOne_leavesTheOthers() {
    QueriesObserver observer = observe(null, query("a").retry(0), query("b"));
    listen(observer);
    fail("get a");
    answer("get b", "'b'");
    assertEquals("error", observer.getCurrentResult().get(0).status);
    assertEquals("success", observer.getCurrentResult().get(1).status);
  }

  @Test
  public void combineWithoutARenderer_isAskedWhenSomethingChanges() {
    QueriesObserver.Config config = new QueriesObserver.Config();
    int[] ran = {0};
    config.combine = results -> {
      ran[0]++;
      return Json.object("count", results.size());
    };
    QueryOptions a = query("a").staleTime(1e9).initialData(json("1"));
    QueriesObserver observer = observe(null, a);
    listen(observer);
    observer.setQueries(Seq.of(a), config);
    cache("a", "2");
    cache("a", "3");
    assertEquals(2, ran[0]);
    assertEquals(1, seen.size());
    observer.setQueries(Seq.of(a, query("b").staleTime(1e9).initialData(json("1"))), config);
    assertEquals(2, seen.size());
  }

  @Test
  public void notifyOnChangeProps_ofOne_isItsOwnAffair() {
    QueryOptions a = query("a").staleTime(1e9).initialData(json("1"));
    a.notifyOnChangeProps = json("['data']");
    QueriesObserver observer = observe(null, a);
    listen(observer);
    Seq<Object> optimistic = observer.getOptimisticResult(Seq.of(a), null);
    assertEquals("1", data(((QueriesObserver.Tracking) optimistic.get(2)).track()));
    client.refetchQueries(prefix("a"), null);
    answer("get a", "1");
    assertEquals(0, seen.size());
    cache("a", "2");
    assertEquals("2", join(seen));
  }

  @Test
  public void whatCombinesAtTheStart_countsOnlyFromSetQueriesOn() {
    QueriesObserver.Config config = new QueriesObserver.Config();
    int[] ran = {0};
    config.combine = results -> {
      ran[0]++;
      return "always the same";
    };
    QueryOptions a = query("a").staleTime(1e9).initialData(json("1"));
    QueriesObserver observer = observe(config, a);
    listen(observer);
    cache("a", "2");
    cache("a", "3");
    assertEquals(0, ran[0]);
    assertEquals(2, seen.size());
  }

  @Test
  public void results_areReadWhenAllObserversHaveTheirOptions() {
    QueryOptions off = query("a");
    off.enabled = false;
    QueriesObserver observer = observe(null, off, off);
    listen(observer);
    QueryOptions on = query("a");
    observer.setQueries(Seq.of(off, on), null);
    assertEquals("fetching", observer.getCurrentResult().get(0).fetchStatus);
    assertEquals("fetching", observer.getCurrentResult().get(1).fetchStatus);
    takeReports();
  }
}
