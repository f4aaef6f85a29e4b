package dev.sanguine.payload.contract;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Then;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.payload.ErrorKind;
import dev.sanguine.payload.PayloadClient;
import dev.sanguine.payload.PayloadCollection;
import dev.sanguine.payload.PayloadError;
import dev.sanguine.payload.PayloadUsers;
import dev.sanguine.payload.Session;

/** A client of the running server, and orders that a test makes and removes. */
public abstract class ContractCase {
  protected static final int WAIT = 30_000;
  protected static final String ODD = "Ann & S\u00f6hne #1 [a]=b, 100% + \"c\" \ud83d\ude00";
  protected static int made;
  protected final PayloadClient client = World.client("/api");
  protected final PayloadUsers users = client.users("users");
  protected final PayloadCollection<Object> orders = client.collection("orders");

  protected final Thenable<Session> login() {
    return users.login(World.EMAIL, World.PASSWORD);
  }

  /** Nobody is signed in afterwards, whoever was before. */
  protected final Thenable<Object> signedOut() {
    return login().<Object>then(session -> users.logout(), null);
  }

  /** Makes an order, signed in, and removes it when the test has ended well. */
  protected final Thenable<Object> withOrder(Then<Object> test) {
    return login()
        .<Object>then(session -> orders.create(data(null)), null)
        .<Object>then(
            order -> World.environment()
                .deferreds
                .resolve(test.call(order))
                .<Object>then(nothing -> orders.delete(Json.get(order, "id")), null)
                .then(
                    null,
                    error -> PayloadError.is(error, ErrorKind.NOT_FOUND)
                        ? null
                        : World.environment().deferreds.reject(error)),
            null);
  }

  protected static Object data(String number) {
    String own = "CT-" + World.environment().clock.now() + "-" + made++;
    return Json.object(
        "number",
        number == null ? own : number,
        "customer",
        ODD,
        "status",
        "pending",
        "items",
        Json.array(Json.object("name", "Stoneware mug", "qty", 2, "price", 1450)));
  }

  protected static boolean holdsId(Seq<?> docs, double id) {
    for (int i = 0; i < docs.size(); i++) {
      if (Json.number(docs.get(i), "id") == id) {
        return true;
      }
    }
    return false;
  }

  protected static void assertError(PayloadError error, ErrorKind kind, int status) {
    assertEquals(error.toString(), kind, error.kind());
    assertEquals(status, error.status());
    assertEquals("failed", error.outcome());
  }

  protected static Thenable<PayloadError> failure(Thenable<?> thenable) {
    return thenable.<PayloadError>then(
        value -> {
          throw new AssertionError("no failure but " + value);
        },
        error -> error);
  }

  protected interface Check<T> {
    void on(T value);
  }

  protected static <T> Then<T> check(Check<T> check) {
    return value -> {
      check.on(value);
      return null;
    };
  }
}
