package dev.sanguine.env;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** The browser's world (or Node's), for what is made without an environment: window events, global timers, console. */
final class Platform {
  private Platform() {}

  static FocusManager.Setup focus() {
    return setFocused -> listen("visibilitychange", null, event -> setFocused.on(null));
  }

  static OnlineManager.Setup online() {
    return setOnline -> {
      Object offline = listen("offline", null, event -> setOnline.on(false));
      return listen("online", offline, event -> setOnline.on(true));
    };
  }

  static boolean isVisible() {
    return Window.document() == null || !"hidden".equals(Window.document().visibilityState);
  }

  /** The global timers, looked up at each call: a page or a test may replace them. */
  static TimerProvider timers() {
    return GlobalTimers.GLOBAL;
  }

  /** Binds the method to its object as an own property, so that it can be taken off and called. */
  static void bind(Object self, String method) {
    Js.asPropertyMap(self).set(method, Js.<Fn>uncheckedCast(Js.asPropertyMap(self).get(method)).bind(self));
  }

  static void warnOfSwitchedTimers(Object previous, Object next) {
    JsPropertyMap<Object> what = JsPropertyMap.of();
    what.set("previous", previous);
    what.set("provider", next);
    Console.error("[timeoutManager]: Switching timers after some were set might result in unexpected behavior."
        + " Call setTimeoutProvider before the first query.", what);
  }

  /** Listens at the window; what is returned stops that, and {@code also}. */
  private static Object listen(String type, Object also, Listener<Object> listener) {
    Window window = Window.window();
    if (window == null || !Js.isTruthy(Js.asPropertyMap(window).get("addEventListener"))) {
      return null;
    }
    window.addEventListener(type, listener, false);
    Task stop = () -> {
      window.removeEventListener(type, listener);
      if (also != null) {
        ((Task) also).run();
      }
    };
    return stop;
  }

  private static final class GlobalTimers implements TimerProvider {
    static final TimerProvider GLOBAL = new GlobalTimers();

    @Override
    public Object setTimeout(Task task, double delay) {
      return Global.setTimeout(task, delay);
    }

    @Override
    public void clearTimeout(Object id) {
      Global.clearTimeout(id);
    }

    @Override
    public Object setInterval(Task task, double delay) {
      return Global.setInterval(task, delay);
    }

    @Override
    public void clearInterval(Object id) {
      Global.clearInterval(id);
    }
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "globalThis")
  private static final class Global {
    static native Object setTimeout(Task task, double delay);

    static native void clearTimeout(Object id);

    static native Object setInterval(Task task, double delay);

    static native void clearInterval(Object id);
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "console")
  private static final class Console {
    static native void error(String message, Object more);
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Function")
  private static class Fn {
    native Object bind(Object self);
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Window")
  private static class Window {
    @JsProperty(namespace = JsPackage.GLOBAL, name = "globalThis")
    private static native Object global();

    @jsinterop.annotations.JsOverlay
    static Window window() {
      return Js.uncheckedCast(Js.asPropertyMap(global()).get("window"));
    }

    @jsinterop.annotations.JsOverlay
    static Document document() {
      return Js.uncheckedCast(Js.asPropertyMap(global()).get("document"));
    }

    native void addEventListener(String type, Listener<Object> listener, boolean capture);

    native void removeEventListener(String type, Listener<Object> listener);
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Document")
  private static class Document {
    public String visibilityState;
  }
}
