package buildtools;

import com.google.javascript.jscomp.jarjar.com.google.gson.Gson;
import com.google.javascript.jscomp.jarjar.com.google.gson.GsonBuilder;
import com.google.javascript.jscomp.jarjar.com.google.gson.JsonArray;
import com.google.javascript.jscomp.jarjar.com.google.gson.JsonElement;
import com.google.javascript.jscomp.jarjar.com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;

/** A compiled file and its source map, made ready for those who load and debug it. */
final class Output {
  /** What a debugger shows as the place of the sources. */
  private static final String SOURCE_ROOT = "sanguine:///";

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private final JsonObject map;
  private String code;

  Output(String code, String map) {
    this.code = code;
    this.map = GSON.fromJson(map, JsonObject.class);
  }

  String code() {
    return code;
  }

  /** Replaces the specifier of one import and moves what the map says of the rest of its line. */
  void renameImport(String from, String to) {
    for (String word : List.of("from", "import")) {
      renameImport(word, from, to);
    }
  }

  private void renameImport(String word, String from, String to) {
    String quoted = word + '"' + from + '"';
    int at = code.indexOf(quoted);
    if (at < 0 || from.equals(to)) {
      return;
    }
    int line = (int) code.substring(0, at).chars().filter(c -> c == '\n').count();
    int column = at - (code.lastIndexOf('\n', at) + 1);
    String mappings = map.get("mappings").getAsString();
    int growth = to.length() - from.length();
    map.addProperty("mappings", Mappings.shift(mappings, line, column, growth));
    code = code.substring(0, at) + word + '"' + to + '"' + code.substring(at + quoted.length());
  }

  void addMapComment(String mapFile) {
    code = code.stripTrailing() + "\n//# sourceMappingURL=" + mapFile + "\n";
  }

  /** The map for {@code file}, with the names and the text of the sources in it. */
  String map(String file, Function<String, String> sourceText) {
    JsonArray names = new JsonArray();
    JsonArray contents = new JsonArray();
    for (JsonElement source : map.getAsJsonArray("sources")) {
      String path = source.getAsString();
      names.add(SOURCE_ROOT + readable(path));
      contents.add(sourceText.apply(path));
    }
    JsonObject result = new JsonObject();
    result.addProperty("version", 3);
    result.addProperty("file", file);
    result.add("sources", names);
    result.add("sourcesContent", contents);
    result.add("names", map.get("names"));
    result.add("mappings", map.get("mappings"));
    return GSON.toJson(result) + "\n";
  }

  /** The path below the source root: the JRE's zip and Bazel put directories of their own before it. */
  static String readable(String path) {
    return path.strip().replaceFirst("^bazel-bin/.*?\\.js/|^bazel-out/[^/]+/bin/", "");
  }
}
