package buildtools;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.j2cl.common.OutputUtils;
import com.google.j2cl.common.Problems;
import com.google.j2cl.common.SourceUtils.FileInfo;
import com.google.j2cl.transpiler.J2clTranspiler;
import com.google.j2cl.transpiler.J2clTranspilerOptions;
import com.google.j2cl.transpiler.backend.Backend;
import com.google.j2cl.transpiler.frontend.Frontend;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs J2CL over source jars.
 *
 * <p>Flags: {@code --out ZIP}, {@code --cp}. Operands are source jars as {@link Stripper} writes
 * them. The zip holds the JavaScript, its source maps and the Java sources.
 */
final class Transpiler {

  /** The sources by their kind, unpacked into a directory where J2CL reads files. */
  private static final class Sources {
    final List<FileInfo> java = new ArrayList<>();
    final List<FileInfo> nativeJs = new ArrayList<>();
    final SortedMap<String, byte[]> ready = new TreeMap<>();
  }

  static int run(Flags flags, PrintStream out) throws Exception {
    try (ScratchDir scratch = new ScratchDir()) {
      Path unpacked = scratch.directory("src");
      Path js = scratch.directory("js");
      Sources sources = unpack(flags.operands(), unpacked);
      if (!sources.java.isEmpty()) {
        Problems problems = new Problems();
        transpile(sources, flags.get("cp", ""), js, problems);
        problems.getErrors().forEach(e -> out.println(e.replace(unpacked + "/", "")));
        problems.getWarnings().forEach(w -> out.println(w.replace(unpacked + "/", "")));
        if (problems.hasErrors()) {
          return 1;
        }
      }
      SortedMap<String, byte[]> entries = ScratchDir.read(js);
      entries.putAll(sources.ready);
      Zips.write(Path.of(flags.get("out")), entries);
      return 0;
    }
  }

  private static Sources unpack(List<String> jars, Path directory) throws Exception {
    Sources sources = new Sources();
    for (String jar : jars) {
      SortedMap<String, byte[]> entries = Zips.read(Path.of(jar));
      for (Map.Entry<String, byte[]> e : entries.entrySet()) {
        String name = e.getKey();
        if (name.endsWith(".java")) {
          Path file = ScratchDir.write(directory, name, e.getValue());
          sources.java.add(FileInfo.create(file.toString(), name));
        } else if (name.endsWith(".native.js")) {
          Path file = ScratchDir.write(directory, name, e.getValue());
          sources.nativeJs.add(FileInfo.create(file.toString(), name));
        } else if (name.endsWith(".js")) {
          sources.ready.put(name, e.getValue());
        } else if (name.endsWith(".testsuite")) {
          String suite = TestSuites.module(utf8(e.getValue()), utf8(adapter(entries, name)));
          sources.ready.put(name + ".js", suite.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return sources;
  }

  private static byte[] adapter(SortedMap<String, byte[]> entries, String suite) {
    return entries.get("javatests/" + suite.replace(".testsuite", "_Adapter.java"));
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void transpile(Sources sources, String classPath, Path out, Problems problems) {
    try (OutputUtils.Output output = OutputUtils.initOutput(out, problems)) {
      J2clTranspiler.transpile(
          J2clTranspilerOptions.newBuilder()
              .setFrontend(Frontend.JDT)
              .setBackend(Backend.CLOSURE)
              .setClasspaths(classPath.isEmpty() ? List.of() : List.of(classPath.split(":")))
              .setSources(sources.java)
              .setNativeSources(sources.nativeJs)
              .setOutput(output)
              .setEmitReadableLibraryInfo(false)
              .setEmitReadableSourceMap(false)
              .setGenerateKytheIndexingMetadata(false)
              .setDefinesForWasm(ImmutableMap.of())
              .setKotlincOptions(ImmutableList.of())
              .setWasmEntryPointStrings(ImmutableList.of())
              .setNullMarkedSupported(true)
              .setForbiddenAnnotations(ImmutableList.of())
              .build(problems),
          problems);
    } catch (Problems.Exit e) {
      // The problems themselves are reported by the caller.
    }
  }

  private Transpiler() {}
}
