package dev.sanguine.testkit.jvm;

import org.junit.Test;

/** Engines that are broken where several persons edit one record: the schedules of editors catch them. */
public class BrokenForEditorsTest {
  @Test
  public void aClash_thatIsMergedAllTheSame_isCaught() throws Exception {
    BrokenEngine.caughtByEditors(
        "a silent overwrite",
        "",
        "FieldMerge.java",
        "    clashes.add(field);\n    return mine;\n  }\n\n  private boolean isRecordOrNothing",
        "    return mine;\n  }\n\n  private boolean isRecordOrNothing");
  }

  @Test
  public void aRequest_thatLeavesWithoutALookAtWhatCame_isCaught() throws Exception {
    BrokenEngine.caughtByEditors(
        "a silent overwrite of what came while the change waited",
        "NETWORK=6 REFETCH=12",
        "ClientConflicts.java",
        "    if (!known.some(Sides::isNews)) {",
        "    if (true) {");
  }

  @Test
  public void whatFailsOfABulkChange_andIsNotListed_isCaught() throws Exception {
    BrokenEngine.caughtByEditors(
        "a part that stays although it failed",
        "BULK=20 LOCK=10",
        "PartialSettle.java",
        "    run.intent.changes.copy().each(this::takeOutFailed);\n",
        "");
  }
}
