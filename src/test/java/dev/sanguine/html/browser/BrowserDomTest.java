package dev.sanguine.html.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.html.BrowserDom;
import dev.sanguine.html.HtmlText;
import dev.sanguine.html.Live;
import dev.sanguine.html.Tag;
import elemental2.core.JsArray;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.HTMLSelectElement;
import elemental2.dom.HTMLTextAreaElement;
import elemental2.dom.MutationObserver;
import elemental2.dom.MutationObserverInit;
import elemental2.dom.MutationRecord;
import elemental2.dom.Node;
import elemental2.dom.NodeList;
import jsinterop.base.Js;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The template in a real document: what a parser makes of the text is what createElement makes. */
public class BrowserDomTest {
  private static final String HOSTILE =
      "<img src=x onerror=\"window.pwned=1\"> & ' \r\n \u0000 </td></script><!--";

  private final BrowserDom dom = new BrowserDom();
  private HTMLElement host;
  private int clicks;

  @Before
  public void attach() {
    host = (HTMLElement) DomGlobal.document.createElement("div");
    DomGlobal.document.body.appendChild(host);
  }

  @After
  public void detach() {
    host.remove();
  }

  private Tag list(String... keys) {
    return Tag.of("table")
        .add(
            Tag.of("caption").text(HOSTILE),
            Tag.of("tbody").rows(Seq.of(keys), key -> key, this::row),
            Tag.data("state", null));
  }

  private Tag row(String key) {
    return Tag.of("tr")
        .attr("title", HOSTILE)
        .add(
            Tag.of("td").text(key + " " + HOSTILE),
            Tag.of("td")
                .add(
                    Tag.of("a").attr("href", "javascript:window.pwned=1").text("x"),
                    Tag.of("input").attr("aria-label", key),
                    Tag.of("button")
                        .flag("disabled", false)
                        .on("click", event -> clicks++)
                        .text("Go")));
  }

  /** The server's markup as a parser reads it. */
  private Element parsed(Tag view) {
    host.innerHTML = HtmlText.of(view);
    return host.firstElementChild;
  }

  private Element drawn(String name, Tag view) {
    Element root = DomGlobal.document.createElement(name);
    host.appendChild(root);
    Live.bind(dom, root, view);
    return root;
  }

  private static JsArray<Node> nodes(Element root) {
    JsArray<Node> nodes = new JsArray<>();
    NodeList<Element> all = root.querySelectorAll("*");
    for (int i = 0; i < all.length; i++) {
      nodes.push(all.item(i));
      for (int j = 0; j < all.item(i).childNodes.length; j++) {
        nodes.push(all.item(i).childNodes.item(j));
      }
    }
    return nodes;
  }

  private static MutationObserver watch(Element root) {
    MutationObserver observer = new MutationObserver((records, self) -> null);
    MutationObserverInit init = MutationObserverInit.create();
    init.setAttributes(true);
    init.setCharacterData(true);
    init.setChildList(true);
    init.setSubtree(true);
    observer.observe(root, init);
    return observer;
  }

  @Test
  public void bothBackEnds_makeTheSameMarkup_ofHostileData() {
    String text = parsed(list("a", "b")).outerHTML;
    host.textContent = "";
    assertEquals(text, drawn("table", list("a", "b")).outerHTML);
    assertTrue(Js.isFalsy(Js.asPropertyMap(DomGlobal.window).get("pwned")));
    assertNull(host.querySelector("img"));
  }

  @Test
  public void theServersNodes_areTakenOver_untouched() {
    Element root = parsed(list("a", "b", "c"));
    JsArray<Node> before = nodes(root);
    MutationObserver watch = watch(root);
    Live<Element> live = Live.bind(dom, root, list("a", "b", "c"));
    live.update(list("a", "b", "c"));
    assertEquals(0, watch.takeRecords().length);
    JsArray<Node> after = nodes(root);
    assertEquals(before.length, after.length);
    for (int i = 0; i < before.length; i++) {
      assertSame(before.getAt(i), after.getAt(i));
    }
    ((HTMLElement) root.querySelector("button")).click();
    assertEquals(1, clicks);
  }

  @Test
  public void aText_changesInItsNode() {
    Tag before = Tag.of("p").add(Tag.of("b").text("one"), Tag.of("i").text("two"));
    Element root = parsed(before);
    Live<Element> live = Live.bind(dom, root, before);
    Node text = root.firstElementChild.firstChild;
    MutationObserver watch = watch(root);
    live.update(Tag.of("p").add(Tag.of("b").text("three"), Tag.of("i").text("two")));
    MutationRecord[] records = watch.takeRecords().asArray(new MutationRecord[0]);
    assertEquals(1, records.length);
    assertSame(text, records[0].target);
    assertEquals("three", text.nodeValue);
    live.update(Tag.of("p").add(Tag.of("b").text(""), Tag.of("i").text("two")));
    assertEquals("<p><b></b><i>two</i></p>", root.outerHTML);
  }

