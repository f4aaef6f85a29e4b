package buildtools;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A headless Chromium with an empty profile that talks to nobody but the page it was given. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final List<String> FLAGS = List.of(
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage");

  private final Path profile;
  private final File log;
  private final Process process;

  Chromium(String url) throws IOException, Worker.Failure {
    String directory =
        System.getenv().getOrDefault("TEST_TMPDIR", System.getProperty("java.io.tmpdir"));
    profile = Files.createTempDirectory(Path.of(directory), "chromium");
    log = profile.resolve("browser.log").toFile();
    List<String> command = new ArrayList<>(List.of(find()));
    command.addAll(FLAGS);
    command.add("--user-data-dir=" + profile);
    command.add(url);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().put("HOME", profile.toString());
    process = builder.start();
  }

  private static String find() throws Worker.Failure {
    for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
      for (String name : NAMES) {
        Path file = Path.of(directory, name);
        if (Files.isExecutable(file)) {
          return file.toString();
        }
      }
    }
    throw new Worker.Failure("Chromium is missing; install it with: apt-get install chromium");
  }

  String log() throws IOException {
    return Files.readString(log.toPath());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
