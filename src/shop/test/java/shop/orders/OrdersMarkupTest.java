package shop.orders;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.client.Client;
import dev.sanguine.client.Hydration;
import dev.sanguine.client.QueryKey;
import dev.sanguine.env.Environment;
import dev.sanguine.json.Json;
import dev.sanguine.testkit.VirtualEnvironment;
import org.junit.Test;

public class OrdersMarkupTest {
  private final Environment environment = new VirtualEnvironment().environment();

  /** What a server writes down of a client that holds this page of the list. */
  private Object state(int page, Object found) {
    Client client = new Client(environment);
    client.setQueryData(QueryKey.of("other"), "data");
    client.setQueryData(OrderList.key(new ListPage(page, null)), found);
    Object state = Hydration.dehydrate(client);
    client.clear();
    return Json.parse(Json.stringify(state));
  }

  private Object state(Object found) {
    return state(1, found);
  }

  private String html(Object state) {
    return OrdersMarkup.of(state, null, environment);
  }

  @Test
  public void theState_isShown_andLeftForTheBrowser() {
    Object state = state(Orders.many(2));
    String html = html(state);
    assertTrue(html, html.startsWith("<div class=\"live\""));
    assertTrue(html, html.contains("<tr class=\"order\" data-key=\"2\">"));
    String block = "<script type=\"application/json\" class=\"shop-state\">";
    String json = html.substring(html.indexOf(block) + block.length(), html.indexOf("</script>"));
    assertEquals(Json.stringify(state), Json.stringify(Json.parse(json)));
  }

  @Test
  public void itsButtons_areDisabled_untilThereIsAScript() {
    String html = html(state(Orders.many(2)));
    assertTrue(
        html,
        html.contains("<fieldset class=\"orders-controls\" role=\"none\" disabled=\"\"><table"));
  }

  @Test
  public void anotherPageOfTheList_isShownToo() {
    Object found = Json.with(Json.with(Orders.many(1), "page", 2), "totalPages", 2);
    String html = html(state(2, found));
    assertTrue(html, html.contains("Page 2 of 2"));
    assertTrue(html, html.contains("data-key=\"1\""));
  }

  @Test
  public void aRecord_cannotLeaveTheBlockOfState() {
    Object record =
        Json.with(Orders.order(1, "paid", 1), "customer", "</script><script>alert(1)</script><!--");
    String html = html(state(Orders.found(record)));
    assertEquals(html.indexOf("<script"), html.lastIndexOf("<script"));
    assertEquals(html.indexOf("</script"), html.lastIndexOf("</script"));
    assertFalse(html.contains("<!--"));
  }

  @Test
  public void aStateWithoutTheList_saysThatItIsLoading() {
    assertTrue(html(Json.object("queries", Json.array())).contains("Loading the orders…"));
  }
}
