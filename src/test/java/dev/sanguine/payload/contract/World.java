package dev.sanguine.payload.contract;

import dev.sanguine.env.Environment;
import dev.sanguine.jvm.JvmEnvironment;
import dev.sanguine.payload.JavaHttp;
import dev.sanguine.payload.PayloadClient;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;

/**
 * A world of one thread, and the server that SANGUINE_PAYLOAD_URL names. Its cookie is kept and its own origin is sent,
 * as a browser does that shows its pages.
 */
final class World {
  static final String EMAIL =
      System.getenv().getOrDefault("SANGUINE_PAYLOAD_EMAIL", "shop@example.com");
  static final String PASSWORD =
      System.getenv().getOrDefault("SANGUINE_PAYLOAD_PASSWORD", "optimist");

  private static final String SERVER = server();
  private static final JvmEnvironment WORLD = JvmEnvironment.create();
  private static final HttpClient HTTP = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .cookieHandler(new CookieManager())
      .build();

  private World() {}

  static Environment environment() {
    return WORLD.environment();
  }

  static void execute(Runnable task) {
    WORLD.call(Executors.callable(task));
  }

  /** A client of what the server has under {@code path}. */
  static PayloadClient client(String path) {
    JavaHttp http = new JavaHttp(HTTP, environment().deferreds, World::execute);
    return new PayloadClient(http, environment(), SERVER + path).withHeader("Origin", SERVER);
  }

  private static String server() {
    String url = System.getenv("SANGUINE_PAYLOAD_URL");
    if (url == null) {
      throw new IllegalStateException(
          "SANGUINE_PAYLOAD_URL is not set; give the address of a running shop, as"
              + " web/scripts/with-shop.mjs does");
    }
    return url;
  }
}
