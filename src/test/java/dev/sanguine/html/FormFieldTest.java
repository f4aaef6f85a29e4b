package dev.sanguine.html;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Before;
import org.junit.Test;

/** Elements that are tied to a field. */
public class FormFieldTest {
  /** A field that writes down what it hears. */
  private final class Note implements FormField {
    String text = "t0";
    String message = "";

    @Override
    public String name() {
      return "note";
    }

    @Override
    public String text() {
      return text;
    }

    @Override
    public boolean isChecked() {
      return text.equals("yes");
    }

    @Override
    public boolean isInvalid() {
      return !message.isEmpty();
    }

    @Override
    public String message() {
      return message;
    }

    @Override
    public void typed(String text) {
      this.text = text;
      heard.add("typed " + text);
    }

    @Override
    public void checked(boolean isChecked) {
      text = isChecked ? "yes" : "no";
      heard.add(text);
    }

    @Override
    public void entered() {
      heard.add("entered");
    }

    @Override
    public void left() {
      heard.add("left");
    }

    @Override
    public void committed() {
      heard.add("committed");
    }
  }

  private final List<String> heard = new ArrayList<>();
  private final FakeDom dom = new FakeDom();
  private final Note note = new Note();
  private final FakeDom.Node root = new FakeDom.Node("form");
  private Live<FakeDom.Node> live;

  @Before
  public void aForm() {
    live = Live.bind(dom, root, form());
    dom.writes.clear();
  }

  private Tag form() {
    return Tag.of("form").add(Tag.of("input").field(note), Tag.messageOf(note));
  }

  private FakeDom.Node input() {
    return root.children.get(0);
  }

  /** A person types; the page shows its model anew. */
  private void type(String text) {
    input().properties.put("value", text);
    input().fire("input");
    live.update(form());
  }

  @Test
  public void anInput_showsTheText_andSaysWhatIsTyped() {
    assertEquals("t0", input().attributes.get("value"));
    assertEquals("note", input().attributes.get("name"));
    type("t01");
    assertEquals("t01", note.text);
    assertEquals(Arrays.asList("typed t01"), heard);
  }

  @Test
  public void comingGoingAndBeingDone_areHeard() {
    input().fire("focus");
    input().fire("change");
    input().fire("blur");
    assertEquals(Arrays.asList("entered", "committed", "left"), heard);
  }

  @Test
  public void whatABrowserFillsIn_isHeard_withoutAnInputEvent() {
    input().properties.put("value", "filled");
    input().fire("change");
    assertEquals(Arrays.asList("typed filled", "committed"), heard);
  }

  @Test
  public void aDiscardedText_goesBackInTheInput() {
    type("A");
    note.text = "t0";
    live.update(form());
    assertEquals("t0", input().properties.get("value"));
  }

  @Test
  public void aRefusal_isToldOfTheInput_andBesideIt() {
    note.message = "Too short";
    live.update(form());
    assertEquals("true", input().attributes.get("aria-invalid"));
    assertEquals("note-message", input().attributes.get("aria-describedby"));
    FakeDom.Node message = root.children.get(1);
    assertEquals("note-message", message.attributes.get("id"));
    assertEquals("Too short", message.text);
    assertNull(message.attributes.get("hidden"));
    note.message = "";
    live.update(form());
    assertNull(input().attributes.get("aria-invalid"));
    assertEquals("", message.attributes.get("hidden"));
  }

  @Test
  public void aCheckbox_isCheckedByItsField() {
    FakeDom.Node box = new FakeDom.Node("input");
    Live<FakeDom.Node> bound = Live.bind(dom, box, checkbox());
    box.properties.put("checked", "");
    box.fire("change");
    bound.update(checkbox());
    assertEquals(Arrays.asList("yes", "committed"), heard);
    assertEquals("", box.attributes.get("checked"));
    note.text = "no";
    bound.update(checkbox());
    assertNull(box.properties.get("checked"));
  }

  private Tag checkbox() {
    return Tag.of("input").attr("type", "checkbox").field(note);
  }

  @Test
  public void aSelect_showsTheOptionOfItsField() {
    FakeDom.Node select = new FakeDom.Node("select");
    Live<FakeDom.Node> bound = Live.bind(dom, select, select());
    assertNull(select.attributes.get("value"));
    assertEquals("", select.children.get(0).attributes.get("selected"));
    select.properties.put("value", "t1");
    select.fire("change");
    bound.update(select());
    assertEquals(Arrays.asList("typed t1", "committed"), heard);
    assertEquals("", select.children.get(1).attributes.get("selected"));
  }

  private Tag select() {
    return Tag.of("select")
        .field(note)
        .add(Tag.option(note, "t0", "zero"), Tag.option(note, "t1", "one"));
  }

  @Test
  public void aTextarea_holdsTheTextAsItsContent() {
    FakeDom.Node area = new FakeDom.Node("textarea");
    Live<FakeDom.Node> bound = Live.bind(dom, area, Tag.of("textarea").field(note));
    assertEquals("t0", area.text);
    area.properties.put("value", "A");
    area.fire("input");
    bound.update(Tag.of("textarea").field(note));
    assertEquals(Arrays.asList("typed A"), heard);
    assertEquals("A", area.text);
  }

  @Test
  public void whatWasTypedBeforeTheCodeWasThere_isTaken() {
    FakeDom.Node served = FakeDom.parsed(form());
    served.children.get(0).properties.put("value", "early");
    Live.bind(dom, served, form());
    assertEquals(Arrays.asList("typed early"), heard);
    assertEquals("early", served.children.get(0).properties.get("value"));
  }
}
