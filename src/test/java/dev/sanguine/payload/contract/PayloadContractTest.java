package dev.sanguine.payload.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.payload.Call;
import dev.sanguine.payload.ErrorKind;
import dev.sanguine.payload.Find;
import dev.sanguine.payload.Page;
import dev.sanguine.payload.PayloadCollection;
import dev.sanguine.payload.PayloadError;
import dev.sanguine.payload.Session;
import dev.sanguine.payload.Where;
import org.junit.Test;
import org.junit.runner.RunWith;

/**
 * The client against a real Payload server with the shop's data: 200 orders SO-1001 to SO-1200. The same on the JVM
 * (java.net.http) and in a browser (fetch). What a test makes it removes.
 */
@RunWith(AsyncRunner.class)
public class PayloadContractTest extends ContractCase {
  @Test(timeout = WAIT)
  public Thenable<Object> login_isKnownToMeUntilLogout() {
    return login()
        .<Session>then(
            session -> {
              assertEquals(World.EMAIL, Json.string(session.user, "email"));
              assertNotNull(session.token);
              assertTrue(session.expires > World.environment().clock.now());
              return users.me();
            },
            null)
        .<Object>then(
            session -> {
              assertEquals(World.EMAIL, Json.string(session.user, "email"));
              return users.logout();
            },
            null)
        .<Session>then(nothing -> users.me(), null)
        .then(check(session -> assertNull(session)), null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> find_filtersSortsAndPages() {
    Find some = Find.all()
        .where(Where.field("status").in("paid", "packed"))
        .sort("-total", "number")
        .limit(7);
    return orders
        .find(some)
        .<Page<Object>>then(
            first -> {
              assertEquals(7, first.docs.size());
              assertEquals(7, first.limit);
              assertEquals(1, first.page);
              assertEquals((first.totalDocs + 6) / 7, first.totalPages);
              assertEquals(false, first.hasPrevPage);
              assertEquals(true, first.hasNextPage);
              assertFallingTotals(first.docs);
              return orders
                  .find(some.page(2))
                  .then(
                      check(second -> {
                        assertEquals(2, second.page);
                        assertEquals(first.totalDocs, second.totalDocs);
                        assertEquals(true, second.hasPrevPage);
                        assertFallingTotals(second.docs);
                        double last = Json.number(first.docs.get(6), "total");
                        assertTrue(Json.number(second.docs.get(0), "total") <= last);
                      }),
                      null);
            },
            null)
        .then(null, null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> limitZero_givesAll() {
    return orders
        .find(Find.all().limit(0), Call.plain().select("number"))
        .then(
            check(page -> {
              assertEquals(page.totalDocs, page.docs.size());
              assertTrue("" + page.totalDocs, page.totalDocs >= 200);
            }),
            null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> everyOperator_dividesTheOrders() {
    Where.Field number = Where.field("number");
    Where.Field status = Where.field("status");
    Where seeded = Where.field("number").like("SO-1");
    Seq<Thenable<Object>> checks = new Seq<>();
    checks.add(assertHalves(seeded, status.equalTo("paid"), status.notEqualTo("paid")));
    checks.add(assertHalves(seeded, status.in("paid", "packed"), status.notIn("paid", "packed")));
    checks.add(assertHalves(
        seeded,
        Where.field("total").greaterThan(5000),
        Where.field("total").lessThanOrEqualTo(5000)));
    checks.add(assertHalves(
        seeded,
        Where.field("total").greaterThanOrEqualTo(5000),
        Where.field("total").lessThan(5000)));
    checks.add(assertHalves(
        seeded, Where.field("customer").exists(true), Where.field("customer").exists(false)));
    checks.add(assertHalves(
        seeded,
        number.contains("SO-11"),
        Where.or(number.contains("SO-10"), number.equalTo("SO-1200"))));
    checks.add(assertHalves(
        seeded,
        Where.or(status.equalTo("paid"), Where.and(status.equalTo("packed"), number.like("SO-1"))),
        Where.and(status.notEqualTo("paid"), status.notEqualTo("packed"))));
    return World.environment().deferreds.all(checks).then(null, null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> moreIdsThanAnAddressHolds_areFoundNonetheless() {
    Object[] numbers = new Object[300];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = "SO-" + (1101 + i);
    }
    return orders
        .find(Find.all().where(Where.field("number").in(numbers)).sort("number").limit(3))
        .then(
            check(page -> {
              assertEquals(100, page.totalDocs);
              assertEquals("SO-1101", Json.string(page.docs.get(0), "number"));
            }),
            null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> select_leavesOtherFieldsOut() {
    return orders
        .find(Find.all().limit(1), Call.plain().select("number", "items.qty").depth(0))
        .then(
            check(page -> {
              Object order = page.docs.get(0);
              assertEquals("SO-", Json.string(order, "number").substring(0, 3));
              assertTrue(Json.number(Json.list(order, "items").get(0), "qty") >= 1);
              assertNull(Json.get(Json.list(order, "items").get(0), "price"));
              assertNull(Json.get(order, "customer"));
            }),
            null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aRecord_isMadeChangedAndRemoved() {
    return withOrder(order -> {
      Object id = Json.get(order, "id");
      assertEquals(1, Json.number(order, "version"), 0);
      assertEquals(2900, Json.number(order, "total"), 0);
      assertEquals(ODD, Json.string(order, "customer"));
      return orders
          .update(id, Json.object("status", "paid"))
          .<Object>then(
              changed -> {
                assertEquals("paid", Json.string(changed, "status"));
                assertEquals(2, Json.number(changed, "version"), 0);
                assertEquals(ODD, Json.string(changed, "customer"));
                return orders.findById(id);
              },
              null)
          .<Object>then(
              found -> {
                assertEquals("paid", Json.string(found, "status"));
                return orders.find(Find.all().where(Where.field("customer").equalTo(ODD)));
              },
              null)
          .<Object>then(
              page -> {
                assertTrue(holdsId(((Page<?>) page).docs, Json.number(order, "id")));
                return orders.delete(id);
              },
              null)
          .<PayloadError>then(
              removed -> {
                assertEquals(id, Json.get(removed, "id"));
                return failure(orders.findById(id));
              },
              null)
          .then(check(error -> assertError(error, ErrorKind.NOT_FOUND, 404)), null);
    });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> count_agreesWithFind() {
    Where shipped = Where.field("status").equalTo("shipped");
    return orders
        .find(Find.all().where(shipped).limit(1))
        .<Object>then(
            page -> orders
                .count(shipped)
                .then(check(count -> assertEquals(page.totalDocs, count, 0)), null),
            null);
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aToken_countsBeforeTheCookie() {
    return login()
        .<Object>then(
            session -> {
              PayloadCollection<Object> known = client.withToken(session.token).collection("users");
              PayloadCollection<Object> unknown =
                  client.withToken("not.a.token").collection("users");
              return known
                  .find(Find.all())
                  .<PayloadError>then(
                      page -> {
                        assertTrue(page.docs.size() >= 1);
                        return failure(unknown.find(Find.all()));
                      },
                      null)
                  .then(check(error -> assertError(error, ErrorKind.FORBIDDEN, 403)), null);
            },
            null);
  }

  /** That the orders of {@code all} are those of {@code one} and those of {@code other}, and no order is in both. */
  private Thenable<Object> assertHalves(Where all, Where one, Where other) {
    Seq<Thenable<Double>> counts = Seq.of();
    counts.add(orders.count(all));
    counts.add(orders.count(Where.and(all, one)));
    counts.add(orders.count(Where.and(all, other)));
    counts.add(orders.count(Where.and(all, one, other)));
    return World.environment()
        .deferreds
        .all(counts)
        .then(
            check(c -> {
              assertEquals((Double) c.get(0), (Double) c.get(1) + (Double) c.get(2), 0);
              assertEquals(0, (Double) c.get(3), 0);
              assertTrue((Double) c.get(1) > 0);
            }),
            null);
  }

  private static void assertFallingTotals(Seq<Object> docs) {
    for (int i = 0; i < docs.size(); i++) {
      String status = Json.string(docs.get(i), "status");
      assertTrue(status, status.equals("paid") || status.equals("packed"));
      assertTrue(
          i == 0 || Json.number(docs.get(i), "total") <= Json.number(docs.get(i - 1), "total"));
    }
  }
}
