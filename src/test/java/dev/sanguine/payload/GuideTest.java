package dev.sanguine.payload;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.AbortController;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import org.junit.Test;

/** The code of docs/payload-client.md, between the marks, compiled and run. */
public class GuideTest {
  private static final String DOC =
      "{\"id\":12,\"number\":\"SO-1012\",\"status\":\"paid\",\"total\":2900}";

  private final Rig rig = new Rig();
  private final PayloadClient payload = rig.client;
  private String said = "";

  // snippet: type
  static final class Order {
    final double id;
    final String number;
    final String status;

    private Order(Object document) {
      id = Json.number(document, "id");
      number = Json.string(document, "number");
      status = Json.string(document, "status");
      if (number == null || status == null) {
        throw new IllegalArgumentException("no order: " + Json.stringify(document));
      }
    }
  }
  // end

  @Test
  public void finding() {
    rig.answer(200, "{\"docs\":[" + DOC + "]}");
    // snippet: find
    PayloadCollection<Object> orders = payload.collection("orders");

    Where open = Where.or(
        Where.field("status").in("paid", "packed"),
        Where.and(
            Where.field("status").equalTo("pending"), Where.field("total").greaterThan(10_000)));

    Thenable<Page<Object>> page = orders.find(
        Find.all().where(open).sort("-createdAt", "number").limit(20).page(2),
        Call.plain().depth(0).select("number", "status"));
    // end
    assertEquals(1, rig.value(page).docs.size());
    assertEquals(
        "/api/orders?where[or][0][status][in][0]=paid&where[or][0][status][in][1]=packed"
            + "&where[or][1][and][0][status][equals]=pending&where[or][1][and][1][total][greater_than]=10000"
            + "&sort=-createdAt%2Cnumber&limit=20&page=2&depth=0&select[number]=true&select[status]=true",
        rig.lastAsked());
  }

  @Test
  public void typedRecords() {
    rig.answer(200, DOC);
    // snippet: decode
    PayloadCollection<Order> orders = payload.collection("orders", Order::new);
    Thenable<Order> order = orders.findById(12);
    // end
    assertEquals("SO-1012", rig.value(order).number);
    assertEquals(12, rig.value(order).id, 0);
    assertEquals("paid", rig.value(order).status);
    rig.answer(200, "{\"id\":12}");
    assertEquals(ErrorKind.UNREADABLE, rig.error(orders.findById(12)).kind());
  }

  @Test
  public void changing() {
    rig.answer(201, "{\"doc\":" + DOC + "}")
        .answer(200, "{\"doc\":" + DOC + "}")
        .answer(200, "{\"doc\":" + DOC + "}");
    PayloadCollection<Object> orders = payload.collection("orders");
    // snippet: change
    Thenable<Object> made = orders.create(Json.object("number", "SO-2001", "customer", "Ann Lee"));
    Thenable<Object> paid = orders.update(12, Json.object("status", "paid"));
    Thenable<Object> gone = orders.delete(12);
    // end
    assertEquals("SO-1012", Json.string(rig.value(made), "number"));
    assertEquals("paid", Json.string(rig.value(paid), "status"));
    assertEquals(12, Json.number(rig.value(gone), "id"), 0);
  }

  @Test
  public void givingUp() {
    PayloadCollection<Object> orders = payload.collection("orders");
    String key = "c2f1";
    // snippet: call
    AbortController controller = new AbortController();
    Call call = Call.plain().signal(controller.signal).timeout(10_000).idempotencyKey(key);
    Thenable<Object> saved = orders.update(12, Json.object("status", "paid"), call);
    controller.abort();
    // end
    assertEquals(ErrorKind.ABORTED, rig.error(saved).kind());
    assertEquals("c2f1", rig.last().headers.get("idempotency-key"));
  }

  @Test
  public void failing() {
    rig.answer(
        400,
        "{\"errors\":[{\"message\":\"Bad\",\"data\":{\"errors\":[{\"path\":\"status\",\"message\":\"Not"
            + " a status.\"}]}}]}");
    PayloadCollection<Object> orders = payload.collection("orders");
    // snippet: failure
    orders.update(12, Json.object("status", "lost")).then(null, e -> {
      PayloadError error = (PayloadError) e;
      if (error.kind() == ErrorKind.VALIDATION) {
        for (int i = 0; i < error.fieldErrors().size(); i++) {
          FieldError field = error.fieldErrors().get(i);
          say(field.path + ": " + field.message);
        }
      } else if (error.isOutcomeUnknown()) {
        say("Not confirmed: " + error.message());
      }
      return null;
    });
    // end
    rig.world.runMicrotasks();
    assertEquals("status: Not a status.", said);
  }

  @Test
  public void signingIn() {
    rig.answer(200, "{\"user\":{\"id\":1},\"token\":\"t\"}").answer(200, "{\"doc\":" + DOC + "}");
    // snippet: token
    Thenable<Object> paid = payload
        .users("users")
        .login("shop@example.com", "optimist")
        .then(
            session -> {
              PayloadClient signedIn = payload.withToken(session.token);
              return signedIn.collection("orders").update(12, Json.object("status", "paid"));
            },
            null);
    // end
    assertEquals("paid", Json.string(rig.value(paid), "status"));
    assertEquals("JWT t", rig.last().headers.get("Authorization"));
  }

  private void say(String text) {
    said += text;
  }
}
