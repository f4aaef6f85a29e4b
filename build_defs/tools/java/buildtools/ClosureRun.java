package buildtools;

import com.google.javascript.jscomp.CheckLevel;
import com.google.javascript.jscomp.CommandLineRunner;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.DiagnosticGroups;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.SourceMapInput;
import com.google.javascript.jscomp.jarjar.com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run of Closure Compiler on inputs in memory, under names that hold no path of the machine. */
final class ClosureRun extends CommandLineRunner {
  private final List<SourceFile> inputs;
  private final Map<String, String> maps;
  private final boolean quick;

  ClosureRun(
      List<String> flags,
      List<SourceFile> inputs,
      Map<String, String> maps,
      boolean quick,
      Path outputDir,
      PrintStream out) {
    super(withOutput(flags, outputDir), InputStream.nullInputStream(), out, out);
    this.inputs = inputs;
    this.maps = maps;
    this.quick = quick;
  }

  private static String[] withOutput(List<String> flags, Path directory) {
    List<String> all = new ArrayList<>(flags);
    all.add("--chunk_output_path_prefix=" + directory + "/");
    all.add("--create_source_map=%outname%.map");
    all.add("--dependency_mode=NONE");
    return all.toArray(new String[0]);
  }

  int compile() throws IOException {
    return doRun();
  }

  @Override
  protected Compiler createCompiler() {
    return new Compiler(getErrorPrintStream()) {
      @Override
      public void stage3Passes() {
        super.stage3Passes();
        if (getOptions().getChunkOutputType() == CompilerOptions.ChunkOutputType.ES_MODULES
            && !hasErrors()) {
          Exports.nameInside(this, getJsRoot(), Exports.declare(getJsRoot()));
        }
      }
    };
  }

  /** Also asked for externs, which are files. */
  @Override
  protected List<SourceFile> createInputs(
      List<FlagEntry<JsSourceType>> files,
      List<JsonFileSpec> jsonFiles,
      boolean allowStdIn,
      List<JsChunkSpec> chunks)
      throws IOException {
    boolean externs = files.stream().allMatch(f -> f.getFlag() == JsSourceType.EXTERN);
    return externs ? super.createInputs(files, jsonFiles, allowStdIn, chunks) : inputs;
  }

  /** J2CL's source maps, so that the final map shows Java: Foo.js.map maps Foo.impl.java.js. */
  @Override
  protected void setRunOptions(CompilerOptions options) throws IOException {
    super.setRunOptions(options);
    ImmutableMap.Builder<String, SourceMapInput> byFile = ImmutableMap.builder();
    for (SourceFile input : inputs) {
      String name = input.getName();
      String map = maps.get(name.replace(".impl.java.js", ".js.map"));
      if (map != null) {
        byFile.put(name, new SourceMapInput(SourceFile.fromCode(name + ".map", map)));
      }
    }
    options.setInputSourceMaps(byFile.buildOrThrow());
    options.setApplyInputSourceMaps(true);
    // The comments in the code name files, which there are none of here.
    options.setResolveSourceMapAnnotations(false);
    options.setLineLengthThreshold(Integer.MAX_VALUE);
    options.setCrossChunkCodeMotionNoStubMethods(true);
    if (quick) {
      options.setMaxOptimizationLoopIterations(1);
    } else {
      useTypes(options);
    }
  }

  /**
   * J2CL's types are right, so what they say may be used: which comparison with null is a test for
   * truth, and which fields no object has both of. Types are worked out if somebody wants their
   * warnings; nobody sees them.
   */
  private static void useTypes(CompilerOptions options) {
    options.setWarningLevel(DiagnosticGroups.CHECK_TYPES, CheckLevel.WARNING);
    options.setUseTypesForLocalOptimization(true);
    options.setAmbiguateProperties(true);
  }
}
