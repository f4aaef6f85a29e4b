package dev.sanguine.records;

import dev.sanguine.env.Environment;
import dev.sanguine.json.Json;
import dev.sanguine.testkit.VirtualEnvironment;

/** Values as text: no cache, no query, no change. */
public abstract class RecordsCase {
  protected final Environment env = new VirtualEnvironment().environment();

  /** A document; single quotes stand for double ones. */
  protected static Object json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  /** The document as {@link #json} reads it; "absent" for undefined. */
  protected final String text(Object document) {
    return env.values.isUndefined(document)
        ? "absent"
        : Json.stringify(document).replace('"', '\'');
  }

  /** Undefined in the browser, null on the JVM. */
  protected final Object undefined() {
    return env.values.undefined();
  }
}
