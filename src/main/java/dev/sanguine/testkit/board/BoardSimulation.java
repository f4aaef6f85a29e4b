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
import dev.sanguine.query.records.RecordsFeature;
import dev.sanguine.query.state.QueryFunctionContext;
import dev.sanguine.query.state.QueryResult;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.SeededRandom;
import dev.sanguine.testkit.VirtualEnvironment;
import org.jspecify.annotations.Nullable;

/** Plays random schedules on the board, and says after each step what it shows wrong. */
public final class BoardSimulation {
  private static final int ORDERS = 7;
  private static final int PAGES = 2;

  /** A read that has no answer yet. */
  private static final class Read {
    final BoardQuery query;
    final int page;
    final ScriptedNetwork.Call call;
    /** What the server answered; null before it did. */
    Object seen;
    /** All pages of that moment. */
    Seq<Object> pages = new Seq<>();

    Read(BoardQuery query, int page, ScriptedNetwork.Call call) {
      this.query = query;
      this.page = page;
      this.call = call;
    }
  }

  private final SeededRandom random;
  private final VirtualEnvironment time = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(time.environment());
  private final BoardTruth truth = new BoardTruth();
  private final Seq<BoardWrite> writes = new Seq<>();
  private final Seq<Read> reads = new Seq<>();
  private final Seq<String> trace = new Seq<>();
  private final QueryClient client;
  private final BoardPages pages;
  private final boolean isWatched;
  private final boolean hasVersions;
  private @Nullable String shownTwice;
  private int ids = 100;
  private int ranks = 1000;

  private BoardSimulation(int seed) {
    random = new SeededRandom(seed);
    isWatched = random.below(2) == 0;
    hasVersions = random.below(2) == 0;
    client = new QueryClient(
        new QueryClientConfig().environment(time.environment()).features(RecordsFeature::records));
    pages = new BoardPages(seed, client, network, truth);
    truth.begin(random, ORDERS);
    for (BoardQuery query : BoardQuery.ALL) {
      client.setQueryDefaults(query.key, options(query));
      client.setQueryData(query.key, query.answer(truth.all(), PAGES), null);
      if (isWatched) {
        new QueryObserver(client, QueryOptions.of(query.key))
            .subscribe(result -> look(query, (QueryResult) result));
      }
    }
    time.advance(1);
  }

  private void look(BoardQuery query, QueryResult result) {
    String twice = BoardTruth.shownTwice(query, result.data);
    shownTwice = twice == null ? shownTwice : twice;
  }

  private QueryOptions options(BoardQuery query) {
    QueryOptions options = new QueryOptions()
        .records(query.records())
        .retry(0)
        .staleTime(Double.POSITIVE_INFINITY)
        .queryFn(context -> read(query, context));
    if (hasVersions) {
      options.version(Versions.by("version"));
    }
    if (query == BoardQuery.PAGES) {
      options._type = "infinite";
      options
          .initialPageParam(0.0)
          .getNextPageParam((last, all, param, params) -> (Double) param + 1);
    }
    return options;
  }

  private Object read(BoardQuery query, QueryFunctionContext context) {
    Object answer = network.send("read", null);
    int page = context.pageParam instanceof Double ? (int) (double) (Double) context.pageParam : 0;
    reads.add(new Read(query, page, network.last("read")));
    return answer;
  }

  /** Null if all is shown as it has to be; else what was wrong, after which steps. */
  public static @Nullable String play(int seed, int steps) {
    BoardSimulation board = new BoardSimulation(seed);
    String wrong = null;
    for (int i = 0; i < steps && wrong == null; i++) {
      board.step();
      board.pages.step();
      board.time.advance(1);
      wrong = board.wrong();
    }
    wrong = wrong != null ? wrong : board.atRest();
    return wrong == null ? null : wrong + "\n" + board.story();
  }

  private String story() {
    StringBuilder story = new StringBuilder();
    trace.each(line -> story.append("  ").append(line).append('\n'));
    return story.toString();
  }

  private void step() {
    switch (random.below(8)) {
      case 0:
      case 1:
      case 2:
        mutate();
        break;
      case 3:
        take();
        break;
      case 4:
      case 5:
        answerWrite();
        break;
      case 6:
        if (random.below(2) == 0) {
          refetch();
        } else {
          seeRead();
        }
        break;
      default:
        if (random.below(3) == 0) {
          push();
        } else {
          answerRead();
        }
    }
  }

