package buildtools;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes what a function of one expression says in place of its calls, where gzip makes less of it: the compiler
 * counts characters, and {@code a.then(b)} many times is less to gzip than a name for it is. In the modules behind
 * the first, whose size does not count, it is written wherever that is the same: what they need not import, the first
 * need not export.
 */
final class Inlining {
  private final Node first;
  private final List<Node> later;
  private final Function<Node, String> printer;
  /** What parameters and variables of functions are called. */
  private final Set<String> locals = new HashSet<>();

  /** @param modules in the order in which they are loaded */
  static void apply(List<Node> modules, Function<Node, String> printer) {
    new Inlining(modules, printer).run();
  }

  private Inlining(List<Node> modules, Function<Node, String> printer) {
    first = modules.get(0);
    later = modules.subList(1, modules.size());
    this.printer = printer;
    modules.forEach(module -> Nodes.children(module)
        .forEach(statement -> Nodes.each(statement, node -> {
          if (node.isName() && isLocal(node, statement)) {
            locals.add(node.getString());
          }
        })));
  }

  private static boolean isLocal(Node name, Node statement) {
    Node parent = name.getParent();
    return parent.isParamList()
        || parent.isDefaultValue()
        || parent.isRest()
        || parent.isCatch()
        || NodeUtil.isNameDeclaration(parent)
            && parent != statement
            && !parent.getParent().isExport();
  }

  private void run() {
    Set<String> own = declared();
    for (String name : names()) {
      Node function = function(name);
      if (isAlias(function)) {
        replace(name, expression(function).getFirstChild().getString());
      } else if (says(function) && names(function).stream().noneMatch(own::contains)) {
        if (later.stream().filter(module -> free(name, function, module)).count() > 0) {
          drop(name);
        }
      }
    }
    int least = FunctionOrder.packed(printer.apply(first));
    for (String name : names()) {
      Node before = first.cloneTree();
      int size = inline(name) ? FunctionOrder.packed(printer.apply(first)) : least;
      if (size < least) {
        least = size;
      } else {
        first.removeChildren();
        first.addChildrenToBack(before.removeChildren());
      }
    }
  }

  /** All that the first module declares. */
  private Set<String> declared() {
    Set<String> declared = new HashSet<>();
    for (Node statement : Nodes.children(first)) {
      Node declaration = statement.isExport() ? statement.getFirstChild() : statement;
      if (declaration.isFunction() || declaration.isClass()) {
        declared.add(declaration.getFirstChild().getString());
      } else if (NodeUtil.isNameDeclaration(declaration)) {
        Nodes.children(declaration).forEach(name -> declared.add(name.getString()));
      }
    }
    return declared;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    Nodes.children(first).stream()
        .filter(Node::isFunction)
        .forEach(f -> names.add(f.getFirstChild().getString()));
    return names;
  }

  private Node function(String name) {
    return Nodes.children(first).stream()
        .filter(f -> f.isFunction() && f.getFirstChild().getString().equals(name))
        .findAny()
        .get();
  }

  /** False where that would not be the same. */
  private boolean inline(String name) {
    Node function = function(name);
    List<Node> uses = uses(name, first);
    if (!says(function) || uses.isEmpty() || !uses.stream().allMatch(use -> fits(function, use))) {
      return false;
    }
    uses.forEach(use -> write(function, use));
    dropUnused(function);
    return true;
  }

  /** Writes what the function says in the module that imports it; true where that needs it no more. */
  private static boolean free(String name, Node function, Node module) {
    List<Node> uses = uses(name, module);
    if (uses.isEmpty() || !uses.stream().allMatch(use -> fits(function, use))) {
      return false;
    }
    uses.forEach(use -> write(function, use));
    imports(name, module).forEach(Node::detach);
    return true;
  }

  /** It hands all that it is given to another function, as it is. */
  private boolean isAlias(Node function) {
    Node call = expression(function);
    return says(function)
        && call.isCall()
        && call.getFirstChild().isName()
        && Nodes.children(call).stream().allMatch(Node::isName)
        && call.getChildCount() == function.getSecondChild().getChildCount() + 1
        && uses(call.getFirstChild().getString(), first).size() > 0;
  }

  /** Calls the one function by the other's name everywhere. */
  private void replace(String name, String other) {
    String[] exported = {null};
    Exports.specs(first).stream()
        .filter(spec -> spec.getFirstChild().getString().equals(other))
        .forEach(spec -> exported[0] = spec.getLastChild().getString());
    for (Node module : later) {
      boolean has = !imports(other, module).isEmpty();
      uses(name, module).forEach(use -> use.setString(other));
      for (Node spec : imports(name, module)) {
        spec.getLastChild().setString(other);
        spec.getFirstChild().setString(exported[0] == null ? other : exported[0]);
        if (has) {
          spec.detach();
        }
      }
    }
    for (Node spec : Exports.specs(first)) {
      if (spec.getFirstChild().getString().equals(name)) {
        spec.getFirstChild().setString(other);
        spec.getLastChild().setString(other);
        if (exported[0] != null) {
          spec.detach();
        }
      }
    }
    Node function = function(name);
    uses(name, first).forEach(use -> use.setString(other));
    function.detach();
  }

