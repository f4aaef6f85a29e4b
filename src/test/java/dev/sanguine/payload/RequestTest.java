package dev.sanguine.payload;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.json.Json;
import org.junit.Test;

/** What each call sends, and what it makes of a good answer. */
public class RequestTest {
  private static final String DOC = "{\"id\":12,\"number\":\"SO-1012\",\"status\":\"paid\"}";

  private final Rig rig = new Rig();

  @Test
  public void find_givesThePage() {
    rig.answer(
        200,
        "{\"docs\":[" + DOC + "],\"totalDocs\":41,\"limit\":20,\"page\":3,\"totalPages\":3,"
                            + "\"hasNextPage\":false,\"hasPrevPage\":true,\"pagingCounter\":41,\"prevPage\":2,\"nextPage\":null}");
    Page<Object> page = rig.value(rig.orders.find(Find.all()));
    assertEquals("GET", rig.last().method);
    assertNull(rig.last().body);
    assertEquals(1, page.docs.size());
    assertEquals("SO-1012", Json.string(page.docs.get(0), "number"));
    assertEquals(41, page.totalDocs);
    assertEquals(20, page.limit);
    assertEquals(3, page.page);
    assertEquals(3, page.totalPages);
    assertEquals(false, page.hasNextPage);
    assertTrue(page.hasPrevPage);
  }

  @Test
  public void findById_givesTheRecord() {
    rig.answer(200, DOC);
    assertEquals(
        "paid", Json.string(rig.value(rig.orders.findById(12, Call.plain().depth(1))), "status"));
    assertEquals("GET /api/orders/12?depth=1", rig.last().method + " " + rig.last().url);
  }

  @Test
  public void create_postsTheFields() {
    rig.answer(201, "{\"message\":\"Order successfully created.\",\"doc\":" + DOC + "}");
    Object doc = rig.value(rig.orders.create(
        Json.object("number", "SO-1012", "total", 5), Call.plain().depth(0)));
    assertEquals("POST /api/orders?depth=0", rig.last().method + " " + rig.last().url);
    assertEquals("{\"number\":\"SO-1012\",\"total\":5}", rig.last().body);
    assertEquals("application/json", rig.last().headers.get("Content-Type"));
    assertEquals(12, Json.number(doc, "id"), 0);
  }

  @Test
  public void update_patchesTheRecord() {
    rig.answer(200, "{\"message\":\"Updated successfully.\",\"doc\":" + DOC + "}");
    Object doc = rig.value(rig.orders.update(12, Json.object("status", "paid")));
    assertEquals("PATCH /api/orders/12", rig.last().method + " " + rig.last().url);
    assertEquals("{\"status\":\"paid\"}", rig.last().body);
    assertEquals("paid", Json.string(doc, "status"));
  }

  @Test
  public void delete_hasNoBody() {
    rig.answer(200, "{\"message\":\"Deleted successfully.\",\"doc\":" + DOC + "}");
    rig.value(rig.orders.delete(12));
    assertEquals("DELETE /api/orders/12", rig.last().method + " " + rig.last().url);
    assertNull(rig.last().body);
    assertNull(rig.last().headers.get("Content-Type"));
  }

  @Test
  public void ids_areNumbersOrText() {
    assertAddress("/api/orders/12", 12);
    assertAddress("/api/orders/12", 12.0);
    assertAddress("/api/orders/12", Json.get(Json.parse("{\"id\":12}"), "id"));
    assertAddress("/api/orders/9007199254740991", 9007199254740991.0);
    assertAddress("/api/orders/65a1f0c2", "65a1f0c2");
    assertAddress("/api/orders/a%20b%3Fc%23d%25", "a b?c#d%");
    assertAddress("/api/orders/%252e%252e", "%2e%2e");
    assertAddress("/api/orders/.a", ".a");
  }

  @Test
  public void idsThatNameNoRecord_areRefused() {
    Object[] bad = {
      null,
      "",
      ".",
      "..",
      "...",
      "a/b",
      "../users",
      "a\\b",
      "a\nb",
      "a\u0000",
      1.5,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      9007199254740992.0,
      true,
      Json.object("equals", 1)
    };
    for (Object id : bad) {
      String message = Rig.refusal(() -> rig.orders.findById(id));
      assertTrue(
          message,
          message.startsWith("id ")
              && message.endsWith(
                  " names no record; give a whole number or text without '/', '\\' and control"
                      + " characters"));
      assertEquals(message, Rig.refusal(() -> rig.orders.update(id, Json.object())));
      assertEquals(message, Rig.refusal(() -> rig.orders.delete(id)));
    }
    assertEquals(0, rig.sent.size());
  }

  @Test
  public void slugsThatAreNone_areRefused() {
    for (String slug : new String[] {null, "", "..", "a/b", "a b", "a%2Fb", "orders?x", "\u00e9"}) {
      assertEquals(
          "collection " + Names.quote(slug)
              + " is no slug; use letters, digits, '-' and '_', as in \"orders\"",
          Rig.refusal(() -> rig.client.collection(slug)));
      assertTrue(Rig.refusal(() -> rig.client.users(slug)).startsWith("collection "));
    }
    rig.client.collection("press-kits_2");
  }

  @Test
  public void dataThatIsNoRecord_isRefused() {
    assertEquals(
        "data \"paid\" for 'orders' is no record; make one with Json.object(name, value, ...)",
        Rig.refusal(() -> rig.orders.update(12, "paid")));
    assertTrue(Rig.refusal(() -> rig.orders.create(null)).startsWith("data null for 'orders'"));
    assertTrue(Rig.refusal(() -> rig.orders.create(Json.array())).startsWith("data "));
  }

