package sample;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import org.junit.Before;
import org.junit.Test;

public final class GreetingTest {
  private Greeting greeting;

  @Before
  public void greets() {
    greeting = new Greeting("Ada");
  }

  @Test
  public void greet_namesTheGreeted() {
    assertEquals("Hello, Ada!", greeting.greet());
  }

  @Test
  public void greet_goesThroughAnOverriddenName() {
    Greeting louder = new Greeting("Ada") {
      @Override
      public String name() {
        return super.name().toUpperCase();
      }
    };
    assertEquals("Hello, ADA!", louder.greet());
  }

  @Test(expected = ClassCastException.class)
  public void cast_isChecked() {
    Object text = "x";
    Integer number = (Integer) text;
    assertFalse(number.equals(text));
  }
}
