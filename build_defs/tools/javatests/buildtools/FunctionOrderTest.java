package buildtools;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public final class FunctionOrderTest {
  @Test
  public void functions_standBehindTheOtherStatements() {
    assertEquals(
        List.of("var a=1;", "class b{}", "function c(){}"),
        order(new String[] {"var a=1;", "class b{}"}, "function c(){}"));
  }

  @Test
  public void aFunction_movesToOneThatIsLikeIt() {
    String far = noise(40_000);
    String likeTheFirst =
        "function b(){return'a long text that is in two of the functions and that is far from"
            + " here'}";
    List<String> order = order(
        new String[] {
          "var a='a long text that is in two of the functions and that is far from here';", far
        },
        likeTheFirst);
    assertEquals(1, order.indexOf(likeTheFirst));
  }

  @Test
  public void theOrder_isTheSameEachTime() {
    String[] functions = new String[30];
    for (int i = 0; i < functions.length; i++) {
      functions[i] = "function f" + i + "(){return g(" + i % 7 + "," + i % 3 + ")}";
    }
    assertEquals(
        order(new String[] {"var a;"}, functions), order(new String[] {"var a;"}, functions));
  }

  private static List<String> order(String[] others, String... functions) {
    return FunctionOrder.arranged(others, functions);
  }

  /** Text that nothing is like. */
  private static String noise(int length) {
    StringBuilder text = new StringBuilder();
    int state = 1;
    while (text.length() < length) {
      state = state * 1103515245 + 12345;
      text.append((char) (' ' + (state >>> 16) % 90));
    }
    return text.toString();
  }
}
