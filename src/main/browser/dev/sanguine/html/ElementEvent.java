package dev.sanguine.html;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Task;
import elemental2.dom.CustomEvent;
import elemental2.dom.CustomEventInit;
import elemental2.dom.EventListener;
import elemental2.dom.EventTarget;
import jsinterop.base.Js;

/**
 * An event that an element tells the page of. It bubbles, so a page may listen at any element around.
 *
 * <pre>{@code
 * static final ElementEvent<String> REFUSED = ElementEvent.of("todo-refused");
 *
 * REFUSED.fire(host(), title);
 * Task stop = REFUSED.listen(DomGlobal.document, title -> say(title + " was refused"));
 * }</pre>
 *
 * @param <D> the type of the event's {@code detail}
 */
public final class ElementEvent<D> {
  private final String type;

  private ElementEvent(String type) {
    this.type = type;
  }

  /**
   * @param type the name that a page listens to
   */
  public static <D> ElementEvent<D> of(String type) {
    return new ElementEvent<>(type);
  }

  /**
   * Tells everybody who listens at the target, or around it.
   *
   * @param detail what the listeners are told
   * @return false if a listener has called {@code preventDefault()}
   */
  public boolean fire(EventTarget target, D detail) {
    CustomEventInit<D> init = Js.uncheckedCast(CustomEventInit.create());
    init.setBubbles(true);
    init.setCancelable(true);
    init.setDetail(detail);
    return target.dispatchEvent(new CustomEvent<>(type, init));
  }

  /**
   * Tells the listener of each such event at the target, or inside of it.
   *
   * @return ends that
   */
  public Task listen(EventTarget target, Listener<? super D> listener) {
    EventListener hears = event -> listener.on(Js.<CustomEvent<D>>uncheckedCast(event).detail);
    target.addEventListener(type, hears);
    return () -> target.removeEventListener(type, hears);
  }
}
