package buildtools;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;

public final class TestFilterTest {
  private static final List<String> ALL = List.of("a.FoldTest", "b.FoldTest", "b.UnfoldTest");

  @Test
  public void nothingGiven_isEveryClass() throws Exception {
    assertEquals(ALL, TestFilter.parse("").classes(ALL));
  }

  @Test
  public void aClass_isMeantByItsFullOrSimpleName() throws Exception {
    assertEquals(List.of("b.FoldTest"), TestFilter.parse("b.FoldTest").classes(ALL));
    assertEquals(
        List.of("a.FoldTest", "b.FoldTest"), TestFilter.parse("FoldTest").classes(ALL));
  }

  @Test
  public void aMethod_followsTheClass() throws Exception {
    TestFilter filter = TestFilter.parse("a.FoldTest#works");
    assertEquals(List.of("a.FoldTest"), filter.classes(ALL));
    assertEquals("works", filter.method());
    assertNull(TestFilter.parse("a.FoldTest").method());
  }

  @Test
  public void aClassThatIsNotThere_isAClearError() {
    Exception error =
        assertThrows(Worker.Failure.class, () -> TestFilter.parse("GoldTest").classes(ALL));
    assertEquals("no class here is called GoldTest", error.getMessage());
  }
}
