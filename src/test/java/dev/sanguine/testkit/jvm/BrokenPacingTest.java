package dev.sanguine.testkit.jvm;

import org.junit.Test;

/** Engines that hold requests back, and send several as one, but wrongly. */
public class BrokenPacingTest {
  private static final String WORDS = "PACES=1 COALESCES=1 HELD=3 UNDO=6";

  @Test
  public void aCoalescedCaller_thatIsNeverAnswered_isCaught() throws Exception {
    BrokenEngine.caught(
        "a coalesced caller never answered",
        WORDS,
        "SharedRequest.java",
        "if (!success || !run.takesOver(true, valueOrError)) {",
        "if (run == merging.lead) {");
  }

  @Test
  public void anUndoneChange_thatIsSent_isCaught() throws Exception {
    BrokenEngine.caught(
        "an undone change sent",
        WORDS,
        "Pacer.java",
        "mutation.giveUp(undone());",
        "release(mutation.run);");
  }

  @Test
  public void aCancelledChange_thatIsSentAgainWithTheOthers_isCaught() throws Exception {
    BrokenEngine.caught(
        "a cancelled change sent again with the others",
        "PACES=1 COALESCES=1 GIVE_UP=6",
        "SharedRequest.java",
        "      isOneGone = true;",
        "      isOneGone = false;");
  }

  @Test
  public void aHeldChange_thatLeavesWithAnother_isCaught() throws Exception {
    BrokenEngine.caught(
        "a held change that leaves with another",
        WORDS,
        "Pacer.java",
        "        && !isHeld(run)\n        && !carried.has(run)",
        "        && !carried.has(run)");
  }
}
