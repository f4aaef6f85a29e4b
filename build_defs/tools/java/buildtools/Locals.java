package buildtools;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Calls what a function declares by the first letters that nothing in it means by something else. The compiler leaves out
 * the letters of all functions around; where these are not used inside, {@code a=>a.b} in place of {@code c=>c.b} and
 * {@code d=>d.b} is less to gzip.
 */
final class Locals {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** A function, or a block of it: what it declares, and the names in it that are declared around it. */
  private static final class Scope {
    final Scope parent;
    final boolean isFunction;
    final List<Scope> inner = new ArrayList<>();
    final Map<String, String> names = new LinkedHashMap<>();
    final List<Use> foreign = new ArrayList<>();

    Scope(Scope parent, boolean isFunction) {
      this.parent = parent;
      this.isFunction = isFunction;
      if (parent != null) {
        parent.inner.add(this);
      }
    }

    Scope function() {
      return isFunction ? this : parent.function();
    }

    void declare(String name) {
      names.put(name, name);
    }
  }

  private static final class Use {
    final Node node;
    final Scope scope;
    /** Where it is declared; null outside of the module too. */
    Scope declaring;

    Use(Node node, Scope scope) {
      this.node = node;
      this.scope = scope;
    }

    /** Finds what it means, and is foreign to all between. */
    void resolve() {
      for (declaring = scope;
          declaring != null && !declaring.names.containsKey(node.getString()); ) {
        declaring.foreign.add(this);
        declaring = declaring.parent;
      }
    }

    String name() {
      return declaring == null ? node.getString() : declaring.names.get(node.getString());
    }
  }

  private final List<Use> uses = new ArrayList<>();

  static void shorten(Node module) {
    Locals locals = new Locals();
    Scope outermost = new Scope(null, true);
    Nodes.children(module).forEach(statement -> locals.walk(statement, outermost));
    locals.uses.forEach(Use::resolve);
    outermost.inner.forEach(Locals::choose);
    locals.uses.forEach(Locals::write);
  }

  /** Gives what the module declares the names that {@code names} has for it, everywhere in the module. */
  static void rename(Node module, Map<String, String> names) {
    Locals locals = new Locals();
    Scope outermost = new Scope(null, true);
    Nodes.children(module).forEach(statement -> locals.walk(statement, outermost));
    locals.uses.forEach(Use::resolve);
    for (Use use : locals.uses) {
      String name = names.get(use.node.getString());
      if (name != null && use.declaring == outermost) {
        setName(use.node, name);
      }
    }
  }

  private Locals() {}

  private void walk(Node node, Scope scope) {
    switch (node.getToken()) {
      case NAME:
        if (!node.getString().isEmpty()) {
          uses.add(new Use(node, scope));
        }
        break;
      case VAR:
        Nodes.children(node)
            .forEach(target -> bound(target, name -> scope.function().declare(name.getString())));
        break;
      case LET:
      case CONST:
        Nodes.children(node)
            .forEach(target -> bound(target, name -> scope.declare(name.getString())));
        break;
      case CLASS:
        bound(node.getFirstChild(), name -> scope.declare(name.getString()));
        break;
      case FUNCTION:
        function(node, scope);
        return;
      case CATCH:
        Scope caught = new Scope(scope, false);
        bound(node.getFirstChild(), name -> caught.declare(name.getString()));
        walk(node.getFirstChild(), caught);
        Nodes.children(node.getLastChild()).forEach(statement -> walk(statement, caught));
        return;
      default:
        break;
    }
    Scope inside = isBlock(node) ? new Scope(scope, false) : scope;
    Nodes.children(node).forEach(child -> walk(child, inside));
  }

  private void function(Node node, Scope scope) {
    Scope inside = new Scope(scope, true);
    Scope named = NodeUtil.isFunctionDeclaration(node) ? scope : inside;
    bound(node.getFirstChild(), name -> named.declare(name.getString()));
    walk(node.getFirstChild(), named);
    Nodes.children(node.getSecondChild())
        .forEach(target -> bound(target, name -> inside.declare(name.getString())));
    Nodes.children(node.getSecondChild()).forEach(target -> walk(target, inside));
    if (node.getLastChild().isBlock()) {
      // Its variables and the parameters are of one scope.
      Nodes.children(node.getLastChild()).forEach(statement -> walk(statement, inside));
    } else {
      walk(node.getLastChild(), inside);
    }
  }

  private static boolean isBlock(Node node) {
    switch (node.getToken()) {
      case BLOCK:
      case FOR:
      case FOR_IN:
      case FOR_OF:
      case FOR_AWAIT_OF:
      case SWITCH:
        return true;
      default:
        return false;
    }
  }

  /** The names that a declaration, or a parameter, makes. */
  private static void bound(Node target, Consumer<Node> visitor) {
    switch (target.getToken()) {
      case NAME:
        if (!target.getString().isEmpty()) {
          visitor.accept(target);
        }
        break;
      case DEFAULT_VALUE:
      case ITER_REST:
      case OBJECT_REST:
      case STRING_KEY:
      case DESTRUCTURING_LHS:
        bound(target.getFirstChild(), visitor);
        break;
      case COMPUTED_PROP:
        bound(target.getSecondChild(), visitor);
        break;
      case ARRAY_PATTERN:
      case OBJECT_PATTERN:
        Nodes.children(target).forEach(part -> bound(part, visitor));
        break;
      default:
        break;
    }
  }

  private static void choose(Scope scope) {
    Set<String> taken = new HashSet<>();
    scope.foreign.forEach(use -> taken.add(use.name()));
    int next = 0;
    for (Map.Entry<String, String> name : scope.names.entrySet()) {
      while (next < LETTERS.length() && taken.contains(LETTERS.substring(next, next + 1))) {
        next++;
      }
      if (next == LETTERS.length()) {
        throw new IllegalStateException("more than " + LETTERS.length() + " names in one function");
      }
      name.setValue(LETTERS.substring(next, ++next));
    }
    scope.inner.forEach(Locals::choose);
  }

  private static void write(Use use) {
    String name = use.name();
    if (use.declaring != null
        && use.declaring.parent != null
        && !name.equals(use.node.getString())) {
      setName(use.node, name);
    }
  }

  private static void setName(Node node, String name) {
    node.setString(name);
    if (node.getParent().isStringKey()) {
      node.getParent().setShorthandProperty(false);
    }
  }
}
