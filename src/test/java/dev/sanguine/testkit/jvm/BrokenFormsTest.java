package dev.sanguine.testkit.jvm;

import org.junit.Test;

/** Drafts that are broken: the schedules of forms catch them. */
public class BrokenFormsTest {
  @Test
  public void aText_thatIsTypedDuringASave_andLostWhenItIsTaken_isCaught() throws Exception {
    BrokenEngine.caughtByForms(
        "a keystroke lost",
        "DraftSaves.java",
        "boolean isTaken = isCarried && field.isEqual(sent, field.text);",
        "boolean isTaken = isCarried;");
  }

  @Test
  public void aText_thatIsLostWhenItsSaveFails_isCaught() throws Exception {
    BrokenEngine.caughtByForms(
        "a refused text lost",
        "DraftSaves.java",
        "carried.each(field -> field.failed = save);",
        "carried.each(DraftField::dropText);");
  }

  @Test
  public void aText_thatIsSentTwice_isCaught() throws Exception {
    BrokenEngine.caughtByForms(
        "a save that does not join the one under way",
        "DraftSaves.java",
        "} else if (field.isDirty()) {",
        "} else {",
        "if (field.save() != null && !field.isDirty()) {",
        "if (false) {");
  }
}
