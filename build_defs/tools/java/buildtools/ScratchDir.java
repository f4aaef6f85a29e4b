package buildtools;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A temporary directory that is gone when it is closed. */
final class ScratchDir implements AutoCloseable {
  final Path root;

  ScratchDir() throws IOException {
    root = Files.createTempDirectory("buildtools");
  }

  Path directory(String name) throws IOException {
    return Files.createDirectories(root.resolve(name));
  }

  /** Writes {@code content} to {@code directory/name} and returns its path. */
  static Path write(Path directory, String name, byte[] content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  /** The files under {@code directory} by their path relative to it, with '/' on every platform. */
  static SortedMap<String, byte[]> read(Path directory) throws IOException {
    SortedMap<String, byte[]> result = new TreeMap<>();
    for (Path file : walk(directory)) {
      if (Files.isRegularFile(file)) {
        String name = directory.relativize(file).toString().replace(File.separatorChar, '/');
        result.put(name, Files.readAllBytes(file));
      }
    }
    return result;
  }

  private static List<Path> walk(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
    }
  }

  @Override
  public void close() throws IOException {
    for (Path file : walk(root)) {
      Files.delete(file);
    }
  }
}
