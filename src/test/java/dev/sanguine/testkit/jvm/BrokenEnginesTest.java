package dev.sanguine.testkit.jvm;

import org.junit.Test;

/**
 * Engines that are broken on purpose, each in one line of the law, and caught by the simulation. What a simulation is
 * worth is what it catches.
 */
public class BrokenEnginesTest {
  @Test
  public void aLostRefold_isCaught() throws Exception {
    BrokenEngine.caught(
        "a lost refold",
        "",
        "Fold.java",
        "    changes.removeAt(at);\n    makeAgainFrom(at);\n",
        "    changes.removeAt(at);\n");
  }

  @Test
  public void aGateLeftOpen_isCaught() throws Exception {
    BrokenEngine.caught(
        "a gate left open",
        "",
        "BaseGate.java",
        "boolean isOlder = folded.intent.state == IntentState.CONFIRMED && folded.intent.settled <"
            + " sent;",
        "boolean isOlder = folded.intent.state == IntentState.SENT || folded.intent.state =="
            + " IntentState.CONFIRMED;");
  }

  @Test
  public void aBaseBakedTooEarly_isCaught() throws Exception {
    BrokenEngine.caught(
        "a base baked too early",
        "",
        "BaseGate.java",
        "if (query.isFetching() || held != null) {",
        "if (false) {");
  }

  @Test
  public void aDoubledOverlap_isCaught() throws Exception {
    BrokenEngine.caught(
        "a doubled overlap", "", "BaseGate.java", "    if (waits == 0) {\n", "    if (true) {\n");
  }

  @Test
  public void aSettleAfterTheCallbacks_isCaught() throws Exception {
    BrokenEngine.caught(
        "a settle after the callbacks",
        "",
        "MutationRun.java",
        "  void onAnswer(boolean success, Object valueOrError) {\n",
        "  void onAnswer(boolean success, Object valueOrError) {\n"
            + "    late = () -> settleLate(success, valueOrError);\n"
            + "  }\n\n"
            + "  private dev.sanguine.env.Task late;\n\n"
            + "  private void settleLate(boolean success, Object valueOrError) {\n",
        "  private void end(Action action) {\n",
        "  private void end(Action action) {\n    if (late != null) {\n      late.run();\n    }\n");
  }
}
