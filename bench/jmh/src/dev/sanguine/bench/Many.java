package dev.sanguine.bench;

import dev.sanguine.env.Listener;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.testkit.VirtualEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** n mutations, from the first call to the last settle. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Many {
  private static final QueryKey KEY = QueryKey.of("orders", 1);

  @Param({"1000", "4000"})
  public int n;

  @Benchmark
  public void scopedQueue() {
    VirtualEnvironment world = Data.world();
    QueryClient client = Data.client(world);
    MutationOptions options =
        MutationOptions.create().scope("s").mutationFn((variables, context) -> 1.0);
    for (int i = 0; i < n; i++) {
      client.mutate(options, 1.0);
    }
    world.runMicrotasks();
  }

  @Benchmark
  public void succeedInOrder() {
    inFlight(false);
  }

  @Benchmark
  public void failOldestFirst() {
    inFlight(true);
  }

  private void inFlight(boolean fail) {
    VirtualEnvironment world = Data.world();
    QueryClient client = Data.client(world);
    client.setQueryData(KEY, Data.record(1), null);
    Runnable stop = new QueryObserver(client, QueryOptions.of(KEY).enabled(false))
        .subscribe((Listener<Object>) r -> {})::run;
    List<Listener<Object>> answers = new ArrayList<>();
    MutationOptions options = MutationOptions.create()
        .optimistic((intent, variables) -> {
          intent.update(KEY, old -> Json.with(old, "total", variables));
          return null;
        })
        .mutationFn((variables, context) -> world
            .environment()
            .deferreds
            .create((resolve, reject) -> answers.add(fail ? reject : resolve)));
    for (int i = 0; i < n; i++) {
      client.mutate(options, (double) i).then(value -> null, error -> null);
    }
    world.runMicrotasks();
    for (int i = 0; i < n; i++) {
      answers.get(i).on(i);
      world.advance(1);
    }
    stop.run();
  }
}
