package dev.sanguine.html;

import elemental2.dom.HTMLElement;
import jsinterop.annotations.JsFunction;
import jsinterop.annotations.JsType;

/** A JavaScript class that extends HTMLElement, as the browser asks for it; element_class.js makes it. */
@JsType(isNative = true, namespace = "dev.sanguine.html")
final class ElementClass {
  /** Is given each new element of the class, in its constructor. */
  @JsFunction
  interface Created {
    void created(HTMLElement host);
  }

  /** What a method of the class does; of a getter the argument is undefined. */
  @JsFunction
  interface Call {
    Object call(HTMLElement host, Object[] arguments);
  }

  /** False on a server, and if the browser has this name already. */
  static native boolean canDefine(String name);

  static native ElementClass create(Created created, String[] observedAttributes);

  native void addMethod(String name, Call call);

  native void addProperty(String name, Call get, Call set);

  native void define(String name);
}
