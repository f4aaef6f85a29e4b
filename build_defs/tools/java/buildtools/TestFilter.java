package buildtools;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which tests to run: {@code CLASS} or {@code CLASS#METHOD}, as {@code ./test --only} and {@code
 * bazel test --test_filter} say it. Without either, all of them.
 */
final class TestFilter {
  private final String className;

  /** Null for all methods. */
  private final String method;

  private TestFilter(String className, String method) {
    this.className = className;
    this.method = method;
  }

  /** Of the flag {@code --only}, or else of what Bazel was told. */
  static TestFilter of(Flags flags) {
    return parse(flags.get("only", System.getenv().getOrDefault("TESTBRIDGE_TEST_ONLY", "")));
  }

  static TestFilter parse(String text) {
    int hash = text.indexOf('#');
    return hash < 0
        ? new TestFilter(text, null)
        : new TestFilter(text.substring(0, hash), text.substring(hash + 1));
  }

  boolean isAll() {
    return className.isEmpty();
  }

  /** Null for all methods. */
  String method() {
    return method;
  }

  /** Those of {@code all} to run, by their full or simple names. */
  List<String> classes(List<String> all) throws Worker.Failure {
    List<String> found =
        all.stream().filter(this::isMeant).collect(Collectors.toUnmodifiableList());
    if (found.isEmpty()) {
      throw new Worker.Failure("no class here is called " + className);
    }
    return found;
  }

  private boolean isMeant(String name) {
    return isAll() || name.equals(className) || name.endsWith("." + className);
  }
}
