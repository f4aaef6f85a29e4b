package dev.sanguine.payload;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import org.junit.Test;

/** Answers that say no, answers that say nothing, and answers that lie. */
public class FailureTest {
  private static final String VALIDATION =
      "{\"errors\":[{\"name\":\"ValidationError\",\"data\":{\"id\":10,\"collection\":\"orders\",\"errors\":[{\"label\":\"Items"
          + " 1 > Qty\",\"message\":\"Must be a whole number of at least"
          + " 1.\",\"path\":\"items.0.qty\"},{\"message\":\"This field is"
          + " required.\",\"path\":\"customer\"}]},\"message\":\"The following fields are invalid:"
          + " Items 1 > Qty, Customer\"}]}";

  private final Rig rig = new Rig();

  @Test
  public void validation_namesTheFields() {
    PayloadError error = change(400, VALIDATION);
    assertEquals(ErrorKind.VALIDATION, error.kind());
    assertEquals(400, error.status());
    assertEquals("failed", error.outcome());
    assertEquals("The following fields are invalid: Items 1 > Qty, Customer", error.message());
    assertEquals("PATCH /api/orders/12", error.request());
    assertEquals("PayloadError: PATCH /api/orders/12: 400 " + error.message(), error.toString());
    Seq<FieldError> fields = error.fieldErrors();
    assertEquals(2, fields.size());
    assertEquals("items.0.qty", fields.get(0).path);
    assertEquals("Must be a whole number of at least 1.", fields.get(0).message);
    assertEquals("Items 1 > Qty", fields.get(0).label);
    assertEquals("customer: This field is required.", fields.get(1).toString());
    assertNull(fields.get(1).label);
    assertEquals(VALIDATION, error.body());
  }

  @Test
  public void fieldErrorsBesideTheMessage_areReadToo() {
    PayloadError error = change(
        400,
        "{\"errors\":[{\"field\":\"email\",\"message\":\"taken\"},{\"field\":\"name\",\"message\":\"short\"}]}");
    assertEquals(2, error.fieldErrors().size());
    assertEquals("name: short", error.fieldErrors().get(1).toString());
    assertEquals("taken", error.message());
  }

  @Test
  public void everyStatus_hasItsKind() {
    assertKind(ErrorKind.VALIDATION, 400, "failed");
    assertKind(ErrorKind.UNAUTHORIZED, 401, "failed");
    assertKind(ErrorKind.FORBIDDEN, 403, "failed");
    assertKind(ErrorKind.NOT_FOUND, 404, "failed");
    assertKind(ErrorKind.REFUSED, 405, "failed");
    assertKind(ErrorKind.CONFLICT, 409, "conflict");
    assertKind(ErrorKind.CONFLICT, 412, "conflict");
    assertKind(ErrorKind.REFUSED, 413, "failed");
    assertKind(ErrorKind.VALIDATION, 422, "failed");
    assertKind(ErrorKind.REFUSED, 423, "failed");
    assertKind(ErrorKind.RATE_LIMITED, 429, "failed");
    assertKind(ErrorKind.SERVER, 500, "unknown");
    assertKind(ErrorKind.SERVER, 503, "unknown");
    assertKind(ErrorKind.SERVER, 599, "unknown");
  }

  @Test
  public void aServerThatBreaks_leavesTheOutcomeOpen() {
    for (int status : new int[] {500, 502, 503, 504, 599}) {
      assertEquals("unknown", change(status, "<html>").outcome());
    }
    assertEquals("failed", change(499, "").outcome());
  }

  @Test
  public void readingChangesNothing_soItsOutcomeIsNeverOpen() {
    rig.answer(504, "");
    assertEquals("failed", rig.error(rig.orders.findById(12)).outcome());
    rig.answer(200, "<html>");
    assertEquals("failed", rig.error(rig.orders.find(Find.all())).outcome());
  }

  @Test
  public void messages_areTheServersOwn() {
    assertEquals(
        "You are not allowed to perform this action.",
        change(403, "{\"errors\":[{\"message\":\"You are not allowed to perform this action.\"}]}")
            .message());
    assertEquals(
        "Route not found", change(404, "{\"message\":\"Route not found\"}").message());
    assertEquals(
        "The server answered 500.", change(500, "Internal Server Error").message());
    assertEquals(
        "The server answered 500.",
        change(500, "{\"errors\":[{\"message\":\"\"}]}").message());
  }

