package shop.orders;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.client.Mutation;
import dev.sanguine.json.Json;
import org.junit.Test;

public class OrdersControllerTest {
  private final Shop shop = Shop.with(Orders.many(3));

  private static void has(String text, String part) {
    assertTrue("'" + part + "' is not in: " + text, text.contains(part));
  }

  @Test
  public void aClick_showsBeforeItReturns_inItsRowAlone() {
    OrderRow first = shop.row(1);
    OrderRow third = shop.row(3);
    shop.advance("2");
    assertEquals("paid", shop.status(2));
    assertTrue(shop.row(2).state.saving);
    assertSame(first, shop.row(1));
    assertSame(third, shop.row(3));
    shop.settle();
    assertEquals(
        "PATCH /api/orders/2?depth=0 {\"status\":\"paid\"}",
        shop.http.changes.get(0).toString());
    assertEquals("paid", shop.status(2));
  }

  @Test
  public void theServersRecord_replacesTheOrderWhereItStands() {
    shop.advance("2");
    shop.settle();
    shop.http.changes.get(0).changed(Json.with(Orders.order(2, "paid", 7), "customer", "Renamed"));
    shop.settle();
    assertEquals("paid", shop.status(2));
    assertEquals("Renamed", shop.row(2).text("customer"));
    assertEquals(7, Json.number(shop.row(2).record, "version"), 0);
    assertFalse(shop.row(2).state.saving);
    assertEquals("", shop.problem(2));
    assertEquals("Order SO-1002 is saved as paid.", shop.said());
  }

  /** The change of order 2 goes wrong: its row alone is back, and says why. */
  private void takesBack(Runnable failure, String reason) {
    OrderRow first = shop.row(1);
    OrderRow third = shop.row(3);
    Object before = shop.row(2).record;
    shop.advance("2");
    shop.settle();
    assertEquals("paid", shop.status(2));
    failure.run();
    shop.settle();
    assertSame(before, shop.row(2).record);
    assertSame(first, shop.row(1));
    assertSame(third, shop.row(3));
    assertEquals(reason, shop.problem(2));
    assertEquals("Order SO-1002 was not saved: " + reason + " It is pending again.", shop.said());
    has(shop.html(), "<p class=\"order-problem\"><span class=\"order-reason\">Not saved: ");
  }

  @Test
  public void offline_takesItBack() {
    takesBack(
        () -> shop.http.changes.get(0).offline(),
        "you are offline, so the change is not confirmed.");
  }

  @Test
  public void aConnectionThatIsCut_takesItBack() {
    takesBack(
        () -> shop.http.changes.get(0).cut(),
        "the connection was lost, so the change is not confirmed.");
  }

  @Test
  public void noAnswerInTime_takesItBack_andGivesTheRequestUp() {
    takesBack(
        () -> shop.world.advance(RequestTimeout.STANDARD_MS),
        "the shop did not answer in time, so the change is not confirmed.");
    assertTrue(shop.http.changes.get(0).request.signal.aborted);
  }

  @Test
  public void anAnswerThatIsNoJson_takesItBack() {
    takesBack(
        () -> shop.http.changes.get(0).answer(200, "<html>Welcome</html>"),
        "the shop's answer could not be read, so the change is not confirmed.");
  }

  @Test
  public void aServerError_takesItBack() {
    takesBack(
        () -> shop.http.changes.get(0).answer(500, "Internal Server Error"),
        "the shop had an error (500), so the change is not confirmed.");
  }

  @Test
  public void notAllowed_takesItBack_andLeadsToTheSignIn() {
    takesBack(
        () -> shop.http
            .changes
            .get(0)
            .answer(403, Json.object("errors", Json.array(Json.object("message", "No.")))),
        "you are not signed in as someone who may change orders.");
    has(shop.html(), "href=\"/sign-in?to=%2Forders%3Forder%3D2%26status%3Dpaid\">Sign in</a>");
  }

  @Test
  public void refusedFields_takeItBack_inTheServersWords() {
    Object field =
        Json.object("label", "Status", "message", "This field is invalid.", "path", "status");
    Object error = Json.object(
        "name",
        "ValidationError",
        "message",
        "x",
        "data",
        Json.object("errors", Json.array(field)));
    takesBack(
        () -> shop.http.changes.get(0).answer(400, Json.object("errors", Json.array(error))),
        "the shop refused it: Status: This field is invalid.");
  }

