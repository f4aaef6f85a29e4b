package dev.sanguine.payload;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.AbortController;
import dev.sanguine.json.Json;
import org.junit.Test;

/** Requests that get no answer: given up, too late, cut, never sent. */
public class AbandonedRequestTest {
  private static final HttpResponse ANSWER =
      new HttpResponse(200, Headers.NONE, "{\"doc\":{\"id\":12}}");

  private final Rig rig = new Rig();
  private final AbortController controller = new AbortController();

  @Test
  public void aTimeout_leavesTheOutcomeOpenAndStopsTheRequest() {
    Rig.Outcome<Object> outcome = update(Call.plain().timeout(5000));
    rig.world.advance(4999);
    assertEquals("pending", outcome.state);
    assertFalse(rig.last().signal.aborted);
    rig.world.advance(1);
    assertEquals(ErrorKind.TIMEOUT, outcome.payloadError().kind());
    assertEquals("unknown", outcome.payloadError().outcome());
    assertEquals(0, outcome.payloadError().status());
    assertEquals(
        "The server did not answer within 5 s. Try again.",
        outcome.payloadError().message());
    assertTrue(rig.last().signal.aborted);
  }

  @Test
  public void aTimeoutWhileReading_changesNothing() {
    Rig.Outcome<Object> outcome = rig.watch(rig.orders.findById(12, Call.plain().timeout(10)));
    rig.world.advance(10);
    assertEquals(ErrorKind.TIMEOUT, outcome.payloadError().kind());
    assertEquals("failed", outcome.payloadError().outcome());
  }

  @Test
  public void theClientsTimeout_holdsIfTheCallHasNone() {
    Rig.Outcome<Object> outcome = update(Call.plain());
    rig.world.advance(PayloadClient.DEFAULT_TIMEOUT - 1);
    assertEquals("pending", outcome.state);
    rig.world.advance(1);
    assertEquals("error", outcome.state);
    outcome = rig.watch(rig.client.withTimeout(50).collection("orders").findById(12));
    rig.world.advance(50);
    assertEquals(ErrorKind.TIMEOUT, outcome.payloadError().kind());
  }

  @Test
  public void timeoutZero_waitsForEver() {
    Rig.Outcome<Object> outcome = update(Call.plain().timeout(0));
    rig.world.advance(1e9);
    assertEquals("pending", outcome.state);
    rig.settle(ANSWER);
    assertEquals("value", outcome.state);
  }

  @Test
  public void anAnswerInTime_leavesNoTimerBehind() {
    Rig.Outcome<Object> outcome = update(Call.plain().timeout(5000).signal(controller.signal));
    rig.settle(ANSWER);
    assertEquals("value", outcome.state);
    assertEquals(0, rig.world.timersLeft());
    rig.world.advance(10000);
    controller.abort();
    assertFalse(rig.last().signal.aborted);
  }

  @Test
  public void timeoutsThatCannotBeKept_areRefused() {
    for (double ms : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 2147483648.0}) {
      String message = Rig.refusal(() -> Call.plain().timeout(ms));
      assertTrue(
          message,
          message.startsWith("timeout ")
              && message.endsWith(" can't be kept; give 0 (none) to 2147483647 ms"));
      assertEquals(message, Rig.refusal(() -> rig.client.withTimeout(ms)));
    }
  }

  @Test
  public void anAbortOnTheWay_isHeardAtOnceAndPassedOn() {
    Rig.Outcome<Object> outcome = update(Call.plain().signal(controller.signal));
    controller.abort();
    rig.world.runMicrotasks();
    assertEquals(ErrorKind.ABORTED, outcome.payloadError().kind());
    assertEquals("unknown", outcome.payloadError().outcome());
    assertTrue(rig.last().signal.aborted);
    assertEquals(0, rig.world.timersLeft());
    rig.settle(ANSWER);
    assertEquals("error", outcome.state);
  }

  @Test
  public void anAbortBefore_sendsNothing() {
    controller.abort();
    PayloadError error =
        rig.error(rig.orders.update(12, Json.object(), Call.plain().signal(controller.signal)));
    assertEquals(ErrorKind.ABORTED, error.kind());
    assertEquals("failed", error.outcome());
    assertEquals(0, rig.sent.size());
    assertEquals(0, rig.world.timersLeft());
  }

  @Test
  public void aConnectionThatIsCut_leavesTheOutcomeOpen() {
    Rig.Outcome<Object> outcome = update(Call.plain());
    rig.cut("ECONNRESET");
    PayloadError error = outcome.payloadError();
    assertEquals(ErrorKind.NETWORK, error.kind());
    assertEquals("unknown", error.outcome());
    assertEquals(
        "The connection to the server was lost. Check the network and try again.", error.message());
    assertEquals("PayloadError: PATCH /api/orders/12: " + error.message(), error.toString());
    assertEquals(0, rig.world.timersLeft());
  }

  @Test
  public void aRequestThatNeverLeft_failed() {
    Rig.Outcome<Object> outcome = update(Call.plain());
    rig.cut(PayloadError.notSent(rig.last(), "offline"));
    assertEquals(ErrorKind.NETWORK, outcome.payloadError().kind());
    assertEquals("failed", outcome.payloadError().outcome());
  }

  @Test
  public void anHttpThatThrows_rejects() {
    Rig other = new Rig();
    PayloadClient client = new PayloadClient(
        request -> {
          throw new IllegalArgumentException("no host");
        },
        other.environment,
        "/api");
    PayloadError error = other.error(client.collection("orders").update(12, Json.object()));
    assertEquals(ErrorKind.NETWORK, error.kind());
    assertTrue(
        error.message(),
        error.message().startsWith("The request could not be sent: ")
            && error.message().contains("no host"));
    assertEquals(0, other.world.timersLeft());
  }

  private Rig.Outcome<Object> update(Call call) {
    return rig.watch(rig.orders.update(12, Json.object("status", "paid"), call));
  }
}
