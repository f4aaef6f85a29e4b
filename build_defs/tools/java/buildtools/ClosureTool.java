package buildtools;

import com.google.javascript.jscomp.SourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Optimizes J2CL's output with Closure Compiler into one file per chunk.
 *
 * <p>Flags: {@code --zip} and {@code --js} for sources, {@code --externs}, {@code --flag} for Closure's own flags; for each chunk {@code
 * --chunk NAME=ENTRY,ENTRY}, {@code --wrapper NAME=FILE}, {@code --out NAME=FILE} and, if a source
 * map is wanted, {@code --map NAME=FILE}.
 *
 * <p>{@code --quick true} takes much less time and makes longer code: types are not worked out, and
 * optimizations are not repeated until nothing changes.
 *
 * <p>A chunk holds the files that its entries need and no earlier chunk has, and imports from the
 * earlier ones.
 */
public final class ClosureTool {
  public static void main(String[] args) throws IOException {
    Worker.main(args, ClosureTool::run);
  }

  static int run(List<String> args, PrintStream out) throws Exception {
    Flags flags = Flags.parse(args);
    Sources sources = Sources.read(flags);
    Map<String, String> chunks = flags.map("chunk");
    Map<String, String> wrappers = flags.map("wrapper");
    boolean quick = flags.get("quick", "false").equals("true");

    List<SourceFile> inputs = new ArrayList<>();
    List<String> closureFlags = new ArrayList<>(flags.all("flag"));
    flags.all("externs").forEach(f -> closureFlags.add("--externs=" + f));
    Set<String> taken = new HashSet<>();
    String previous = "";
    for (Map.Entry<String, String> chunk : chunks.entrySet()) {
      List<String> files = sources.modules.reachable(List.of(chunk.getValue().split(",")), taken);
      for (String file : files) {
        inputs.add(SourceFile.fromCode(file, sources.code.get(file)));
      }
      taken.addAll(files);
      closureFlags.add("--chunk=" + chunk.getKey() + ":" + files.size() + previous);
      closureFlags.add("--chunk_wrapper=" + chunk.getKey() + ":"
          + Files.readString(Path.of(wrappers.get(chunk.getKey()))));
      previous = ":" + chunk.getKey();
    }
    try (ScratchDir scratch = new ScratchDir()) {
      int exit =
          new ClosureRun(closureFlags, inputs, sources.maps, quick, scratch.root, out).compile();
      if (exit == 0) {
        publish(flags, scratch.root, sources);
      }
      return exit;
    }
  }

  private static void publish(Flags flags, Path compiled, Sources sources) throws Exception {
    Map<String, String> outs = flags.map("out");
    Map<String, String> maps = flags.map("map");
    for (Map.Entry<String, String> out : outs.entrySet()) {
      Output output = new Output(
          Files.readString(compiled.resolve(out.getKey() + ".js")),
          Files.readString(compiled.resolve(out.getKey() + ".js.map")));
      for (Map.Entry<String, String> other : outs.entrySet()) {
        output.renameImport(
            "./" + other.getKey() + ".js", "./" + Path.of(other.getValue()).getFileName());
      }
      String map = maps.get(out.getKey());
      if (map != null) {
        Path file = Path.of(map);
        output.addMapComment(file.getFileName().toString());
        String name = Path.of(out.getValue()).getFileName().toString();
        Files.writeString(file, output.map(name, sources::text));
      }
      Files.writeString(Path.of(out.getValue()), output.code());
    }
  }

  /** What the zips and files hold, by the path inside them. */
  private static final class Sources {
    /** Closure's base file takes `this || self` for it, which Node's ES modules lack both. */
    private static final Pattern GLOBAL = Pattern.compile("(?m)^goog\\.global =[^;]*;");

    final SortedMap<String, String> code = new TreeMap<>();
    final SortedMap<String, String> maps = new TreeMap<>();
    final SortedMap<String, String> java = new TreeMap<>();
    final JsModules modules = new JsModules();

    static Sources read(Flags flags) throws IOException {
      Sources sources = new Sources();
      for (String zip : flags.all("zip")) {
        for (Map.Entry<String, byte[]> e : Zips.read(Path.of(zip)).entrySet()) {
          sources.add(e.getKey(), new String(e.getValue(), StandardCharsets.UTF_8));
        }
      }
      for (String js : flags.all("js")) {
        sources.add(js, Files.readString(Path.of(js)));
      }
      sources.code.forEach(sources.modules::add);
      return sources;
    }

    /** Java where a map leads to it; JavaScript for what the transpiler and the compiler made up. */
    String text(String path) {
      return java.getOrDefault(
          path, code.getOrDefault(path.replace(".native_js", ".native.js"), ""));
    }

    /** NOTICE names the licences once, instead of a comment in every bundle. */
    private static String unlicensed(String text) {
      return text.replace("@license", "");
    }

    private void add(String path, String text) {
      if (path.endsWith("closure/goog/base.js")) {
        code.put(path, GLOBAL.matcher(unlicensed(text)).replaceFirst("goog.global = globalThis;"));
      } else if (path.endsWith(".js")) {
        code.put(path, unlicensed(text));
      } else if (path.endsWith(".js.map")) {
        maps.put(path, text);
      } else if (path.endsWith(".java")) {
        java.put(path, text);
      }
    }
  }

  private ClosureTool() {}
}
