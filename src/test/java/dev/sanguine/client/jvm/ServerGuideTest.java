package dev.sanguine.client.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sanguine.client.Client;
import dev.sanguine.client.Hydration;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.json.Json;
import dev.sanguine.jvm.JvmClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What docs/java.md says of a server of one's own and of a restart, between the marks, with a real server. */
public class ServerGuideTest {
  private record Order(int id, String number, String status) {
    static Order read(Object document) {
      return new Order(
          (int) Json.number(document, "id"),
          Json.string(document, "number"),
          Json.string(document, "status"));
    }
  }

  private static final ListKey<List<Order>, Order> ORDERS = QueryKey.ofList("orders");

  // snippet: server-failure
  static final class HttpFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public final int status;

    HttpFailure(HttpResponse<String> answer) {
      super("The server answered " + answer.statusCode() + ": " + answer.body());
      status = answer.statusCode();
    }
  }
  // end

  /** One client, as the page has it. */
  static final class Shop {
    private final JvmClient client;
    private final String address;

    Shop(JvmClient client, String address) {
      this.client = client;
      this.address = address;
    }

    // snippet: server-send
    final HttpClient http = HttpClient.newHttpClient();

    CompletableFuture<Object> send(HttpRequest.Builder request) {
      return http.sendAsync(
              request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString())
          .thenApply(answer -> {
            if (answer.statusCode() >= 300) {
              throw new HttpFailure(answer);
            }
            return Json.parse(answer.body());
          });
    }
    // end

    // snippet: server-options
    Query<List<Order>> orders() {
      return Query.of(ORDERS)
          .queryFn(context ->
              client.thenable(send(HttpRequest.newBuilder(URI.create(address + "/orders")))
                  .thenApply(list -> Json.items(list).map(Order::read).asList())))
          .staleTime(60_000);
    }

    Mutation<Object, Order> save() {
      return Mutation.<Object, Order>of(
              (fields, context) -> client.thenable(send(HttpRequest.newBuilder(
                          URI.create(address + "/orders/" + (int) Json.number(fields, "id")))
                      .header("Idempotency-Key", context.idempotencyKey)
                      .method("PATCH", HttpRequest.BodyPublishers.ofString(Json.stringify(fields))))
                  .thenApply(Order::read)))
          .key("orders", "save")
          .optimistic((intent, fields) -> intent.merge(ORDERS, fields));
    }
    // end
  }

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private HttpServer server;
  private String address;
  private volatile String status = "new";
  private volatile int answer = 200;

  @Before
  public void aServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/orders", this::serve);
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @After
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    boolean isChange = exchange.getRequestMethod().equals("PATCH");
    if (isChange) {
      Object fields =
          Json.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      received.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
      status = answer < 300 || answer >= 500 ? Json.string(fields, "status") : status;
    }
    Object order = Json.object("id", 1, "number", "SO-1", "status", status);
    byte[] text =
        Json.stringify(isChange ? order : Json.array(order)).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(isChange ? answer : 200, text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private static <T> T await(CompletableFuture<T> future) throws Exception {
    return future.get(20, TimeUnit.SECONDS);
  }

  private static String shown(JvmClient client) throws Exception {
    return await(client.getQueryData(ORDERS)).get(0).status();
  }

  @Test
  public void aRefusal_isTakenBack_andOneThatFailedAfterTheChange_isLookedUp() throws Exception {
    try (JvmClient client = JvmClient.create()) {
      Shop shop = new Shop(client, address);
      await(client.fetchQuery(shop.orders()));
      JvmClient.Subscription watching = client.observe(shop.orders(), result -> {});
      answer = 409;
      CompletableFuture<Order> refused =
          client.mutate(shop.save(), Json.object("id", 1, "status", "lost"));
      assertEquals("lost", shown(client));
      assertEquals(409, outcome(refused));
      assertEquals("new", shown(client));
      answer = 500;
      assertEquals(
          500, outcome(client.mutate(shop.save(), Json.object("id", 1, "status", "paid"))));
      for (int i = 0; i < 400 && !shown(client).equals("paid"); i++) {
        Thread.sleep(5);
      }
      assertEquals("paid", shown(client));
      watching.close();
    }
  }

  private static int outcome(CompletableFuture<Order> change) throws Exception {
    try {
      await(change);
      return 200;
    } catch (ExecutionException e) {
      return ((HttpFailure) e.getCause()).status;
    }
  }

  @Test
  public void whatWaitsForTheNetwork_goesOnInTheNextProgram() throws Exception {
    String text;
    try (JvmClient client = JvmClient.create()) {
      Shop shop = new Shop(client, address);
      await(client.fetchQuery(shop.orders()));
      await(client.setOnline(false));
      client.mutate(shop.save(), Json.object("id", 1, "status", "paid"));
      // snippet: restart-write
      String written =
          client.call(it -> Json.stringify(Hydration.dehydrate(it))).join();
      // end
      text = written;
    }
    try (JvmClient client = JvmClient.create()) {
      Shop shop = new Shop(client, address);
      // snippet: restart-read
      client
          .call(it -> {
            it.setMutationDefaults(shop.save(), "orders", "save");
            Hydration.hydrate(
                it, Json.parse(text), list -> Json.items(list).map(Order::read).asList());
            return null;
          })
          .join();
      client.async(Client::resumePausedMutations).join();
      client.invalidateQueries(QueryKey.of("orders")).join();
      // end
      assertEquals("paid", shown(client));
      assertEquals("paid", status);
      assertTrue(text, text.contains(received.poll()));
    }
  }
}
