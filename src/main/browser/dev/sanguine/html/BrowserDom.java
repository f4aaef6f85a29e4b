package dev.sanguine.html;

import dev.sanguine.env.Listener;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.Node;
import elemental2.dom.Selection;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** The browser's document. Text goes in as text, never as HTML. */
public final class BrowserDom implements Dom<Element> {
  @Override
  public Element element(String tag) {
    return DomGlobal.document.createElement(tag);
  }

  @Override
  public void insert(Element parent, Element child, Element before) {
    parent.insertBefore(child, before);
  }

  @Override
  public void remove(Element parent, Element child) {
    parent.removeChild(child);
  }

  @Override
  public Element first(Element parent) {
    return parent.firstElementChild;
  }

  @Override
  public Element next(Element element) {
    return element.nextElementSibling;
  }

  @Override
  public String tag(Element element) {
    return element.localName;
  }

  @Override
  public String attribute(Element element, String name) {
    return element.getAttribute(name);
  }

  @Override
  public void setAttribute(Element element, String name, String value) {
    if (value == null) {
      element.removeAttribute(name);
    } else {
      element.setAttribute(name, value);
    }
  }

  @Override
  public void setProperty(Element element, String name, String value) {
    JsPropertyMap<Object> field = Js.asPropertyMap(element);
    if (!name.equals("value")) {
      field.set(name, value != null);
    } else if (!Js.isTripleEqual(field.get(name), value == null ? "" : value)) {
      // Only then: the caret stays if the text is there already.
      field.set(name, value == null ? "" : value);
    }
  }

  @Override
  public String property(Element element, String name) {
    Object held = Js.asPropertyMap(element).get(name);
    if (name.equals("value")) {
      return held == null ? "" : String.valueOf(held);
    }
    return Js.isTruthy(held) ? "" : null;
  }

  @Override
  public String text(Element element) {
    return element.firstElementChild == null ? element.textContent : null;
  }

  @Override
  public void setText(Element element, String text) {
    Node only = element.firstChild;
    if (only != null
        && only.nodeType == Node.TEXT_NODE
        && only == element.lastChild
        && !text.isEmpty()) {
      // The text node stays, and with it a selection around it.
      only.nodeValue = text;
    } else {
      element.textContent = text;
    }
  }

  @Override
  public void listen(Element element, String event, Listener<Object> listener) {
    element.addEventListener(event, listener::on);
  }

  @Override
  public Element held(Element parent) {
    Element focused = DomGlobal.document.activeElement;
    Node inside = focused != null && parent.contains(focused) ? focused : selected(parent);
    while (inside != null && inside.parentNode != parent) {
      inside = inside.parentNode;
    }
    return (Element) inside;
  }

  private static Node selected(Element parent) {
    Selection selection = DomGlobal.document.getSelection();
    Node anchor = selection == null ? null : selection.anchorNode;
    return anchor != null && parent.contains(anchor) ? anchor : null;
  }
}
