package dev.sanguine.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;
import org.junit.After;
import org.junit.Test;

/** A client's thread that waits for itself by a way that no future of the client can see. */
public class OwnWaitsTest {
  private final JvmEnvironment world = JvmEnvironment.create();
  private final Reports reports = new Reports();

  @After
  public void close() {
    reports.close();
    world.close();
  }

  private CompletableFuture<String> open() {
    return world.async(() -> world.thenable(new CompletableFuture<String>()));
  }

  @Test
  public void aWaitForAllOf_isReported_withItsPlaceAndItsRemedy() throws Exception {
    CompletableFuture<CompletableFuture<String>> begun = new CompletableFuture<>();
    CompletableFuture<String> call = world.call(() -> {
      CompletableFuture<String> open = open();
      begun.complete(open);
      CompletableFuture.allOf(open, CompletableFuture.completedFuture("x")).join();
      return "freed";
    });
    LogRecord report = reports.next(20_000);
    assertNotNull("nothing was reported", report);
    assertTrue(report.getMessage(), report.getMessage().contains("waits for ever"));
    assertTrue(report.getMessage(), report.getMessage().contains("go on with thenApply"));
    assertTrue(Arrays.stream(report.getThrown().getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith(OwnWaitsTest.class.getName())));
    begun.get().complete("by the test");
    assertEquals("freed", call.get(20, TimeUnit.SECONDS));
  }

  @Test
  public void aWaitForAnotherThread_thatAsksTheClient_isReportedOnce() throws Exception {
    CompletableFuture<String> free = new CompletableFuture<>();
    CompletableFuture<String> call = world.call(() -> {
      CompletableFuture<String> other =
          CompletableFuture.supplyAsync(() -> world.call(() -> "never").join());
      return CompletableFuture.anyOf(free, other).join().toString();
    });
    assertNotNull("nothing was reported", reports.next(20_000));
    CompletableFuture<String> later = world.call(() -> "later");
    assertNull(reports.next(1500));
    free.complete("freed");
    assertEquals("freed", call.get(20, TimeUnit.SECONDS));
    assertEquals("later", later.get(20, TimeUnit.SECONDS));
  }

  @Test
  public void aWait_isSeen_thoughAnotherTurnWasWatchedWhenItBegan() throws Exception {
    world
        .call(() -> {
          open();
          return null;
        })
        .get(20, TimeUnit.SECONDS);
    aWaitForAllOf_isReported_withItsPlaceAndItsRemedy();
  }

  @Test
  public void aThreadThatGoesOn_isNotReported() throws Exception {
    world
        .call(() -> {
          open();
          return null;
        })
        .get(20, TimeUnit.SECONDS);
    assertNull(reports.next(1500));
  }

  @Test
  public void aWaitWithNothingOpen_isNotReported() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    CompletableFuture<Boolean> call = world.call(() -> latch.await(20, TimeUnit.SECONDS));
    assertNull(reports.next(1500));
    latch.countDown();
    assertTrue(call.get(20, TimeUnit.SECONDS));
  }
}
