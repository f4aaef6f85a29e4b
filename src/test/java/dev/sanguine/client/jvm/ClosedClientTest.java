package dev.sanguine.client.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import dev.sanguine.client.Client;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Query;
import dev.sanguine.jvm.JvmClient;
import dev.sanguine.jvm.JvmEnvironment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** A client that is closed, and calls from a thread that may not make them: nothing hangs. */
public class ClosedClientTest extends JvmClientCase {
  @Test
  public void theClientItself_isForItsOwnThread() throws Exception {
    Client own = client.client();
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> own.getQueryData(EVENT));
    assertTrue(
        e.getMessage(),
        e.getMessage().contains("called from " + Thread.currentThread().getName()));
    assertThrows(IllegalStateException.class, () -> own.setQueryData(EVENT, TEA));
    assertThrows(
        IllegalStateException.class, () -> own.fetchQuery(event(new CompletableFuture<>())));
    assertThrows(
        IllegalStateException.class, () -> own.mutate(Mutation.of((v, context) -> null), "x"));
    assertThrows(IllegalStateException.class, () -> own.observe(Query.of(EVENT)));
    assertThrows(IllegalStateException.class, () -> own.getQueries(EVENT.filters()));
    assertNull("a refused call changes nothing", await(client.getQueryData(EVENT)));
  }

  @Test
  public void closingAClient_leavesTheWorldOfAnotherRunning() throws Exception {
    try (JvmEnvironment world = JvmEnvironment.create()) {
      JvmClient second = new JvmClient(world);
      await(second.setQueryData(EVENT, TEA));
      second.close();
      assertEquals("alive", await(world.call(() -> "alive")));
      assertSame(world, second.world());
      assertThrows(RejectedExecutionException.class, () -> second.getQueryData(EVENT));
    }
  }

  @Test
  public void afterClose_aCallIsRefused_withItsRemedy() {
    JvmClient ended = JvmClient.create();
    ended.close();
    RejectedExecutionException e =
        assertThrows(RejectedExecutionException.class, () -> ended.getQueryData(EVENT));
    assertEquals(
        "the JvmClient is closed; make the call before close(), or make another JvmClient",
        e.getMessage());
    assertThrows(
        RejectedExecutionException.class, () -> ended.fetchQuery(event(new CompletableFuture<>())));
    assertThrows(
        RejectedExecutionException.class, () -> ended.observe(Query.of(EVENT), result -> {}));
    ended.close();
  }

  @Test
  public void whatHasNoOutcomeAtClose_fails_andNothingHangs() {
    JvmClient ended = JvmClient.create();
    CompletableFuture<Event> fetch = ended.fetchQuery(event(new CompletableFuture<>()));
    CompletableFuture<String> made = fetch.thenApply(Event::title);
    CompletableFuture<Event> never =
        ended.async(it -> it.environment().deferreds.create((resolve, reject) -> {}));
    ended.close();
    assertTrue(
        failure(never).getMessage(),
        failure(never).getMessage().contains("was closed before this call had its outcome"));
    assertEquals(
        "what the close cancels says why",
        failure(never).getMessage(),
        failure(fetch).getMessage());
    assertNotNull(failure(made));
  }

  @Test
  public void aChangeUnderWayAtClose_saysThatTheClientWasClosed() throws Exception {
    JvmClient ended = JvmClient.create();
    await(ended.setQueryData(EVENT, TEA));
    Mutation<Event, Event> save = Mutation.<Event, Event>of(
            (event, context) -> ended.thenable(new CompletableFuture<Event>()))
        .optimistic((intent, event) -> intent.set(EVENT, event));
    CompletableFuture<Event> saved = ended.mutate(save, new Event(1, "Coffee"));
    assertEquals("Coffee", await(ended.getQueryData(EVENT)).title());
    ended.close();
    assertTrue(failure(saved) instanceof RejectedExecutionException);
  }

  @Test
  public void aWaitOnTheClientsOwnThread_isRefused_notAHang() throws Exception {
    CompletableFuture<Event> answer = new CompletableFuture<>();
    Throwable joined =
        failure(client.call(it -> client.fetchQuery(event(answer)).join()));
    assertTrue(joined.getMessage(), joined.getMessage().contains("would wait for itself for ever"));
    Throwable got = failure(client.call(it -> {
      try {
        return client.fetchQuery(event(answer)).thenApply(Event::title).get(1, TimeUnit.MINUTES);
      } catch (InterruptedException
          | ExecutionException
          | java.util.concurrent.TimeoutException e) {
        return e.toString();
      }
    }));
    assertTrue(got.getMessage(), got.getMessage().contains("thenApply"));
    await(client.setQueryData(EVENT, TEA));
    assertSame("what is there already is no wait", TEA, await(client.call(it -> client
        .getQueryData(EVENT)
        .join())));
  }
}
