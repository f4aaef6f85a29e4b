package dev.sanguine.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import dev.sanguine.json.Json;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The world of a JVM program: real timers, futures in and out, who may call, and a server that eight threads change. */
public class JvmWorldTest {
  private JvmEnvironment world;
  private QueryClient client;

  @Before
  public void aClientOnItsThread() throws Exception {
    world = JvmEnvironment.create();
    client = await(world.call(
        () -> new QueryClient(new QueryClientConfig().environment(world.environment()))));
  }

  @After
  public void close() {
    world.close();
  }

  private static <T> T await(CompletableFuture<T> future) throws Exception {
    return future.get(20, TimeUnit.SECONDS);
  }

  @Test
  public void aFailedStage_givesItsCause_andAFailureThatIsNoExceptionIsHeld() {
    IllegalStateException cause = new IllegalStateException("refused");
    CompletableFuture<String> failed =
        CompletableFuture.failedFuture(new CompletionException(cause));
    ExecutionException e = assertThrows(
        ExecutionException.class,
        () -> await(world.async(() -> client.fetchQuery(
            QueryOptions.of(QueryKey.of("q")).queryFn(context -> world.thenable(failed))))));
    assertSame(cause, e.getCause());
    ExecutionException value = assertThrows(
        ExecutionException.class,
        () -> await(world.async(() -> world.environment().deferreds.reject("text"))));
    assertEquals("text", ((Failure) value.getCause()).value());
  }

  @Test
  public void aBodyThatThrows_failsItsFuture() {
    assertThrows(
        ExecutionException.class,
        () -> await(world.call(() -> {
          throw new Exception("from the body");
        })));
    assertThrows(
        ExecutionException.class,
        () -> await(world.async(() -> {
          throw new Exception("from the body");
        })));
  }

