package dev.sanguine.query;

import dev.sanguine.env.Environment;

/** Where a client takes the law from: its own bundle, or, where the engine is split, the module that holds it. */
final class Law {
  private Law() {}

  static IntentLog of(QueryClient client) {
    if (!isApart()) {
      return new IntentLog(client);
    }
    Environment env = client.environment;
    return env.law != null ? (IntentLog) env.law.of(client) : env.errors.fail(env.errors.create(
        "optimistic: import 'sanguine/optimistic'" + Dev.hint(" where the client is made, of the same copy and format")));
  }

  /** Decided when the bundle is compiled. */
  private static boolean isApart() {
    return "true".equals(System.getProperty("sanguine.apart", "false"));
  }
}
