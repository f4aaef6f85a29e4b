package dev.sanguine.html.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.html.CustomElement;
import dev.sanguine.html.ElementDefinition;
import dev.sanguine.html.ElementEvent;
import dev.sanguine.html.Tag;
import elemental2.core.Function;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.MutationObserver;
import elemental2.dom.MutationObserverInit;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** An element that is written in Java, as a page uses it. */
public class CustomElementTest {
  private static final ElementEvent<String> SAID = ElementEvent.of("test-said");

  /** What happened to the elements of this test, in order. */
  private static final Seq<String> log = new Seq<>();

  private static final class Greeting extends CustomElement {
    private String name = "nobody";
    private Double size;

    Greeting(HTMLElement host) {
      super(host);
      log.add("created");
    }

    @Override
    protected void connected() {
      log.add("connected");
      untilDisconnected(() -> log.add("stopped"));
      show();
    }

    @Override
    protected void disconnected() {
      log.add("disconnected");
    }

    void setName(String name) {
      log.add("name " + name);
      this.name = name == null ? "nobody" : name;
      if (isRendered()) {
        show();
      }
    }

    Double size() {
      return size;
    }

    void setSize(Double size) {
      this.size = size;
      restart();
    }

    void say(String word) {
      log.add(SAID.fire(host(), word) ? "said " + word : "kept to itself " + word);
    }

    private void show() {
      render(Tag.of("test-greeting").add(Tag.of("p").text("Hello, " + name)));
    }
  }

  private static final ElementDefinition<Greeting> DEFINITION = ElementDefinition.of(
          "test-greeting", Greeting::new)
      .attribute("name", Greeting::setName)
      .property("size", Greeting::size, Greeting::setSize)
      .method("say", Greeting::say);

  private HTMLElement page;

  @Before
  public void open() {
    page = (HTMLElement) DomGlobal.document.createElement("div");
    DomGlobal.document.body.appendChild(page);
    DEFINITION.define();
    log.clear();
  }

  @After
  public void close() {
    page.remove();
  }

  private static String happened() {
    Seq<String> words = log.copy();
    log.clear();
    return String.valueOf(words);
  }

  private static JsPropertyMap<Object> members(Element element) {
    return Js.asPropertyMap(element);
  }

  private static void call(Element element, String method, Object... arguments) {
    Js.<Function>uncheckedCast(members(element).get(method)).apply(element, arguments);
  }

  @Test
  public void anElement_isToldWhenItComesIntoADocument_andWhenItLeaves() {
    Element element = DomGlobal.document.createElement("test-greeting");
    assertEquals("created", happened());
    assertEquals("what is made is empty", 0, element.childNodes.length);
    page.appendChild(element);
    assertEquals("connected", happened());
    assertEquals("<p>Hello, nobody</p>", element.innerHTML);
    Element shown = element.firstElementChild;
    element.remove();
    assertEquals("stopped,disconnected", happened());
    page.appendChild(element);
    assertEquals("connected", happened());
    assertSame("the same nodes", shown, element.firstElementChild);
    element.remove();
    assertEquals("a task runs once", "stopped,disconnected", happened());
  }

  @Test
  public void attributes_areToldFromTheBeginning_andWhenTheyChangeOrGo() {
    page.innerHTML = "<test-greeting name=\"Ada\"></test-greeting>";
    Element element = page.firstElementChild;
    assertEquals("created,name Ada,connected", happened());
    element.setAttribute("name", "Grace");
    element.setAttribute("title", "not observed");
    assertEquals("name Grace", happened());
    assertEquals("<p>Hello, Grace</p>", element.innerHTML);
    element.removeAttribute("name");
    assertEquals("name null", happened());
    assertEquals("<p>Hello, nobody</p>", element.innerHTML);
  }

  @Test
  public void theServersMarkup_isTakenOver() {
    HTMLElement host = (HTMLElement) DomGlobal.document.createElement("test-greeting");
    host.innerHTML = "<p>Hello, nobody</p>";
    Element sent = host.firstElementChild;
    MutationObserver watch = new MutationObserver((records, self) -> null);
    MutationObserverInit init = MutationObserverInit.create();
    init.setChildList(true);
    init.setCharacterData(true);
    init.setSubtree(true);
    watch.observe(host, init);
    page.appendChild(host);
    assertSame(sent, host.firstElementChild);
    assertEquals(0, watch.takeRecords().length);
  }

  @Test
  public void aRestart_isLeavingAndComingBack_andNothingForWhatIsNotConnected() {
    Element element = DomGlobal.document.createElement("test-greeting");
    members(element).set("size", 1.0);
    assertEquals("created", happened());
    page.appendChild(element);
    Element shown = element.firstElementChild;
    happened();
    members(element).set("size", 2.0);
    assertEquals("stopped,disconnected,connected", happened());
    assertSame(shown, element.firstElementChild);
    element.remove();
    happened();
    members(element).set("size", 3.0);
    assertEquals("", happened());
  }

  @Test
  public void properties_areTypedOnBothSides() {
    Element element = DomGlobal.document.createElement("test-greeting");
    members(element).set("size", 4.0);
    assertEquals(4.0, Js.asDouble(members(element).get("size")), 0);
  }

  @Test
  public void aPropertyThatWasSetBeforeTheDefinition_isHandedOn() {
    Element early = DomGlobal.document.createElement("test-late");
    members(early).set("size", 3.0);
    page.appendChild(early);
    Greeting[] made = new Greeting[1];
    assertTrue(ElementDefinition.of("test-late", host -> made[0] = new Greeting(host))
        .property("size", Greeting::size, Greeting::setSize)
        .define());
    assertEquals("created,connected", happened());
    assertEquals(3.0, made[0].size(), 0);
    members(early).set("size", 5.0);
    assertEquals("the accessor is not hidden", 5.0, made[0].size(), 0);
  }

  @Test
  public void aMethod_isCalledWithItsArgument() {
    Element element = DomGlobal.document.createElement("test-greeting");
    happened();
    call(element, "say", "hi");
    call(element, "say");
    assertEquals("said hi,said null", happened());
  }

  @Test
  public void anEvent_tellsThePageItsDetail_andSaysIfItWasStopped() {
    Element element = DomGlobal.document.createElement("test-greeting");
    page.appendChild(element);
    happened();
    Task stop = SAID.listen(page, word -> log.add("heard " + word));
    call(element, "say", "hi");
    stop.run();
    call(element, "say", "ho");
    assertEquals("heard hi,said hi,said ho", happened());
    element.addEventListener("test-said", event -> event.preventDefault());
    call(element, "say", "psst");
    assertEquals("kept to itself psst", happened());
  }

  @Test
  public void aNameThatIsTaken_isNotDefinedAgain() {
    assertFalse(DEFINITION.define());
    Element element = DomGlobal.document.createElement("test-greeting");
    assertEquals("created", happened());
    assertTrue(Js.<Object>uncheckedCast(element) instanceof HTMLElement);
  }
}
