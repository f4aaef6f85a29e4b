package dev.sanguine.testkit.jvm;

import org.junit.Test;

/** Engines whose lists of records are broken on purpose, each in one line, and caught on boards of orders. */
public class BrokenRecordsTest {
  @Test
  public void aListNotSortedAgain_isCaught() throws Exception {
    BrokenEngine.caughtOnABoard(
        "a list not sorted again",
        "ListEdit.java",
        "if (place.sort != null && !staysAt(page, at, record)) {",
        "if (false) {");
  }

  @Test
  public void aCountNotTakenBack_isCaught() throws Exception {
    BrokenEngine.caughtOnABoard(
        "a count not taken back", "ListEdit.java", "counted = hasLeft ? -1 : 0;", "counted = 0;");
  }

  @Test
  public void aRecordThatDoesNotLeave_isCaught() throws Exception {
    BrokenEngine.caughtOnABoard(
        "a record that does not leave",
        "ListEdit.java",
        "if (next == null || belongs(next) == Holds.NO && belongs(record) != Holds.NO) {",
        "if (next == null) {");
  }

  @Test
  public void aListThatKeepsWhatItKnew_isCaught() throws Exception {
    BrokenEngine.caughtOnABoard(
        "a list that keeps what it knew of a record",
        "RecordType.java",
        "folded.query.gate.makeAgain(folded);",
        "");
  }

  @Test
  public void aLaterValueWithoutTheChange_isCaught() throws Exception {
    BrokenEngine.caughtOnABoard(
        "a later value without the change",
        "RecordType.java",
        "index.client.log.attach(",
        "if (change == null) index.client.log.attach(");
  }
}