  @Test
  public void aConflict_bringsTheCurrentRecord() {
    PayloadError error = change(
        412,
        "{\"errors\":[{\"name\":\"APIError\",\"data\":{\"current\":{\"id\":12,\"version\":4}},\"message\":\"Stale"
            + " version\"}]}");
    assertEquals(4, Json.number(error.current(), "version"), 0);
    assertEquals("Stale version", error.message());
    assertNull(change(409, "{\"errors\":[{\"message\":\"Stale\"}]}").current());
    assertNull(change(409, "{\"errors\":[{\"data\":{\"current\":\"x\"}}]}").current());
  }

  @Test
  public void aChangeOfSeveralThatFailsInSome_namesThem() {
    PayloadError error = change(
        400,
        "{\"docs\":[{\"id\":1}],\"errors\":[{\"id\":2,\"message\":\"locked\"}],\"message\":\"Some"
            + " failed\"}");
    assertEquals(
        "[{\"id\":2,\"error\":{\"id\":2,\"message\":\"locked\"}}]", Json.stringify(error.failed()));
    assertEquals(1, Json.list(error.answer(), "docs").size());
    assertEquals("unknown", error.outcome());
    assertNull(change(400, "{\"docs\":[],\"errors\":[{\"id\":2}]}").failed());
    assertNull(change(400, VALIDATION).failed());
  }

  @Test
  public void retryAfter_isInMilliseconds() {
    assertEquals(120000, retryAfter("120"), 0);
    assertEquals(0, retryAfter("0"), 0);
    for (String header :
        new String[] {"", "-1", "1.5", "soon", "9999999999", "1e3", "Wed, 21 Okt 2026 07:28:00 GMT"
        }) {
      assertTrue(header, Double.isNaN(retryAfter(header)));
    }
    assertTrue(Double.isNaN(change(429, "").retryAfter()));
    assertEquals("a date that is over", 0, retryAfter("Thu, 01 Jan 1970 00:00:00 GMT"), 0);
  }

  @Test
  public void aDate_isReadAsSuch() {
    assertEquals(
        1_792_567_680_000.0, RetryAfter.milliseconds("Wed, 21 Oct 2026 07:28:00 GMT", 0), 0);
    assertEquals(
        1_709_164_799_000.0 + 86_400_000,
        RetryAfter.milliseconds("Thu, 29 Feb 2024 23:59:59 GMT", 0),
        0);
    assertEquals(951_868_800_000.0, RetryAfter.milliseconds("Wed, 01 Mar 2000 00:00:00 GMT", 0), 0);
    assertEquals(
        30_000, RetryAfter.milliseconds("Wed, 21 Oct 2026 07:28:00 GMT", 1_792_567_650_000.0), 0);
    String[] others = {
      "Wed, 21 Oct 2026 07:28:00 CET",
      "Wed, 2x Oct 2026 07:28:00 GMT",
      "Wed, 21 anF 2026 07:28:00 GMT",
      "Wednesday, 21-Oct-26 07:28:00 GMT"
    };
    for (String other : others) {
      assertTrue(other, Double.isNaN(RetryAfter.milliseconds(other, 0)));
    }
  }

  @Test
  public void errorBodiesOfAnyShape_giveAnErrorNonetheless() {
    String[] bodies = {
      "",
      "null",
      "[]",
      "1",
      "\"x\"",
      "{",
      "{}",
      "{\"errors\":null}",
      "{\"errors\":{}}",
      "{\"errors\":[]}",
      "{\"errors\":[null]}",
      "{\"errors\":[[]]}",
      "{\"errors\":[{\"message\":{\"a\":1}}]}",
      "{\"errors\":\"x\"}",
      "{\"errors\":[{\"data\":[]}]}",
      "{\"errors\":[{\"data\":{\"errors\":{}}}]}",
      "{\"errors\":[{\"data\":{\"errors\":[null,1,[],{}]}}]}",
      "{\"errors\":[{\"data\":{\"errors\":[{\"path\":7,\"message\":\"m\"}]}}]}",
      "{\"message\":7}",
      "\u0000"
    };
    for (String body : bodies) {
      PayloadError error = change(400, body);
      assertEquals(body, ErrorKind.VALIDATION, error.kind());
      assertEquals(body, "The server answered 400.", error.message());
      assertEquals(body, 0, error.fieldErrors().size());
      assertEquals(body, error.body());
    }
  }

