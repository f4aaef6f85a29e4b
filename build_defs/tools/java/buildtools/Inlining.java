package buildtools;

import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes what a function of one expression says in place of its calls, where gzip makes less of it: the compiler counts
 * characters, and {@code a.then(b)} many times is less to gzip than a name for it is.
 */
final class Inlining {
  static void apply(Node root, Node body, Function<Node, String> printer) {
    int least = FunctionOrder.packed(printer.apply(body));
    List<String> names = new ArrayList<>();
    Nodes.children(body).stream().filter(Node::isFunction).forEach(f -> names.add(f.getFirstChild().getString()));
    for (String name : names) {
      Node before = body.cloneTree();
      int size = inline(name, root, body) ? FunctionOrder.packed(printer.apply(body)) : least;
      if (size < least) {
        least = size;
      } else {
        body.removeChildren();
        body.addChildrenToBack(before.removeChildren());
      }
    }
  }

  /** False where that would not be the same; the code may be half changed then. */
  private static boolean inline(String name, Node root, Node body) {
    Node function = Nodes.children(body).stream()
        .filter(f -> f.isFunction() && f.getFirstChild().getString().equals(name)).findAny().get();
    Node statement = function.getLastChild().getFirstChild();
    if (!function.getLastChild().hasOneChild() || !statement.isReturn() && !statement.isExprResult()
        || !statement.hasChildren() || !takesEachOnce(function, statement.getFirstChild())) {
      return false;
    }
    List<Node> uses = new ArrayList<>();
    boolean[] elsewhere = {false};
    Nodes.each(root, node -> {
      if (node.isName() && node.getString().equals(name) && node.getParent() != function) {
        if (isIn(node, body) && !node.getParent().isExportSpec()) {
          // Inner ones first.
          uses.add(0, node);
        } else {
          elsewhere[0] = true;
        }
      }
    });
    for (Node use : uses) {
      Node call = use.getParent();
      if (!call.isCall() || call.getFirstChild() != use || !fits(function, call)
          || statement.isExprResult() && !Spelling.isUnused(call)) {
        return false;
      }
      Node expression = statement.getFirstChild().cloneTree();
      List<Node> places = places(function, expression);
      List<Node> arguments = Nodes.children(call).subList(1, places.size() + 1);
      for (int i = 0; i < places.size(); i++) {
        places.get(i).replaceWith(arguments.get(i).detach());
      }
      call.replaceWith(expression);
    }
    if (!elsewhere[0]) {
      function.detach();
    }
    return !uses.isEmpty();
  }

  /** The parameters are used in their order, each once and in no inner function: then no argument moves behind another. */
  private static boolean takesEachOnce(Node function, Node expression) {
    boolean[] simple = {true};
    Nodes.each(expression, node -> simple[0] &= !node.isFunction() && !node.isThis() && !node.isAnd() && !node.isOr()
        && !node.isHook() && !node.isAssign());
    List<Node> parameters = Nodes.children(function.getSecondChild());
    List<Node> places = places(function, expression);
    simple[0] &= parameters.size() == places.size() && !places.contains(expression);
    for (int i = 0; i < places.size() && simple[0]; i++) {
      simple[0] = parameters.get(i).isName() && parameters.get(i).getString().equals(places.get(i).getString());
    }
    return simple[0];
  }

  private static List<Node> places(Node function, Node expression) {
    List<String> parameters = new ArrayList<>();
    Nodes.children(function.getSecondChild()).forEach(p -> parameters.add(p.isName() ? p.getString() : ""));
    List<Node> places = new ArrayList<>();
    Nodes.each(expression, node -> {
      if (node.isName() && parameters.contains(node.getString())) {
        places.add(node);
      }
    });
    return places;
  }

  /** As many arguments as parameters; what comes behind the first looks at nothing that may change. */
  private static boolean fits(Node function, Node call) {
    List<Node> arguments = Nodes.children(call);
    return arguments.size() == function.getSecondChild().getChildCount() + 1
        && arguments.stream().noneMatch(Node::isSpread)
        && arguments.stream().skip(2).allMatch(a -> a.isName() || a.isThis() || a.isFunction() || a.isNull());
  }

  private static boolean isIn(Node node, Node body) {
    Node parent = node;
    while (parent != null && parent != body) {
      parent = parent.getParent();
    }
    return parent != null;
  }

  private Inlining() {}
}
