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
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/** Runs JUnit 4 classes in this JVM. Arguments: the jar they are in, then their names. */
public final class JUnitRunner {
  public static void main(String[] args) throws Exception {
    List<String> named = List.of(args).subList(1, args.length);
    TestReport report = new TestReport();
    for (String forgotten : forgotten(Path.of(args[0]), named)) {
      report.add(forgotten, "(class)", "has @Test methods, but its file is not named *Test.java");
    }
    for (String name : named) {
      run(name, report);
    }
    report.exit();
  }

  private static void run(String name, TestReport report) throws ClassNotFoundException {
    long start = System.nanoTime();
    JUnitCore core = new JUnitCore();
    core.addListener(new Listener(name, report));
    core.run(Class.forName(name));
    report.time(name, (System.nanoTime() - start) / 1_000_000);
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
