package dev.sanguine.testkit.board;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.records.RecordsFeature;
import dev.sanguine.query.state.IntentResult;
import dev.sanguine.query.state.QueryResult;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.SeededRandom;
import dev.sanguine.testkit.VirtualEnvironment;
import org.jspecify.annotations.Nullable;

/*
 * The board without any line.
 *
 * The changes have no scope, so the server takes and answers them in any order. A change may be of several orders. Fetches
 * and pushes cross with all of that, and an older push may come after a newer one. While something is under way nobody can
 * say what has to be shown. But when nothing is under way any more, every list must be the server's, no change may be listed
 * as confirmed, and nothing may be fetched again and again. No result may ever show one order twice.
 */
public final class CrossedBoard {
  private static final int ORDERS = 3;
  /** So many answers are enough for everything that a schedule leaves under way. */
  private static final int MOST_ANSWERS = 300;

  private static final BoardQuery[] QUERIES = {
    BoardQuery.OPEN,
    BoardQuery.PAID,
    BoardQuery.TOP,
    BoardQuery.COUNT,
    BoardQuery.CUSTOMERS,
    BoardQuery.DETAIL
  };

  /** A change, of one order or of several. */
  private static final class Write {
    final Seq<Object> ids;
    final String field;
    final Object value;
    boolean isTaken;
    ScriptedNetwork.Call call;

    Write(Seq<Object> ids, String field, Object value) {
      this.ids = ids;
      this.field = field;
      this.value = value;
    }

    Object done(Object order) {
      return field.equals("total")
          ? Json.with(order, field, Json.number(order, field) + 1)
          : Json.with(order, field, value);
    }

    String text() {
      return field + " of " + ids + (field.equals("total") ? " + 1" : " = " + value);
    }
  }

  /** A read that has no answer yet. */
  private static final class Read {
    final BoardQuery query;
    final ScriptedNetwork.Call call;

    @Nullable
    Object seen;

    Read(BoardQuery query, ScriptedNetwork.Call call) {
      this.query = query;
      this.call = call;
    }
  }

  private final SeededRandom random;
  private final VirtualEnvironment time = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(time.environment());
  private final BoardTruth truth = new BoardTruth();
  private final Seq<Write> writes = new Seq<>();
  private final Seq<Read> reads = new Seq<>();
  /** What the server has sent without being asked, and has not come yet. */
  private final Seq<Object> pushes = new Seq<>();

  private final Seq<String> trace = new Seq<>();
  private final QueryClient client;
  private final IntentsObserver listed;
  private final boolean hasVersions;
  private final boolean isPushed;
  private final boolean isBulk;
  private @Nullable String shownTwice;

  private CrossedBoard(int seed) {
    random = new SeededRandom(seed);
    hasVersions = random.below(3) > 0;
    isPushed = random.below(2) == 0;
    isBulk = random.below(2) == 0;
    client = new QueryClient(
        new QueryClientConfig().environment(time.environment()).features(RecordsFeature::records));
    listed = new IntentsObserver(client, client.environment.values.undefined());
    truth.begin(random, ORDERS);
    for (BoardQuery query : QUERIES) {
      client.setQueryDefaults(query.key, options(query));
      client.setQueryData(query.key, query.answer(truth.all(), 0), null);
      new QueryObserver(client, QueryOptions.of(query.key))
          .subscribe(result -> look(query, (QueryResult) result));
    }
    time.advance(1);
  }

  private QueryOptions options(BoardQuery query) {
    QueryOptions options = new QueryOptions()
        .records(query.records())
        .retry(0)
        .staleTime(Double.POSITIVE_INFINITY)
        .queryFn(context -> {
          Object answer = network.send("read", null);
          reads.add(new Read(query, network.last("read")));
          return answer;
        });
    return hasVersions ? options.version(Versions.by("version")) : options;
  }

  private void look(BoardQuery query, QueryResult result) {
    String twice = BoardTruth.shownTwice(query, result.data);
    shownTwice = twice == null ? shownTwice : twice;
  }

  /** Null if all comes to rest as the server has it; else what is wrong, after which steps. */
  public static @Nullable String play(int seed, int steps) {
    CrossedBoard board = new CrossedBoard(seed);
    for (int i = 0; i < steps; i++) {
      board.step();
      board.time.advance(1);
    }
    String wrong = board.atRest();
    return wrong == null ? null : wrong + "\n" + board.story();
  }

  private String story() {
    StringBuilder story = new StringBuilder(hasVersions ? "" : "  without versions\n");
    trace.each(line -> story.append("  ").append(line).append('\n'));
    return story.toString();
  }

  private void step() {
    switch (random.below(10)) {
      case 0:
      case 1:
      case 2:
        mutate();
        break;
      case 3:
      case 4:
        take(any(writes.filter(write -> !write.isTaken)));
        break;
      case 5:
      case 6:
        answer(any(writes));
        break;
      case 7:
        see(any(reads.filter(read -> read.seen == null && !read.call.isOver())));
        break;
      case 8:
        answer(any(reads.filter(read -> !read.call.isOver())));
        break;
      default:
        other();
    }
  }

