package shop.orders;

import dev.sanguine.env.Task;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;

/** Keeps the focus in the list when what has it goes away: in the row, else in the next one, else at the list's head. */
final class FocusKeeper {
  private FocusKeeper() {}

  static void during(HTMLElement host, Task change) {
    Element focused = DomGlobal.document.activeElement;
    if (focused == null || focused == host || !host.contains(focused)) {
      change.run();
      return;
    }
    Element row = focused.closest("tr.order");
    Element after = row == null ? null : row.nextElementSibling;
    Element before = row == null ? null : row.previousElementSibling;
    change.run();
    if (DomGlobal.document.activeElement == focused && focused.closest("[hidden]") == null) {
      return;
    }
    if (!toRow(host, row) && !toRow(host, after) && !toRow(host, before)) {
      focus(host.querySelector("caption"));
    }
  }

  /** To the first control of the row that can be used; to the row itself if there is none. */
  private static boolean toRow(HTMLElement host, Element row) {
    if (row == null || !host.contains(row)) {
      return false;
    }
    Element control = row.querySelector("button:not([aria-disabled]), a[href]");
    focus(control == null ? row : control);
    return true;
  }

  private static void focus(Element element) {
    if (!element.matches("button, a[href]")) {
      element.setAttribute("tabindex", "-1");
    }
    ((HTMLElement) element).focus();
  }
}
