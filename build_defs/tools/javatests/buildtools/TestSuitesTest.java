package buildtools;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public final class TestSuitesTest {
  @Test
  public void module_registersWhenItIsAsked_andKeepsTheNamesOfTheMethods() throws Exception {
    String suite = "goog.module('s');\ntestSuite(new JavaWrapper(), {order: NATURAL});\n";
    String adapter = "  public void setUpPage() throws Throwable {\n"
        + "  public IThenable<?> testWorks() {\n"
        + "  void other() {";
    assertEquals(
        "goog.module('s');\n"
            + "exports = function() {\n"
            + "  goog.exportProperty(JavaWrapper.prototype, 'setUpPage',"
            + " JavaWrapper.prototype.setUpPage);\n"
            + "  goog.exportProperty(JavaWrapper.prototype, 'testWorks',"
            + " JavaWrapper.prototype.testWorks);\n"
            + "  testSuite(new JavaWrapper(), {order: NATURAL});\n"
            + "};\n",
        TestSuites.module(suite, adapter));
  }

  @Test
  public void module_ofAnotherForm_isRefused() {
    assertThrows(Worker.Failure.class, () -> TestSuites.module("goog.module('s');\nrun();\n", ""));
  }
}
