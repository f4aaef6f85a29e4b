package dev.sanguine.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import dev.sanguine.law.Updater;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;

public class ClientThreadTest {
  private final JvmEnvironment world = JvmEnvironment.create();
  private final QueryClient client = world
      .call(() -> new QueryClient(new QueryClientConfig().environment(world.environment())))
      .join();

  @After
  public void close() {
    world.close();
  }

  @Test
  public void aFetch_givesItsValueAsAFuture() throws Exception {
    CompletableFuture<String> slow = new CompletableFuture<>();
    CompletableFuture<String> data = world.async(() -> client.fetchQuery(
        QueryOptions.of(QueryKey.of("a")).queryFn(context -> world.thenable(slow))));
    slow.complete("value");
    assertEquals("value", data.get(10, TimeUnit.SECONDS));
    assertEquals(
        "value", world.call(() -> client.getQueryData(QueryKey.of("a"))).join());
  }

  @Test
  public void aFailure_isTheVeryExceptionThatWasThrown() throws Exception {
    IllegalArgumentException thrown = new IllegalArgumentException("no");
    CompletableFuture<Object> data = world.async(
        () -> client.fetchQuery(QueryOptions.of(QueryKey.of("a")).retry(0).queryFn(context -> {
          throw thrown;
        })));
    try {
      data.get(10, TimeUnit.SECONDS);
      fail("must fail");
    } catch (java.util.concurrent.ExecutionException e) {
      assertSame(thrown, e.getCause());
    }
  }

  @Test
  public void aChange_showsBeforeItsAnswer_andIsTakenBackWhenItFails() {
    Object key = QueryKey.of("n");
    CompletableFuture<Object> answer = new CompletableFuture<>();
    world.call(() -> client.setQueryData(key, 1, null)).join();
    CompletableFuture<Object> mutation = world.async(() -> client.mutate(
        MutationOptions.create()
            .mutationFn((variables, context) -> world.thenable(answer))
            .optimistic((intent, variables) -> {
              intent.update(key, old -> (Integer) old + 1);
            }),
        null));
    assertEquals(2, world.call(() -> client.getQueryData(key)).join());
    answer.completeExceptionally(new IllegalStateException("refused"));
    try {
      mutation.join();
      fail("must fail");
    } catch (CompletionException e) {
      assertEquals("refused", e.getCause().getMessage());
    }
    assertEquals(1, world.call(() -> client.getQueryData(key)).join());
  }

  @Test
  public void aCallFromAnotherThread_isRefused_andSaysWhatToDo() {
    try {
      client.getQueryData(QueryKey.of("a"));
      fail("must be refused");
    } catch (IllegalStateException e) {
      assertTrue(e.getMessage(), e.getMessage().contains("use JvmEnvironment.call or async"));
    }
  }

  @Test
  public void eightThreads_loseNoUpdate() throws Exception {
    Object key = QueryKey.of("counter");
    world.call(() -> client.setQueryData(key, 0, null)).join();
    Updater increment = old -> (Integer) old + 1;
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      Thread thread = new Thread(() -> {
        for (int i = 0; i < 500; i++) {
          boolean fails = i % 2 == 1;
          CompletableFuture<Object> mutation = world.async(() -> client.mutate(
              MutationOptions.create()
                  .resync(false)
                  .mutationFn((variables, context) -> {
                    if (fails) {
                      throw new IllegalStateException("refused");
                    }
                    return "ok";
                  })
                  .optimistic((intent, variables) -> {
                    intent.update(key, increment);
                  }),
              null));
          mutation.handle((value, error) -> null).join();
        }
      });
      thread.setUncaughtExceptionHandler((on, error) -> {
        synchronized (failures) {
          failures.add(error);
        }
      });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), failures);
    assertEquals(8 * 250, world.call(() -> client.getQueryData(key)).join());
  }
}
