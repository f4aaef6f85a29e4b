package dev.sanguine.query;

/** Where a client takes the law from; in the browser it is a module of its own. */
final class Law {
  private Law() {}

  static IntentLog of(QueryClient client) {
    return new IntentLog(client);
  }
}
