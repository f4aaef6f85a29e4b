package shop.orders.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.js.Face;
import dev.sanguine.json.Json;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.conflicts.ConflictsFeature;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.pacing.Pacer;
import dev.sanguine.query.records.RecordsFeature;
import elemental2.core.Function;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.MouseEvent;
import elemental2.dom.MouseEventInit;
import elemental2.dom.MutationObserver;
import elemental2.dom.MutationObserverInit;
import elemental2.dom.NodeList;
import jsinterop.base.Js;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import shop.orders.OrdersPage;

/** The custom element in a document. Its requests go nowhere here; what becomes of them is OrdersControllerTest's. */
public class OrdersElementTest {
  private HTMLElement page;
  private QueryClient client;

  @Before
  public void open() {
    // Loads the browser's world.
    Face.focusManager.isFocused();
    OrdersPage.define();
    client = newClient();
    OrdersPage.connect(client);
    page = (HTMLElement) DomGlobal.document.createElement("div");
    DomGlobal.document.body.appendChild(page);
  }

  @After
  public void close() {
    page.remove();
  }

  private static QueryClient newClient() {
    return new QueryClient(new QueryClientConfig()
        .environment(Environment.standard())
        .features(RecordsFeature::records, ConflictsFeature::conflicts, Pacer::pacing));
  }

  private static Object key() {
    return QueryKey.of("orders", Json.object("limit", 200, "sort", "number"));
  }

  private static Object orders(String... statuses) {
    Object[] docs = new Object[statuses.length];
    for (int i = 0; i < docs.length; i++) {
      docs[i] = Json.object(
          "id",
          i + 1,
          "number",
          "SO-" + (i + 1),
          "customer",
          "Ada",
          "status",
          statuses[i],
          "items",
          Json.array(),
          "total",
          100,
          "version",
          1);
    }
    return Json.object("docs", Json.array(docs), "totalDocs", docs.length);
  }

  private static Object state(String... statuses) {
    QueryClient server = newClient();
    server.setQueryData(key(), orders(statuses), null);
    return Json.parse(Json.stringify(Hydration.dehydrate(server, null)));
  }

  /** The page as the server sends it. */
  private Element sent(Object state) {
    page.innerHTML = "<shop-orders>" + OrdersPage.renderOrders(state, null) + "</shop-orders>";
    return page.firstElementChild;
  }

  private static void hydrate(Element element, Object state) {
    Js.<Function>uncheckedCast(Js.asPropertyMap(element).get("hydrate")).call(element, state);
  }

  private static Element row(Element element, int id) {
    return element.querySelector("tr[data-key=\"" + id + "\"]");
  }

  private static String status(Element element, int id) {
    return row(element, id).querySelector(".status").textContent;
  }

  private static HTMLElement advance(Element element, int id) {
    return (HTMLElement) row(element, id).querySelector(".order-advance");
  }

  private int observers(QueryClient of) {
    return of.getQueryCache().find(QueryFilters.of(key())).getObserversCount();
  }

  private static MutationObserver watch(Element inside) {
    MutationObserver observer = new MutationObserver((records, self) -> null);
    MutationObserverInit init = MutationObserverInit.create();
    init.setAttributes(true);
    init.setCharacterData(true);
    init.setChildList(true);
    init.setSubtree(true);
    for (int i = 0; i < inside.childNodes.length; i++) {
      observer.observe(inside.childNodes.item(i), init);
    }
    return observer;
  }

  @Test
  public void theServersMarkup_isTakenOver_untouched() {
    Object state = state("pending", "paid");
    Element element = sent(state);
    MutationObserver watch = watch(element);
    NodeList<Element> before = element.querySelectorAll("*");
    hydrate(element, state);
    hydrate(element, state);
    assertTrue(element.hasAttribute("data-live"));
    assertEquals("all that changes is that the buttons are enabled", 1, watch.takeRecords().length);
    assertFalse(element.querySelector("fieldset").hasAttribute("disabled"));
    NodeList<Element> after = element.querySelectorAll("*");
    assertEquals(before.length, after.length);
    for (int i = 0; i < before.length; i++) {
      assertSame(before.item(i), after.item(i));
    }
  }

  @Test
  public void aClick_changesItsRow_inTheSameTask_andKeepsTheFocus() {
    Element element = sent(state("pending", "paid"));
    hydrate(element, null);
    HTMLElement button = advance(element, 1);
    button.focus();
    MutationObserver watch = watch(row(element, 2));
    button.click();
    assertEquals("paid", status(element, 1));
    assertEquals("Mark as packed", button.textContent);
    assertSame(button, DomGlobal.document.activeElement);
    assertEquals(0, watch.takeRecords().length);
  }

  private static MouseEvent click(int detail) {
    MouseEventInit init = MouseEventInit.create();
    init.setBubbles(true);
    init.setDetail(detail);
    return new MouseEvent("click", init);
  }

  @Test
  public void theSecondClickOfADoubleClick_isNoFurtherStep() {
    Element element = sent(state("pending", "paid"));
    hydrate(element, null);
    advance(element, 1).dispatchEvent(click(1));
    advance(element, 1).dispatchEvent(click(2));
    assertEquals("paid", status(element, 1));
    advance(element, 1).dispatchEvent(click(1));
    assertEquals("packed", status(element, 1));
  }

