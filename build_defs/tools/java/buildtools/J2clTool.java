package buildtools;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Java to JavaScript, in two actions: {@code strip} and {@code transpile}. */
public final class J2clTool {
  public static void main(String[] args) throws IOException {
    Worker.main(args, J2clTool::run);
  }

  static int run(List<String> args, PrintStream out) throws Exception {
    Flags flags = Flags.parse(args.subList(1, args.size()));
    switch (args.get(0)) {
      case "strip":
        return Stripper.run(flags);
      case "transpile":
        return Transpiler.run(flags, out);
      default:
        throw new Worker.Failure("unknown command " + args.get(0));
    }
  }

  private J2clTool() {}
}
