package consumer;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import dev.sanguine.client.Client;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.jvm.JvmClient;
import dev.sanguine.query.QueryClient;
import dev.sanguine.testkit.VirtualEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

/** What a program does with the published jar. */
public final class ConsumerTest {
  private record Event(int id, String title) {}

  private static final ListKey<List<Event>, Event> EVENTS = QueryKey.ofList("events");

  private static <T> T await(CompletableFuture<T> future) throws Exception {
    return future.get(10, TimeUnit.SECONDS);
  }

  @Test
  public void fetch_onARealThread_isCached() throws Exception {
    try (JvmClient client = JvmClient.create()) {
      AtomicInteger calls = new AtomicInteger();
      Query<List<Event>> events = Query.of(EVENTS)
          .staleTime(60_000)
          .queryFn(context -> client.thenable(CompletableFuture.supplyAsync(
              () -> List.of(new Event(calls.incrementAndGet(), "Tea")))));

      assertEquals(List.of(new Event(1, "Tea")), await(client.fetchQuery(events)));
      assertEquals(List.of(new Event(1, "Tea")), await(client.fetchQuery(events)));
      assertEquals(1, calls.get());
    }
  }

  @Test
  public void optimistic_showsAtOnce_andLeavesWithItsFailure() throws Exception {
    try (JvmClient client = JvmClient.create()) {
      CompletableFuture<Event> answer = new CompletableFuture<>();
      Mutation<Event, Event> save = Mutation.<Event, Event>of(
              (event, context) -> client.thenable(answer))
          .optimistic((intent, event) -> intent.upsert(EVENTS, event));
      await(client.setQueryData(EVENTS, List.of(new Event(1, "Tea"))));

      CompletableFuture<Event> saved = client.mutate(save, new Event(1, "Coffee"));
      assertEquals("Coffee", await(client.getQueryData(EVENTS)).get(0).title());

      answer.completeExceptionally(new IllegalStateException("refused"));
      ExecutionException failure = assertThrows(ExecutionException.class, () -> await(saved));
      assertEquals("refused", failure.getCause().getMessage());
      assertEquals("Tea", await(client.getQueryData(EVENTS)).get(0).title());
    }
  }

  @Test
  public void aCallFromAnotherThread_isRefused() throws Exception {
    try (JvmClient client = JvmClient.create()) {
      assertThrows(IllegalStateException.class, () -> client.client().getQueryData(EVENTS));
    }
  }

  @Test
  public void virtualTime_retriesWithoutWaiting() {
    VirtualEnvironment world = new VirtualEnvironment(1);
    Client client = new Client(world.environment());
    List<Double> tried = new ArrayList<>();
    List<Object> seen = new ArrayList<>();
    Query<List<Event>> down = Query.of(EVENTS).retry(2).retryDelay(1000).queryFn(context -> {
      tried.add(world.now());
      throw new IllegalStateException("down");
    });
    client.fetchQuery(down).onError(seen::add);
    double start = world.now();
    world.advance(5000);
    assertEquals(List.of(start, start + 1000, start + 2000), tried);
    assertEquals("down", ((Throwable) seen.get(0)).getMessage());
  }

  @Test
  public void theJar_holdsItsSources() {
    assertNotNull(QueryClient.class.getResource("QueryClient.java"));
    assertNotNull(Client.class.getResource("Client.java"));
    assertTrue(QueryClient.class.getPackageName().startsWith("dev.sanguine"));
  }
}