  @Test
  public void aFieldErrorWithoutMessage_hasOne() {
    FieldError field = change(
            400,
            "{\"errors\":[{\"data\":{\"errors\":[{\"path\":\"a\",\"label\":{\"en\":\"A\"}}]}}]}")
        .fieldErrors()
        .get(0);
    assertEquals("a: is invalid", field.toString());
    assertNull(field.label);
  }

  @Test
  public void membersNamedLikeAPrototype_areMembers() {
    PayloadError error = change(
        400,
        "{\"__proto__\":{\"message\":\"evil\"},\"errors\":[{\"__proto__\":{\"message\":\"evil\"}}]}");
    assertEquals("The server answered 400.", error.message());
  }

  @Test
  public void aChangeWhoseAnswerIsNoJson_isOpen() {
    PayloadError error = changeWith(
        200,
        Headers.NONE.with("Content-Type", "text/html"),
        "<!doctype html><title>Sign in</title>");
    assertEquals(ErrorKind.UNREADABLE, error.kind());
    assertEquals(200, error.status());
    assertEquals("unknown", error.outcome());
    assertTrue(error.isOutcomeUnknown());
    assertEquals("The server's answer is no JSON record but \"text/html\".", error.message());
    assertEquals("<!doctype html><title>Sign in</title>", error.body());
  }

  @Test
  public void goodAnswersOfAnotherShape_areUnreadable() {
    for (String body :
        new String[] {"", "null", "[]", "1", "true", "\"x\"", "{\"doc\":", "{} {}"}) {
      assertUnreadable("The server's answer is no JSON record but \"application/json\".", body);
    }
    for (String body : new String[] {
      "{}",
      "{\"doc\":null}",
      "{\"doc\":[]}",
      "{\"doc\":\"x\"}",
      "{\"doc\":{}}",
      "{\"doc\":{\"id\":null}}",
      "{\"doc\":{\"id\":[1]}}",
      "{\"errors\":[{\"message\":\"no\"}]}"
    }) {
      assertUnreadable("The server's answer lacks a record in 'doc'.", body);
    }
  }

  @Test
  public void listsOfAnotherShape_areUnreadable() {
    for (String body :
        new String[] {"{}", "{\"docs\":null}", "{\"docs\":{}}", "{\"docs\":{\"length\":1}}"}) {
      assertEquals("The server's answer has no list 'docs'.", find(body).message());
    }
    assertEquals(
        "The server's answer lacks a record in 'docs.1'.",
        find("{\"docs\":[{\"id\":1},null]}").message());
    assertEquals(
        "The server's answer lacks a record in 'docs.0'.",
        find("{\"docs\":[{\"number\":\"x\"}]}").message());
  }

  @Test
  public void countsThatMakeNoSense_areReplacedByWhatCanBeTold() {
    rig.answer(
        200,
        "{\"docs\":[{\"id\":1},{\"id\":2}],\"totalDocs\":-1,\"limit\":\"9\",\"page\":1.5,\"totalPages\":1e99,\"hasNextPage\":\"yes\"}");
    Page<Object> page = rig.value(rig.orders.find(Find.all()));
    assertEquals(2, page.totalDocs);
    assertEquals(2, page.limit);
    assertEquals(1, page.page);
    assertEquals(1, page.totalPages);
    assertFalse(page.hasNextPage);
    assertFalse(page.hasPrevPage);
    rig.answer(200, "{\"totalDocs\":\"7\"}");
    assertEquals(
        "The server's answer has no count 'totalDocs'.",
        rig.error(rig.orders.count(null)).message());
  }

  @Test
  public void aSignInWithoutAUser_isUnreadable() {
    rig.answer(200, "{\"token\":\"t\"}");
    PayloadError error = rig.error(rig.client.users("users").login("a", "b"));
    assertEquals("The server's answer lacks a record in 'user'.", error.message());
    assertFalse((error.request() + error).contains("password"));
  }

