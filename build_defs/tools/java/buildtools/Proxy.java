package buildtools;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands requests below one path to another server, so that a test page may talk to it as to its
 * own. The page's origin is replaced by the server's, as if the server itself had served the page.
 */
final class Proxy implements HttpHandler {
  /** Headers that belong to one connection, or that the client writes itself. */
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "expect");

  /** HTTP 1.1: an offer to upgrade to HTTP 2 could be taken for a WebSocket's. */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String path;
  private final String target;

  Proxy(String path, String target) throws Worker.Failure {
    this.path = path;
    this.target = target.startsWith("$") ? fromEnvironment(target.substring(1)) : target;
  }

  private static String fromEnvironment(String name) throws Worker.Failure {
    String value = System.getenv(name);
    if (value == null) {
      throw new Worker.Failure(
          name + " is not set; this test needs the address of a running server there");
    }
    return value;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      HttpResponse<byte[]> response = client.send(request(exchange), BodyHandlers.ofByteArray());
      response.headers().map().forEach((name, values) -> {
        if (!OWN.contains(name.toLowerCase()) && !name.startsWith(":")) {
          exchange.getResponseHeaders().put(name, values);
        }
      });
      byte[] body = response.body();
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(
          response.statusCode(), body.length == 0 || head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    String rest = exchange.getRequestURI().toString().substring(path.length());
    URI uri = URI.create(target + rest);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    byte[] body = exchange.getRequestBody().readAllBytes();
    request.method(
        exchange.getRequestMethod(),
        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      String name = header.getKey().toLowerCase();
      if (name.equals("origin")) {
        request.header(name, uri.getScheme() + "://" + uri.getAuthority());
      } else if (!OWN.contains(name)) {
        header.getValue().forEach(value -> request.header(name, value));
      }
    }
    return request.build();
  }
}
