package dev.sanguine.payload;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Deferreds;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Thenable;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Sends requests by java.net.http. Answers come on the executor of the client that asks, as its thenables must.
 * Redirects are not followed: they would take the Authorization header along.
 */
public final class JavaHttp implements Http {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);

  private final HttpClient client;
  private final Deferreds deferreds;
  private final Executor executor;

  /**
   * Over a client of its own.
   *
   * @param deferreds the environment's
   * @param executor runs a task as one of the environment's own, as a JvmEnvironment does; every answer is posted to it
   */
  public JavaHttp(Deferreds deferreds, Executor executor) {
    // HTTP/1.1: the offer of HTTP/2 that goes with a plain http request confuses servers that know
    // WebSocket only.
    this(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build(),
        deferreds,
        executor);
  }

  /** Over a given client, as for one with a cookie handler or a proxy. */
  public JavaHttp(HttpClient client, Deferreds deferreds, Executor executor) {
    this.client = client;
    this.deferreds = deferreds;
    this.executor = executor;
  }

  @Override
  public Thenable<HttpResponse> send(HttpRequest request) {
    java.net.http.HttpRequest out = translate(request);
    return deferreds.create((resolve, reject) -> {
      CompletableFuture<java.net.http.HttpResponse<String>> answer =
          client.sendAsync(out, BodyHandlers.ofString(StandardCharsets.UTF_8));
      Listener<Object> onAbort = event -> answer.cancel(true);
      AbortSignal signal = request.signal;
      if (signal != null) {
        signal.addEventListener("abort", onAbort);
      }
      answer.whenComplete((response, error) -> executor.execute(() -> {
        if (signal != null) {
          signal.removeEventListener("abort", onAbort);
        }
        if (error == null) {
          resolve.on(new HttpResponse(
              response.statusCode(), headers(response.headers().map()), response.body()));
        } else {
          reject.on(failure(request, error));
        }
      }));
    });
  }

  private static java.net.http.HttpRequest translate(HttpRequest request) {
    URI uri = URI.create(request.url);
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("address \"" + request.url
          + "\" has no host; give PayloadClient the server's address, as in"
          + " \"https://shop.example/api\"");
    }
    BodyPublisher body =
        request.body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body);
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(uri).method(request.method, body);
    for (int i = 0; i < request.headers.size(); i++) {
      builder.header(request.headers.name(i), request.headers.value(i));
    }
    return builder.build();
  }

  private static Headers headers(Map<String, List<String>> map) {
    Headers headers = Headers.NONE;
    for (Map.Entry<String, List<String>> entry : map.entrySet()) {
      headers = headers.with(entry.getKey(), String.join(", ", entry.getValue()));
    }
    return headers;
  }

  /** A connection that never stood carried nothing. */
  private static PayloadError failure(HttpRequest request, Throwable error) {
    Throwable cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    boolean connected =
        !(cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
    return connected ? PayloadError.cut(request, cause) : PayloadError.notSent(request, cause);
  }
}
