package dev.sanguine.query.pacing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** What an option says that does nothing, or not what is likely to be meant. */
public class PacingOptionsTest extends PacingCase {
  private void says(String what, MutationOptions options, Object... variables) {
    for (Object each : variables) {
      mutate(options, each);
    }
    settle();
    while (network.calls().some(call -> !call.isOver())) {
      answer("save", "{}");
    }
    Seq<String> reports = takeReports();
    assertTrue(
        what + " is not said: " + join(reports),
        remarks(1) == 0 || reports.some(report -> report.indexOf(what) > 0));
  }

  @Test
  public void withoutTheFeature_itSaysWhatIsMissing_andSendsAtOnce() {
    client = newClient();
    cache("record", "{'id':1}");
    says(
        "hold does nothing, because the client lacks the feature pacing",
        save("save").hold(5000),
        title("A"));
    says(
        "coalesce does nothing, because the client lacks the feature pacing",
        latest("save"),
        title("A"),
        title("B"));
    assertEquals(3, network.count("save"));
  }

  @Test
  public void withoutAScope_nothingIsMerged() {
    MutationOptions save = latest("save").debounce(5000);
    save.scope = null;
    says("coalesce and debounce are ignored, since it has no scope", save, title("A"), title("B"));
    assertEquals(2, network.count("save"));
  }

  @Test
  public void otherWords_areIgnored() {
    says("coalesce is last, and is ignored", save("save").coalesce("last"), title("A"));
    MutationOptions save = latest("save");
    save.hold = "5000";
    save.debounce = "300";
    says("hold is 5000, and is ignored", save, title("A"));
    says("debounce is 300, and is ignored", save, title("A"));
  }

  @Test
  public void aPauseWithoutMerging_sendsAll() {
    MutationOptions save = save("save").debounce(0.5);
    mutate(save, title("A"));
    mutate(save, title("B"));
    world.advance(1);
    answer("save", "{}");
    answer("save", "{}");
    assertEquals(2, network.count("save"));
    assertTrue(remarks(1) == 0
        || takeReports().get(0).indexOf("debounce without coalesce sends each call") > 0);
  }

  @Test
  public void whatIsNoRecord_isNotMerged() {
    MutationOptions save = plain("save").scope("record").coalesce("merge");
    says("its variables are no record", save, "A", "B", "C");
    assertEquals(3, network.count("save"));
  }

  @Test
  public void aRecordInside_isReplaced_andThatIsSaid() {
    MutationOptions save = plain("save").scope("record").coalesce("merge");
    says(
        "its field data is a record, of which fields of the call before are lost",
        save,
        json("{'id':1}"),
        json("{'id':1,'data':{'a':1}}"),
        Json.object("id", 1, "data", json("{'b':2}")));
    assertEquals("{'id':1,'data':{'b':2}}", sent("save"));
  }
}