  @Test
  public void aDecoderThatThrows_makesTheAnswerUnreadable() {
    RuntimeException thrown = new IllegalStateException("no number");
    PayloadCollection<String> numbers = rig.client.collection("orders", doc -> {
      throw thrown;
    });
    rig.answer(200, "{\"doc\":{\"id\":1}}");
    PayloadError error = rig.error(numbers.update(1, Json.object()));
    assertEquals("The server's answer has a record that can't be read in 'doc'.", error.message());
    assertEquals("unknown", error.outcome());
    rig.answer(200, "{\"id\":1}");
    assertEquals(
        "The server's answer has a record that can't be read.",
        rig.error(numbers.findById(1)).message());
  }

  @Test
  public void aRedirect_isNotFollowed() {
    PayloadError error = change(307, "");
    assertEquals(ErrorKind.UNREADABLE, error.kind());
    assertEquals("failed", error.outcome());
    assertEquals(
        "The server sends the request elsewhere (307). Give the client the server's own address.",
        error.message());
  }

  @Test
  public void aStatusThatIsNone_isUnreadable() {
    for (int status : new int[] {0, -1, 100, 199, 600, 999}) {
      PayloadError error = change(status, "{\"doc\":{\"id\":1}}");
      assertEquals(ErrorKind.UNREADABLE, error.kind());
      assertEquals("unknown", error.outcome());
    }
  }

  @Test
  public void anHttpThatAnswersNothing_isUnreadable() {
    Thenable<Object> update = rig.orders.update(12, Json.object());
    Rig.Outcome<Object> outcome = rig.watch(update);
    rig.settle(null);
    assertEquals(ErrorKind.UNREADABLE, outcome.payloadError().kind());
    outcome = rig.watch(rig.orders.update(12, Json.object()));
    rig.settle("nonsense");
    assertEquals(ErrorKind.UNREADABLE, outcome.payloadError().kind());
    outcome = rig.watch(rig.orders.update(12, Json.object()));
    rig.settle(new HttpResponse(200, null, null));
    assertEquals(ErrorKind.UNREADABLE, outcome.payloadError().kind());
    outcome = rig.watch(rig.orders.update(12, Json.object()));
    rig.settle(new HttpResponse(429, null, null));
    assertEquals(ErrorKind.RATE_LIMITED, outcome.payloadError().kind());
    assertNull(outcome.payloadError().body());
  }

  @Test
  public void is_asksForTheKind() {
    Object error = change(404, "");
    assertTrue(PayloadError.is(error, ErrorKind.NOT_FOUND));
    assertFalse(PayloadError.is(error, ErrorKind.SERVER));
    assertFalse(PayloadError.is("x", ErrorKind.NOT_FOUND));
    assertFalse(PayloadError.is(null, ErrorKind.NOT_FOUND));
  }

  private void assertKind(ErrorKind kind, int status, String outcome) {
    PayloadError error = change(status, "{\"errors\":[{\"message\":\"m\"}]}");
    assertEquals(kind, error.kind());
    assertEquals(status, error.status());
    assertEquals(outcome, error.outcome());
    assertEquals("m", error.message());
  }

  private void assertUnreadable(String message, String body) {
    PayloadError error = change(200, body);
    assertEquals(body, ErrorKind.UNREADABLE, error.kind());
    assertEquals(body, message, error.message());
    assertEquals(body, "unknown", error.outcome());
    assertEquals(body, error.body());
  }

  private double retryAfter(String header) {
    return changeWith(429, Headers.NONE.with("retry-after", header), "").retryAfter();
  }

  private PayloadError change(int status, String body) {
    return changeWith(status, Headers.NONE.with("Content-Type", "application/json"), body);
  }

  private PayloadError changeWith(int status, Headers headers, String body) {
    rig.answer(status, headers, body);
    return rig.error(rig.orders.update(12, Json.object("status", "paid")));
  }

  private PayloadError find(String body) {
    rig.answer(200, body);
    PayloadError error = rig.error(rig.orders.find(Find.all()));
    assertEquals(ErrorKind.UNREADABLE, error.kind());
    return error;
  }
}
