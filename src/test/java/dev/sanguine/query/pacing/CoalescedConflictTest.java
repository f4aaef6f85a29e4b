package dev.sanguine.query.pacing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import dev.sanguine.query.Outcome;
import org.junit.Test;

/** A page that says the same value twice is not in conflict with itself. */
public class CoalescedConflictTest extends PacedConflictCase {
  @Test
  public void theSameValueIsSaidTwice_itIsSentOnceOnTopOfThePagesOwn() {
    merged("'title':'A'");
    Outcome second = merged("'title':'B'");
    Outcome third = merged("'title':'B'");
    answer("edit if 1", record(2, "A", "s0"));
    assertEquals("{'id':1,'title':'B'}", sent("edit if 2"));
    answer("edit if 2", record(3, "B", "s0"));
    assertFalse(second.failed());
    assertFalse(third.failed());
    assertEquals(record(3, "B", "s0"), view("record"));
  }

  @Test
  public void theSameValueIsSaidTwice_andSomebodyHasChangedAnotherField() {
    merged("'title':'A'");
    merged("'title':'B'");
    Outcome third = merged("'title':'B'");
    answer("edit if 1", record(2, "A", "s0"));
    refuse("edit if 2", record(3, "A", "theirs"));
    answer("edit if 3", record(4, "B", "theirs"));
    assertEquals("done: " + record(4, "B", "theirs"), third.toString());
    assertEquals(record(4, "B", "theirs"), view("record"));
  }

  @Test
  public void theFirstIsRefused_theSecondWithTheSameValueIsSentAllTheSame() {
    Outcome first = merged("'title':'B'");
    Outcome second = merged("'title':'B'");
    failWith("edit if 1", "rejected");
    answer("edit if 1", record(2, "B", "s0"));
    assertEquals("failed: rejected", first.toString());
    assertFalse(second.failed());
    assertEquals(record(2, "B", "s0"), view("record"));
  }
}
