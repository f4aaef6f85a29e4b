package dev.sanguine.html;

/**
 * The back end for a document: a template bound to nodes.
 *
 * <p>Binding takes over the nodes that are there (the server's markup, which the same template wrote) and creates what
 * is missing; an empty root is filled. An update compares the new description with the last one and writes only the
 * attributes, texts and rows that differ. Costs of an update: one identity check per unchanged row, and the changed
 * rows. Nodes are kept, so focus and selection are too.
 *
 * @param <N> an element of the document
 */
public final class Live<N> {
  private final LiveTag<N> root;

  private Live(LiveTag<N> root) {
    this.root = root;
  }

  /** Binds {@code view} to {@code root}, whose inside then belongs to it. */
  public static <N> Live<N> bind(Dom<N> dom, N root, Tag view) {
    return new Live<>(LiveTag.adopt(dom, root, view));
  }

  public void update(Tag view) {
    root.update(view);
  }
}
