package buildtools;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.NodeTraversal;
import com.google.javascript.jscomp.Var;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes what ES modules export as such, in code that is ready to be printed: {@code $x.Name=a}
 * becomes {@code export{a as Name}}, and {@code $x.Name=value} becomes {@code export const Name=value}.
 * A module that needs nothing of the one before it does not import it.
 */
final class Exports {
  private static final String HOLDER = "$x";

  /** Every name in the code. */
  private final Set<String> names = new HashSet<>();

  /** What modules that import a name of the code call it. */
  private final Map<String, String> exportedAs = new HashMap<>();

  /** The bodies of the modules, in their order. */
  static List<Node> declare(Node root) {
    Exports exports = new Exports();
    Nodes.each(root, exports::gatherName);
    List<Node> modules = new ArrayList<>();
    for (Node script : Nodes.children(root)) {
      if (script.hasOneChild() && script.getFirstChild().isModuleBody()) {
        modules.add(script.getFirstChild());
      }
    }
    modules.forEach(exports::declareIn);
    modules.forEach(exports::importIn);
    for (int i = 2; i < modules.size(); i++) {
      if (!doesMoreThanDeclare(modules.get(i - 1))) {
        dropBareImports(modules.get(i));
      }
    }
    return modules;
  }

  /**
   * Calls what a module exports by the name that it is exported by, inside of the module too: stack
   * traces and consoles then show it. A name that the module means something else by is left alone.
   */
  static void nameInside(AbstractCompiler compiler, Node root, List<Node> modules) {
    for (Node body : modules) {
      Set<String> taken = new HashSet<>();
      Nodes.children(body).stream()
          .filter(statement -> !statement.isExport())
          .forEach(statement -> Nodes.each(statement, node -> {
            if (node.isName()) {
              taken.add(node.getString());
            }
          }));
      Map<String, String> names = new HashMap<>();
      for (Node spec : specs(body)) {
        String name = spec.getLastChild().getString();
        if (!taken.contains(name)) {
          names.putIfAbsent(spec.getFirstChild().getString(), name);
        }
      }
      usesOfDeclared(compiler, root, body, names.keySet())
          .forEach(use -> rename(use, names.get(use.getString())));
      specs(body)
          .forEach(spec -> spec.setShorthandProperty(
              spec.getFirstChild().getString().equals(spec.getLastChild().getString())));
    }
  }

  /** The nodes that mean, by one of {@code names}, what the module itself declares. */
  private static List<Node> usesOfDeclared(
      AbstractCompiler compiler, Node root, Node body, Set<String> names) {
    List<Node> uses = new ArrayList<>();
    NodeTraversal.Builder traversal = NodeTraversal.builder().setCompiler(compiler);
    traversal
        .setCallback((NodeTraversal at, Node node, Node parent) -> {
          if (node.isName() && names.contains(node.getString()) && !isNameElsewhere(node, parent)) {
            Var variable = at.getScope().getVar(node.getString());
            if (variable != null && variable.getScopeRoot() == body) {
              uses.add(node);
            }
          }
        })
        .traverse(root);
    return uses;
  }

  /** What another module calls it: {@code F} in {@code import{F as a}} and in {@code export{a as F}}. */
  private static boolean isNameElsewhere(Node node, Node parent) {
    return parent.isImportSpec() && node == parent.getFirstChild()
        || parent.isExportSpec() && node == parent.getLastChild();
  }

  private static void rename(Node use, String name) {
    Node key = use.getParent().isDefaultValue() ? use.getGrandparent() : use.getParent();
    if (key.isStringKey()) {
      key.setShorthandProperty(false);
    }
    use.setString(name);
  }

  private void gatherName(Node node) {
    if (node.isName()) {
      names.add(node.getString());
    }
  }

