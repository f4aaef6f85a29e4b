package sample;

import static org.junit.Assert.assertTrue;

import org.junit.Test;

public final class PartingTest {
  @Test
  public void part_namesItsPlace() {
    String text = Parting.part("Ada");
    assertTrue(text, text.matches("Hello, Ada! Goodbye from (the JVM|JavaScript)\\."));
  }
}
