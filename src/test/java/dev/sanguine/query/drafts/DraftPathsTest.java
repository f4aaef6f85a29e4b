package dev.sanguine.query.drafts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import org.junit.Before;
import org.junit.Test;

/** Fields inside fields, and rows. */
public class DraftPathsTest extends DraftCase {
  private DraftObserver form;

  @Before
  public void aRecordWithRows() {
    arrives("{'id':1,'place':{'city':'Rome','zip':'1'},"
        + "'lines':[{'id':7,'text':'tea'},{'id':8,'text':'milk'}]}");
    form = form();
  }

  @Test
  public void aFieldInsideIsSentWithTheWholeOfItsField() {
    form.set("place.city", "Oslo");
    form.save(null);
    assertEquals("{'id':1,'place':{'city':'Oslo','zip':'1'}}", sent("save"));
    assertEquals("Oslo saving", field(form, "place.city"));
  }

  @Test
  public void whatIsTypedInsideARowFollowsTheRow() {
    form.set("lines.7.text", "green tea");
    arrives("{'id':1,'lines':[{'id':8,'text':'milk'},{'id':7,'text':'tea'}]}");
    assertEquals("green tea dirty", field(form, "lines.7.text"));
    assertEquals(
        "{'id':1,'lines':[{'id':8,'text':'milk'},{'id':7,'text':'green tea'}]}", shown(form));
  }

  @Test
  public void rowsWithoutIdsAreNamedByTheirPlace() {
    arrives("{'id':1,'tags':[{'t':'a'},{'t':'b'}]}");
    form.set("tags.1.t", "B");
    assertEquals("{'id':1,'tags':[{'t':'a'},{'t':'B'}]}", shown(form));
  }

  @Test
  public void aWholeFieldHoldsWhatIsTypedInsideIt() {
    form.set("lines.7.text", "green tea");
    assertEquals("[{'id':7,'text':'green tea'},{'id':8,'text':'milk'}]", text(form.value("lines")));
    assertSame(form.field("lines"), form.field("lines"));
  }

  @Test
  public void aFieldThatIsSetAsAWholeTakesInWhatIsTypedInside() {
    form.set("lines.7.text", "green tea");
    form.set("lines", json("[{'id':7,'text':'green tea'},{'id':9,'text':'salt'}]"));
    form.set("lines.9.text", "sea salt");
    assertEquals("sea salt dirty", field(form, "lines.9.text"));
    assertEquals("green tea dirty", field(form, "lines.7.text"));
    form.save(null);
    assertEquals(
        "{'id':1,'lines':[{'id':7,'text':'green tea'},{'id':9,'text':'sea salt'}]}", sent("save"));
    answer("save", "{}");
    assertEquals("sea salt clean", field(form, "lines.9.text"));
  }

  @Test
  public void aFieldOfAGroupThatIsNotThereMakesTheGroup() {
    form.set("owner.name", "Ann");
    form.save(null);
    assertEquals("{'id':1,'owner':{'name':'Ann'}}", sent("save"));
  }

  @Test
  public void aRowThatIsGoneAsksInsteadOfBeingSent() {
    form.set("lines.7.text", "green tea");
    arrives("{'id':1,'lines':[{'id':8,'text':'milk'}]}");
    assertEquals("green tea dirty", field(form, "lines.7.text"));
    outcome(form.save(null));
    settle();
    assertEquals(0, network.count("save"));
    assertEquals("green tea conflict", field(form, "lines.7.text"));
    form.resolve("lines.7.text", "theirs");
    assertEquals("absent clean", field(form, "lines.7.text"));
  }

  @Test
  public void aMessageStaysAtAFieldThatThePersonOnlyLeaves() {
    form.focus("place.zip");
    form.set("place.city", "Oslo");
    form.save(null);
    refuse(FieldFault.of("invalid").errors(json("[{'path':'place.zip','message':'Needed'}]")));
    form.blur("place.zip");
    assertEquals("1 refused: Needed", field(form, "place.zip"));
    form.set("place.zip", "2");
    assertEquals("2 dirty", field(form, "place.zip"));
  }

  @Test
  public void whatIsDiscardedWhileThePersonIsInTheFieldIsHeldAnew() {
    form.focus("place.city");
    form.set("place.city", "Oslo");
    form.discard(null);
    assertEquals("Rome clean", field(form, "place.city"));
    arrives("{'id':1,'place':{'city':'Bonn'}}");
    assertEquals("Rome clean", field(form, "place.city"));
    form.blur("place.city");
    assertEquals("Bonn clean", field(form, "place.city"));
  }
}
