package dev.sanguine.html;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

public class LiveTest {
  private final FakeDom dom = new FakeDom();
  private final List<String> heard = new ArrayList<>();

  private Tag card(String title, String note, String link) {
    return Tag.of("section")
        .add(
            Tag.of("h2").cls("title").text(title),
            note == null ? null : Tag.of("p").flag("hidden", note.isEmpty()).text(note),
            Tag.of("button")
                .attr("aria-label", title)
                .on("click", event -> heard.add(title))
                .text("Go"),
            Tag.of("a").attr("href", link).text("more"),
            Tag.data("state", title.equals("server") ? "{}" : null));
  }

  @Test
  public void anEmptyRoot_isFilled_asTheTextSays() {
    FakeDom.Node root = new FakeDom.Node("section");
    Live.bind(dom, root, card("<One> & \"two\"", "it's", "javascript:x"));
    assertEquals(HtmlText.of(card("<One> & \"two\"", "it's", "javascript:x")), root.html());
  }

  @Test
  public void nodesOfTheServer_areTakenOver_withoutAWrite() {
    FakeDom.Node root = FakeDom.parsed(card("a", "note", "/x"));
    List<FakeDom.Node> before = root.all();
    Live<FakeDom.Node> live = Live.bind(dom, root, card("a", "note", "/x"));
    live.update(card("a", "note", "/x"));
    assertEquals(before, root.all());
    assertEquals(Arrays.asList(), dom.writes);
    before.get(3).fire("click");
    assertEquals(Arrays.asList("a"), heard);
  }

  @Test
  public void takenOverNodes_thatSayOtherwise_areMended_inPlace() {
    FakeDom.Node root = FakeDom.parsed(card("old", "", "/old"));
    List<FakeDom.Node> before = root.all();
    Live.bind(dom, root, card("new", "note", "/old"));
    assertEquals(HtmlText.of(card("new", "note", "/old")), root.html());
    assertEquals(before, root.all());
    assertEquals(
        Arrays.asList("h2=new", "p@hidden=null", "p=note", "button@aria-label=new"), dom.writes);
  }

  @Test
  public void foreignMarkup_isReplaced_andWhatFitsIsKept() {
    FakeDom.Node root =
        FakeDom.parsed(Tag.of("section").add(Tag.of("div").text("x"), Tag.of("h2"), Tag.of("hr")));
    FakeDom.Node title = root.children.get(1);
    Live.bind(dom, root, card("a", null, "/x"));
    assertEquals(HtmlText.of(card("a", null, "/x")), root.html());
    assertSame(title, root.children.get(0));
  }

  @Test
  public void theBlockOfData_isLeftAlone() {
    FakeDom.Node root = FakeDom.parsed(card("a", null, "/x"));
    FakeDom.Node block = new FakeDom.Node("script");
    block.text = "{\"a\":1}";
    block.parent = root;
    root.children.add(block);
    Live<FakeDom.Node> live = Live.bind(dom, root, card("a", null, "/x"));
    live.update(card("a", "note", "/x"));
    live.update(card("server", null, "/x"));
    assertSame(block, root.children.get(3));
    assertEquals("{\"a\":1}", block.text);
  }

  @Test
  public void anUpdate_writesOnlyWhatDiffers() {
    FakeDom.Node root = new FakeDom.Node("section");
    Live<FakeDom.Node> live = Live.bind(dom, root, card("a", "", "/x"));
    dom.writes.clear();
    live.update(card("a", "note", "/x"));
    assertEquals(Arrays.asList("p@hidden=null", "p=note"), dom.writes);
  }

  @Test
  public void aChildThatComesAndGoes_keepsItsPlace() {
    FakeDom.Node root = new FakeDom.Node("section");
    Live<FakeDom.Node> live = Live.bind(dom, root, card("a", null, "/x"));
    FakeDom.Node button = root.children.get(1);
    live.update(card("a", "note", "/x"));
    assertEquals(HtmlText.of(card("a", "note", "/x")), root.html());
    assertSame(button, root.children.get(2));
    live.update(card("a", null, "/x"));
    assertEquals(HtmlText.of(card("a", null, "/x")), root.html());
  }

  @Test
  public void aHandler_isTheOneOfTheLastDescription_andRunsOnce() {
    FakeDom.Node root = new FakeDom.Node("section");
    Live<FakeDom.Node> live = Live.bind(dom, root, card("a", null, "/x"));
    live.update(card("b", null, "/x"));
    root.children.get(1).fire("click");
    assertEquals(Arrays.asList("b"), heard);
  }

  @Test
  public void contentThatChangesItsKind_isDrawnAnew() {
    FakeDom.Node root = new FakeDom.Node("div");
    Tag text = Tag.of("div").text("x");
    Tag children = Tag.of("div").add(Tag.of("b").text("y"), Tag.of("i"));
    Tag none = Tag.of("div");
    Live<FakeDom.Node> live = Live.bind(dom, root, text);
    for (Tag next : new Tag[] {children, text, none, children, none, text}) {
      live.update(next);
      assertEquals(HtmlText.of(next), root.html());
    }
    live.update(Tag.of("div").add(Tag.of("b").text("y"), Tag.of("u")));
    assertEquals("<div><b>y</b><u></u></div>", root.html());
    live.update(Tag.of("div").add(Tag.of("b").text("y")));
    assertEquals("<div><b>y</b></div>", root.html());
  }

  @Test
  public void attributesUnderOtherNames_areComparedByName() {
    FakeDom.Node root = new FakeDom.Node("p");
    Live<FakeDom.Node> live = Live.bind(dom, root, Tag.of("p").attr("id", "1").attr("lang", "en"));
    dom.writes.clear();
    live.update(Tag.of("p").attr("lang", "en").attr("title", "t"));
    assertEquals(Arrays.asList("p@title=t", "p@id=null"), dom.writes);
    assertTrue(root.attributes.containsKey("lang"));
  }
}
