package buildtools;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a Markdown table of what files weigh. Flags: {@code --out FILE}. Operands: the files. */
public final class SizesTool {
  public static void main(String[] args) throws IOException {
    Worker.main(args, SizesTool::run);
  }

  static int run(List<String> args, PrintStream out) throws Exception {
    Flags flags = Flags.parse(args);
    StringBuilder table = new StringBuilder("# Sizes\n\nBytes, as built and after `gzip -9`.\n\n");
    table.append("| file | min | gzip -9 |\n| --- | ---: | ---: |\n");
    for (String operand : flags.operands()) {
      Path file = Path.of(operand);
      table.append(
          String.format("| %s | %d | %d |%n", file.getFileName(), Files.size(file), gzipped(file)));
    }
    Files.write(Path.of(flags.get("out")), table.toString().getBytes(StandardCharsets.UTF_8));
    return 0;
  }

  /** What gzip itself makes of the file: java.util.zip compresses a little less. */
  private static int gzipped(Path file) throws IOException {
    Process gzip = new ProcessBuilder("gzip", "-9", "-n", "-c")
        .redirectInput(file.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    return gzip.getInputStream().readAllBytes().length;
  }

  private SizesTool() {}
}
