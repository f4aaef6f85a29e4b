package buildtools;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;
import org.junit.runner.Description;
import org.junit.runner.JUnitCore;
import org.junit.runner.Request;
import org.junit.runner.manipulation.Filter;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/**
 * Runs JUnit 4 classes in this JVM, those that are the operands.
 *
 * <p>Flags: {@code --jar FILE}, a jar of which every class with tests must be an operand; {@code
 * --only CLASS} or {@code CLASS#METHOD}, what to run of them.
 */
public final class JUnitRunner {
  public static void main(String[] args) throws Exception {
    Flags flags = Flags.parse(List.of(args));
    TestFilter filter = TestFilter.of(flags);
    TestReport report = new TestReport();
    if (filter.isAll()) {
      for (String jar : flags.all("jar")) {
        for (String forgotten : forgotten(Path.of(jar), flags.operands())) {
          report.add(
              forgotten, "(class)", "has @Test methods, but its file is not named *Test.java");
        }
      }
    }
    for (String name : filter.classes(flags.operands())) {
      run(name, filter.method(), report);
    }
    report.exit();
  }

  private static void run(String name, String method, TestReport report)
      throws ClassNotFoundException {
    long start = System.nanoTime();
    JUnitCore core = new JUnitCore();
    core.addListener(new Listener(name, report));
    Request all = Request.aClass(Class.forName(name));
    core.run(method == null ? all : all.filterWith(named(method)));
    report.time(name, (System.nanoTime() - start) / 1_000_000);
  }

  private static Filter named(String method) {
    return new Filter() {
      @Override
      public boolean shouldRun(Description description) {
        return description.getMethodName() == null
            ? description.getChildren().stream().anyMatch(this::shouldRun)
            : description.getMethodName().equals(method);
      }

      @Override
      public String describe() {
        return method;
      }
    };
  }

  /** Concrete classes of the jar that have tests and are not among {@code named}. */
  private static Set<String> forgotten(Path jar, List<String> named) throws Exception {
    Set<String> result = new TreeSet<>();
    for (String entry : Zips.read(jar).keySet()) {
      if (!entry.endsWith(".class")) {
        continue;
      }
      String name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
      if (!named.contains(name)
          && hasTests(Class.forName(name, false, JUnitRunner.class.getClassLoader()))) {
        result.add(name);
      }
    }
    return result;
  }

  private static boolean hasTests(Class<?> type) {
    if (Modifier.isAbstract(type.getModifiers())) {
      return false;
    }
    for (Method method : type.getMethods()) {
      if (method.isAnnotationPresent(Test.class)) {
        return true;
      }
    }
    return false;
  }

  private static final class Listener extends RunListener {
    private final String className;
    private final TestReport report;
    private final Set<Description> failed = new HashSet<>();

    Listener(String className, TestReport report) {
      this.className = className;
      this.report = report;
    }

    @Override
    public void testFailure(Failure failure) {
      failed.add(failure.getDescription());
      String method = failure.getDescription().getMethodName();
      report.add(className, method == null ? "(class)" : method, failure.getTrimmedTrace());
    }

    @Override
    public void testFinished(Description description) {
      if (!failed.contains(description)) {
        report.add(className, description.getMethodName(), null);
      }
    }
  }

  private JUnitRunner() {}
}
