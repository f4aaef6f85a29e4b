package buildtools;

import com.google.javascript.rhino.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Gives fields of Java short names before Closure renames them. J2CL's end in the name of the class ({@code
 * f_owner__dev_sanguine_query_Retryer_}), so that each class would get names of its own; with one name
 * for a word, {@code f_owner}, all classes share them. A field keeps its long name where a class that its own
 * extends, or the class itself, has the short one.
 */
final class Fields {
  /** What one class, by its goog.module, says of itself. */
  private static final class Type {
    String parent;
    final Set<String> fields = new LinkedHashSet<>();
    Set<String> taken;
  }

  private final Map<String, Type> types = new HashMap<>();
  private final Map<String, String> shortNames = new HashMap<>();

  static void shorten(Node root) {
    Fields fields = new Fields();
    Nodes.children(root).forEach(fields::read);
    fields.types.values().forEach(fields::name);
    Nodes.each(root, fields::rename);
  }

  private void read(Node script) {
    Map<String, String> required = new HashMap<>();
    String[] module = {null};
    Nodes.each(script, node -> {
      if (node.isCall() && node.getFirstChild().matchesQualifiedName("goog.module")) {
        module[0] = node.getLastChild().getString();
      } else if (node.isCall() && node.getFirstChild().matchesQualifiedName("goog.require") && node.getParent().isName()) {
        required.put(node.getParent().getString(), node.getLastChild().getString());
      } else if (node.isClass() && module[0] != null) {
        Type type = types.computeIfAbsent(module[0], name -> new Type());
        type.parent = node.getSecondChild().isName() ? required.get(node.getSecondChild().getString()) : null;
        Nodes.each(node.getLastChild(), member -> {
          if (member.isMemberFunctionDef() && member.getString().equals("constructor")) {
            gather(member, type);
          }
        });
      }
    });
  }

  private static void gather(Node constructor, Type type) {
    Nodes.each(constructor, node -> {
      if (node.isGetProp() && node.getFirstChild().isThis() && word(node.getString()) != null) {
        type.fields.add(node.getString());
      }
    });
  }

  /** {@code f_owner} of {@code f_owner__dev_sanguine_query_Retryer_}. */
  private static String word(String name) {
    int end = name.indexOf("__", 3);
    return name.startsWith("f_") && end > 0 ? name.substring(0, end) : null;
  }

  /** The short names that the type and those it extends have. */
  private Set<String> name(Type type) {
    if (type == null) {
      return Set.of();
    }
    if (type.taken == null) {
      type.taken = new HashSet<>(name(types.get(type.parent)));
      for (String field : type.fields) {
        if (type.taken.add(word(field))) {
          shortNames.put(field, word(field));
        }
      }
    }
    return type.taken;
  }

  private void rename(Node node) {
    if (node.isGetProp() && shortNames.containsKey(node.getString())) {
      node.setString(shortNames.get(node.getString()));
    }
  }
}
