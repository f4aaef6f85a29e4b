package dev.sanguine.payload.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sanguine.env.AbortController;
import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Thenable;
import dev.sanguine.payload.ErrorKind;
import dev.sanguine.payload.Headers;
import dev.sanguine.payload.HttpRequest;
import dev.sanguine.payload.HttpResponse;
import dev.sanguine.payload.JavaHttp;
import dev.sanguine.payload.PayloadClient;
import dev.sanguine.payload.PayloadError;
import dev.sanguine.testkit.VirtualEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** java.net.http against a server of this process. The test's own thread is the executor. */
public class JavaHttpTest {
  private static final String TEXT = "gr\u00fc\u00df \u20ac \ud83d\ude00";

  private final VirtualEnvironment world = new VirtualEnvironment();
  private final BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
  private final JavaHttp http = new JavaHttp(world.environment().deferreds, posted::add);
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private HttpServer server;
  private String root;

  private HttpResponse response;
  private PayloadError error;

  @Before
  public void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/echo", exchange -> {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      com.sun.net.httpserver.Headers got = exchange.getRequestHeaders();
      seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
          + got.getFirst("X-Asked") + " " + got.getFirst("Origin") + " " + got.getFirst("Upgrade")
          + " " + body);
      exchange.getResponseHeaders().add("X-Twice", "a");
      exchange.getResponseHeaders().add("X-Twice", "b");
      answer(exchange, 418, TEXT);
    });
    server.createContext("/away", exchange -> {
      exchange.getResponseHeaders().add("Location", root + "/echo");
      answer(exchange, 307, "");
    });
    server.createContext("/held", exchange -> {
      seen.add("arrived");
      try {
        held.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    });
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @After
  public void stopServer() {
    held.countDown();
    server.stop(0);
  }

  @Test
  public void whatIsAsked_arrives() throws Exception {
    Headers headers = Headers.NONE.with("X-Asked", "yes").with("Origin", "https://shop.example");
    settle(send("PATCH", "/echo?a=%5B", headers, TEXT, null));
    assertEquals("PATCH /echo?a=%5B yes https://shop.example null " + TEXT, seen.take());
    settle(send("DELETE", "/echo", Headers.NONE, null, null));
    assertEquals("DELETE /echo null null null ", seen.take());
  }

  @Test
  public void whatIsAnswered_comes() throws Exception {
    settle(send("GET", "/echo", Headers.NONE, null, null));
    assertEquals(418, response.status);
    assertEquals(TEXT, response.text);
    assertEquals("a, b", response.headers.get("x-twice"));
    assertNull(response.headers.get("x-thrice"));
  }

  @Test
  public void answers_waitForTheExecutor() throws Exception {
    watch(send("GET", "/echo", Headers.NONE, null, null));
    Runnable delivery = posted.poll(10, TimeUnit.SECONDS);
    assertNotNull(delivery);
    world.runMicrotasks();
    assertNull(response);
    delivery.run();
    world.runMicrotasks();
    assertEquals(418, response.status);
  }

  @Test
  public void redirects_areNotFollowed() throws Exception {
    settle(send("PATCH", "/away", Headers.NONE.with("Authorization", "JWT x"), "{}", null));
    assertEquals(307, response.status);
    assertTrue(seen.isEmpty());
  }

  @Test
  public void aServerThatIsNotThere_gotNothing() throws Exception {
    server.stop(0);
    settle(send("PATCH", "/echo", Headers.NONE, "{}", null));
    assertEquals(ErrorKind.NETWORK, error.kind());
    assertEquals("failed", error.outcome());
    assertNotNull(error.getCause());
  }

  @Test
  public void anAnswerThatIsCut_leavesTheOutcomeOpen() throws Exception {
    assertCut("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"doc\":");
  }

  @Test
  public void aConnectionThatIsClosed_leavesTheOutcomeOpen() throws Exception {
    assertCut("");
  }

  @Test
  public void anAbort_endsTheRequest() throws Exception {
    AbortController controller = new AbortController();
    Thenable<HttpResponse> sent = send("PATCH", "/held", Headers.NONE, "{}", controller.signal);
    watch(sent);
    assertEquals("arrived", seen.poll(10, TimeUnit.SECONDS));
    controller.abort();
    deliver();
    assertEquals(ErrorKind.NETWORK, error.kind());
  }

  @Test
  public void anAddressWithoutAHost_isNamed() {
    PayloadClient client = new PayloadClient(http, world.environment(), "/api");
    client.collection("orders").findById(1).then(null, e -> error = (PayloadError) e);
    world.runMicrotasks();
    assertTrue(
        error.message(),
        error
            .message()
            .endsWith("address \"/api/orders/1\" has no host; "
                + "give PayloadClient the server's address, as in \"https://shop.example/api\""));
  }

  private void assertCut(String head) throws Exception {
    try (ServerSocket raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> {
        try (Socket socket = raw.accept()) {
          byte[] request = new byte[65536];
          socket.getInputStream().read(request);
          socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
          socket.getOutputStream().flush();
        } catch (IOException e) {
          seen.add(e.toString());
        }
      });
      thread.start();
      root = "http://127.0.0.1:" + raw.getLocalPort();
      settle(send("PATCH", "/orders/1", Headers.NONE, "{}", null));
      thread.join();
    }
    assertEquals(ErrorKind.NETWORK, error.kind());
    assertEquals("unknown", error.outcome());
    assertEquals("unknown", error.outcome);
    assertEquals("PATCH " + root + "/orders/1", error.request());
  }

  private Thenable<HttpResponse> send(
      String method, String path, Headers headers, String body, AbortSignal signal) {
    return http.send(new HttpRequest(method, root + path, headers, body, signal));
  }

  private void settle(Thenable<HttpResponse> sent) throws InterruptedException {
    watch(sent);
    deliver();
  }

  private void watch(Thenable<HttpResponse> sent) {
    sent.then(value -> response = value, e -> error = (PayloadError) e);
  }

  private void deliver() throws InterruptedException {
    Runnable delivery = posted.poll(10, TimeUnit.SECONDS);
    assertNotNull("an answer within 10 s", delivery);
    delivery.run();
    world.runMicrotasks();
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
