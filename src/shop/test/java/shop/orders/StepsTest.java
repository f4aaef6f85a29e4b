package shop.orders;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class StepsTest {
  @Test
  public void anOrder_goesFromStepToStep_untilItIsDelivered() {
    assertEquals(OrderStatus.PAID, Steps.next(OrderStatus.PENDING));
    assertEquals(OrderStatus.PACKED, Steps.next(OrderStatus.PAID));
    assertEquals(OrderStatus.SHIPPED, Steps.next(OrderStatus.PACKED));
    assertEquals(OrderStatus.DELIVERED, Steps.next(OrderStatus.SHIPPED));
    assertNull(Steps.next(OrderStatus.DELIVERED));
    assertNull(Steps.next(OrderStatus.CANCELLED));
    assertNull("of none of ours", Steps.next(null));
  }

  @Test
  public void itCanBeCancelled_untilItIsShipped() {
    assertTrue(Steps.canCancel(OrderStatus.PACKED));
    assertFalse(Steps.canCancel(OrderStatus.SHIPPED));
    assertFalse(Steps.canCancel(OrderStatus.CANCELLED));
    assertFalse(Steps.canCancel(null));
  }

  @Test
  public void aStatusLeadsToTheLaterOnes_andToCancelledBeforeItIsShipped() {
    assertTrue(Steps.leads(OrderStatus.PENDING, OrderStatus.SHIPPED));
    assertFalse(Steps.leads(OrderStatus.SHIPPED, OrderStatus.PAID));
    assertFalse(Steps.leads(OrderStatus.PAID, OrderStatus.PAID));
    assertTrue(Steps.leads(OrderStatus.PAID, OrderStatus.CANCELLED));
    assertFalse(Steps.leads(OrderStatus.DELIVERED, OrderStatus.CANCELLED));
    assertFalse(Steps.leads(OrderStatus.CANCELLED, OrderStatus.CANCELLED));
    assertFalse(Steps.leads(null, OrderStatus.PAID));
  }

  @Test
  public void aWord_isOneOfTheStatuses_orUnknown() {
    assertEquals(OrderStatus.PACKED, Steps.of("packed"));
    assertNull(Steps.of("lost"));
    assertNull(Steps.of(null));
    assertEquals("packed", Steps.className(OrderStatus.PACKED));
    assertEquals("unknown", Steps.className(null));
  }
}
