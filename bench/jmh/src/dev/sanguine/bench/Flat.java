package dev.sanguine.bench;

import dev.sanguine.env.Listener;
import dev.sanguine.json.Json;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.DehydratedState;
import dev.sanguine.testkit.VirtualEnvironment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one operation costs, whatever else is cached. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Flat {
  private static final QueryKey KEY = QueryKey.of("orders", 1);

  private final Object paged = QueryKey.of("orders", Json.object("status", "paid", "page", 3), 17);
  private VirtualEnvironment world;
  private QueryClient client;
  private QueryOptions fetch;
  private Object before;
  private Object after;
  private QueryClient full;
  private DehydratedState state;
  private double count;

  @Setup
  public void prepare() {
    world = Data.world();
    client = Data.client(world);
    client.setQueryData(KEY, Data.record(1), null);
    fetch = QueryOptions.of(KEY)
        .queryFn(context -> world.environment().deferreds.resolve(Data.record(1)));
    before = Data.records(1000);
    Object[] changed = new Object[1000];
    for (int i = 0; i < 1000; i++) {
      changed[i] = Data.record(i == 500 ? 7 : i);
    }
    after = Json.array(changed);
    full = Data.client(world);
    Data.fill(full, 1000);
    state = Hydration.dehydrate(full, null);
  }

  @Benchmark
  public String hashKey() {
    return world.environment().values.hashKey(paged);
  }

  @Benchmark
  public Object setQueryData() {
    return client.setQueryData(KEY, Json.object("n", ++count), null);
  }

  @Benchmark
  public void fetchQuery() {
    client.fetchQuery(fetch);
    world.runMicrotasks();
  }

  @Benchmark
  public void documentedSuccess() {
    Data.execute(world, client, documented().mutationFn((variables, context) -> 1.0));
  }

  @Benchmark
  public void documentedRollback() {
    Data.execute(
        world,
        client,
        documented().mutationFn((variables, context) -> Data.rejected(world.environment())));
  }

  @Benchmark
  public void optimisticSuccess() {
    Data.execute(world, client, intent().mutationFn((variables, context) -> 1.0));
  }

  @Benchmark
  public void optimisticRollback() {
    Data.execute(
        world,
        client,
        intent().mutationFn((variables, context) -> Data.rejected(world.environment())));
  }

  @Benchmark
  public Object replaceEqualDeep() {
    return world.environment().values.replaceEqualDeep(before, after);
  }

  @Benchmark
  public QueryClient hydrate() {
    QueryClient empty = Data.client(world);
    Hydration.hydrate(empty, state, null);
    return empty;
  }

  @Benchmark
  public DehydratedState dehydrate() {
    return Hydration.dehydrate(full, null);
  }

  @Benchmark
  public void observer() {
    new QueryObserver(client, QueryOptions.of(KEY).enabled(false))
        .subscribe((Listener<Object>) result -> {})
        .run();
  }

  private MutationOptions documented() {
    return MutationOptions.create()
        .onMutate((variables, context) -> client
            .cancelQueries(QueryFilters.of(KEY), null)
            .then(
                nothing -> {
                  Object previous = client.getQueryData(KEY);
                  client.setQueryData(KEY, Json.with(previous, "status", "shipped"), null);
                  return previous;
                },
                null))
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(KEY, onMutateResult, null))
        .onSettled((data, error, variables, onMutateResult, context) ->
            client.invalidateQueries(QueryFilters.of(KEY), null));
  }

  private MutationOptions intent() {
    return MutationOptions.create().optimistic((intent, variables) -> {
      intent.update(KEY, old -> Json.with(old, "status", "shipped"));
      return null;
    });
  }
}
