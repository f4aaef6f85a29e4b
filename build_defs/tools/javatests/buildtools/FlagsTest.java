package buildtools;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.Test;

public final class FlagsTest {
  @Test
  public void parse_tellsFlagsFromOperands() throws Exception {
    Flags flags = Flags.parse(List.of("a", "--out", "x", "--opt", "--release", "b"));
    assertEquals(List.of("a", "b"), flags.operands());
    assertEquals("x", flags.get("out"));
    assertEquals(List.of("--release"), flags.all("opt"));
  }

  @Test
  public void get_takesTheLastValue_orTheFallback() throws Exception {
    Flags flags = Flags.parse(List.of("--a", "1", "--a", "2"));
    assertEquals("2", flags.get("a", "3"));
    assertEquals("3", flags.get("b", "3"));
    assertThrows(Worker.Failure.class, () -> flags.get("b"));
  }

  @Test
  public void map_keepsTheOrder_andSplitsAtTheFirstEqualsSign() throws Exception {
    Flags flags = Flags.parse(List.of("--m", "b=1", "--m", "a=x=y"));
    assertEquals(List.of("b", "a"), List.copyOf(flags.map("m").keySet()));
    assertEquals(Map.of("b", "1", "a", "x=y"), flags.map("m"));
  }

  @Test
  public void parse_ofAFlagWithoutValue_isRefused() {
    assertThrows(Worker.Failure.class, () -> Flags.parse(List.of("--out")));
  }
}
