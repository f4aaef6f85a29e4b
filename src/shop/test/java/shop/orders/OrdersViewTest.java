package shop.orders;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.html.HtmlText;
import dev.sanguine.json.Json;
import org.junit.Test;

public class OrdersViewTest {
  private String html(Object found) {
    return html(found, "none", RowState.NONE);
  }

  /** With this state of the order with this key. */
  private String html(Object found, String key, RowState state) {
    Seq<OrderRow> rows =
        new OrderRows().of(found, each -> each.equals(key) ? state : RowState.NONE);
    OrdersModel model =
        new OrdersModel(found, rows, new ListPage(1, null), "Loading the orders…", "", null);
    return HtmlText.of(new OrdersView(OrderActions.NONE).of(model));
  }

  private static void has(String html, String part) {
    assertTrue(part + "\nis not in\n" + html, html.contains(part));
  }

  @Test
  public void anOrder_isARowThatCanBeReadAndUsedByName() {
    String html = html(Orders.found(Orders.order(42, "paid", 3)));
    has(html, "<shop-orders><div class=\"live\" role=\"status\" aria-live=\"polite\"></div>");
    has(html, "<fieldset class=\"orders-controls\" role=\"none\"><table class=\"orders\">");
    has(html, "<caption>1 order</caption><thead><tr><th scope=\"col\">Number</th>");
    has(html, "<tbody><tr class=\"order\" data-key=\"42\"><td class=\"order-number\">SO-1042</td>");
    has(html, "<td class=\"order-items\">2 × Tea</td><td class=\"order-total\">€25.00</td>");
    has(
        html,
        "<td class=\"order-status\"><span class=\"status status-paid\">paid</span><div"
            + " class=\"order-actions\">");
    has(
        html,
        "class=\"order-advance\" aria-label=\"Mark as packed, order SO-1042\">Mark as"
            + " packed</button>");
    has(html, "class=\"order-cancel\" aria-label=\"Cancel, order SO-1042\">Cancel</button>");
    has(html, "<p class=\"order-problem\" hidden=\"\"></p>");
  }

  @Test
  public void aButtonThatCanDoNothing_saysSo_andStays() {
    String html = html(Orders.found(Orders.order(1, "shipped", 1)));
    has(html, "aria-label=\"Mark as delivered, order SO-1001\">Mark as delivered");
    has(html, "aria-label=\"Cancel, order SO-1001\" aria-disabled=\"true\">Cancel");
    for (String end : new String[] {"delivered", "cancelled"}) {
      has(
          html(Orders.found(Orders.order(1, end, 1))),
          "aria-disabled=\"true\">No next step</button>");
    }
  }

  @Test
  public void aProblem_standsBesideItsRow_withAWayToTryAgain() {
    Problem problem =
        new Problem("you are not signed in.", OrderStatus.PACKED, true, false, null, null);
    Object found = Orders.many(2);
    String html = html(found, "1", new RowState(false, false, problem));
    has(
        html,
        "<p class=\"order-problem\"><span class=\"order-reason\">Not saved: you are not signed"
            + " in.</span><a class=\"order-sign-in\""
            + " href=\"/sign-in?to=%2Forders%3Forder%3D1%26status%3Dpacked\">Sign in</a><button"
            + " type=\"button\" class=\"order-retry\" aria-label=\"Try again, order SO-1001\">Try"
            + " again</button></p>");
    has(
        html.substring(html.indexOf("data-key=\"2\"")),
        "<p class=\"order-problem\" hidden=\"\"></p>");
    RowState again = new RowState(true, false, Problem.retrying(OrderStatus.PACKED));
    has(
        html(found, "1", again),
        "Trying again…</span><button type=\"button\" class=\"order-retry\"");
  }

  @Test
  public void anIdThatIsNoNumber_staysOutOfTheLink() {
    Problem problem =
        new Problem("you are not signed in.", OrderStatus.PACKED, true, false, null, null);
    Object record = Json.with(Orders.order(1, "paid", 1), "id", "//evil.example");
    has(
        html(Orders.found(record), "//evil.example", new RowState(false, false, problem)),
        "href=\"/sign-in\">Sign in</a>");
  }

