package shop.orders;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import org.junit.Test;

public class OrderRowsTest {
  private static final RowState SAVING = new RowState(true, false, null);

  private final OrderRows rows = new OrderRows();

  /** The rows of this answer, of which nothing is under way. */
  private Seq<OrderRow> of(Object found) {
    return rows.of(found, key -> RowState.NONE);
  }

  @Test
  public void rowsOfTheSameRecords_areTheSameObjects() {
    Object a = Orders.order(1, "paid", 1);
    Object b = Orders.order(2, "paid", 1);
    Object c = Orders.order(3, "paid", 1);
    Seq<OrderRow> before = of(Orders.found(a, b, c));
    Seq<OrderRow> after = of(Orders.found(c, Orders.order(2, "packed", 2), a));
    assertSame(before.get(2), after.get(0));
    assertSame(before.get(0), after.get(2));
    assertNotSame(before.get(1), after.get(1));
    assertEquals(OrderStatus.PACKED, after.get(1).status());
  }

  @Test
  public void theSameAnswer_givesTheSameSequence_untilAStateChanges() {
    Object found = Orders.many(3);
    Seq<OrderRow> before = of(found);
    assertSame(before, of(found));
    Seq<OrderRow> after = rows.of(found, key -> key.equals("2") ? SAVING : RowState.NONE);
    assertSame(before.get(0), after.get(0));
    assertTrue(after.get(1).state.saving);
    assertSame(before.get(2), after.get(2));
    assertSame(after, rows.of(found, key -> new RowState(key.equals("2"), false, null)));
  }

  @Test
  public void aRecordThatAnAnswerHoldsTwice_isShownOnce() {
    assertEquals(
        1,
        of(Orders.found(Orders.order(1, "paid", 1), Orders.order(1, "paid", 1))).size());
  }

  @Test
  public void anAnswerOfAnotherShape_hasNoRows() {
    assertEquals(0, of(null).size());
    assertEquals(0, of("orders").size());
    assertEquals(0, of(Json.object("docs", "none")).size());
  }
}
