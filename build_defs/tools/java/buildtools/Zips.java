package buildtools;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Reads and writes zip files whose bytes depend on nothing but the names and contents of their entries. */
final class Zips {
  /** A local time: what a zip stores is a local time, so the bytes do not depend on the time zone. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(2010, 1, 1, 0, 0);

  static SortedMap<String, byte[]> read(Path zip) throws IOException {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream stream = new ZipInputStream(in)) {
      for (ZipEntry entry; (entry = stream.getNextEntry()) != null; ) {
        if (!entry.isDirectory()) {
          entries.put(entry.getName(), stream.readAllBytes());
        }
      }
    }
    return entries;
  }

  static void write(Path zip, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream stream = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> e : new TreeMap<>(entries).entrySet()) {
        ZipEntry entry = new ZipEntry(e.getKey());
        entry.setTimeLocal(EPOCH);
        stream.putNextEntry(entry);
        stream.write(e.getValue());
        stream.closeEntry();
      }
    }
  }

  private Zips() {}
}
