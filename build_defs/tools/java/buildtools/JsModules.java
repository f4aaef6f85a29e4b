package buildtools;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JavaScript files and what they provide and require, in Closure's goog.module and goog.provide. */
final class JsModules {
  /** One statement a line; what stands behind a slash or a star is taken for a comment. */
  private static final Pattern STATEMENT = Pattern.compile("(?m)^[^*/\n"
      + "]*\\bgoog\\.(module|provide|require|requireType)\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)");

  private final Map<String, String> fileOf = new HashMap<>();
  private final Map<String, List<String>> requiresOf = new HashMap<>();
  private final Map<String, List<String>> typesOf = new HashMap<>();

  /** Closure's base file, which everything stands on. */
  private String base;

  void add(String file, String code) {
    if (file.endsWith("closure/goog/base.js")) {
      base = file;
      fileOf.put("goog", file);
      requiresOf.put(file, List.of());
      typesOf.put(file, List.of());
      return;
    }
    List<String> requires = new ArrayList<>();
    List<String> types = new ArrayList<>();
    Matcher statement = STATEMENT.matcher(code);
    while (statement.find()) {
      String namespace = statement.group(2);
      switch (statement.group(1)) {
        case "require":
          requires.add(namespace);
          break;
        case "requireType":
          types.add(namespace);
          break;
        default:
          fileOf.putIfAbsent(namespace, file);
      }
    }
    requiresOf.put(file, requires);
    typesOf.put(file, types);
  }

  /**
   * The files that {@code entries} need and that are not in {@code without}, each after those it
   * requires; those whose types alone are needed come last. The order depends on the code only.
   */
  List<String> reachable(Collection<String> entries, Set<String> without) throws Worker.Failure {
    Set<String> ordered = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>(without);
    if (base != null && seen.add(base)) {
      ordered.add(base);
    }
    for (String entry : entries) {
      visit(fileOf(entry, "the entry points"), seen, ordered);
    }
    List<String> files = new ArrayList<>(ordered);
    for (int i = 0; i < files.size(); i++) {
      Set<String> more = new LinkedHashSet<>();
      for (String type : typesOf.get(files.get(i))) {
        visit(fileOf(type, files.get(i)), seen, more);
      }
      files.addAll(more);
    }
    return files;
  }

  /** Depth first with a stack of its own: chains of requires are long. Cycles are let pass. */
  private void visit(String start, Set<String> seen, Set<String> ordered) throws Worker.Failure {
    if (!seen.add(start)) {
      return;
    }
    Deque<String> path = new ArrayDeque<>();
    Deque<Integer> next = new ArrayDeque<>();
    path.push(start);
    next.push(0);
    while (!path.isEmpty()) {
      String file = path.peek();
      List<String> requires = requiresOf.get(file);
      int i = next.pop();
      if (i == requires.size()) {
        ordered.add(file);
        path.pop();
        continue;
      }
      next.push(i + 1);
      String required = fileOf(requires.get(i), file);
      if (seen.add(required)) {
        path.push(required);
        next.push(0);
      }
    }
  }

  private String fileOf(String namespace, String user) throws Worker.Failure {
    String file = fileOf.get(namespace);
    if (file == null) {
      throw new Worker.Failure(
          "no file provides '" + namespace + "', required by " + user + "; add its target to deps");
    }
    return file;
  }
}
