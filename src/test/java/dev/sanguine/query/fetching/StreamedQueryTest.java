package dev.sanguine.query.fetching;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.Turns;
import dev.sanguine.query.TurnsRunner;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.QueryResult;
import org.junit.Test;
import org.junit.runner.RunWith;

/** Data that grows with each chunk. */
@RunWith(TurnsRunner.class)
public class StreamedQueryTest extends EngineCase {
  private static final int WAIT = 10_000;

  private final Seq<String> seen = new Seq<>();
  private QueryObserver observer;

  private StreamedQuery.Config chunks(Object... chunks) {
    StreamedQuery.Config config = new StreamedQuery.Config();
    config.streamFn = context -> {
      Seq<Object> list = new Seq<>();
      for (Object chunk : chunks) {
        list.add(
            chunk instanceof String && ((String) chunk).startsWith("wait")
                ? network.send((String) chunk, null)
                : chunk);
      }
      return Turns.stream(list);
    };
    return config;
  }

  private void watch(StreamedQuery.Config config) {
    QueryOptions options =
        QueryOptions.of(key("s")).queryFn(StreamedQuery.of(config)).retry(0);
    observer = new QueryObserver(client, options);
    atEnd(observer.subscribe(
        (Listener<QueryResult>) result -> seen.add(result.fetchStatus + " " + text(result.data))));
  }

  /** Lets the stream come as far as it can before each step. */
  private Thenable<Object> play(Task... steps) {
    return Turns.play(world, steps);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> eachChunkIsShown_andTheFetchEndsWithTheStream() {
    watch(chunks(1.0, "wait", 3.0));
    return play(
        () -> {
          assertEquals("fetching absent | fetching [1]", join(seen));
          answer("wait", "2");
        },
        () -> assertEquals(
            "fetching absent | fetching [1] | fetching [1,2] | fetching [1,2,3] | idle [1,2,3]",
            join(seen)));
  }

  @Test(timeout = WAIT)
  public Thenable<Object> replace_ofAQueryWithAHashFunctionOfItsOwn_endsWithTheChunks() {
    StreamedQuery.Config config = chunks(1.0, 2.0);
    config.refetchMode = "replace";
    QueryOptions options =
        QueryOptions.of(key("s")).queryFn(StreamedQuery.of(config)).retry(0);
    options.queryKeyHashFn = given -> "own";
    client
        .getQueryCache()
        .build(client, client.defaultQueryOptions(options), null)
        .setData(json("[7]"), null);
    observer = new QueryObserver(client, options);
    atEnd(observer.subscribe((Listener<QueryResult>) result -> {}));
    return play(() -> assertEquals("[1,2]", text(observer.getCurrentResult().data)));
  }

  @Test(timeout = WAIT)
  public Thenable<Object> anEmptyStream_givesTheInitialValue() {
    watch(chunks());
    return play(() -> {
      assertEquals("[]", view("s"));
      assertEquals("success", observer.getCurrentResult().status);
    });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aReducer_makesWhatItWants_fromItsInitialValue() {
    StreamedQuery.Config config = chunks(1.0, 2.0, 3.0);
    config.initialValue = json("{'sum':0}");
    config.reducer = (sum, chunk) -> Json.object("sum", Json.number(sum, "sum") + (Double) chunk);
    watch(config);
    return play(() -> assertEquals("{'sum':6}", view("s")));
  }

  private Thenable<Object> twice(String mode, Task then) {
    StreamedQuery.Config config = chunks(1.0, "wait");
    config.refetchMode = mode;
    watch(config);
    return play(
        () -> answer("wait", "2"),
        () -> {
          seen.clear();
          observer.refetch(null);
        },
        () -> answer("wait", "3"),
        then);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> refetch_reset_startsFromNothing() {
    return twice(
        null,
        () -> assertEquals(
            "fetching [1,2] | fetching absent | fetching [1] | fetching [1,3] | idle [1,3]",
            join(seen)));
  }

  @Test(timeout = WAIT)
  public Thenable<Object> refetch_append_goesOn() {
    return twice("append", () -> assertEquals("[1,2,1,3]", view("s")));
  }

  @Test(timeout = WAIT)
  public Thenable<Object> refetch_replace_showsTheNewOnlyWhenItIsWhole() {
    return twice(
        "replace", () -> assertEquals("fetching [1,2] | fetching [1,3] | idle [1,3]", join(seen)));
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aChunkThatFails_failsTheFetch_andKeepsWhatCame() {
    watch(chunks(1.0, "wait", 3.0));
    return play(() -> fail("wait"), () -> {
      assertEquals("error", observer.getCurrentResult().status);
      assertEquals("[1]", view("s"));
    });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> cancelled_noFurtherChunkIsTaken() {
    StreamedQuery.Config config = chunks(1.0, "wait", 3.0);
    StreamedQuery.StreamFunction open = config.streamFn;
    config.streamFn = context -> {
      context.signal();
      return open.open(context);
    };
    watch(config);
    return play(
        () -> {
          client.cancelQueries(key("s"), null);
          answer("wait", "2");
        },
        () -> {
          assertEquals("idle", observer.getCurrentResult().fetchStatus);
          assertEquals("[1]", view("s"));
        });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> whileAChangeIsPending_theStreamGrowsUnderIt() {
    watch(chunks(1.0, "wait"));
    return play(
        () -> {
          mutate(change("A", (intent, v) -> {
            intent.prepend(key("s"), 0.0);
            return undefined();
          }));
          assertEquals("[0,1]", view("s"));
          answer("wait", "2");
        },
        () -> {
          assertEquals("[0,1,2]", view("s"));
          fail("A");
          assertEquals("[1,2]", view("s"));
        });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> cancelled_theStreamEnds_evenIfNobodyAskedForTheSignal() {
    watch(chunks(1.0, "wait", 3.0));
    return play(
        () -> {
          client.cancelQueries(key("s"), null);
          answer("wait", "2");
        },
        () -> {
          assertEquals("idle", observer.getCurrentResult().fetchStatus);
          assertEquals("[1]", view("s"));
        });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> nothingAfterNothing_isTheSameNothing() {
    Object[] before = {null};
    watch(chunks());
    return play(
        () -> {
          before[0] = client.getQueryData(key("s"));
          observer.refetch(null);
        },
        () -> {
          assertEquals("[]", view("s"));
          assertSame(before[0], client.getQueryData(key("s")));
        });
  }
}
