package shop.orders;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Values;
import dev.sanguine.json.Json;
import dev.sanguine.testkit.VirtualEnvironment;
import org.junit.Test;

public class OrdersMarkupTest {
  private final Values values = new VirtualEnvironment().environment().values;

  private Object state(Object data) {
    Object query = Json.object(
        "queryHash", values.hashKey(OrderQueries.list()), "state", Json.object("data", data));
    return Json.object(
        "mutations", Json.array(), "queries", Json.array(Json.object("queryHash", "other"), query));
  }

  @Test
  public void theState_isShown_andLeftForTheBrowser() {
    Object state = state(Orders.many(2));
    String html = OrdersMarkup.of(state, values);
    assertTrue(html, html.startsWith("<div class=\"live\""));
    assertTrue(html, html.contains("<tr class=\"order\" data-key=\"2\">"));
    String block = "<script type=\"application/json\" class=\"shop-state\">";
    String json = html.substring(html.indexOf(block) + block.length(), html.indexOf("</script>"));
    assertEquals(Json.stringify(state), Json.stringify(Json.parse(json)));
  }

  @Test
  public void itsButtons_areDisabled_untilThereIsAScript() {
    String html = OrdersMarkup.of(state(Orders.many(2)), values);
    assertTrue(
        html,
        html.contains("<fieldset class=\"orders-controls\" role=\"none\" disabled=\"\"><table"));
  }

  @Test
  public void anotherPageOfTheList_isShownToo() {
    Object found = Json.with(Json.with(Orders.many(1), "page", 2), "totalPages", 2);
    Object query = Json.object(
        "queryHash", values.hashKey(OrderQueries.list(2)), "state", Json.object("data", found));
    String html = OrdersMarkup.of(Json.object("queries", Json.array(query)), values);
    assertTrue(html, html.contains("Page 2 of 2"));
    assertTrue(html, html.contains("data-key=\"1\""));
  }

  @Test
  public void aRecord_cannotLeaveTheBlockOfState() {
    Object record =
        Json.with(Orders.order(1, "paid", 1), "customer", "</script><script>alert(1)</script><!--");
    String html = OrdersMarkup.of(state(Orders.found(record)), values);
    assertEquals(html.indexOf("<script"), html.lastIndexOf("<script"));
    assertEquals(html.indexOf("</script"), html.lastIndexOf("</script"));
    assertFalse(html.contains("<!--"));
  }

  @Test
  public void aStateWithoutTheList_saysThatItIsLoading() {
    assertTrue(OrdersMarkup.of(Json.object("queries", Json.array()), values)
        .contains("Loading the orders…"));
  }
}
