package dev.sanguine.payload.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.AbortController;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.payload.Call;
import dev.sanguine.payload.ErrorKind;
import dev.sanguine.payload.FieldError;
import dev.sanguine.payload.Find;
import dev.sanguine.payload.Page;
import dev.sanguine.payload.PayloadError;
import dev.sanguine.payload.Where;
import org.junit.Test;
import org.junit.runner.RunWith;

/** What the server refuses, and requests that end without an answer. */
@RunWith(AsyncRunner.class)
public class PayloadRefusalsTest extends ContractCase {
  @Test(timeout = WAIT)
  public Thenable<Object> loginOfNobody_isUnauthorized() {
    return failure(users.login("nobody@example.com", "wrong"))
        .then(
            check(error -> {
              assertError(error, ErrorKind.UNAUTHORIZED, 401);
              assertTrue(error.message(), error.message().contains("incorrect"));
            }),
            null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aFieldThatDoesNotExist_isRefused() {
    return failure(orders.find(Find.all().where(Where.field("colour").equalTo("red"))))
        .then(check(error -> assertError(error, ErrorKind.VALIDATION, 400)), null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> invalidFields_areNamedByTheirPaths() {
    return withOrder(order -> {
      Object items = Json.array(Json.object("name", "Mug", "qty", 0, "price", 1450));
      return failure(
              orders.update(Json.get(order, "id"), Json.object("items", items, "status", "lost")))
          .<Object>then(
              error -> {
                assertError(error, ErrorKind.VALIDATION, 400);
                assertTrue(paths(error), paths(error).contains("items.0.qty "));
                assertTrue(paths(error), paths(error).contains("status "));
                return failure(orders.create(data(Json.string(order, "number"))));
              },
              null)
          .then(
              check(error -> {
                assertError((PayloadError) error, ErrorKind.VALIDATION, 400);
                assertEquals("number ", paths((PayloadError) error));
              }),
              null);
    });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> signedOut_mayReadButNotChange() {
    return signedOut()
        .<Page<Object>>then(nothing -> orders.find(Find.all().limit(1)), null)
        .<Object>then(
            page -> {
              Object before = page.docs.get(0);
              Object id = Json.get(before, "id");
              return failure(orders.update(id, Json.object("status", "cancelled")))
                  .<Object>then(
                      error -> {
                        assertError(error, ErrorKind.FORBIDDEN, 403);
                        assertTrue(error.message(), error.message().contains("not allowed"));
                        return failure(orders.create(data("never")));
                      },
                      null)
                  .<Object>then(
                      error -> {
                        assertError((PayloadError) error, ErrorKind.FORBIDDEN, 403);
                        return failure(orders.delete(id));
                      },
                      null)
                  .<Object>then(
                      error -> {
                        assertError((PayloadError) error, ErrorKind.FORBIDDEN, 403);
                        return orders.findById(id);
                      },
                      null)
                  .then(
                      check(after -> assertEquals(
                          Json.number(before, "version"), Json.number(after, "version"), 0)),
                      null);
            },
            null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> whatIsNotThere_isNotFound() {
    return failure(orders.findById(999_999_999))
        .<Object>then(
            error -> {
              assertError(error, ErrorKind.NOT_FOUND, 404);
              return failure(client.collection("nothing-here").find(Find.all()));
            },
            null)
        .then(check(error -> assertError((PayloadError) error, ErrorKind.NOT_FOUND, 404)), null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aPageInsteadOfAnAnswer_isUnreadable() {
    return failure(World.client("").collection("orders").find(Find.all()))
        .then(
            check(error -> {
              assertEquals(ErrorKind.UNREADABLE, error.kind());
              assertEquals(200, error.status());
              assertTrue(error.body().contains("<html"));
              assertTrue(error.message(), error.message().contains("text/html"));
            }),
            null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> anAbort_endsTheRequest() {
    AbortController controller = new AbortController();
    Thenable<PayloadError> failure =
        failure(orders.find(Find.all(), Call.plain().signal(controller.signal)));
    controller.abort();
    return failure
        .<Object>then(
            error -> {
              assertError(error, ErrorKind.ABORTED, 0);
              return failure(orders.find(Find.all(), Call.plain().signal(controller.signal)));
            },
            null)
        .then(check(error -> assertError((PayloadError) error, ErrorKind.ABORTED, 0)), null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aTimeout_endsTheRequest() {
    return failure(orders.find(Find.all().limit(0), Call.plain().timeout(1)))
        .then(
            check(error -> {
              assertError(error, ErrorKind.TIMEOUT, 0);
              assertEquals("GET", error.request().substring(0, 3));
            }),
            null);
  }

  private static String paths(PayloadError error) {
    String paths = "";
    for (int i = 0; i < error.fieldErrors().size(); i++) {
      FieldError field = error.fieldErrors().get(i);
      assertTrue(field.path, !field.message.isEmpty());
      paths += field.path + " ";
    }
    return paths;
  }
}
