package buildtools;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Runs javac and writes a jar whose bytes depend on its inputs only.
 *
 * <p>Flags: {@code --out JAR}, {@code --gen_out SRCJAR} for what annotation processors wrote,
 * {@code --cp}, {@code --processorpath}, {@code --processor CLASS}, {@code --opt JAVACOPT},
 * {@code --resource NAME=FILE}. Operands are .java files and jars of sources.
 */
public final class JavacTool {
  public static void main(String[] args) throws IOException {
    Worker.main(args, JavacTool::run);
  }

  static int run(List<String> args, PrintStream out) throws Exception {
    Flags flags = Flags.parse(args);
    try (ScratchDir scratch = new ScratchDir()) {
      Path unpacked = scratch.directory("src");
      Path classes = scratch.directory("classes");
      Path generated = scratch.directory("gen");
      List<Path> sources = sources(flags.operands(), unpacked);
      if (!sources.isEmpty()) {
        StringWriter log = new StringWriter();
        boolean ok = compile(options(flags, classes, generated), sources, log);
        out.print(log.toString().replace(unpacked + File.separator, ""));
        if (!ok) {
          return 1;
        }
      }
      SortedMap<String, byte[]> entries = ScratchDir.read(classes);
      for (Map.Entry<String, String> resource : flags.map("resource").entrySet()) {
        entries.put(resource.getKey(), Files.readAllBytes(Path.of(resource.getValue())));
      }
      Zips.write(Path.of(flags.get("out")), entries);
      String srcjar = flags.get("gen_out", null);
      if (srcjar != null) {
        Zips.write(Path.of(srcjar), ScratchDir.read(generated));
      }
      return 0;
    }
  }

  private static List<Path> sources(List<String> operands, Path unpacked) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String operand : operands) {
      if (operand.endsWith(".java")) {
        sources.add(Path.of(operand));
        continue;
      }
      for (Map.Entry<String, byte[]> e : Zips.read(Path.of(operand)).entrySet()) {
        if (e.getKey().endsWith(".java") && !e.getKey().endsWith("module-info.java")) {
          sources.add(ScratchDir.write(unpacked, e.getKey(), e.getValue()));
        }
      }
    }
    return sources;
  }

  private static List<String> options(Flags flags, Path classes, Path generated) {
    List<String> options = new ArrayList<>(flags.all("opt"));
    options.addAll(List.of("-encoding", "UTF-8", "-implicit:none", "-g"));
    options.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
    options.addAll(List.of("-cp", flags.get("cp", "")));
    String processorPath = flags.get("processorpath", "");
    if (processorPath.isEmpty()) {
      options.add("-proc:none");
    } else {
      options.addAll(List.of("-processorpath", processorPath));
      options.addAll(List.of("-processor", String.join(",", flags.all("processor"))));
    }
    return options;
  }

  private static boolean compile(List<String> options, List<Path> sources, StringWriter log)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      return javac
          .getTask(log, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
  }

  private JavacTool() {}
}