  @Test
  public void hostileRecords_areShownAsText() {
    Object record =
        Json.with(Orders.order(1, "\"><script>alert(1)</script>", 1), "customer", "<b>&</b>");
    record = Json.with(record, "number", "\" onmouseover=\"alert(1)");
    record = Json.with(record, "items", Json.array("x", Json.object("name", "<i>", "qty", "many")));
    record = Json.with(record, "total", "<u>");
    String html = html(Orders.found(Json.with(record, "id", "\"><img src=x>")));
    assertFalse(
        html,
        html.contains("<script")
            || html.contains("<b>")
            || html.contains("<i>")
            || html.contains("<img"));
    assertFalse(html, html.contains("\" onmouseover"));
    has(html, "status status-unknown");
    has(html, "<td class=\"order-total\">–</td>");
  }

  @Test
  public void withoutRows_itSaysWhy() {
    has(html(null), "<p class=\"orders-note\">Loading the orders…</p>");
    has(html(Orders.found()), "<p class=\"orders-note\">There are no orders.</p>");
    assertFalse(html(Orders.many(1)).contains("orders-note"));
  }

  @Test
  public void aChangeUnderWay_isSaidInItsRow_andOfItsButtons() {
    Object found = Orders.many(2);
    String html = html(found, "1", new RowState(true, false, null));
    has(
        html,
        "<span class=\"status status-pending\">pending</span><span class=\"order-saving\">being"
            + " saved</span>");
    has(html, "aria-label=\"Mark as paid, order SO-1001\" aria-description=\"being saved\">");
    assertFalse(html.substring(html.indexOf("data-key=\"2\"")).contains("being saved"));
  }

  @Test
  public void aProblemThatWaits_saysForHowLong_andOffersNothingMeanwhile() {
    Problem problem = new Problem(
        "the shop has too much to do.", OrderStatus.PACKED, false, false, "30 seconds", null);
    String html = html(Orders.many(1), "1", new RowState(false, false, problem));
    has(html, "Not saved: the shop has too much to do. Try again in 30 seconds.</span>");
    has(html, "aria-label=\"Try again, order SO-1001\" aria-disabled=\"true\">");
    has(html, "aria-label=\"Mark as paid, order SO-1001\" aria-disabled=\"true\">");
    has(html, "aria-label=\"Cancel, order SO-1001\" aria-disabled=\"true\">");
  }

  private static Object page(int page, int pages) {
    return Json.with(
        Json.with(Json.with(Orders.many(2), "page", page), "totalPages", pages), "totalDocs", 402);
  }

  @Test
  public void severalPages_areLinkedToEachOther() {
    String first = html(page(1, 3));
    has(first, "<caption>Orders 1 to 2 of 402</caption>");
    has(
        first,
        "<nav class=\"orders-pages\" aria-label=\"Pages of orders\"><span>Page 1 of 3</span>"
            + "<a href=\"/orders?page=2\" rel=\"next\">Next page</a></nav>");
    String second = html(page(2, 3));
    has(second, "<caption>Orders 201 to 202 of 402</caption>");
    has(second, "<a href=\"/orders\" rel=\"prev\">Previous page</a><span>Page 2 of 3</span>");
    has(second, "<a href=\"/orders?page=3\" rel=\"next\">");
    String last = html(page(3, 3));
    has(
        last,
        "<a href=\"/orders?page=2\" rel=\"prev\">Previous page</a><span>Page 3 of 3</span></nav>");
    assertFalse(html(page(1, 1)).contains("<nav"));
  }

  @Test
  public void aPageThatHoldsNothingAnyMore_leadsToTheLastOne() {
    Object found = Json.with(Json.with(Orders.found(), "page", 5), "totalPages", 2);
    has(html(found), "<p class=\"orders-note\">There are no orders on this page.</p>");
    has(html(found), "<a href=\"/orders?page=2\" rel=\"prev\">");
  }

  @Test
  public void aListThatHoldsFewer_saysHowManyThereAre() {
    has(
        html(Json.with(Orders.many(200), "totalDocs", 1234)),
        "<caption>200 of 1234 orders</caption>");
  }
}
