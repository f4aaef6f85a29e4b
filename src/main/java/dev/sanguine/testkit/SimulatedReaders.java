package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;

/** Those who asked for a query's data and wait for it: each is given a view, and none waits for nothing. */
final class SimulatedReaders {
  /** One who waits. */
  private static final class Reader {
    final SimulatedQuery query;
    boolean left;

    Reader(SimulatedQuery query) {
      this.query = query;
    }
  }

  private final SimulatedClient client;
  private Seq<Reader> waiting = new Seq<>();

  SimulatedReaders(SimulatedClient client) {
    this.client = client;
  }

  /** Somebody waits for this; fulfilled, whatever comes of it, when it is over. */
  Thenable<Object> follow(SimulatedQuery query, Thenable<Object> data) {
    Reader reader = new Reader(query);
    int session = client.session;
    waiting.add(reader);
    return data.then(
        value -> {
          waiting.remove(reader);
          if (session == client.session && !reader.left) {
            // Whoever waits may go on before a callback has put back what was written plainly.
            String wrong = value == null || client.queries.isPlain(query)
                ? null
                : client.world.oracle.wrongView(client, query, value);
            client.note(wrong == null ? null : "gives a reader of " + query + " what " + wrong);
          }
          return null;
        },
        error -> {
          waiting.remove(reader);
          return null;
        });
  }

  /** The page is another: nobody waits any more. */
  void leave() {
    waiting = new Seq<>();
  }

  /** What they wait for was taken out of the cache. */
  void leave(SimulatedQuery query) {
    waiting.each(reader -> reader.left |= reader.query == query);
    waiting = waiting.filter(reader -> !reader.left);
  }

  /** Null if what each of them waits for is under way. */
  String wrong() {
    for (int i = 0; i < waiting.size(); i++) {
      SimulatedQuery query = waiting.get(i).query;
      if (client.isAwake()
          && !client.isReading(query)
          && !client.mail.isPromised(query)
          && !client.queries.isPaused(query)) {
        return "lets somebody wait for " + query + " although nothing is under way";
      }
    }
    return null;
  }
}
