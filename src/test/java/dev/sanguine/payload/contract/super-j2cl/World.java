package dev.sanguine.payload.contract;

import dev.sanguine.env.Environment;
import dev.sanguine.js.BrowserEnvironment;
import dev.sanguine.payload.FetchHttp;
import dev.sanguine.payload.PayloadClient;

/** The page's world. The server stands behind the page's own address, so its cookie and its origin are the page's. */
final class World {
  static final String EMAIL = "shop@example.com";
  static final String PASSWORD = "optimist";

  private static final Environment ENVIRONMENT = BrowserEnvironment.create();

  private World() {}

  static Environment environment() {
    return ENVIRONMENT;
  }

  /** A client of what the server has under {@code path}. */
  static PayloadClient client(String path) {
    return new PayloadClient(new FetchHttp(), ENVIRONMENT, "/payload" + path);
  }
}
