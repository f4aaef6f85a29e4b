package shop.orders;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import org.junit.Test;

public class OrderRowsTest {
  private final ViewKeys keys = new ViewKeys();
  private final OrderRows rows = new OrderRows(keys);

  @Test
  public void rowsOfTheSameRecords_areTheSameObjects() {
    Object a = Orders.order(1, "paid", 1);
    Object b = Orders.order(2, "paid", 1);
    Object c = Orders.order(3, "paid", 1);
    Seq<OrderRow> before = rows.of(Orders.found(a, b, c));
    Seq<OrderRow> after = rows.of(Orders.found(c, Orders.order(2, "packed", 2), a));
    assertSame(before.get(2), after.get(0));
    assertSame(before.get(0), after.get(2));
    assertNotSame(before.get(1), after.get(1));
    assertEquals("packed", after.get(1).status());
  }

  @Test
  public void theSameAnswer_givesTheSameSequence_untilAStateChanges() {
    Object found = Orders.many(3);
    Seq<OrderRow> before = rows.of(found);
    assertSame(before, rows.of(found));
    rows.setState("2", rows.state("2").started());
    Seq<OrderRow> after = rows.of(found);
    assertSame(before.get(0), after.get(0));
    assertEquals(1, after.get(1).state.pending);
    assertSame(before.get(2), after.get(2));
  }

  @Test
  public void aRecordWhoseIdChanges_keepsItsViewKey() {
    rows.of(Orders.found(Json.with(Orders.order(1, "pending", 1), "id", "new-7")));
    keys.rename("new-7", 41.0);
    assertEquals("new-7", rows.of(Orders.found(Orders.order(41, "pending", 1))).get(0).key);
    keys.rename(41.0, 42.0);
    assertEquals("new-7", rows.of(Orders.found(Orders.order(42, "pending", 1))).get(0).key);
  }

  @Test
  public void aRecordThatAnAnswerHoldsTwice_isShownOnce() {
    assertEquals(
        1,
        rows.of(Orders.found(Orders.order(1, "paid", 1), Orders.order(1, "paid", 1)))
            .size());
  }

  @Test
  public void anAnswerOfAnotherShape_hasNoRows() {
    assertEquals(0, rows.of(null).size());
    assertEquals(0, rows.of("orders").size());
    assertEquals(0, rows.of(Json.object("docs", "none")).size());
  }
}