  private void declareIn(Node body) {
    Set<String> imported = new HashSet<>();
    importSpecs(body).forEach(spec -> imported.add(spec.getLastChild().getString()));
    List<Node> specs = new ArrayList<>();
    Node constants = null;
    for (Node statement : Nodes.children(body)) {
      if (!isExport(statement)) {
        constants = null;
        continue;
      }
      String name = statement.getFirstFirstChild().getString();
      Node value = statement.getFirstChild().getLastChild().detach();
      if (value.isName()) {
        if (!imported.contains(value.getString())) {
          exportedAs.putIfAbsent(value.getString(), name);
        }
        specs.add(spec(value.getString(), name, statement));
        statement.detach();
      } else if (names.contains(name)) {
        String local = fresh(name);
        specs.add(spec(local, name, statement));
        statement.replaceWith(new Node(Token.CONST, variable(local, value)).srcref(statement));
        constants = null;
      } else if (constants != null) {
        constants.addChildToBack(variable(name, value));
        statement.detach();
      } else {
        constants = new Node(Token.CONST, variable(name, value)).srcref(statement);
        statement.replaceWith(new Node(Token.EXPORT, constants).srcref(statement));
      }
    }
    if (specs.isEmpty()) {
      return;
    }
    Node list = exported(body);
    if (list == null) {
      list = new Node(Token.EXPORT_SPECS);
      body.addChildToBack(new Node(Token.EXPORT, list));
    }
    for (Node spec : Nodes.children(list)) {
      // Exported for another module of ours, which takes the other name.
      if (exportedAs.containsKey(spec.getFirstChild().getString())) {
        spec.detach();
      }
    }
    specs.forEach(list::addChildToBack);
  }

  /** Closure gives a name that is exported the same name where it is imported. */
  private void importIn(Node body) {
    for (Node spec : importSpecs(body)) {
      Node imported = spec.getFirstChild();
      imported.setString(exportedAs.getOrDefault(imported.getString(), imported.getString()));
    }
  }

  /** What the module imports by name. */
  static List<Node> importSpecs(Node body) {
    List<Node> result = new ArrayList<>();
    for (Node statement : Nodes.children(body)) {
      if (statement.isImport() && statement.getSecondChild().isImportSpecs()) {
        result.addAll(Nodes.children(statement.getSecondChild()));
      }
    }
    return result;
  }

  /** A module depends on the one before it. Where it takes no name from there, what that one does may still count. */
  private static boolean doesMoreThanDeclare(Node body) {
    return Nodes.children(body).stream().anyMatch(Node::isExprResult);
  }

  private static void dropBareImports(Node body) {
    for (Node statement : Nodes.children(body)) {
      if (statement.isImport()
          && statement.getFirstChild().isEmpty()
          && statement.getSecondChild().isEmpty()) {
        statement.detach();
      }
    }
  }

  /** {@code $x.Name = value} or {@code $x['Name'] = value}. */
  private static boolean isExport(Node statement) {
    if (!statement.isExprResult() || !statement.getFirstChild().isAssign()) {
      return false;
    }
    Node target = statement.getFirstFirstChild();
    return target.isGetProp() && target.getFirstChild().matchesName(HOLDER);
  }

  /** What the module exports by name. */
  static List<Node> specs(Node body) {
    Node list = exported(body);
    return list == null ? new ArrayList<>() : Nodes.children(list);
  }

  private static Node exported(Node body) {
    for (Node statement : Nodes.children(body)) {
      if (statement.isExport() && statement.getFirstChild().isExportSpecs()) {
        return statement.getFirstChild();
      }
    }
    return null;
  }

  private String fresh(String name) {
    String result = name;
    while (!names.add(result)) {
      result += "$";
    }
    return result;
  }

  private static Node variable(String name, Node value) {
    Node result = IR.name(name).srcref(value);
    result.addChildToBack(value);
    return result;
  }

  private static Node spec(String local, String exported, Node place) {
    return new Node(Token.EXPORT_SPEC, IR.name(local), IR.name(exported)).srcrefTree(place);
  }
}
