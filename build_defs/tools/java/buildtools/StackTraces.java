package buildtools;

import com.google.debugging.sourcemap.SourceMapConsumerV3;
import com.google.debugging.sourcemap.SourceMapParseException;
import com.google.debugging.sourcemap.proto.Mapping.OriginalMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites places in a bundle to the places in Java that they were compiled from, without the test library's own. */
final class StackTraces {
  private static final Pattern PLACE =
      Pattern.compile("https?://[^\\s()]*?/bundle\\.js:(\\d+):(\\d+)");

  /** Lines of goog.testing, of the generated adapters and of JUnit's assertions. */
  private static final Pattern LIBRARY = Pattern.compile(
      "(?m)^.*(?:closure/goog/|javatests/|org/junit/|java/lang/AssertionError)\\S*:\\d+\\)?$\\n?");

  private final SourceMapConsumerV3 map = new SourceMapConsumerV3();

  StackTraces(Path file) throws IOException, SourceMapParseException {
    map.parse(Files.readString(file));
  }

  String readable(String trace) {
    if (trace == null) {
      return null;
    }
    String mapped = PLACE.matcher(trace).replaceAll(m -> Matcher.quoteReplacement(java(m)));
    return LIBRARY.matcher(mapped).replaceAll("");
  }

  private String java(MatchResult place) {
    int line = Integer.parseInt(place.group(1));
    int column = Integer.parseInt(place.group(2));
    OriginalMapping original = map.getMappingForLine(line, column);
    return original == null ? place.group() : name(original) + ":" + original.getLineNumber();
  }

  private static String name(OriginalMapping original) {
    return original.getOriginalFile().replaceFirst("^\\w+:///", "");
  }
}
