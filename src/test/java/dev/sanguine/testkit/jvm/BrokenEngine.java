package dev.sanguine.testkit.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.testkit.board.BoardSimulation;
import dev.sanguine.testkit.editors.EditorsSimulation;
import dev.sanguine.testkit.forms.FormSimulation;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** An engine that is broken on purpose, in one place of one file. */
final class BrokenEngine {
  private static final int SEEDS = 20000;
  private static final int EDITORS = 1000;
  private static final int STEPS = 40;
  private static final int FORMS = 500;
  private static final int BOARDS = 1500;
  private static final int BOARD_STEPS = 14;
  private static final Path SOURCES = Path.of("src/main/java/dev/sanguine");

  private BrokenEngine() {}

  /**
   * Compiles that file of the engine with the replacements, and plays seeds until one goes wrong. The shortest schedule that
   * does, printed as a test and compiled, fails for that engine and passes for the whole one.
   *
   * @param words those that are spoken more often than by themselves
   */
  static void caught(String what, String words, String file, String... replacements)
      throws Exception {
    Path classes = Files.createTempDirectory("broken");
    try {
      compile(classes, sources(classes, file, replacements));
      String test;
      try (URLClassLoader broken = loader(classes)) {
        Class<?> schedules = broken.loadClass("dev.sanguine.testkit.Schedules");
        String[] spoken = words.isEmpty() ? new String[0] : words.split(" ");
        Object seed = schedules
            .getMethod("firstFailure", int.class, int.class, String[].class)
            .invoke(null, SEEDS, STEPS, spoken);
        assertNotNull(what + " is not caught within " + SEEDS + " seeds", seed);
        System.out.println(what + ": caught by seed " + seed);
        test = (String) schedules
            .getMethod("foundTest", int.class, int.class, String[].class)
            .invoke(null, seed, STEPS, spoken);
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
      delete(classes);
    }
  }

  /** The same for schedules of several editors: the seed that goes wrong goes well on the whole engine. */
  static void caughtByEditors(String what, String words, String file, String... replacements)
      throws Exception {
    Path classes = Files.createTempDirectory("broken");
    try {
      compile(classes, sources(classes, file, replacements));
      String[] spoken = words.isEmpty() ? new String[0] : words.split(" ");
      try (URLClassLoader broken = loader(classes)) {
        Object seed = broken
            .loadClass("dev.sanguine.testkit.editors.EditorsSimulation")
            .getMethod("firstFailure", int.class, int.class, String[].class)
            .invoke(null, EDITORS, STEPS, spoken);
        assertNotNull(what + " is not caught within " + EDITORS + " seeds", seed);
        System.out.println(what + ": caught by seed " + seed);
        assertNull(EditorsSimulation.play((Integer) seed, STEPS, spoken));
      }
    } finally {
      delete(classes);
    }
  }

  /** The same for people who type into forms: some schedule goes wrong that goes well on the whole engine. */
  static void caughtByForms(String what, String file, String... replacements) throws Exception {
    Path classes = Files.createTempDirectory("broken");
    try {
      compile(classes, sources(classes, file, replacements));
      try (URLClassLoader broken = loader(classes)) {
        Object seed = broken
            .loadClass("dev.sanguine.testkit.forms.FormSimulation")
            .getMethod("firstFailure", int.class, int.class, String[].class)
            .invoke(null, FORMS, STEPS, new String[0]);
        assertNotNull(what + " is not caught within " + FORMS + " seeds", seed);
        System.out.println(what + ": caught by seed " + seed);
        assertNull(FormSimulation.play((Integer) seed, STEPS));
      }
    } finally {
      delete(classes);
    }
  }

  /** The same for boards of orders: some board is wrong that is right on the whole engine. */
  static void caughtOnABoard(String what, String file, String... replacements) throws Exception {
    Path classes = Files.createTempDirectory("broken");
    try {
      compile(classes, sources(classes, file, replacements));
      try (URLClassLoader broken = loader(classes)) {
        Method play = broken
            .loadClass("dev.sanguine.testkit.board.BoardSimulation")
            .getMethod("play", int.class, int.class);
        int seed = 1;
        while (seed <= BOARDS && play.invoke(null, seed, BOARD_STEPS) == null) {
          seed++;
        }
        assertTrue(what + " is not caught on " + BOARDS + " boards", seed <= BOARDS);
        System.out.println(what + ": caught on board " + seed);
        assertNull(BoardSimulation.play(seed, BOARD_STEPS));
      }
    } finally {
      delete(classes);
    }
  }

  private static void delete(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
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
    Object result = loader
        .loadClass("org.junit.runner.JUnitCore")
        .getMethod("runClasses", Class[].class)
        .invoke(null, (Object)
            new Class<?>[] {loader.loadClass("dev.sanguine.testkit.FoundScheduleTest")});
    assertEquals(1, result.getClass().getMethod("getRunCount").invoke(result));
    return (Integer) result.getClass().getMethod("getFailureCount").invoke(result);
  }

  private static List<Path> sources(Path classes, String broken, String... replacements)
      throws IOException {
    String text = Files.readString(find(broken));
    for (int i = 0; i < replacements.length; i += 2) {
      Matcher place = inAnyLayout(replacements[i]).matcher(text);
      assertTrue(broken + " has no line " + replacements[i], place.find());
      text = place.replaceAll(Matcher.quoteReplacement(replacements[i + 1]));
    }
    Path sources = Files.createDirectories(classes.resolve("src"));
    return List.of(Files.writeString(sources.resolve(broken), text));
  }

  /** The file of this name, in whichever package it lives. */
  private static Path find(String file) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> found = files
          .filter(path -> path.endsWith(file) && !path.toString().contains("super-j2cl"))
          .filter(path -> !path.startsWith(SOURCES.resolve("client")))
          .toList();
      assertEquals("files named " + file, 1, found.size());
      return found.get(0);
    }
  }

  /** Finds this code, however its lines are broken and indented. */
  private static Pattern inAnyLayout(String code) {
    StringBuilder regex = new StringBuilder();
    char before = ' ';
    boolean spaced = false;
    for (char c : code.strip().toCharArray()) {
      if (Character.isWhitespace(c)) {
        spaced = true;
        continue;
      }
      boolean betweenWords =
          Character.isJavaIdentifierPart(before) && Character.isJavaIdentifierPart(c);
      regex
          .append(!betweenWords ? "\\s*" : spaced ? "\\s+" : "")
          .append(Pattern.quote(String.valueOf(c)));
      before = c;
      spaced = false;
    }
    return Pattern.compile(regex.toString());
  }

  private static void compile(Path classes, List<Path> files) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter log = new StringWriter();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      List<String> options = Arrays.asList(
          "-nowarn",
          "-proc:none",
          "-d",
          classes.toString(),
          "-cp",
          System.getProperty("java.class.path"));
      boolean compiled = javac
          .getTask(log, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call();
      assertTrue(log.toString(), compiled);
    }
  }
}
