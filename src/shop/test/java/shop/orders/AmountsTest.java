package shop.orders;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class AmountsTest {
  @Test
  public void cents_becomeEuros() {
    assertEquals("€0.00", Amounts.euros(0));
    assertEquals("€0.05", Amounts.euros(5));
    assertEquals("€12.50", Amounts.euros(1250));
    assertEquals("€999.99", Amounts.euros(99_999));
    assertEquals("€1,000.00", Amounts.euros(100_000));
    assertEquals("€12,345,678.90", Amounts.euros(1_234_567_890));
    assertEquals("€9,999,999,999,999.99", Amounts.euros(999_999_999_999_999.0));
    assertEquals("-€1.20", Amounts.euros(-120));
    assertEquals("€0.00", Amounts.euros(-0.2));
  }

  @Test
  public void whatIsNoAmount_isADash() {
    assertEquals("–", Amounts.euros(Double.NaN));
    assertEquals("–", Amounts.euros(Double.POSITIVE_INFINITY));
    assertEquals("–", Amounts.euros(1e20));
    assertEquals("–", Amounts.whole(-1));
    assertEquals("0", Amounts.whole(0.9));
    assertEquals("100200300", Amounts.whole(100_200_300));
  }
}