  @Test
  public void focusAndSelection_stay_asRowsMove() {
    Element root = parsed(list("a", "b", "c", "d"));
    Live<Element> live = Live.bind(dom, root, list("a", "b", "c", "d"));
    HTMLInputElement input = (HTMLInputElement) root.querySelector("[data-key=a] input");
    input.value = "typed text";
    input.focus();
    input.setSelectionRange(2, 5);
    int[] blurred = new int[1];
    input.addEventListener("blur", (Event event) -> blurred[0]++);
    live.update(list("d", "c", "b", "a"));
    live.update(list("c", "a", "x"));
    assertSame(input, DomGlobal.document.activeElement);
    assertEquals(2, (int) input.selectionStart);
    assertEquals(5, (int) input.selectionEnd);
    assertEquals(0, blurred[0]);
    assertSame(input, root.querySelector("[data-key=a] input"));
  }

  private Tag form(String title, boolean done, String note, String status) {
    return Tag.of("form")
        .add(
            Tag.of("input").attr("value", title),
            Tag.of("input").attr("type", "checkbox").flag("checked", done),
            Tag.of("textarea").text(note),
            Tag.of("select")
                .add(
                    Tag.of("option")
                        .attr("value", "new")
                        .flag("selected", status.equals("new"))
                        .text("New"),
                    Tag.of("option")
                        .attr("value", "paid")
                        .flag("selected", status.equals("paid"))
                        .text("Paid")));
  }

  private static String fields(Element root) {
    HTMLInputElement title = (HTMLInputElement) root.querySelector("input");
    HTMLInputElement done = (HTMLInputElement) root.querySelector("[type=checkbox]");
    HTMLTextAreaElement note = (HTMLTextAreaElement) root.querySelector("textarea");
    HTMLSelectElement status = (HTMLSelectElement) root.querySelector("select");
    return title.value + " " + done.checked + " " + note.value + " " + status.value;
  }

  /** What a person does: the properties change, the attributes do not. */
  private static void fillIn(Element root) {
    ((HTMLInputElement) root.querySelector("input")).value = "typed";
    ((HTMLInputElement) root.querySelector("[type=checkbox]")).checked = true;
    ((HTMLTextAreaElement) root.querySelector("textarea")).value = "typed too";
    ((HTMLSelectElement) root.querySelector("select")).value = "paid";
  }

  @Test
  public void aChangeThatIsTakenBack_goesBackInTheFieldsToo() {
    Element root = parsed(form("Tea", false, "note", "new"));
    Live<Element> live = Live.bind(dom, root, form("Tea", false, "note", "new"));
    fillIn(root);
    live.update(form("typed", true, "typed too", "paid"));
    assertEquals("typed true typed too paid", fields(root));
    live.update(form("Tea", false, "note", "new"));
    assertEquals("Tea false note new", fields(root));
    live.update(form("Coffee", true, "other", "paid"));
    assertEquals("Coffee true other paid", fields(root));
  }

  @Test
  public void whatIsRefusedAtOnce_goesBack_whenTheFieldWasChanged() {
    Element form = drawn("form", form("Tea", false, "note", "new"));
    Live<Element> live = Live.bind(dom, form, form("Tea", false, "note", "new"));
    HTMLInputElement title = (HTMLInputElement) form.querySelector("input");
    HTMLInputElement done = (HTMLInputElement) form.querySelector("[type=checkbox]");
    title.value = "typed";
    title.dispatchEvent(new Event("change"));
    done.click();
    assertTrue(done.checked);
    live.update(form("Tea", false, "note", "new"));
    assertEquals("Tea false note new", fields(form));
  }

  @Test
  public void whatAPersonIsTyping_stays_whileSomethingElseChanges() {
    Element root = parsed(form("Tea", false, "note", "new"));
    Live<Element> live = Live.bind(dom, root, form("Tea", false, "note", "new"));
    fillIn(root);
    HTMLInputElement title = (HTMLInputElement) root.querySelector("input");
    title.focus();
    title.setSelectionRange(2, 2);
    live.update(form("Tea", false, "another note", "new"));
    assertEquals("typed true another note paid", fields(root));
    assertEquals(2, (int) title.selectionStart);
  }
}
