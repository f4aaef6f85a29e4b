package buildtools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A command line of {@code --name value} pairs, each as often as one likes, and operands. */
final class Flags {
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<String> operands = new ArrayList<>();

  static Flags parse(List<String> args) throws Worker.Failure {
    Flags flags = new Flags();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (!arg.startsWith("--")) {
        flags.operands.add(arg);
        continue;
      }
      if (i + 1 == args.size()) {
        throw new Worker.Failure(arg + " needs a value");
      }
      flags.values.computeIfAbsent(arg.substring(2), k -> new ArrayList<>()).add(args.get(++i));
    }
    return flags;
  }

  List<String> operands() {
    return operands;
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The last value given, or {@code fallback}. */
  String get(String name, String fallback) {
    List<String> given = all(name);
    return given.isEmpty() ? fallback : given.get(given.size() - 1);
  }

  String get(String name) throws Worker.Failure {
    String value = get(name, null);
    if (value == null) {
      throw new Worker.Failure("--" + name + " is missing");
    }
    return value;
  }

  /** The values of a flag that is given as {@code key=value}. */
  Map<String, String> map(String name) throws Worker.Failure {
    Map<String, String> result = new LinkedHashMap<>();
    for (String entry : all(name)) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        throw new Worker.Failure("--" + name + " wants key=value, got " + entry);
      }
      result.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    return result;
  }
}
