package dev.sanguine.html;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.Seq;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class LiveRowsTest {
  private static final class Item {
    final String key;
    final String text;

    Item(String key, String text) {
      this.key = key;
      this.text = text;
    }
  }

  private final FakeDom dom = new FakeDom();
  private final FakeDom.Node root = new FakeDom.Node("ul");
  private final Map<String, Item> pool = new LinkedHashMap<>();
  private int viewed;
  private int seed = 1;

  private Item item(String key) {
    return pool.computeIfAbsent(key, k -> new Item(k, "text " + k));
  }

  private Seq<Item> items(String keys) {
    Seq<Item> items = new Seq<>();
    for (String key : keys.isEmpty() ? new String[0] : keys.split(" ")) {
      items.add(item(key));
    }
    return items;
  }

  private Seq<Item> many(int n) {
    Seq<Item> items = new Seq<>();
    for (int i = 0; i < n; i++) {
      items.add(item("k" + i));
    }
    return items;
  }

  private Tag list(Seq<Item> items) {
    return Tag.of("ul").rows(items, item -> item.key, this::row);
  }

  private Tag row(Item item) {
    viewed++;
    return Tag.of("li").add(Tag.of("span").text(item.text), Tag.of("button").text("Go"));
  }

  private Map<String, FakeDom.Node> nodes() {
    Map<String, FakeDom.Node> nodes = new LinkedHashMap<>();
    root.children.forEach(node -> nodes.put(node.attributes.get("data-key"), node));
    return nodes;
  }

  private String order() {
    return String.join(" ", nodes().keySet());
  }

  private long count(String write) {
    return dom.writes.stream().filter(write::equals).count();
  }

  @Test
  public void rowsOfTheServer_areTakenOver_withoutAWrite() {
    FakeDom.Node server = FakeDom.parsed(list(items("a b c")));
    List<FakeDom.Node> before = server.all();
    Live.bind(dom, server, list(items("a b c")));
    assertEquals(before, server.all());
    assertEquals(Arrays.asList(), dom.writes);
  }

  @Test
  public void rowsOfTheServer_areFoundByKey_ifTheOrderDiffers() {
    FakeDom.Node server = FakeDom.parsed(list(items("a b c")));
    FakeDom.Node c = server.children.get(2);
    Live.bind(dom, server, list(items("c a d")));
    assertSame(c, server.children.get(0));
    assertEquals(HtmlText.of(list(items("c a d"))), server.html());
  }

  @Test
  public void oneChangedRowOfTenThousand_isTheOnlyOneDescribedAndWritten() {
    Seq<Item> items = many(10_000);
    Live<FakeDom.Node> live = Live.bind(dom, root, list(items));
    Map<String, FakeDom.Node> before = nodes();
    Seq<Item> next = items.copy();
    next.set(5_000, new Item("k5000", "changed"));
    viewed = 0;
    dom.writes.clear();
    live.update(list(next));
    assertEquals(1, viewed);
    assertEquals(Arrays.asList("span=changed"), dom.writes);
    assertEquals(before, nodes());
  }

  @Test
  public void theIdenticalList_isNotLookedAt() {
    int[] asked = new int[1];
    Seq<Item> items = items("a b");
    KeyOf<Item> key = item -> {
      asked[0]++;
      return item.key;
    };
    Live<FakeDom.Node> live = Live.bind(dom, root, Tag.of("ul").rows(items, key, this::row));
    asked[0] = 0;
    live.update(Tag.of("ul").rows(items, key, this::row));
    assertEquals(0, asked[0]);
  }

  @Test
  public void aRowWithoutItsOldRecord_keepsItsNode_underTheSameKey() {
    Live<FakeDom.Node> live = Live.bind(dom, root, list(items("new1")));
    FakeDom.Node node = root.children.get(0);
    live.update(list(Seq.of(new Item("new1", "order 17"))));
    assertSame(node, root.children.get(0));
    assertEquals("order 17", node.children.get(0).text);
  }

  @Test
  public void firstBecomesLast_isOneMove() {
    Live<FakeDom.Node> live = Live.bind(dom, root, list(items("a b c d e")));
    Map<String, FakeDom.Node> before = nodes();
    dom.writes.clear();
    live.update(list(items("b c d e a")));
    assertEquals("b c d e a", order());
    assertEquals(before, nodes());
    assertEquals(Arrays.asList("move li"), dom.writes);
  }

  @Test
  public void theRowWithTheFocus_isNotMoved_theOthersAre() {
    Live<FakeDom.Node> live = Live.bind(dom, root, list(items("a b c d")));
    dom.focused = root.children.get(0).children.get(1);
    dom.writes.clear();
    live.update(list(items("b c d a")));
    assertEquals("b c d a", order());
    assertEquals(3, count("move li"));
  }

  @Test
  public void insertedAndRemovedRows_leaveTheOthersAlone() {
    Live<FakeDom.Node> live = Live.bind(dom, root, list(items("a b c d")));
    Map<String, FakeDom.Node> before = nodes();
    dom.writes.clear();
    live.update(list(items("a x c d y")));
    assertEquals("a x c d y", order());
    assertEquals(0, count("move li"));
    assertEquals(1, count("remove li"));
    assertEquals(2, count("insert li"));
    for (String key : new String[] {"a", "c", "d"}) {
      assertSame(before.get(key), nodes().get(key));
    }
  }

  @Test
  public void twoItemsWithOneKey_areShown_andLeaveNothingBehind() {
    Live<FakeDom.Node> live =
        Live.bind(dom, root, list(Seq.of(item("a"), item("b"), new Item("a", "again"))));
    assertEquals(3, root.children.size());
    live.update(list(items("b c a")));
    assertEquals(HtmlText.of(list(items("b c a"))), root.html());
    live.update(list(items("")));
    assertEquals("<ul></ul>", root.html());
  }

  @Test
  public void anyOrder_endsAsTheTextSays_withTheFewestMoves() {
    Live<FakeDom.Node> live = Live.bind(dom, root, list(items("")));
    Seq<Item> last = items("");
    for (int round = 0; round < 300; round++) {
      Seq<Item> next = shuffled();
      shows(live, next);
      assertEquals(fewestMoves(last, next), count("move li"));
      last = next;
    }
  }

  @Test
  public void anyOrder_endsAsTheTextSays_aroundTheRowThatHasTheFocus() {
    Live<FakeDom.Node> live = Live.bind(dom, root, list(items("x")));
    for (int round = 0; round < 300; round++) {
      dom.focused = root.children.get(random(root.children.size()));
      Seq<Item> next = shuffled();
      next.insert(random(next.size() + 1), item("x"));
      shows(live, next);
    }
  }

  /** The update draws these rows, and keeps the nodes of those that were there. */
  private void shows(Live<FakeDom.Node> live, Seq<Item> next) {
    Map<String, FakeDom.Node> before = nodes();
    dom.writes.clear();
    live.update(list(next));
    assertEquals(HtmlText.of(list(next)), root.html());
    Map<String, FakeDom.Node> kept = nodes();
    kept.keySet().retainAll(before.keySet());
    before.keySet().retainAll(kept.keySet());
    assertEquals(before, kept);
  }

  private Seq<Item> shuffled() {
    List<Item> some = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      if (random(3) > 0) {
        some.add(item("r" + i));
      }
    }
    Seq<Item> next = new Seq<>();
    if (random(4) == 0) {
      Collections.reverse(some);
    }
    while (!some.isEmpty()) {
      next.add(some.remove(random(3) > 0 ? 0 : random(some.size())));
    }
    return next;
  }

  /** Kept rows less a longest rising run of their old places, found the slow way. */
  private static int fewestMoves(Seq<Item> last, Seq<Item> next) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < next.size(); i++) {
      if (last.has(next.get(i))) {
        places.add(last.find(next.get(i)));
      }
    }
    int[] run = new int[places.size()];
    int longest = 0;
    for (int i = 0; i < run.length; i++) {
      run[i] = 1;
      for (int j = 0; j < i; j++) {
        run[i] = places.get(j) < places.get(i) ? Math.max(run[i], run[j] + 1) : run[i];
      }
      longest = Math.max(longest, run[i]);
    }
    return run.length - longest;
  }

  private int random(int below) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return (seed >>> 8) % below;
  }
}
