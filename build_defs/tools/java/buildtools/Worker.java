package buildtools;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a build tool once, or again and again as a Bazel persistent worker. */
public final class Worker {

  /** One action: arguments in, diagnostics to {@code out}, exit code back. */
  public interface Tool {
    int run(List<String> args, PrintStream out) throws Exception;
  }

  /** A mistake of the user's; its message alone is printed, without a stack trace. */
  public static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    public Failure(String message) {
      super(message);
    }
  }

  /** Serves requests when Bazel asks for a persistent worker, else runs the tool once and exits. */
  public static void main(String[] args, Tool tool) throws IOException {
    List<String> argv = List.of(args);
    if (argv.contains("--persistent_worker")) {
      serve(tool);
    } else {
      System.exit(call(tool, argv, System.err));
    }
  }

  private static void serve(Tool tool) throws IOException {
    InputStream in = System.in;
    OutputStream responses = System.out;
    // Nothing but responses may reach the real stdout.
    System.setOut(System.err);
    for (WorkProtocol.Request request; (request = WorkProtocol.read(in)) != null; ) {
      ByteArrayOutputStream log = new ByteArrayOutputStream();
      int exit = call(tool, request.arguments, new PrintStream(log, true, StandardCharsets.UTF_8));
      WorkProtocol.write(responses, request.id, exit, log.toByteArray());
    }
  }

  private static int call(Tool tool, List<String> args, PrintStream out) {
    try {
      return tool.run(expand(args), out);
    } catch (Failure e) {
      out.println("ERROR: " + e.getMessage());
    } catch (Throwable e) {
      e.printStackTrace(out);
    }
    return 1;
  }

  /** Replaces each {@code @file} by the lines of that file. */
  private static List<String> expand(List<String> args) throws IOException {
    List<String> result = new ArrayList<>();
    for (String arg : args) {
      if (arg.startsWith("@")) {
        result.addAll(Files.readAllLines(Path.of(arg.substring(1))));
      } else {
        result.add(arg);
      }
    }
    return result;
  }

  private Worker() {}
}
