package dev.sanguine.bench;

import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.testkit.VirtualEnvironment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Look-ups and filters beside n cached queries. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Sized {
  @Param({"1000", "100000"})
  public int n;

  private VirtualEnvironment world;
  private QueryClient client;
  private int at;

  @Setup
  public void prepare() {
    world = Data.world();
    client = Data.client(world);
    Data.fill(client, n);
  }

  @Benchmark
  public Object getQueryData() {
    return client.getQueryData(next());
  }

  @Benchmark
  public Object findAll() {
    return client.getQueryCache().findAll(group());
  }

  @Benchmark
  public Object find() {
    return client.getQueryCache().find(QueryFilters.of(next()));
  }

  @Benchmark
  public void invalidatePrefix() {
    client.invalidateQueries(group(), null);
    world.runMicrotasks();
  }

  @Benchmark
  public void invalidateExact() {
    QueryFilters exact = QueryFilters.of(next());
    exact.exact = true;
    client.invalidateQueries(exact, null);
    world.runMicrotasks();
  }

  @Benchmark
  public void cancelQueries() {
    client.cancelQueries(group(), null);
    world.runMicrotasks();
  }

  @Benchmark
  public int isFetching() {
    return client.isFetching(null);
  }

  private QueryKey next() {
    at = (at + 7919) % n;
    return Data.item(at);
  }

  private QueryFilters group() {
    at = (at + 7919) % n;
    return QueryFilters.of(QueryKey.of("item", "g" + at / 10));
  }
}
