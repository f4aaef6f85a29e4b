package dev.sanguine.html;

import elemental2.dom.HTMLElement;
import jsinterop.annotations.JsFunction;
import jsinterop.annotations.JsType;

/** Defines custom elements; a custom element has to be a JavaScript class, which custom_elements.js makes. */
@JsType(isNative = true, namespace = "dev.sanguine.html")
public final class CustomElements {
  /** What is behind one element: is asked by the name of a lifecycle callback, a method, or a property. */
  @JsFunction
  public interface Widget {
    /**
     * @param name a method's name; {@code get x} or {@code set x} for a property x
     * @param argument the first argument, or the property's new value
     */
    Object ask(String name, Object argument);
  }

  /** Makes what is behind a new element, which may have its server's markup inside. */
  @JsFunction
  public interface Maker {
    Widget make(HTMLElement host);
  }

  private CustomElements() {}

  /** Defines the element, unless this runtime has none (a server) or the name is taken. */
  public static native void define(String name, Maker maker, String[] methods, String[] properties);
}
