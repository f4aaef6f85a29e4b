package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.Turns;
import dev.sanguine.query.TurnsRunner;
import dev.sanguine.query.fetching.StreamedQuery;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.QueryResult;
import org.junit.Test;
import org.junit.runner.RunWith;

/** Data that grows with each chunk, while changes of it are pending: each chunk shows at once, and nothing shows twice. */
@RunWith(TurnsRunner.class)
public class StreamsUnderChangesTest extends LawCase {
  private static final int WAIT = 10_000;

  private final Seq<String> seen = new Seq<>();

  /** Streams these records; one that is a text is waited for. */
  private void stream(String... chunks) {
    StreamedQuery.Config config = new StreamedQuery.Config();
    config.streamFn = context -> {
      Seq<Object> list = new Seq<>();
      for (String chunk : chunks) {
        list.add(chunk.startsWith("wait") ? network.send(chunk, null) : json(chunk));
      }
      return Turns.stream(list);
    };
    QueryObserver observer = new QueryObserver(
        client,
        QueryOptions.of(key("s")).queryFn(StreamedQuery.of(config)).retry(0).staleTime(1e12));
    atEnd(observer.subscribe((Listener<QueryResult>) result -> seen.add(text(result.data))));
  }

  private Thenable<Object> play(Task... steps) {
    return Turns.play(world, steps);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aChangeOfOneRecord_showsInEachChunk_andIsTakenBack() {
    stream("{'id':1,'t':'t0'}", "wait", "{'id':3}");
    return play(
        () -> {
          mutate(merge("A", "s", "{'id':1,'t':'A'}"));
          settle();
          answer("wait", "{'id':2}");
        },
        () -> {
          assertEquals("[{'id':1,'t':'A'},{'id':2},{'id':3}]", view("s"));
          fail("A");
          assertEquals("[{'id':1,'t':'t0'},{'id':2},{'id':3}]", view("s"));
        });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> anAppendedRecord_staysBehindTheChunks_andIsTakenBack() {
    stream("{'id':1}", "wait");
    return play(
        () -> {
          mutate(append("A", "s", "{'id':9}"));
          settle();
          assertEquals("[{'id':1},{'id':9}]", view("s"));
          answer("wait", "{'id':2}");
        },
        () -> {
          assertEquals("[{'id':1},{'id':2},{'id':9}]", view("s"));
          fail("A");
          assertEquals("[{'id':1},{'id':2}]", view("s"));
        });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> anAppendedRecord_thatComesWithTheStream_isThereOnce() {
    stream("{'id':1}", "wait");
    return play(
        () -> {
          mutate(append("A", "s", "{'id':9}").resync(false));
          settle();
          answer("wait", "{'id':9}");
        },
        () -> {
          assertEquals("[{'id':1},{'id':9}]", view("s"));
          assertEquals(-1, join(seen).indexOf("{'id':9},{'id':9}"));
        });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aChangeThatIsConfirmedWhileItStreams_stays() {
    stream("{'id':1,'t':'t0'}", "wait");
    return play(
        () -> {
          mutate(merge("A", "s", "{'id':1,'t':'A'}").resync(false));
          answer("A", "'ok'");
          answer("wait", "{'id':2}");
        },
        () -> {
          assertEquals("[{'id':1,'t':'A'},{'id':2}]", view("s"));
          int shown = join(seen).indexOf("'A'");
          assertEquals(-1, join(seen).substring(shown).indexOf("'t0'"));
        });
  }

  // Values that are streamed as a whole, time and again

  /** Streams these values, each in the place of the one before; "wait" is waited for. */
  private void values(String mode, String... chunks) {
    StreamedQuery.Config config = new StreamedQuery.Config();
    config.refetchMode = mode;
    config.reducer = (before, chunk) -> chunk;
    config.streamFn = context -> {
      Seq<Object> list = new Seq<>();
      for (String chunk : chunks) {
        list.add(chunk.startsWith("wait") ? network.send(chunk, null) : json(chunk));
      }
      return Turns.stream(list);
    };
    QueryObserver observer = new QueryObserver(
        client,
        QueryOptions.of(key("s")).queryFn(StreamedQuery.of(config)).retry(0).staleTime(0));
    atEnd(observer.subscribe((Listener<QueryResult>) result -> seen.add(text(result.data))));
  }

  @Test(timeout = WAIT)
  public Thenable<Object> theFirstValue_mayHoldAChangeThatWasSent_itIsCountedOnce() {
    mutate(increment("A", "s"));
    settle();
    values("append", "{'n':1}", "wait");
    return play(this::settle, () -> answer("wait", "{'n':1}"), () -> {
      assertEquals("{'n':1}", view("s"));
      fail("A");
      assertEquals("{'n':1}", view("s"));
      assertEquals(-1, join(seen).indexOf("'n':2"));
    });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aValueThatHoldsTheChange_isCountedOnce() {
    cache("s", "{'n':0}");
    values("append", "wait");
    return play(
        () -> {
          mutate(increment("A", "s"));
          settle();
          assertEquals("{'n':1}", view("s"));
          answer("wait", "{'n':1}");
        },
        () -> {
          assertEquals("{'n':1}", view("s"));
          assertEquals(-1, join(seen).indexOf("'n':2"));
        });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> whatIsReplacedAtTheEnd_waitsAsAnyFetch() {
    cache("s", "{'n':0}");
    values("replace", "{'n':9}", "wait");
    return play(
        () -> {
          mutate(increment("A", "s"));
          settle();
          answer("wait", "{'n':5}");
        },
        () -> {
          assertEquals("{'n':1}", view("s"));
          fail("A");
          assertEquals("{'n':5}", view("s"));
        });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> theEnd_holdsAChangeThatIsConfirmedThen_andNothingStartsAnew() {
    stream("{'id':1}", "wait");
    return play(
        () -> {
          mutate(append("A", "s", "{'id':9}").resync(false));
          settle();
          answer("wait", "{'id':9}");
        },
        () -> {
          assertEquals("[{'id':1},{'id':9}]", view("s"));
          answer("A", "'ok'");
        },
        () -> {
          assertEquals("[{'id':1},{'id':9}]", view("s"));
          assertEquals(1, network.count("wait"));
        });
  }
}
