package dev.sanguine.html.browser;

import static org.junit.Assert.assertEquals;

import dev.sanguine.html.BrowserDom;
import dev.sanguine.html.FormField;
import dev.sanguine.html.Live;
import dev.sanguine.html.Tag;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import jsinterop.base.Js;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** An input of a real document that is tied to a field. */
public class FormFieldInPageTest {
  private final BrowserDom dom = new BrowserDom();
  private String text = "hello";
  private HTMLElement host;
  private Live<Element> live;

  private final FormField field = new FormField() {
    @Override
    public String name() {
      return "note";
    }

    @Override
    public String text() {
      return text;
    }

    @Override
    public boolean isInvalid() {
      return false;
    }

    @Override
    public String message() {
      return "";
    }

    @Override
    public void typed(String typed) {
      text = typed;
      live.update(form());
    }
  };

  @Before
  public void attach() {
    host = (HTMLElement) DomGlobal.document.createElement("form");
    DomGlobal.document.body.appendChild(host);
    live = Live.bind(dom, host, form());
  }

  @After
  public void detach() {
    host.remove();
  }

  private Tag form() {
    return Tag.of("form").add(Tag.of("input").field(field));
  }

  private HTMLInputElement input() {
    return Js.uncheckedCast(host.firstElementChild);
  }

  private void type(String typed, int caret) {
    input().value = typed;
    input().setSelectionRange(caret, caret);
    input().dispatchEvent(new Event("input"));
  }

  @Test
  public void theCaretStays_whileAPersonTypesInTheMiddle() {
    input().focus();
    type("heXllo", 3);
    assertEquals("heXllo", text);
    assertEquals(3, (int) input().selectionStart);
    type("heXYllo", 4);
    assertEquals("heXYllo", text);
    assertEquals(4, (int) input().selectionStart);
  }

  @Test
  public void aDescriptionOfTheSameText_leavesTheInputAlone() {
    type("hello world", 2);
    live.update(form());
    live.update(form());
    assertEquals("hello world", input().value);
    assertEquals(2, (int) input().selectionStart);
  }

  @Test
  public void anotherText_isShown() {
    type("typed", 5);
    text = "from the server";
    live.update(form());
    assertEquals("from the server", input().value);
  }
}
