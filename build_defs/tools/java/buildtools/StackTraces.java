package buildtools;

import com.google.debugging.sourcemap.SourceMapConsumerV3;
import com.google.debugging.sourcemap.SourceMapParseException;
import com.google.debugging.sourcemap.proto.Mapping.OriginalMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites places in a bundle to the places in Java that they were compiled from. */
final class StackTraces {
  private static final Pattern PLACE = Pattern.compile("https?://[^\\s()]*?/bundle\\.js:(\\d+):(\\d+)");

  private final SourceMapConsumerV3 map = new SourceMapConsumerV3();

  StackTraces(Path file) throws IOException, SourceMapParseException {
    map.parse(Files.readString(file));
  }

  String readable(String trace) {
    if (trace == null) {
      return null;
    }
    Matcher place = PLACE.matcher(trace);
    return place.replaceAll(
        m -> {
          int line = Integer.parseInt(m.group(1));
          OriginalMapping original = map.getMappingForLine(line, Integer.parseInt(m.group(2)));
          String text = original == null ? m.group() : name(original) + ":" + original.getLineNumber();
          return Matcher.quoteReplacement(text);
        });
  }

  private static String name(OriginalMapping original) {
    return original.getOriginalFile().replaceFirst("^\\w+:///", "");
  }
}
