package buildtools;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** All that a module declares for the whole of it. */
  static Set<String> declared(Node body) {
    Set<String> declared = new HashSet<>();
    for (Node statement : children(body)) {
      Node declaration = statement.isExport() ? statement.getFirstChild() : statement;
      if (declaration.isFunction() || declaration.isClass()) {
        declared.add(declaration.getFirstChild().getString());
      } else if (NodeUtil.isNameDeclaration(declaration)) {
        children(declaration).forEach(name -> declared.add(name.getString()));
      }
    }
    return declared;
  }

  private Nodes() {}
}
