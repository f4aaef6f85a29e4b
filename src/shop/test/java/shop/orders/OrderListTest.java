package shop.orders;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import org.junit.Test;

public class OrderListTest {
  private static String asked(int page, OrderStatus status) {
    return Json.stringify(OrderList.find(new ListPage(page, status)).document()).replace('"', '\'');
  }

  @Test
  public void whatIsAsked_saysPageAndStatus() {
    assertEquals("{'sort':'number','limit':200}", asked(1, null));
    assertEquals(
        "{'where':{'status':{'equals':'paid'}},'sort':'number','limit':200,'page':2}",
        asked(2, OrderStatus.PAID));
  }
}
