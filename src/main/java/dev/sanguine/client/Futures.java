package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.CancelOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.CacheEvent;
import org.jspecify.annotations.Nullable;

/** Makes futures of the engine's thenables, and says what each gives up when it is cancelled. */
final class Futures {
  private Futures() {}

  @SuppressWarnings("unchecked")
  static <T extends @Nullable Object> Future<T> of(
      Thenable<Object> thenable, @Nullable Task cancel) {
    return new Future<>((Thenable<T>) (Thenable<?>) thenable, cancel);
  }

  static Future<@Nullable Void> ofNothing(Thenable<Object> thenable) {
    return of(thenable, null);
  }

  /** Gives up the fetch that is under way now for the query of these options, and no later one. */
  static <T extends @Nullable Object> Future<T> of(
      QueryClient engine, QueryOptions options, Thenable<Object> data) {
    return of(engine.getQueryCache().get(options.queryHash), data);
  }

  static <T extends @Nullable Object> Future<T> of(Query query, Thenable<Object> data) {
    Thenable<Object> running = query.getPromise();
    return of(
        data,
        running == null
            ? null
            : () -> {
              if (query.getPromise() == running) {
                CancelOptions options = new CancelOptions();
                options.revert = true;
                query.cancel(options);
              }
            });
  }

  /** Gives up the one mutation that the call starts. */
  @SuppressWarnings("unchecked")
  static <A extends @Nullable Object> Future<A> ofMutation(QueryClient engine, Supply start) {
    Seq<dev.sanguine.query.Mutation> added = new Seq<>();
    Listener<CacheEvent> notice = event -> {
      if (event.type.equals("added")) {
        added.add(event.mutation);
      }
    };
    Task stop = engine.getMutationCache().subscribe(notice);
    try {
      return of((Thenable<Object>) start.get(), () -> added.get(0).cancel());
    } finally {
      stop.run();
    }
  }
}
