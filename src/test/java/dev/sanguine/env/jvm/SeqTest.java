package dev.sanguine.env.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import dev.sanguine.env.Seq;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

/** How a program for the JVM comes from sequences to lists, and back. */
public class SeqTest {
  @Test
  public void asList_isACopy_thatCannotBeChanged() {
    Seq<String> seq = Seq.of("a", "b");
    List<String> list = seq.asList();
    seq.add("c");
    assertEquals(Arrays.asList("a", "b"), list);
    assertThrows(UnsupportedOperationException.class, () -> list.add("d"));
  }

  @Test
  public void from_takesTheItemsInTheirOrder_andIsItsOwn() {
    List<String> list = new ArrayList<>(Arrays.asList("a", "b"));
    Seq<String> seq = Seq.from(list);
    seq.add("c");
    list.set(0, "changed");
    assertEquals("[a, b, c]", seq.toString());
    assertEquals(0, Seq.from(new ArrayList<>()).size());
  }

  @Test
  public void itIsGoneThrough_asItWasAtTheStart() {
    Seq<String> seq = Seq.of("a", "b");
    StringBuilder seen = new StringBuilder();
    for (String item : seq) {
      seen.append(item);
      seq.add(item + item);
    }
    assertEquals("ab", seen.toString());
    assertEquals(4, seq.size());
  }
}