  // The person

  private void mutate() {
    BoardWrite.Kind kind = BoardWrite.Kind.values()[random.below(BoardWrite.Kind.values().length)];
    Seq<Object> shown = truth.with(writes);
    if (kind != BoardWrite.Kind.ADD && shown.size() == 0) {
      return;
    }
    Object of = kind == BoardWrite.Kind.ADD
        ? "new" + ids++
        : Json.get(shown.get(random.below(shown.size())), "id");
    BoardWrite write = new BoardWrite(writes.size(), kind, of, valueOf(kind));
    writes.add(write);
    say("mutates " + write.text());
    MutationOptions options = new MutationOptions()
        .scope("order " + BoardTruth.text(firstIdOf(of)))
        .optimistic(write::writeDown)
        .mutationFn((variables, context) -> {
          Object answer = network.send("write", null);
          write.call = network.last("write");
          write.id = Json.get(variables, "id");
          return answer;
        });
    write.hasPage = kind == BoardWrite.Kind.ADD && pages.wantsOne();
    client.mutate(options, Json.object("id", of)).then(data -> null, error -> null);
    pages.open(write);
  }

  /** The id that the person knew it by first: what is done to one order leaves in one line. */
  private Object firstIdOf(Object id) {
    BoardWrite maker =
        writes.first(write -> write.kind == BoardWrite.Kind.ADD && write.id.equals(id));
    return maker == null ? id : maker.given;
  }

  private Object valueOf(BoardWrite.Kind kind) {
    switch (kind) {
      case STATUS:
        return BoardOrder.STATUS[random.below(BoardOrder.STATUS.length)];
      case RANK:
        return rank();
      case CUSTOMER:
        return (double) (1 + random.below(BoardOrder.CUSTOMERS));
      case NOTE:
        return String.valueOf((char) ('a' + random.below(26)));
      default:
        return BoardOrder.of(
            "",
            BoardOrder.STATUS[random.below(2)],
            0,
            rank(),
            1 + random.below(BoardOrder.CUSTOMERS));
    }
  }

  /** One that no other order has, somewhere among them. */
  private Double rank() {
    return random.below(9) * 10 + 5 + ranks++ / 100_000.0;
  }

  private void refetch() {
    BoardQuery query = BoardQuery.ALL[random.below(BoardQuery.ALL.length)];
    say("refetches " + query);
    client.invalidateQueries(QueryFilters.of(query.key), null);
    if (!isWatched) {
      client.refetchQueries(QueryFilters.of(query.key), null).then(done -> null, error -> null);
    }
  }

  // The server

  /** Does one of the requests that it has; a record's come in the order of their sending. */
  private void take() {
    BoardWrite write = any(writes.filter(one -> one.isPending && one.call != null && !one.isTaken));
    if (write != null) {
      take(write);
    }
  }

  private void take(BoardWrite write) {
    write.isTaken = true;
    Object before = truth.get(BoardTruth.text(write.id));
    if (write.kind == BoardWrite.Kind.ADD) {
      write.id = (double) ids++;
    }
    Object done = write.done(before);
    say("server takes " + write.text());
    if (done == null) {
      truth.remove(BoardTruth.text(write.id));
    } else {
      truth.put(done);
    }
  }

  private void answerWrite() {
    BoardWrite write = any(writes.filter(one -> one.isPending && one.call != null));
    if (write == null) {
      return;
    }
    if (!write.isTaken && random.below(3) > 0) {
      take(write);
    }
    write.isPending = false;
    if (write.isTaken) {
      Object order = truth.get(BoardTruth.text(write.id));
      boolean says = order != null && (write.kind == BoardWrite.Kind.ADD || random.below(2) == 0);
      say("answers " + write.text() + (says ? " with the order" : ""));
      write.call.answer(says ? order : "ok");
    } else {
      say("refuses " + write.text());
      write.call.fail("refused");
      // What needs the order that was not made fails with it.
      if (write.kind == BoardWrite.Kind.ADD) {
        writes.each(other -> other.isPending &= !other.id.equals(write.id));
      }
    }
  }

  private void seeRead() {
    Read read = any(reads.filter(one -> one.seen == null && !one.call.isOver()));
    if (read != null) {
      see(read);
    }
  }

