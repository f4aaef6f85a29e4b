package dev.sanguine.html;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;

/**
 * The Java side of a custom element. It lives as long as the element: taken out of the document it is told so, put back
 * it goes on with the same nodes. {@link ElementDefinition} says what the element is called and what a page sees of it.
 *
 * <pre>{@code
 * final class TodoList extends CustomElement {
 *   private final Observer<Seq<Object>> todos;
 *
 *   protected void connected() {
 *     untilDisconnected(todos.subscribe(result -> render(view(result))));
 *     render(view(todos.current()));
 *   }
 * }
 * }</pre>
 */
public abstract class CustomElement {
  private final HTMLElement host;
  private final Seq<Task> atDisconnect = new Seq<>();
  private Live<Element> live;
  private boolean isConnected;

  /**
   * @param host the element in the document
   */
  protected CustomElement(HTMLElement host) {
    this.host = host;
  }

  /** The element in the document. */
  public final HTMLElement host() {
    return host;
  }

  /** The element has come into a document, for the first time or again. */
  protected void connected() {}

  /** The element has left its document. What {@link #untilDisconnected} was given has run. */
  protected void disconnected() {}

  /** Runs the task when the element leaves its document: the end of a subscription, say. */
  protected final void untilDisconnected(Task task) {
    atDisconnect.add(task);
  }

  /**
   * Shows this view inside of the element: the tag stands for the element itself, and what is in the tag is what is shown.
   * The first view takes over the markup that the server sent; later ones write what differs.
   */
  protected final void render(Tag view) {
    if (live == null) {
      live = Live.bind(new BrowserDom(), host, view);
    } else {
      live.update(view);
    }
  }

  /** True once something was rendered. */
  protected final boolean isRendered() {
    return live != null;
  }

  /**
   * As if the element had left its document and come back: for an attribute that says that something else is to be shown. Does
   * nothing if the element is not connected.
   */
  protected final void restart() {
    if (isConnected) {
      leave();
      connect();
    }
  }

  final void connect() {
    isConnected = true;
    connected();
  }

  final void leave() {
    isConnected = false;
    Seq<Task> tasks = atDisconnect.copy();
    atDisconnect.clear();
    tasks.each(Task::run);
    disconnected();
  }
}