  @Test
  public void addressesOfNoServer_areRefused() {
    for (String api :
        new String[] {null, "", "api", "//evil.example/api", "ftp://a/api", "/api?x=1", "/api#x"}) {
      assertEquals(
          "api " + Names.quote(api)
              + " is no address of a server's API; give one such as \"https://shop.example/api\""
              + " or \"/api\"",
          Rig.refusal(() -> new PayloadClient(request -> null, rig.environment, api)));
    }
  }

  @Test
  public void aSlashAtTheEndOfTheAddress_isNotDoubled() {
    Rig other = new Rig();
    String[] url = new String[1];
    PayloadClient client = new PayloadClient(
        request -> {
          url[0] = request.url;
          return other.environment.deferreds.resolve(new HttpResponse(200, Headers.NONE, DOC));
        },
        other.environment,
        "https://shop.example/api/");
    other.value(client.collection("orders").findById(12));
    assertEquals("https://shop.example/api/orders/12", url[0]);
  }

  @Test
  public void headers_ofTheClientAndOfTheCall_areSent() {
    rig.answer(200, DOC);
    PayloadClient signedIn = rig.client.withToken("abc.def").withHeader("X-A", "1");
    rig.value(signedIn
        .collection("orders")
        .findById(12, Call.plain().header("x-a", "2").idempotencyKey("k-1")));
    Headers headers = rig.last().headers;
    assertEquals("JWT abc.def", headers.get("authorization"));
    assertEquals("2", headers.get("X-A"));
    assertEquals("k-1", headers.get("Idempotency-Key"));
    assertEquals("application/json", headers.get("Accept"));
    rig.answer(200, DOC);
    rig.value(rig.orders.findById(12));
    assertNull(rig.last().headers.get("Authorization"));
  }

  @Test
  public void headersThatWouldBeSeveral_areRefusedWithoutShowingTheValue() {
    assertEquals(
        "header 'Authorization' has a character at 7 that no header can carry; encode the value",
        Rig.refusal(() -> rig.client.withToken("abc\r\nX-Evil: 1")));
    assertEquals(
        "header 'X-A' has a character at 0 that no header can carry; encode the value",
        Rig.refusal(() -> Call.plain().header("X-A", "\u20ac")));
    assertEquals("header 'X-A' has no value; give text", Rig.refusal(() -> Call.plain()
        .header("X-A", null)));
    assertEquals(
        "header name \"X A\" is none; use letters, digits and '-'",
        Rig.refusal(() -> Call.plain().header("X A", "1")));
  }

  @Test
  public void aDecoder_makesRecordsOfTheProgramsOwn() {
    PayloadCollection<String> numbers =
        rig.client.collection("orders", doc -> Json.string(doc, "number"));
    rig.answer(200, "{\"docs\":[" + DOC + "," + DOC + "]}");
    Page<String> page = rig.value(numbers.find(Find.all()));
    assertEquals("SO-1012", page.docs.get(1));
    rig.answer(200, DOC);
    assertEquals("SO-1012", rig.value(numbers.findById(12)));
    rig.answer(200, "{\"doc\":" + DOC + "}");
    assertEquals("SO-1012", rig.value(numbers.update(12, Json.object())));
  }

  @Test
  public void login_givesTheSession() {
    rig.answer(
        200,
        "{\"message\":\"Authentication"
            + " Passed\",\"exp\":1700000000,\"token\":\"t\",\"user\":{\"id\":1,\"email\":\"a@b.c\"}}");
    Session session = rig.value(rig.client.users("users").login("a@b.c", "secret"));
    assertEquals("POST /api/users/login", rig.last().method + " " + rig.last().url);
    assertEquals("{\"email\":\"a@b.c\",\"password\":\"secret\"}", rig.last().body);
    assertEquals("t", session.token);
    assertEquals("a@b.c", Json.string(session.user, "email"));
    assertEquals(1.7e12, session.expires, 0);
  }

  @Test
  public void login_withoutATokenInTheAnswer_isACookieSession() {
    rig.answer(200, "{\"user\":{\"id\":\"u1\"}}");
    Session session = rig.value(rig.client.users("users").login("a@b.c", "secret"));
    assertNull(session.token);
    assertTrue(Double.isNaN(session.expires));
  }

  @Test
  public void me_isNullForNobody() {
    rig.answer(200, "{\"user\":null,\"message\":\"Account\"}");
    assertNull(rig.value(rig.client.users("users").me()));
    rig.answer(200, "{\"user\":{\"id\":1},\"exp\":2,\"collection\":\"users\"}");
    assertEquals(1, Json.number(rig.value(rig.client.users("users").me()).user, "id"), 0);
    assertEquals("GET /api/users/me", rig.last().method + " " + rig.last().url);
  }

  @Test
  public void logout_isAPostWithoutBody() {
    rig.answer(200, "{\"message\":\"You have been logged out successfully.\"}");
    assertNull(rig.value(rig.client.users("users").logout()));
    assertEquals("POST /api/users/logout", rig.last().method + " " + rig.last().url);
    assertNull(rig.last().body);
  }

  private void assertAddress(String expected, Object id) {
    rig.answer(200, DOC);
    rig.value(rig.orders.findById(id));
    assertEquals(expected, rig.last().url);
  }
}
