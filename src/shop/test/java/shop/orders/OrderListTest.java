package shop.orders;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import dev.sanguine.json.Json;
import org.junit.Test;

public class OrderListTest {
  private final Object list = Orders.found(Orders.order(1, "paid", 3), Orders.order(2, "paid", 3));

  @Test
  public void anAnswer_takesThePlaceOfItsRecord() {
    Object answer = Orders.order(2, "packed", 4);
    Object merged = OrderList.merged(list, answer);
    assertSame(Json.list(list, "docs").get(0), Json.list(merged, "docs").get(0));
    assertSame(answer, Json.list(merged, "docs").get(1));
    assertEquals(2, Json.number(merged, "totalDocs"), 0);
  }

  @Test
  public void anAnswerOfTheSameVersion_isTaken() {
    Object answer = Orders.order(1, "packed", 3);
    assertSame(answer, OrderList.order(OrderList.merged(list, answer), 1.0));
  }

  @Test
  public void anOlderVersion_anotherRecord_orNone_changesNothing() {
    for (Object answer : new Object[] {
      Orders.order(1, "packed", 2), Orders.order(9, "packed", 4), Json.object(), null
    }) {
      assertSame(list, OrderList.merged(list, answer));
    }
  }
}
