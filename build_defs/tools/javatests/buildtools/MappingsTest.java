package buildtools;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public final class MappingsTest {
  @Test
  public void encode_givesTheNumbersOfTheFormat() {
    assertEquals("A", Mappings.encode(0));
    assertEquals("C", Mappings.encode(1));
    assertEquals("D", Mappings.encode(-1));
    assertEquals("gB", Mappings.encode(16));
  }

  @Test
  public void decode_undoesEncode() {
    for (int number : new int[] {0, 1, -1, 15, 16, -16, 1000, -123456, 1 << 28}) {
      assertEquals(number, Mappings.decode(Mappings.encode(number)));
    }
  }

  @Test
  public void shift_movesTheRestOfTheLine() {
    // Columns 0, 5 and 9; what stands right of column 3 moves by one.
    assertEquals("AAAA,MAAA,IAAA;AAAA", Mappings.shift("AAAA,KAAA,IAAA;AAAA", 0, 3, 1));
  }

  @Test
  public void shift_leavesOtherLines() {
    assertEquals("KAAA;MAAA;KAAA", Mappings.shift("KAAA;KAAA;KAAA", 1, 0, 1));
  }

  @Test
  public void shift_beyondTheLastSegment_changesNothing() {
    assertEquals("AAAA,KAAA;", Mappings.shift("AAAA,KAAA;", 0, 5, 7));
    assertEquals(";;", Mappings.shift(";;", 1, 0, 7));
    assertEquals("AAAA", Mappings.shift("AAAA", 3, 0, 7));
  }
}
