package dev.sanguine.query.jvm;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.QueryOptions;
import dev.sanguine.query.QueryResult;
import dev.sanguine.query.StreamedQuery;
import dev.sanguine.env.Listener;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/** Data that grows with each chunk. Streams are iterables here; in the browser they are asynchronous iterables. */
public class StreamedQueryTest extends EngineCase {
  private final Seq<String> seen = new Seq<>();
  private QueryObserver observer;

  private StreamedQuery.Config chunks(Object... chunks) {
    StreamedQuery.Config config = new StreamedQuery.Config();
    config.streamFn = context -> {
      List<Object> list = new ArrayList<>();
      for (Object chunk : chunks) {
        list.add(chunk instanceof String && ((String) chunk).startsWith("wait")
            ? network.send((String) chunk, null) : chunk);
      }
      return list;
    };
    return config;
  }

  private void watch(StreamedQuery.Config config) {
    QueryOptions options = QueryOptions.of(key("s")).queryFn(StreamedQuery.of(config)).retry(0);
    observer = new QueryObserver(client, options);
    atEnd(observer.subscribe((Listener<QueryResult>) result ->
        seen.add(result.fetchStatus + " " + text(result.data))));
  }

  @Test
  public void eachChunkIsShown_andTheFetchEndsWithTheStream() {
    watch(chunks(1.0, "wait", 3.0));
    settle();
    assertEquals("fetching absent | fetching [1]", join(seen));
    answer("wait", "2");
    assertEquals("fetching absent | fetching [1] | fetching [1,2] | fetching [1,2,3] | idle [1,2,3]", join(seen));
  }

  @Test
  public void anEmptyStream_givesTheInitialValue() {
    watch(chunks());
    settle();
    assertEquals("[]", view("s"));
    assertEquals("success", observer.getCurrentResult().status);
  }

  @Test
  public void aReducer_makesWhatItWants_fromItsInitialValue() {
    StreamedQuery.Config config = chunks(1.0, 2.0, 3.0);
    config.initialValue = json("{'sum':0}");
    config.reducer = (sum, chunk) -> Json.object("sum", Json.number(sum, "sum") + (Double) chunk);
    watch(config);
    settle();
    assertEquals("{'sum':6}", view("s"));
  }

  private void twice(String mode) {
    StreamedQuery.Config config = chunks(1.0, "wait");
    config.refetchMode = mode;
    watch(config);
    answer("wait", "2");
    seen.clear();
    observer.refetch(null);
    answer("wait", "3");
  }

  @Test
  public void refetch_reset_startsFromNothing() {
    twice(null);
    assertEquals("fetching [1,2] | fetching absent | fetching [1] | fetching [1,3] | idle [1,3]", join(seen));
  }

  @Test
  public void refetch_append_goesOn() {
    twice("append");
    assertEquals("[1,2,1,3]", view("s"));
  }

  @Test
  public void refetch_replace_showsTheNewOnlyWhenItIsWhole() {
    twice("replace");
    assertEquals("fetching [1,2] | fetching [1,3] | idle [1,3]", join(seen));
  }

  @Test
  public void aChunkThatFails_failsTheFetch_andKeepsWhatCame() {
    watch(chunks(1.0, "wait", 3.0));
    fail("wait");
    assertEquals("error", observer.getCurrentResult().status);
    assertEquals("[1]", view("s"));
  }

  @Test
  public void cancelled_noFurtherChunkIsTaken() {
    StreamedQuery.Config config = chunks(1.0, "wait", 3.0);
    StreamedQuery.StreamFunction open = config.streamFn;
    config.streamFn = context -> {
      context.signal();
      return open.open(context);
    };
    watch(config);
    settle();
    client.cancelQueries(key("s"), null);
    answer("wait", "2");
    assertEquals("idle", observer.getCurrentResult().fetchStatus);
    assertEquals("[1]", view("s"));
  }

  @Test
  public void whileAChangeIsPending_theStreamGrowsUnderIt() {
    watch(chunks(1.0, "wait"));
    settle();
    Outcome outcome = mutate(change("A", (intent, v) -> {
      intent.prepend(key("s"), 0.0);
      return undefined();
    }));
    assertEquals("[0,1]", view("s"));
    answer("wait", "2");
    assertEquals("[0,1,2]", view("s"));
    fail("A");
    assertEquals("[1,2]", view("s"));
    assertEquals(false, outcome.isPending());
  }
}
