package dev.sanguine.log.jvm;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.log.EventTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;

/** The table of docs/events.md has every event with its members, in the order of the code. */
public class EventsDocumentedTest {
  @Test
  public void everyEvent_isDocumentedWithItsMembers() throws IOException {
    List<String> documented = Files.readAllLines(Path.of("docs/events.md")).stream()
        .dropWhile(line -> !line.startsWith("| type |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("| "))
        .map(line -> line.split("\\|"))
        .map(cells -> (cells[1].trim() + ": " + cells[3].replace("`", "").trim()).trim())
        .collect(Collectors.toList());
    List<String> known = new ArrayList<>();
    Seq<String> names = EventTypes.names();
    for (int i = 0; i < names.size(); i++) {
      known.add((names.get(i) + ": " + EventTypes.members(names.get(i)).trim()).trim());
    }
    assertEquals(String.join("\n", known), String.join("\n", documented));
  }
}