  @Test
  public void theFirstOfTwoChangesFails_theSecondStays() {
    shop.advance("2");
    shop.advance("2");
    assertEquals("packed", shop.status(2));
    shop.settle();
    assertEquals("one request of an order at a time", 1, shop.http.changes.size());
    shop.http.changes.get(0).answer(500, "");
    shop.settle();
    assertEquals("packed", shop.status(2));
    has(shop.said(), "It stays packed, which is still being saved.");
    assertEquals(
        "PATCH /api/orders/2?depth=0 {\"status\":\"packed\"}",
        shop.http.changes.get(1).toString());
    shop.http.changes.get(1).changed(Orders.order(2, "packed", 2));
    shop.settle();
    assertEquals("packed", shop.status(2));
    assertEquals("", shop.problem(2));
  }

  @Test
  public void theSecondOfTwoChangesFails_theFirstStays() {
    shop.advance("2");
    shop.advance("2");
    shop.settle();
    shop.http.changes.get(0).changed(Orders.order(2, "paid", 2));
    shop.settle();
    shop.http.changes.get(1).cut();
    shop.settle();
    shop.listen();
    assertEquals("paid", shop.status(2));
    assertEquals(2, Json.number(shop.row(2).record, "version"), 0);
    has(shop.said(), "It is paid again.");
  }

  @Test
  public void changesOfTwoOrders_failAndSucceedOnTheirOwn() {
    shop.advance("1");
    shop.advance("3");
    shop.settle();
    assertEquals(2, shop.http.changes.size());
    shop.http.changes.get(1).changed(Orders.order(3, "paid", 2));
    shop.http.changes.get(0).answer(500, "");
    shop.settle();
    assertEquals("pending", shop.status(1));
    assertEquals("paid", shop.status(3));
    assertEquals("", shop.problem(3));
  }

  @Test
  public void tryingAgain_sendsTheSameChange_andClearsTheProblemWhenSaved() {
    shop.advance("2");
    shop.settle();
    shop.http.changes.get(0).cut();
    shop.settle();
    int at = shop.http.changes.size();
    shop.retry("2");
    assertEquals("paid", shop.status(2));
    assertEquals("trying again", shop.problem(2));
    shop.retry("2");
    shop.settle();
    assertEquals(at + 1, shop.http.changes.size());
    assertEquals(
        "PATCH /api/orders/2?depth=0 {\"status\":\"paid\"}",
        shop.http.changes.get(at).toString());
    shop.http.changes.get(at).changed(Orders.order(2, "paid", 2));
    shop.settle();
    assertEquals("paid", shop.status(2));
    assertEquals("", shop.problem(2));
    shop.listen();
    assertEquals("Order SO-1002 is saved as paid.", shop.said());
  }

  @Test
  public void theSameFailureAgain_isSaidAgain() {
    shop.advance("2");
    shop.settle();
    shop.http.changes.get(0).answer(500, "");
    shop.settle();
    String first = shop.said();
    shop.retry("2");
    shop.settle();
    shop.http.changes.get(1).answer(500, "");
    shop.settle();
    shop.listen();
    has(shop.problem(2), "the shop had an error (500)");
    assertFalse(first.equals(shop.said()));
    assertEquals(first, shop.said().trim().replace("\u00a0", ""));
  }

  @Test
  public void cancelling_isPossibleUntilItIsShipped() {
    Shop shop =
        Shop.with(Orders.found(Orders.order(1, "packed", 1), Orders.order(2, "shipped", 1)));
    shop.cancel("1");
    shop.cancel("2");
    assertEquals("cancelled", shop.status(1));
    assertEquals("shipped", shop.status(2));
    shop.advance("1");
    shop.advance("no such order");
    shop.retry("2");
    assertEquals("cancelled", shop.status(1));
    shop.settle();
    assertEquals("held", 0, shop.http.changes.size());
    shop.world.advance(OrdersController.UNDO_MS);
    assertEquals(1, shop.http.changes.size());
  }

  @Test
  public void cancelling_canBeUndone() {
    shop.cancel("2");
    assertTrue(shop.row(2).state.held);
    assertEquals("Order SO-1002 is cancelled. 5 seconds to undo that.", shop.said());
    has(shop.html(), ">Undo</button>");
    shop.undo("2");
    shop.settle();
    shop.listen();
    assertEquals("pending", shop.status(2));
    assertEquals("Order SO-1002 is not cancelled. It is pending again.", shop.said());
    shop.world.advance(2 * OrdersController.UNDO_MS);
    assertEquals(0, shop.http.changes.size());
  }

