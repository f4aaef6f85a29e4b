package buildtools;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class ZipsTest {
  @Rule
  public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void write_inAnyOrder_givesTheSameBytes() throws Exception {
    assertArrayEquals(written("a", "b/c", "d"), written("d", "a", "b/c"));
  }

  @Test
  public void write_inAnotherTimeZone_givesTheSameBytes() throws Exception {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      byte[] there = written("a");
      TimeZone.setDefault(TimeZone.getTimeZone("America/Lima"));
      assertArrayEquals(there, written("a"));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  public void read_givesWhatWasWritten_sorted() throws Exception {
    Path zip = folder.newFile().toPath();
    Files.write(zip, written("b", "a"));
    assertEquals(List.of("a", "b"), List.copyOf(Zips.read(zip).keySet()));
    assertArrayEquals(new byte[] {'b'}, Zips.read(zip).get("b"));
  }

  private byte[] written(String... names) throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String name : names) {
      entries.put(name, name.getBytes(StandardCharsets.UTF_8));
    }
    Path zip = folder.newFile().toPath();
    Zips.write(zip, entries);
    return Files.readAllBytes(zip);
  }
}