  @Test
  public void aRefusedCall_namesBothThreads() {
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> client.getQueryData(QueryKey.of("q")));
    assertTrue(e.getMessage(), e.getMessage().contains("sanguine"));
    assertTrue(e.getMessage(), e.getMessage().contains(Thread.currentThread().getName()));
  }

  @Test
  public void callsThatNameNoKey_areRefusedToo() {
    assertThrows(IllegalStateException.class, () -> client.clear());
    assertThrows(IllegalStateException.class, () -> client.isFetching(null));
    assertThrows(IllegalStateException.class, () -> client.isMutating(null));
    assertThrows(IllegalStateException.class, () -> client.invalidateQueries(null, null));
    assertThrows(IllegalStateException.class, () -> client.resumePausedMutations());
    assertThrows(IllegalStateException.class, () -> client.mutate(MutationOptions.create(), null));
  }

  @Test
  public void aCallInsideACall_runsAtOnce() throws Exception {
    assertEquals("inner", await(world.call(() -> world.call(() -> "inner").getNow("too late"))));
  }

  @Test
  public void timers_fire_andCanBeStopped() throws Exception {
    CountDownLatch fired = new CountDownLatch(3);
    AtomicInteger never = new AtomicInteger();
    Object interval = await(world.call(() -> {
      Object stopped = world.environment().timeouts.setTimeout(never::incrementAndGet, 1);
      world.environment().timeouts.clearTimeout(stopped);
      world.environment().timeouts.clearTimeout(null);
      return world.environment().timeouts.setInterval(fired::countDown, 1);
    }));
    assertTrue(fired.await(20, TimeUnit.SECONDS));
    await(world.call(() -> {
      world.environment().timeouts.clearInterval(interval);
      return null;
    }));
    assertEquals(0, never.get());
  }

  @Test
  public void aFailedAttempt_isRetriedInRealTime() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    Object data = await(world.async(() -> client.fetchQuery(
        QueryOptions.of(QueryKey.of("q")).retry(2).retryDelay(1).queryFn(context -> {
          if (attempts.incrementAndGet() < 3) {
            throw new IllegalStateException("not yet");
          }
          return "third";
        }))));
    assertEquals("third", data);
  }

  @Test
  public void anExecutorOfTheCaller_isLeftRunning() throws Exception {
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    try (JvmEnvironment shared = JvmEnvironment.on(executor)) {
      assertEquals(1, (int) await(shared.call(() -> 1)));
    }
    assertFalse(executor.isShutdown());
    executor.shutdownNow();
  }

  @Test
  public void tasksOfTheProgram_onTheExecutorThatItLent_areNoHang() throws Exception {
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    try (JvmEnvironment shared = JvmEnvironment.on(executor)) {
      await(shared.call(() -> "the thread is known"));
      CompletableFuture<Object> called = new CompletableFuture<>();
      executor.execute(() -> shared
          .async(() -> shared.environment().deferreds.resolve("given"))
          .thenAccept(called::complete));
      assertEquals("given", await(called));
      CompletableFuture<Object> direct = new CompletableFuture<>();
      executor.execute(() ->
          shared.environment().deferreds.resolve("given").done(direct::complete, error -> {}));
      assertEquals("given", await(direct));
      CompletableFuture<Object> waited = new CompletableFuture<>();
      executor.execute(() -> {
        try {
          waited.complete(
              shared.async(() -> shared.thenable(new CompletableFuture<>())).join());
        } catch (IllegalStateException e) {
          waited.complete(e.getMessage());
        }
      });
      assertTrue(
          await(waited).toString(),
          await(waited).toString().contains("would wait for itself for ever"));
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  public void theNetwork_isNotAskedAgain_beforeItHasAnswered() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch answers = new CountDownLatch(1);
    await(world.call(() -> {
      client.mount();
      return null;
    }));
    world.followNetwork(
        () -> {
          asked.incrementAndGet();
          try {
            return answers.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        Duration.ofMillis(5));
    Thread.sleep(200);
    assertEquals(1, asked.get());
    answers.countDown();
    while (asked.get() < 3) {
      Thread.sleep(5);
    }
  }

  @Test
  public void aQuestionThatThrows_isReportedOnce_withItsOwnException() throws Exception {
    IllegalStateException thrown = new IllegalStateException("a fault of the program");
    AtomicInteger asked = new AtomicInteger();
    await(world.call(() -> {
      client.mount();
      return null;
    }));
    try (Reports reports = new Reports()) {
      world.followNetwork(
          () -> {
            asked.incrementAndGet();
            throw thrown;
          },
          Duration.ofMillis(5));
      while (asked.get() < 5) {
        Thread.sleep(5);
      }
      assertSame(thrown, reports.next(20_000).getThrown());
      assertNull(reports.next(0));
    }
    assertTrue(await(world.call(() -> world.environment().online.isOnline())));
  }

  @Test
  public void aTaskThatThrows_doesNotEndTheWorld() throws Exception {
    CountDownLatch ran = new CountDownLatch(1);
    await(world.call(() -> {
      world
          .environment()
          .timeouts
          .setTimeout(
              () -> {
                ran.countDown();
                throw new IllegalStateException("a task that throws");
              },
              0);
      world.environment().deferreds.reject("nobody handles this");
      return null;
    }));
    assertTrue(ran.await(20, TimeUnit.SECONDS));
    assertEquals("alive", await(world.call(() -> "alive")));
  }

  @Test
  public void eightThreadsAndAServer_whatIsShownInTheEndIsTheServers() throws Exception {
    int each = 250;
    QueryKey key = QueryKey.of("counter");
    AtomicInteger server = new AtomicInteger();
    AtomicInteger failures = new AtomicInteger();
    MutationOptions increment = MutationOptions.create()
        .mutationFn((variables, context) -> world.thenable(CompletableFuture.supplyAsync(() -> {
          if (((Double) variables) % 3 == 0) {
            throw new IllegalStateException("refused");
          }
          return server.incrementAndGet();
        })))
        .optimistic((intent, variables) -> {
          intent.increment(key, "n", 1);
        });
    QueryObserver observer = await(world.call(() -> {
      client.setQueryData(key, Json.object("n", 0), null);
      QueryObserver made = new QueryObserver(
          client,
          QueryOptions.of(key).staleTime(1e9).queryFn(context -> Json.object("n", server.get())));
      made.subscribe(result -> {});
      return made;
    }));
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      Thread thread = new Thread(() -> {
        for (int i = 0; i < each; i++) {
          double number = i;
          try {
            await(world.async(() -> client.mutate(increment, number)));
          } catch (Exception refused) {
            failures.incrementAndGet();
          }
        }
      });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(8L * ((each + 2) / 3), failures.get());
    assertEquals(8L * each - failures.get(), server.get());
    await(world.async(() -> client.refetchQueries(key, null)));
    assertEquals(Json.object("n", server.get()), await(world.call(() -> client.getQueryData(key))));
    assertEquals(0, (int) await(world.call(() -> client.isMutating(null))));
    await(world.call(() -> {
      observer.destroy();
      return null;
    }));
  }
}
