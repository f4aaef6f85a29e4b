package dev.sanguine.testkit.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.Test;

/**
 * Engines that are broken on purpose, each in one line of the law, and caught by the simulation. What a simulation is
 * worth is what it catches.
 */
public class BrokenEnginesTest {
  private static final int SEEDS = 20000;
  private static final int STEPS = 40;
  private static final Path SOURCES = Path.of("src/main/java/dev/sanguine/query");

  @Test
  public void aLostRefold_isCaught() throws Exception {
    caught("a lost refold", "Fold.java", "    }\n    dirty(at);\n  }\n", "    }\n  }\n");
  }

  @Test
  public void aGateLeftOpen_isCaught() throws Exception {
    caught("a gate left open", "Gate.java",
        "boolean isOlder = part.intent.phase == Intent.CONFIRMED && part.intent.settled < sent;",
        "boolean isOlder = part.intent.phase == Intent.SENT || part.intent.phase == Intent.CONFIRMED;");
  }

  @Test
  public void aBaseBakedTooEarly_isCaught() throws Exception {
    caught("a base baked too early", "Gate.java", "if (query.run != null || held != null) {", "if (false) {");
  }

  @Test
  public void aDoubledOverlap_isCaught() throws Exception {
    caught("a doubled overlap", "Gate.java",
        "    if (waits == 0) {\n", "    if (true) {\n");
  }

  @Test
  public void aSettleAfterTheCallbacks_isCaught() throws Exception {
    caught("a settle after the callbacks", "MutationRun.java",
        "  void onAnswer(boolean success, Object valueOrError) {\n",
        "  void onAnswer(boolean success, Object valueOrError) {\n"
            + "    late = () -> settleLate(success, valueOrError);\n"
            + "  }\n\n"
            + "  private dev.sanguine.env.Task late;\n\n"
            + "  private void settleLate(boolean success, Object valueOrError) {\n",
        "  private void end(Action action) {\n",
        "  private void end(Action action) {\n    if (late != null) {\n      late.run();\n    }\n");
  }

  /**
   * Compiles the engine with the replacements in that file, and plays seeds until one goes wrong. The shortest schedule
   * that does, printed as a test and compiled, fails for that engine and passes for the whole one.
   */
  private static void caught(String what, String file, String... replacements) throws Exception {
    Path classes = Files.createTempDirectory("broken");
    try {
      compile(classes, sources(classes, file, replacements));
      String test;
      try (URLClassLoader broken = loader(classes)) {
        Class<?> simulation = broken.loadClass("dev.sanguine.testkit.Schedules");
        Object seed = simulation.getMethod("firstFailure", int.class, int.class).invoke(null, SEEDS, STEPS);
        assertNotNull(what + " is not caught within " + SEEDS + " seeds", seed);
        System.out.println(what + ": caught by seed " + seed);
        test = (String) simulation.getMethod("foundTest", int.class, int.class).invoke(null, seed, STEPS);
        Path found = Files.createDirectories(classes.resolve("found"));
        compile(found, List.of(Files.writeString(found.resolve("FoundScheduleTest.java"), test)));
        try (URLClassLoader both = loader(classes, found)) {
          assertEquals(what + " passes\n" + test, 1, failures(both));
        }
        try (URLClassLoader whole = loader(found)) {
          assertEquals("the whole engine fails\n" + test, 0, failures(whole));
        }
      }
    } finally {
      try (Stream<Path> files = Files.walk(classes)) {
        files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  /** Classes of these directories, then those of this test's own path. */
  private static URLClassLoader loader(Path... first) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path path : first) {
      urls.add(path.toUri().toURL());
    }
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }

  /** How many tests of the printed class fail. */
  private static int failures(URLClassLoader loader) throws ReflectiveOperationException {
    Object result = loader.loadClass("org.junit.runner.JUnitCore").getMethod("runClasses", Class[].class)
        .invoke(null, (Object) new Class<?>[] {loader.loadClass("dev.sanguine.testkit.FoundScheduleTest")});
    assertEquals(1, result.getClass().getMethod("getRunCount").invoke(result));
    return (Integer) result.getClass().getMethod("getFailureCount").invoke(result);
  }

  private static List<Path> sources(Path classes, String broken, String... replacements) throws IOException {
    Path sources = Files.createDirectories(classes.resolve("src"));
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(SOURCES)) {
      for (Path source : all.filter(path -> path.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source);
        if (source.endsWith(broken)) {
          for (int i = 0; i < replacements.length; i += 2) {
            assertTrue(broken + " has no line " + replacements[i], text.contains(replacements[i]));
            text = text.replace(replacements[i], replacements[i + 1]);
          }
        }
        files.add(Files.writeString(sources.resolve(source.getFileName().toString()), text));
      }
    }
    return files;
  }

  private static void compile(Path classes, List<Path> files) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter log = new StringWriter();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      List<String> options = Arrays.asList(
          "-nowarn", "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      boolean compiled = javac.getTask(
          log, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files)).call();
      assertTrue(log.toString(), compiled);
    }
  }
}
