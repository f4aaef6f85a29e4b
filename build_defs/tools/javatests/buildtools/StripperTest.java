package buildtools;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public final class StripperTest {
  @Test
  public void pathOfJs_isBelowTheSourceRoot() {
    assertEquals(
        "dev/sanguine/js/Face.js", Stripper.pathOfJs("src/main/browser/dev/sanguine/js/Face.js"));
  }

  @Test
  public void pathOfJs_ofASuperSource_isThatOfItsPackage() {
    assertEquals(
        "dev/sanguine/html/x.js",
        Stripper.pathOfJs("src/main/java/dev/sanguine/html/super-j2cl/x.js"));
  }
}