  @Test
  public void whenItsRowGoesAway_theFocusGoesToTheNext_orBefore_orToTheHead() {
    Element element = sent(state("pending", "paid", "cancelled"));
    hydrate(element, null);
    advance(element, 2).focus();
    Object all = client.getQueryData(key());
    Seq<Object> docs = Json.list(all, "docs");
    client.setQueryData(key(), Json.with(all, "docs", Json.array(docs.get(0), docs.get(2))), null);
    assertSame(
        "the row itself: nothing can be done there",
        row(element, 3),
        DomGlobal.document.activeElement);
    client.setQueryData(key(), Json.with(all, "docs", Json.array(docs.get(0))), null);
    assertSame(advance(element, 1), DomGlobal.document.activeElement);
    client.setQueryData(key(), Json.with(all, "docs", Json.array()), null);
    assertSame(element.querySelector("caption"), DomGlobal.document.activeElement);
  }

  @Test
  public void anElementOfAnotherPage_showsThatPage() {
    Element element = DomGlobal.document.createElement("shop-orders");
    element.setAttribute("page", "2");
    page.appendChild(element);
    QueryClient server = newClient();
    Object found = Json.with(Json.with(orders("paid"), "page", 2), "totalPages", 2);
    server.setQueryData(
        QueryKey.of("orders", Json.object("limit", 200, "page", 2, "sort", "number")), found, null);
    hydrate(element, Json.parse(Json.stringify(Hydration.dehydrate(server, null))));
    assertEquals("paid", status(element, 1));
    assertEquals("/orders", element.querySelector("a[rel=prev]").getAttribute("href"));
  }

  @Test
  public void anEmptyElement_drawsItself_inTheCallOfHydrate() {
    Object state = state("pending", "paid");
    Element element = DomGlobal.document.createElement("shop-orders");
    page.appendChild(element);
    hydrate(element, state);
    String drawn = element.innerHTML;
    page.innerHTML = "<div>" + OrdersPage.renderOrders(state, null) + "</div>";
    Element parsed = page.firstElementChild;
    parsed.querySelector("script").remove();
    parsed.querySelector("fieldset").removeAttribute("disabled");
    assertEquals(parsed.innerHTML, drawn);
  }

  @Test
  public void takenOutOfTheDocument_itObservesNothing_andComesBackWithItsNodes() {
    Element element = sent(state("pending", "paid"));
    hydrate(element, null);
    assertEquals(1, observers(client));
    element.remove();
    assertEquals(0, observers(client));
    assertFalse(element.hasAttribute("data-live"));
    client.setQueryData(key(), orders("pending", "shipped"), null);
    Element before = row(element, 2);
    page.appendChild(element);
    hydrate(element, null);
    assertSame(before, row(element, 2));
    assertEquals("shipped", status(element, 2));
    assertEquals(1, observers(client));
  }

  @Test
  public void anOlderState_changesNothing_aNewerOneTheRowsThatDiffer() {
    Object older = state("pending", "paid");
    Element element = sent(older);
    hydrate(element, null);
    client.setQueryData(key(), orders("pending", "packed"), null);
    hydrate(element, older);
    assertEquals("packed", status(element, 2));
  }

  @Test
  public void connect_putsARunningElementOnTheOtherClient() {
    Element element = sent(state("pending", "paid"));
    hydrate(element, null);
    Element before = row(element, 1);
    QueryClient other = newClient();
    OrdersPage.connect(other);
    assertEquals(0, observers(client));
    assertEquals(1, observers(other));
    assertSame(before, row(element, 1));
    advance(element, 1).click();
    assertEquals("paid", status(element, 1));
    assertEquals(
        "pending", Json.string(Json.list(client.getQueryData(key()), "docs").get(0), "status"));
  }

  @Test
  public void aClientOfItsOwn_goesBeforeThePages() {
    Element element = sent(state("pending"));
    QueryClient own = newClient();
    Js.asPropertyMap(element).set("client", own);
    hydrate(element, null);
    assertSame(own, Js.asPropertyMap(element).get("client"));
    assertEquals(1, observers(own));
  }

  @Test
  public void aClientOfAnotherBuild_isNotUsed() {
    Element element = sent(state("pending"));
    Object foreign = Json.object("getQueryData", 1);
    Js.asPropertyMap(element).set("client", foreign);
    OrdersPage.connect(foreign);
    hydrate(element, null);
    assertNotSame(foreign, Js.asPropertyMap(element).get("client"));
    assertEquals(1, observers(client));
  }

  @Test
  public void aStateThatCannotBeRead_leavesTheServersRows() {
    Element element = sent(state("pending", "paid"));
    element.querySelector("script").textContent = "{\"queries\":";
    hydrate(element, null);
    assertEquals("paid", status(element, 2));
    assertFalse(element.hasAttribute("data-live"));
    client.setQueryData(key(), orders("pending", "packed"), null);
    hydrate(element, null);
    assertEquals("packed", status(element, 2));
    assertTrue(element.hasAttribute("data-live"));
  }
}
