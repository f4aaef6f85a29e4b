package shop.orders;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.json.Json;
import dev.sanguine.payload.Headers;
import org.junit.Test;

/** What the world does to a page that stays open. */
public class OrdersInTheFieldTest {
  private final Shop shop = Shop.with(Orders.many(3));

  private static void has(String text, String part) {
    assertTrue("'" + part + "' is not in: " + text, text.contains(part));
  }

  private HeldHttp.Exchange change(int at) {
    shop.settle();
    return shop.http.changes.get(at);
  }

  private static Object listWith(Object second) {
    return Orders.found(Orders.order(1, "pending", 1), second, Orders.order(3, "pending", 1));
  }

  @Test
  public void whenTheWindowHasTheFocusAgain_newsIsFetched_freshOrNot() {
    shop.world.environment().focus.onFocus();
    shop.settle();
    shop.list(listWith(Orders.order(2, "shipped", 4)));
    assertEquals("shipped", shop.status(2));
  }

  @Test
  public void whenTheNetworkIsBack_newsIsFetched_freshOrNot() {
    shop.world.environment().online.setOnline(false);
    shop.world.environment().online.setOnline(true);
    shop.settle();
    shop.list(listWith(Orders.order(2, "shipped", 4)));
    assertEquals("shipped", shop.status(2));
  }

  @Test
  public void aStoppedList_followsNothing_andFollowsAgainWhenStarted() {
    shop.controller.stop();
    shop.controller.stop();
    shop.world.environment().focus.onFocus();
    shop.settle();
    assertEquals(0, shop.http.reads.size());
    shop.controller.start(shop);
    shop.world.environment().focus.onFocus();
    shop.settle();
    assertEquals(1, shop.http.reads.size());
  }

  @Test
  public void twoFailuresAtOnce_areBothSaid_andEachTextStandsForAWhile() {
    shop.advance("1");
    shop.advance("2");
    shop.advance("3");
    shop.settle();
    for (int i = 0; i < 3; i++) {
      shop.http.changes.get(i).answer(400, Json.object("errors", Json.array()));
    }
    shop.settle();
    has(shop.said(), "Order SO-1001 was not saved");
    shop.world.advance(Announcements.STANDS_MS - 1);
    has(shop.said(), "Order SO-1001 was not saved");
    shop.world.advance(1);
    has(shop.said(), "Order SO-1002 was not saved");
    has(shop.said(), "Order SO-1003 was not saved");
  }

  @Test
  public void moreThanAnybodyListensTo_isCounted() {
    Shop shop = Shop.with(Orders.many(30));
    for (int id = 1; id <= 30; id++) {
      shop.advance("" + id);
    }
    shop.settle();
    for (int i = 0; i < 30; i++) {
      shop.http.changes.get(i).answer(400, Json.object("errors", Json.array()));
    }
    shop.settle();
    shop.listen();
    has(shop.said(), "Order SO-1006 was not saved");
    assertTrue(shop.said(), shop.said().endsWith(" And 24 more."));
  }

  @Test
  public void aSlowChange_isSaidToBeUnderWay_aQuickOneIsNot() {
    shop.advance("1");
    change(0).changed(Orders.order(1, "paid", 2));
    shop.world.advance(2 * OrdersController.SLOW_MS);
    assertEquals("Order SO-1001 is saved as paid.", shop.said());
    shop.advance("2");
    shop.settle();
    shop.world.advance(OrdersController.SLOW_MS);
    assertEquals("Order SO-1002 is being saved as paid.", shop.said());
  }

  private void answersToWait(int at, int status, String seconds) {
    change(at).answer(status, Headers.NONE.with("Retry-After", seconds), "");
    shop.settle();
  }

  @Test
  public void whatTheServerAsksToWait_isTold_counted_andObeyed() {
    shop.advance("2");
    answersToWait(0, 429, "30");
    assertTrue(shop.said(), shop.said().endsWith(" Try again in 30 seconds."));
    has(shop.html(), "the shop has too much to do at the moment. Try again in 30 seconds.");
    shop.retry("2");
    shop.advance("2");
    shop.cancel("2");
    shop.settle();
    assertEquals(1, shop.http.changes.size());
    assertEquals("pending", shop.status(2));
    shop.world.advance(29_000);
    has(shop.said(), "Order SO-1002: try again in 30 seconds.");
    has(shop.html(), "Try again in 1 second.");
    shop.retry("2");
    shop.settle();
    assertEquals(1, shop.http.changes.size());
    shop.world.advance(1_000);
    shop.retry("2");
    shop.settle();
    assertEquals(2, shop.http.changes.size());
  }

  @Test
  public void readingObeysItToo() {
    Shop shop = new Shop();
    shop.controller.start(shop);
    shop.settle();
    shop.http.reads.get(0).answer(503, Headers.NONE.with("Retry-After", "20"), "");
    shop.world.advance(19_999);
    assertEquals(1, shop.http.reads.size());
    shop.world.advance(1);
    assertEquals(2, shop.http.reads.size());
  }

