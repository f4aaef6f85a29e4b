package buildtools;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.util.List;
import java.util.Set;
import org.junit.Test;

public final class ExpectedFailuresTest {
  private final ExpectedFailures expected =
      new ExpectedFailures(List.of("a.Test#fails", "a.Test#gone"));

  @Test
  public void aTestThatMustFail_andFails_isFine() {
    assertNull(expected.judge("a.Test", "fails", "no text"));
  }

  @Test
  public void aTestThatMustFail_andPasses_isReported() {
    assertEquals(
        "passes here; take it off the list of those that must fail",
        expected.judge("a.Test", "fails", null));
  }

  @Test
  public void everyOther_isTakenAsItEnded() {
    assertNull(expected.judge("a.Test", "passes", null));
    assertEquals("broken", expected.judge("b.Test", "fails", "broken"));
  }

  @Test
  public void aTestThatIsNotThere_isKnown() {
    expected.judge("a.Test", "fails", "no text");
    assertEquals(Set.of("a.Test#gone"), expected.unseen());
  }
}