  @Test
  public void tenQuickSteps_areTwoRequests() {
    for (int i = 0; i < 4; i++) {
      shop.advance("2");
    }
    shop.settle();
    shop.http.changes.get(0).changed(Orders.order(2, "paid", 2));
    shop.settle();
    shop.http.changes.get(1).changed(Orders.order(2, "delivered", 3));
    shop.settle();
    assertEquals(2, shop.http.changes.size());
    assertEquals(
        "PATCH /api/orders/2?depth=0 {\"status\":\"delivered\"}",
        shop.http.changes.get(1).toString());
    assertEquals("delivered", shop.status(2));
  }

  @Test
  public void theSameFieldOfTwoPeople_isAQuestion() {
    shop.cancel("2");
    shop.world.advance(OrdersController.UNDO_MS);
    shop.http.changes.get(0).hasAnother(Orders.order(2, "paid", 5));
    shop.settle();
    assertEquals("paid", shop.status(2));
    has(shop.html(), ">Keep mine: cancelled</button>");
    has(shop.html(), ">Take theirs: paid</button>");
    shop.retry("2");
    shop.settle();
    assertEquals("\"5\"", shop.http.changes.get(1).precondition());
    assertEquals("cancelled", shop.status(2));
  }

  @Test
  public void aListOfOneStatus_keepsWhatLeavesIt_whileThatCanBeUndone() {
    Shop shop = new Shop(new ListPage(1, OrderStatus.PENDING));
    shop.controller.start(shop);
    shop.settle();
    shop.http.reads.get(0).answer(200, Orders.many(2));
    shop.settle();
    has(shop.html(), "<caption>2 orders</caption>");
    shop.cancel("1");
    has(shop.html(), "<caption>1 order</caption>");
    assertEquals("cancelled", shop.status(1));
    shop.undo("1");
    shop.settle();
    has(shop.html(), "<caption>2 orders</caption>");
    shop.advance("2");
    assertEquals(null, shop.row(2));
    shop.settle();
    shop.http.changes.get(0).answer(403, "");
    shop.settle();
    assertEquals("pending", shop.status(2));
  }

  @Test
  public void eachThingThatHappens_isDrawnOnce() {
    int before = shop.shown;
    shop.advance("2");
    assertEquals("in the call", before + 1, shop.shown);
    shop.settle();
    assertEquals("what is told later is drawn already", before + 1, shop.shown);
  }

  @Test
  public void changesThatOthersSend_areNotTheListsToSpeakOf() {
    Mutation<Object, Object> others = Mutation.<Object, Object>of(
            (fields, context) -> shop.world.environment().deferreds.reject("no"))
        .key("order", "status", "react")
        .optimistic((intent, fields) -> intent.merge(OrderList.key(new ListPage(1, null)), fields));
    shop.client.mutate(others, Json.object("id", 2, "status", "paid")).onError(error -> {});
    assertEquals("paid", shop.status(2));
    assertFalse(shop.row(2).state.saving);
    shop.settle();
    assertEquals("pending", shop.status(2));
    assertEquals("", shop.problem(2));
  }

  @Test
  public void aStoppedList_hearsOfItsFailure_whenItIsStartedAgain() {
    shop.advance("2");
    shop.settle();
    shop.controller.stop();
    int shown = shop.shown;
    shop.http.changes.get(0).cut();
    shop.settle();
    assertEquals(shown, shop.shown);
    shop.controller.start(shop);
    assertEquals("pending", shop.status(2));
    has(shop.problem(2), "the connection was lost");
  }

  @Test
  public void aStoppedList_holdsNoObserver() {
    assertEquals(
        1, shop.client.getQuery(OrderList.key(new ListPage(1, null))).engine().getObserversCount());
    shop.controller.stop();
    shop.controller.stop();
    assertEquals(
        0, shop.client.getQuery(OrderList.key(new ListPage(1, null))).engine().getObserversCount());
  }

  @Test
  public void anEmptyCache_isFilledFromTheServer() {
    Shop shop = new Shop();
    shop.controller.start(shop);
    has(shop.html(), "Loading the orders…");
    shop.settle();
    assertEquals(
        "GET /api/orders?sort=number&limit=200&depth=0", shop.http.reads.get(0).toString());
    shop.http.reads.get(0).answer(200, Orders.many(2));
    shop.settle();
    assertEquals("pending", shop.status(2));
    has(shop.html(), "<caption>2 orders</caption>");
  }

  @Test
  public void aListThatCannotBeLoaded_saysWhy() {
    Shop shop = new Shop();
    shop.controller.start(shop);
    for (int attempt = 0; attempt < 4; attempt++) {
      shop.settle();
      shop.http.reads.get(attempt).answer(500, "");
      shop.world.advance(4_000);
    }
    has(shop.html(), "The orders could not be loaded: the shop had an error (500).");
    assertNull(shop.row(1));
  }
}
