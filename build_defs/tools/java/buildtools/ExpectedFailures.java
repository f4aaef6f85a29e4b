package buildtools;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Tests that must fail: they assert what a bundle lacks on purpose. One that passes is reported, so the list of them stays
 * as short as it can be.
 */
final class ExpectedFailures {
  private final Set<String> tests;
  private final Set<String> unseen;

  /** Each of the form {@code CLASS#METHOD}. */
  ExpectedFailures(Collection<String> tests) {
    this.tests = new HashSet<>(tests);
    unseen = new HashSet<>(tests);
  }

  /** What to report of a test that ended with {@code failure}, or with null. */
  String judge(String className, String method, String failure) {
    String test = className + "#" + method;
    if (!tests.contains(test)) {
      return failure;
    }
    unseen.remove(test);
    return failure == null ? "passes here; take it off the list of those that must fail" : null;
  }

  /** Those that were not run. */
  Set<String> unseen() {
    return unseen;
  }
}
