package buildtools;

import com.google.j2cl.tools.gwtincompatible.GwtIncompatibleStripper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gathers sources into one source jar, each under the path of its package, without what is marked
 * {@code @GwtIncompatible}.
 *
 * <p>Flags: {@code --out SRCJAR}, {@code --exclude PREFIX} of paths to leave out of jars. Operands
 * are .java and .js files and jars of sources.
 */
final class Stripper {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

  /** Where a source tree begins in a path; super-sources stand beside the package they belong to. */
  private static final Pattern SOURCE_ROOT =
      Pattern.compile("^(?:.*/)?(?:java|javatests|browser)/(?=[a-z])");

  static int run(Flags flags) throws Exception {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    for (String operand : flags.operands()) {
      Path file = Path.of(operand);
      if (operand.endsWith(".java")) {
        addJava(entries, operand, Files.readAllBytes(file));
      } else if (operand.endsWith(".js")) {
        entries.put(pathOfJs(operand), Files.readAllBytes(file));
      } else {
        addJar(entries, file, flags.all("exclude"));
      }
    }
    Zips.write(Path.of(flags.get("out")), entries);
    return 0;
  }

  private static void addJar(SortedMap<String, byte[]> entries, Path jar, List<String> exclude)
      throws IOException {
    for (Map.Entry<String, byte[]> e : Zips.read(jar).entrySet()) {
      String name = e.getKey();
      // GWT 2 keeps its own variants of a class under super/.
      boolean superSource = name.contains("/super/") || name.startsWith("super/");
      if (superSource || exclude.stream().anyMatch(name::startsWith)) {
        continue;
      }
      if (name.endsWith(".java") && !name.endsWith("module-info.java")) {
        addJava(entries, name, e.getValue());
      } else if (name.endsWith(".js")) {
        entries.put(name, e.getValue());
      }
    }
  }

  private static void addJava(SortedMap<String, byte[]> entries, String path, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    Matcher declaration = PACKAGE.matcher(text);
    String directory = declaration.find() ? declaration.group(1).replace('.', '/') + "/" : "";
    String name = directory + path.substring(path.lastIndexOf('/') + 1);
    String stripped = GwtIncompatibleStripper.strip(text, "GwtIncompatible");
    entries.put(name, stripped.getBytes(StandardCharsets.UTF_8));
  }

  static String pathOfJs(String path) {
    return SOURCE_ROOT.matcher(path).replaceFirst("").replace("super-j2cl/", "");
  }

  private Stripper() {}
}
