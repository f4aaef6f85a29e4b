package shop.orders;

import elemental2.dom.Element;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.MouseEvent;
import jsinterop.base.Js;

/** A double click, or a key that is held, is one step: the button under it says something else after the first. */
final class SingleSteps {
  private SingleSteps() {}

  static void in(HTMLElement host) {
    host.addEventListener(
        "click",
        event -> {
          if (isOnButton(event) && Js.<MouseEvent>uncheckedCast(event).detail > 1) {
            event.stopPropagation();
            event.preventDefault();
          }
        },
        true);
    host.addEventListener(
        "keydown",
        event -> {
          if (isOnButton(event) && Js.<KeyboardEvent>uncheckedCast(event).repeat) {
            // The browser makes no click of it then.
            event.preventDefault();
          }
        },
        true);
  }

  private static boolean isOnButton(Event event) {
    return Js.<Element>uncheckedCast(event.target).closest("button") != null;
  }
}
