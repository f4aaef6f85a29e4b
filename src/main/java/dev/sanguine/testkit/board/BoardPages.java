package dev.sanguine.testkit.board;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.SeededRandom;
import org.jspecify.annotations.Nullable;

/**
 * Pages of orders that are being made: each is opened under the temporary id, and stays open. It must show the order from the
 * first moment on, and never ask the server for the temporary id.
 */
final class BoardPages {
  private static final class Page {
    final BoardWrite maker;
    final QueryObserver observer;

    Page(BoardWrite maker, QueryObserver observer) {
      this.maker = maker;
      this.observer = observer;
    }
  }

  private static final class Read {
    final Object id;
    final ScriptedNetwork.Call call;

    Read(Object id, ScriptedNetwork.Call call) {
      this.id = id;
      this.call = call;
    }
  }

  /** Its own, so that the board's schedules are the same with pages and without. */
  private final SeededRandom random;

  private final QueryClient client;
  private final BoardTruth truth;
  private final Seq<Page> pages = new Seq<>();
  private final Seq<Read> reads = new Seq<>();
  private @Nullable String asked;

  BoardPages(int seed, QueryClient client, ScriptedNetwork network, BoardTruth truth) {
    random = new SeededRandom(seed);
    this.client = client;
    this.truth = truth;
    client.setQueryDefaults(
        QueryKey.of("page"),
        new QueryOptions().retry(0).records(BoardQuery.DETAIL.records()).queryFn(context -> {
          Object id = client.environment.values.flatPart(context.queryKey, 1, null);
          if (id instanceof String) {
            asked = "a page asks the server for " + id;
          }
          Object answer = network.send("page", null);
          reads.add(new Read(id, network.last("page")));
          return answer;
        }));
  }

  static Object key(Object id) {
    return QueryKey.of("page", id);
  }

  void open(BoardWrite maker) {
    if (maker.hasPage) {
      QueryObserver observer = new QueryObserver(client, QueryOptions.of(key(maker.given)));
      observer.subscribe(result -> {});
      pages.add(new Page(maker, observer));
    }
  }

  boolean wantsOne() {
    return random.below(2) == 0;
  }

  /** Sometimes one read of a page is answered. */
  void step() {
    if (reads.size() > 0 && random.below(3) == 0) {
      answerFirst();
    }
  }

  private void answerFirst() {
    Read read = reads.get(0);
    reads.remove(read);
    if (!read.call.isOver()) {
      Object order = truth.get(BoardTruth.text(read.id));
      read.call.answer(order == null ? Json.object("id", read.id, "gone", true) : order);
    }
  }

  /** True if it answered one. */
  boolean answersOne() {
    boolean isReading = reads.size() > 0;
    if (isReading) {
      answerFirst();
    }
    return isReading;
  }

  @Nullable
  String wrong(Seq<BoardWrite> writes) {
    if (asked != null) {
      return asked;
    }
    Seq<Object> orders = truth.with(writes);
    for (int i = 0; i < pages.size(); i++) {
      String wrong = wrong(pages.get(i), orders);
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }

  private @Nullable String wrong(Page page, Seq<Object> orders) {
    BoardWrite maker = page.maker;
    Object shown = page.observer.getCurrentResult().data;
    boolean isThere = !client.environment.values.isUndefined(shown);
    if (!maker.isPending && !maker.isTaken) {
      return isThere ? "the page of an order that was refused shows " + shown : null;
    }
    Object id = maker.isPending ? maker.given : maker.id;
    if (!client.environment.values.same(shown, client.getQueryData(key(maker.given)))) {
      return "the page of " + id + " shows another value than its key has";
    }
    if (!maker.isPending && !TemporaryIds.realId(client, maker.given).equals(maker.id)) {
      return "nobody knows the id of " + maker.given;
    }
    String name = BoardTruth.text(id);
    Object order = orders.first(one -> BoardOrder.idOf(one).equals(name));
    if (order == null) {
      return null;
    }
    return isThere && BoardTruth.plain(shown).equals(BoardTruth.plain(order))
        ? null
        : "the page shows " + (isThere ? BoardTruth.plain(shown) : "nothing") + " for "
            + BoardTruth.plain(order);
  }
}
