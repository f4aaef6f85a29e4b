package buildtools;

import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a module's functions behind its other statements, where calls find them as well: gzip sees 32 kB back, and
 * functions are most like functions.
 */
final class FunctionOrder {
  static void arrange(Node body) {
    List<Node> functions = new ArrayList<>();
    Node exports = null;
    for (Node statement : Nodes.children(body)) {
      if (statement.isFunction()) {
        functions.add(statement.detach());
      } else if (statement.isExport() && exports == null) {
        exports = statement;
      }
    }
    for (Node function : functions) {
      if (exports == null) {
        body.addChildToBack(function);
      } else {
        function.insertBefore(exports);
      }
    }
  }

  private FunctionOrder() {}
}