  /** Exports the function no more where no module imports it. */
  private void drop(String name) {
    if (later.stream().allMatch(module -> imports(name, module).isEmpty())) {
      Exports.specs(first).stream()
          .filter(spec -> spec.getLastChild().getString().equals(name))
          .forEach(Node::detach);
      dropUnused(function(name));
    }
  }

  private void dropUnused(Node function) {
    String name = function.getFirstChild().getString();
    if (uses(name, first).isEmpty()
        && Exports.specs(first).stream()
            .noneMatch(spec -> spec.getFirstChild().getString().equals(name))) {
      function.detach();
    }
  }

  /** Where the module imports what it calls by that name. */
  private static List<Node> imports(String name, Node module) {
    return Exports.importSpecs(module).stream()
        .filter(spec -> spec.getLastChild().getString().equals(name))
        .collect(Collectors.toList());
  }

  /** Where the module's code names the function, inner calls first. */
  private static List<Node> uses(String name, Node module) {
    List<Node> uses = new ArrayList<>();
    Nodes.each(module, node -> {
      Node parent = node.getParent();
      if (node.isName()
          && node.getString().equals(name)
          && !parent.isExportSpec()
          && !parent.isImportSpec()
          && !(parent.isFunction() && parent.getFirstChild() == node)) {
        uses.add(0, node);
      }
    });
    return uses;
  }

  /** What the function comes to, where it is one expression; else null. */
  private static Node expression(Node function) {
    Node statement = function.getLastChild().getFirstChild();
    return function.getLastChild().hasOneChild()
            && (statement.isReturn() || statement.isExprResult())
        ? statement.getFirstChild()
        : null;
  }

  /** Its expression can stand anywhere in place of a call. */
  private boolean says(Node function) {
    Node expression = expression(function);
    return expression != null
        && takesEachOnce(function, expression)
        && names(function).stream().noneMatch(locals::contains);
  }

  /** What the function's expression names beside its parameters. */
  private static List<String> names(Node function) {
    List<Node> places = places(function, expression(function));
    List<String> names = new ArrayList<>();
    Nodes.each(expression(function), node -> {
      if (node.isName() && !places.contains(node)) {
        names.add(node.getString());
      }
    });
    return names;
  }

  /** The use is a call that may become the function's expression. */
  private static boolean fits(Node function, Node use) {
    Node call = use.getParent();
    return call.isCall()
        && call.getFirstChild() == use
        && takes(function, call)
        && (expression(function).getParent().isReturn() || Spelling.isUnused(call));
  }

  private static void write(Node function, Node use) {
    Node call = use.getParent();
    Node expression = expression(function).cloneTree();
    List<Node> places = places(function, expression);
    List<Node> arguments = Nodes.children(call).subList(1, places.size() + 1);
    for (int i = 0; i < places.size(); i++) {
      places.get(i).replaceWith(arguments.get(i).detach());
    }
    call.replaceWith(expression);
  }

  /**
   * The parameters are used in their order, each once and in no inner function: then no argument moves behind
   * another.
   */
  private static boolean takesEachOnce(Node function, Node expression) {
    boolean[] simple = {true};
    Nodes.each(
        expression,
        node -> simple[0] &= !node.isFunction()
            && !node.isThis()
            && !node.isAnd()
            && !node.isOr()
            && !node.isHook()
            && !node.isAssign());
    List<Node> parameters = Nodes.children(function.getSecondChild());
    List<Node> places = places(function, expression);
    simple[0] &= parameters.size() == places.size() && !places.contains(expression);
    for (int i = 0; i < places.size() && simple[0]; i++) {
      simple[0] = parameters.get(i).isName()
          && parameters.get(i).getString().equals(places.get(i).getString());
    }
    return simple[0];
  }

  private static List<Node> places(Node function, Node expression) {
    List<String> parameters = new ArrayList<>();
    Nodes.children(function.getSecondChild())
        .forEach(p -> parameters.add(p.isName() ? p.getString() : ""));
    List<Node> places = new ArrayList<>();
    Nodes.each(expression, node -> {
      if (node.isName() && parameters.contains(node.getString())) {
        places.add(node);
      }
    });
    return places;
  }

  /** As many arguments as parameters; what comes behind the first looks at nothing that may change. */
  private static boolean takes(Node function, Node call) {
    List<Node> arguments = Nodes.children(call);
    return arguments.size() == function.getSecondChild().getChildCount() + 1
        && arguments.stream().noneMatch(Node::isSpread)
        && arguments.stream()
            .skip(2)
            .allMatch(a -> a.isName() || a.isThis() || a.isFunction() || a.isNull());
  }
}
