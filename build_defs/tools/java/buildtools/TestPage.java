package buildtools;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Serves a bundle and the page that runs its classes one by one, and takes their reports. */
final class TestPage implements AutoCloseable {

  /** The report of one class. */
  static final class Result {
    final long millis;

    /** Method name to failure text, null if it passed. */
    final Map<String, String> methods = new LinkedHashMap<>();

    Result(String body) {
      String[] lines = body.split("\n");
      millis = Long.parseLong(lines[0]);
      for (int i = 1; i < lines.length; i++) {
        String[] fields = lines[i].split("\t", -1);
        String failure = URLDecoder.decode(fields[1], StandardCharsets.UTF_8);
        methods.put(fields[0], failure.isEmpty() ? null : failure);
      }
    }
  }

  private final Path bundle;
  private final List<String> suites;
  private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Runs {@code classes}, or of each only {@code method} if that is not null. */
  TestPage(Path bundle, List<String> classes, String method, Map<String, String> proxies)
      throws Exception {
    this.bundle = bundle;
    // goog.testing reads runTests. J2CL writes test_ before a name that does not begin with test.
    String only = method == null ? "" : "&runTests=" + method + ",test_" + method;
    suites = classes.stream().map(name -> name + only).collect(Collectors.toUnmodifiableList());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    for (Map.Entry<String, String> proxy : proxies.entrySet()) {
      server.createContext(proxy.getKey(), new Proxy(proxy.getKey(), proxy.getValue()));
    }
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  Path bundle() {
    return bundle;
  }

  /** The next class's report, or null if none comes in time. */
  Result await(int seconds) throws InterruptedException {
    return results.poll(seconds, TimeUnit.SECONDS);
  }

  private void serve(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/":
        answer(exchange, 200, "text/html", resource("tests.html"));
        break;
      case "/suites":
        answer(exchange, 200, "text/plain", utf8(String.join("\n", suites)));
        break;
      case "/suite":
        answer(exchange, 200, "text/html", resource("suite.html"));
        break;
      case "/bundle.js":
        answer(exchange, 200, "text/javascript", Files.readAllBytes(bundle));
        break;
      case "/report":
        results.add(new Result(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        answer(exchange, 200, "text/plain", utf8("ok"));
        break;
      default:
        answer(exchange, 404, "text/plain", utf8("not found"));
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = TestPage.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
