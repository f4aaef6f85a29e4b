package consumer;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Thenable;
import dev.sanguine.jvm.JvmEnvironment;
import dev.sanguine.query.MutationOptions;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryClientConfig;
import dev.sanguine.query.QueryOptions;
import dev.sanguine.testkit.VirtualEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

/** What a program does with the published jar. */
public final class ConsumerTest {
  private static final List<Object> KEY = List.of("events", 1.0);

  private static QueryClient client(Environment environment) {
    return new QueryClient(new QueryClientConfig().environment(environment));
  }

  @Test
  public void fetch_onARealThread_isCached() throws Exception {
    try (JvmEnvironment world = JvmEnvironment.create()) {
      QueryClient client = world.call(() -> client(world.environment())).get(10, TimeUnit.SECONDS);
      AtomicInteger calls = new AtomicInteger();
      QueryOptions options = QueryOptions.of(KEY).staleTime(60_000).queryFn(
          context -> world.thenable(CompletableFuture.supplyAsync(() -> "Tea " + calls.incrementAndGet())));

      assertEquals("Tea 1", world.async(() -> client.fetchQuery(options)).get(10, TimeUnit.SECONDS));
      assertEquals("Tea 1", world.async(() -> client.fetchQuery(options)).get(10, TimeUnit.SECONDS));
      assertEquals(1, calls.get());
    }
  }

  @Test
  public void optimistic_showsAtOnce_andLeavesWithItsFailure() throws Exception {
    try (JvmEnvironment world = JvmEnvironment.create()) {
      CompletableFuture<Object> answer = new CompletableFuture<>();
      QueryClient client = world.call(() -> client(world.environment())).get(10, TimeUnit.SECONDS);
      MutationOptions rename = MutationOptions.create()
          .mutationFn((variables, context) -> world.thenable(answer))
          .optimistic((intent, variables) -> {
            intent.merge(KEY, Map.of("title", variables));
            return null;
          });
      CompletableFuture<Object> done = new CompletableFuture<>();
      Object shown = world.call(() -> {
        client.setQueryData(KEY, Map.of("title", "Tea"), null);
        client.mutate(rename, "Coffee").then(done::complete, error -> done.completeExceptionally((Throwable) error));
        return client.getQueryData(KEY);
      }).get(10, TimeUnit.SECONDS);
      assertEquals(Map.of("title", "Coffee"), shown);

      answer.completeExceptionally(new IllegalStateException("refused"));
      Exception failure = assertThrows(Exception.class, () -> done.get(10, TimeUnit.SECONDS));
      assertEquals("refused", failure.getCause().getMessage());
      assertEquals(Map.of("title", "Tea"), world.call(() -> client.getQueryData(KEY)).get(10, TimeUnit.SECONDS));
    }
  }

  @Test
  public void aCallFromAnotherThread_isRefused() throws Exception {
    try (JvmEnvironment world = JvmEnvironment.create()) {
      QueryClient client = world.call(() -> client(world.environment())).get(10, TimeUnit.SECONDS);
      assertThrows(IllegalStateException.class, () -> client.getQueryData(KEY));
    }
  }

  @Test
  public void virtualTime_retriesWithoutWaiting() {
    VirtualEnvironment world = new VirtualEnvironment(1);
    QueryClient client = client(world.environment());
    List<Double> tried = new ArrayList<>();
    List<Object> seen = new ArrayList<>();
    Thenable<Object> fetch = client.fetchQuery(QueryOptions.of(KEY).retry(2).retryDelay(1000).queryFn(context -> {
      tried.add(world.now());
      throw new IllegalStateException("down");
    }));
    fetch.then(seen::add, seen::add);
    double start = world.now();
    world.advance(5000);
    assertEquals(List.of(start, start + 1000, start + 2000), tried);
    assertEquals("down", ((Throwable) seen.get(0)).getMessage());
  }

  @Test
  public void theJar_holdsItsSources() {
    assertNotNull(QueryClient.class.getResource("QueryClient.java"));
    assertTrue(QueryClient.class.getPackageName().startsWith("dev.sanguine"));
  }
}
