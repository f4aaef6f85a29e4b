package dev.sanguine.bench;

import dev.sanguine.json.Json;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.testkit.VirtualEnvironment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A change of one row of a long list, and its rollback. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Lists {
  private static final QueryKey KEY = QueryKey.of("rows");

  private VirtualEnvironment world;
  private QueryClient client;
  private MutationOptions options;

  @Setup
  public void prepare() {
    world = Data.world();
    client = Data.client(world);
    client.setQueryData(KEY, Data.records(10000), null);
    options = MutationOptions.create()
        .optimistic((intent, variables) -> {
          intent.merge(KEY, Json.object("id", 5000, "status", "shipped"));
          return null;
        })
        .mutationFn((variables, context) -> Data.rejected(world.environment()));
  }

  @Benchmark
  public void rollbackOnLongList() {
    Data.execute(world, client, options);
  }
}
