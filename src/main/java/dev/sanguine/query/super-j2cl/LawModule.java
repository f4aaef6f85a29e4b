package dev.sanguine.query;

import dev.sanguine.env.Environment;
import jsinterop.annotations.JsMethod;

/** The module that holds the law, where the engine is split. */
final class LawModule {
  private LawModule() {}

  /** Called when the module is loaded; where there is no engine before it, nothing is split. */
  @JsMethod
  static boolean load() {
    Environment world = Environment.standardIfAny();
    if (world != null) {
      world.law = client -> new IntentLog((QueryClient) client);
    }
    return true;
  }
}