  private void see(Read read) {
    for (int page = 0; page < PAGES; page++) {
      read.pages.add(BoardQuery.page(truth.all(), page));
    }
    read.seen = read.query == BoardQuery.PAGES
        ? read.pages.get(read.page)
        : read.query.answer(truth.all(), PAGES);
    say("server reads " + read.query);
  }

  private void answerRead() {
    Read read = any(reads.filter(one -> !one.call.isOver()));
    if (read != null) {
      answer(read);
    }
  }

  private void answer(Read read) {
    if (read.seen == null) {
      see(read);
    }
    reads.remove(read);
    say("answers the read of " + read.query);
    read.call.answer(read.seen);
    if (read.query == BoardQuery.PAGES) {
      // The pages of one fetch are of one moment: of others nobody could say what they have to
      // show.
      time.advance(0);
      Read next = reads.first(one -> one.query == BoardQuery.PAGES && one.page > read.page);
      if (next != null) {
        next.pages = read.pages;
        next.seen = read.pages.get(next.page);
        answer(next);
      }
    }
  }

  /** Somebody else makes an order, or writes a note that the person does not; told at once, while nothing can hide it. */
  private void push() {
    boolean isQuiet = !writes.some(write -> write.isPending && !write.isIdempotent());
    if (!isQuiet || reads.some(read -> !read.call.isOver())) {
      return;
    }
    Object order;
    Seq<Object> known =
        truth.all().filter(one -> hasVersions && !wasCounted(one) || !wasChanged(one));
    if (random.below(2) == 0 || known.size() == 0) {
      order = BoardOrder.of((double) ids++, BoardOrder.STATUS[random.below(2)], 0, rank(), 1);
    } else {
      Object old = known.get(random.below(known.size()));
      order = Json.with(old, "total", Json.number(old, "total") + 100);
    }
    truth.put(order);
    say("server pushes " + BoardOrder.idOf(order) + (hasVersions ? " with versions" : ""));
    client.receive(BoardOrder.TYPE, truth.get(BoardOrder.idOf(order)));
  }

  /** A push that may hold what is done to it once more waits, or makes room for a fetch. */
  private boolean wasCounted(Object order) {
    return writes.some(
        write -> !write.isIdempotent() && BoardTruth.text(write.id).equals(BoardOrder.idOf(order)));
  }

  /** The person has changed it: without versions nobody knows how old a pushed one is. */
  private boolean wasChanged(Object order) {
    return writes.some(write -> BoardTruth.text(write.id).equals(BoardOrder.idOf(order)));
  }

  private <T> @Nullable T any(Seq<T> all) {
    return all.size() == 0 ? null : all.get(random.below(all.size()));
  }

  // The judge

  private @Nullable String wrong() {
    if (shownTwice != null) {
      return shownTwice;
    }
    Seq<Object> orders = truth.with(writes);
    Seq<String> counted = new Seq<>();
    writes.filter(write -> !write.isIdempotent()).each(write -> {
      counted.add(BoardTruth.text(write.given));
      counted.add(BoardTruth.text(write.id));
    });
    for (BoardQuery query : BoardQuery.ALL) {
      Query cached = client.getQueryCache().get(client.hash(query.key));
      String wrong = BoardTruth.wrong(query, cached.getState().data, orders, counted);
      if (wrong != null) {
        return query + " " + wrong;
      }
    }
    return pages.wrong(writes);
  }

  private @Nullable String atRest() {
    String wrong = null;
    for (int i = 0; i < 200 && wrong == null; i++) {
      BoardWrite write = writes.first(one -> one.isPending && one.call != null);
      Read read = reads.first(one -> !one.call.isOver());
      if (write != null) {
        answerWrite();
      } else if (read != null) {
        answer(read);
      } else if (pages.answersOne()) {
        say("answers a page");
      } else if (writes.some(one -> one.isPending)) {
        return "a write is never sent";
      } else {
        break;
      }
      time.advance(1);
      wrong = wrong();
    }
    if (wrong != null) {
      return wrong;
    }
    boolean isLeft = client.getQueryCache().getAll().some(query -> query.gate() != null);
    return isLeft ? "changes are left over a query" : null;
  }

  private void say(String what) {
    trace.add(what);
  }
}