  private <T> @Nullable T any(Seq<T> all) {
    return all.size() == 0 ? null : all.get(random.below(all.size()));
  }

  private void other() {
    switch (random.below(4)) {
      case 0:
        refetch();
        break;
      case 1:
        edit();
        break;
      default:
        deliver();
    }
  }

  // The person

  private void mutate() {
    Seq<Object> ids = new Seq<>();
    ids.add((double) (1 + random.below(ORDERS)));
    Object second = (double) (1 + random.below(ORDERS));
    if (isBulk && random.below(2) == 0 && !ids.has(second)) {
      ids.add(second);
    }
    Write write = random.below(4) == 0
        ? new Write(ids, "total", null)
        : random.below(4) == 0
            ? new Write(ids, "customer", (double) (1 + random.below(BoardOrder.CUSTOMERS)))
            : new Write(ids, "status", BoardOrder.STATUS[random.below(BoardOrder.STATUS.length)]);
    say("mutates " + write.text());
    MutationOptions options = new MutationOptions()
        .optimistic((intent, variables) -> {
          write.ids.each(id -> {
            if (write.field.equals("total")) {
              intent.record(BoardOrder.TYPE, id).increment("total", 1);
            } else {
              intent.record(BoardOrder.TYPE, id).merge(Json.object(write.field, write.value));
            }
          });
          return null;
        })
        .mutationFn((variables, context) -> {
          Object answer = network.send("write", null);
          write.call = network.last("write");
          return answer;
        });
    writes.add(write);
    client.mutate(options, null).then(data -> null, error -> null);
  }

  private void refetch() {
    BoardQuery query = QUERIES[random.below(QUERIES.length)];
    say("refetches " + query);
    client.invalidateQueries(QueryFilters.of(query.key), null);
  }

  // The server

  private void take(@Nullable Write write) {
    if (write == null) {
      return;
    }
    write.isTaken = true;
    say("server takes " + write.text());
    write.ids.each(id -> put(write.done(truth.get(BoardTruth.text(id)))));
  }

  private void put(Object order) {
    truth.put(order);
    if (isPushed) {
      pushes.add(truth.get(BoardOrder.idOf(order)));
    }
  }

  private void answer(@Nullable Write write) {
    if (write == null || write.call == null) {
      return;
    }
    if (!write.isTaken && random.below(4) > 0) {
      take(write);
    }
    writes.remove(write);
    if (!write.isTaken) {
      say("refuses " + write.text());
      write.call.fail("refused");
      return;
    }
    boolean says = random.below(4) > 0;
    say("answers " + write.text() + (says ? " with what it is now" : ""));
    Seq<Object> orders = write.ids.map(id -> truth.get(BoardTruth.text(id)));
    write.call.answer(!says ? "ok" : orders.size() == 1 ? orders.get(0) : Json.arrayOf(orders));
  }

  private void see(@Nullable Read read) {
    if (read != null) {
      read.seen = read.query.answer(truth.all(), 0);
      say("server reads " + read.query);
    }
  }

  private void answer(@Nullable Read read) {
    if (read == null) {
      return;
    }
    if (read.seen == null) {
      see(read);
    }
    reads.remove(read);
    say("answers the read of " + read.query);
    read.call.answer(read.seen);
  }

  /** Somebody else changes an order. */
  private void edit() {
    if (!isPushed) {
      // Nobody would tell the page.
      return;
    }
    Object order = any(truth.all());
    String status = BoardOrder.STATUS[random.below(BoardOrder.STATUS.length)];
    say("somebody sets the status of " + BoardOrder.idOf(order) + " to " + status);
    put(Json.with(order, "status", status));
  }

  /** Without versions nobody can tell an older push from a newer one: there they come in the order of sending. */
  private void deliver() {
    if (pushes.size() > 0) {
      Object push = hasVersions ? any(pushes) : pushes.get(0);
      pushes.remove(push);
      say("the push of " + push + " comes");
      client.receive(BoardOrder.TYPE, push);
    }
  }

  // The judge

  private @Nullable String atRest() {
    for (int i = 0; i < MOST_ANSWERS; i++) {
      reads.filter(read -> read.call.isOver()).each(reads::remove);
      if (writes.size() > 0) {
        answer(any(writes));
      } else if (pushes.size() > 0) {
        deliver();
      } else if (reads.size() > 0) {
        answer(any(reads));
      } else {
        return wrong();
      }
      time.advance(1);
    }
    return "it is fetched without end";
  }

  private @Nullable String wrong() {
    if (shownTwice != null) {
      return shownTwice;
    }
    for (BoardQuery query : QUERIES) {
      Query cached = client.getQueryCache().get(client.hash(query.key));
      String wrong = BoardTruth.wrong(query, cached.getState().data, truth.all(), new Seq<>());
      if (wrong != null) {
        return query + " " + wrong;
      }
      if (cached.gate() != null) {
        return query + " has changes over it still";
      }
    }
    IntentResult left = listed.getCurrentResult().first(one -> !one.state.equals("failed"));
    return left == null ? null : "a change is listed still, as " + left.state;
  }

  private void say(String what) {
    trace.add(what);
  }
}