  @Test
  public void waits_areSaidInWords() {
    assertEquals(null, Waits.text(0));
    assertEquals("1 second", Waits.text(1));
    assertEquals("90 seconds", Waits.text(90_000));
    assertEquals("2 minutes", Waits.text(91_000));
    assertEquals("90 minutes", Waits.text(5_400_000));
    assertEquals("2 hours", Waits.text(5_401_000));
  }

  @Test
  public void aServerThatBreaksAfterTheChange_endsRight() {
    shop.advance("2");
    change(0).answer(503, "");
    shop.settle();
    assertEquals("pending", shop.status(2));
    has(shop.problem(2), "so the change is not confirmed.");
    shop.list(listWith(Orders.order(2, "paid", 2)));
    assertEquals("paid", shop.status(2));
    assertEquals("", shop.problem(2));
    shop.listen();
    assertEquals("Order SO-1002 is saved as paid after all.", shop.said());
  }

  @Test
  public void aChangeThatArrivesAfterTheLastLook_isFoundByALaterOne() {
    shop.advance("2");
    shop.settle();
    shop.world.advance(RequestTimeout.STANDARD_MS);
    shop.list(Orders.many(3));
    has(shop.problem(2), "so the change is not confirmed.");
    shop.world.advance(3_000);
    shop.list(Orders.many(3));
    assertEquals("pending", shop.status(2));
    shop.world.advance(7_000);
    shop.list(listWith(Orders.order(2, "paid", 2)));
    assertEquals("paid", shop.status(2));
    assertEquals("", shop.problem(2));
  }

  @Test
  public void aServerThatAsksToBeLeftAlone_isLookedAtLater() {
    shop.advance("2");
    answersToWait(0, 503, "30");
    shop.list(Orders.many(3));
    shop.world.advance(32_999);
    assertEquals(1, shop.http.reads.size());
    shop.world.advance(1);
    assertEquals(2, shop.http.reads.size());
  }

  @Test
  public void aChangeThatIsKnownToHaveFailed_isNotLookedAfter() {
    shop.advance("2");
    change(0).answer(403, "");
    shop.world.advance(200_000);
    assertEquals(0, shop.http.reads.size());
  }

  @Test
  public void eachChange_saysWhichVersionItWasMadeFrom() {
    shop.advance("2");
    shop.advance("2");
    assertEquals("\"1\"", change(0).precondition());
    shop.http.changes.get(0).changed(Orders.order(2, "paid", 2));
    assertEquals("\"2\"", change(1).precondition());
  }

  @Test
  public void anAttemptThatWasGivenUpAndArrived_letsTheNextOneSucceed() {
    shop.advance("2");
    change(0).cut();
    shop.settle();
    shop.retry("2");
    change(1).hasAnother(Orders.order(2, "paid", 2));
    shop.settle();
    assertEquals("paid", shop.status(2));
    assertEquals("", shop.problem(2));
    assertEquals(2, shop.http.changes.size());
  }

  @Test
  public void anOrderThatChangedInOtherFields_isSentAgainOnTopOfThem() {
    shop.advance("2");
    change(0).hasAnother(Json.with(Orders.order(2, "pending", 5), "customer", "Renamed"));
    assertEquals("\"5\"", change(1).precondition());
    assertEquals("paid", shop.status(2));
    shop.http.changes.get(1).changed(Json.with(Orders.order(2, "paid", 6), "customer", "Renamed"));
    shop.settle();
    assertEquals("paid", shop.status(2));
    assertEquals("Renamed", shop.row(2).text("customer"));
  }

  @Test
  public void anOrderThatNeverStandsStill_isGivenUp() {
    shop.advance("2");
    for (int i = 0; i < 4; i++) {
      change(i).hasAnother(Orders.order(2, "pending", 5 + i));
    }
    shop.settle();
    assertEquals(4, shop.http.changes.size());
    has(shop.problem(2), "someone else has changed the order in the meantime.");
  }

  @Test
  public void anOrderThatSomebodyElseMoved_isNotOverwritten_andIsShownAsItIs() {
    shop.advance("2");
    change(0).hasAnother(Orders.order(2, "cancelled", 5));
    shop.settle();
    assertEquals("someone else has changed the order in the meantime.", shop.problem(2));
    shop.list(listWith(Orders.order(2, "cancelled", 5)));
    assertEquals("cancelled", shop.status(2));
    has(
        shop.html(),
        "<button type=\"button\" class=\"order-dismiss\" aria-label=\"Dismiss, order"
            + " SO-1002\">Dismiss</button>");
    shop.retry("2");
    shop.settle();
    assertEquals(1, shop.http.changes.size());
    shop.dismiss("2");
    shop.settle();
    assertEquals("", shop.problem(2));
  }

  @Test
  public void anotherPageOfTheList_isAQueryOfItsOwn() {
    Shop second = new Shop(2);
    second.controller.start(second);
    second.settle();
    String request = second.http.reads.get(0).toString();
    has(request, "page=2");
    second.list(Json.with(Json.with(Orders.many(1), "page", 2), "totalPages", 2));
    second.advance("1");
    assertEquals("paid", second.status(1));
    second.settle();
    second.http.changes.get(0).changed(Orders.order(1, "paid", 2));
    second.settle();
    assertEquals("paid", second.status(1));
    assertEquals(null, second.client.getQueryData(OrderList.key(new ListPage(1, null))));
  }
}
