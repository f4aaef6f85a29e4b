package buildtools;

import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks over Closure's syntax trees. */
final class Nodes {
  /** A copy, so that the children may be moved meanwhile. */
  static List<Node> children(Node parent) {
    List<Node> result = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      result.add(child);
    }
    return result;
  }

  /** The node and all below it, each before its children. */
  static void each(Node node, Consumer<Node> visitor) {
    visitor.accept(node);
    for (Node child : children(node)) {
      each(child, visitor);
    }
  }

  private Nodes() {}
}
