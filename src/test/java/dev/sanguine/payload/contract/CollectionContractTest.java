package dev.sanguine.payload.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.client.Client;
import dev.sanguine.client.PendingIntent;
import dev.sanguine.client.Query;
import dev.sanguine.collections.CachedCollection;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.payload.ErrorKind;
import dev.sanguine.payload.Find;
import dev.sanguine.payload.Page;
import dev.sanguine.payload.PayloadError;
import dev.sanguine.payload.Where;
import dev.sanguine.query.conflicts.ConflictsFeature;
import dev.sanguine.query.records.RecordsFeature;
import org.junit.Test;
import org.junit.runner.RunWith;

/** A collection in the cache, against a real Payload server that checks preconditions. */
@RunWith(AsyncRunner.class)
public class CollectionContractTest extends ContractCase {
  private final Client cache =
      new Client(World.environment(), RecordsFeature::records, ConflictsFeature::conflicts);
  private final CachedCollection<Object> cached =
      CachedCollection.of(orders).version("version").depth(0);

  /** The pages that ask for the order by its number and a status. */
  private Query<Page<Object>> with(Object order, String status) {
    return cached.find(Find.of(Json.object(
        "where",
        Json.object(
            "number", Json.object("equals", Json.string(order, "number")),
            "status", Json.object("equals", status)))));
  }

  private int shown(Query<Page<Object>> query) {
    return cache.getQueryData(query.key()).docs.size();
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aChange_movesTheRecord_andIsMergedWithAnotherField() {
    return withOrder(order -> {
      Object id = Json.get(order, "id");
      Query<Page<Object>> pending = with(order, "pending");
      Query<Page<Object>> paid = with(order, "paid");
      return cache
          .fetchQuery(pending)
          .<Page<Object>>then(page -> cache.fetchQuery(paid), null)
          .<Object>then(
              page -> {
                assertEquals("1 0", shown(pending) + " " + shown(paid));
                return orders.update(id, Json.object("customer", "Somebody else"));
              },
              null)
          .<Object>then(
              theirs -> {
                Thenable<Object> change =
                    cache.mutate(cached.update(), Json.object("id", id, "status", "paid"));
                assertEquals("0 1", shown(pending) + " " + shown(paid));
                return change;
              },
              null)
          .<Object>then(
              check(saved -> {
                assertEquals("Somebody else", Json.string(saved, "customer"));
                assertEquals("paid", Json.string(saved, "status"));
                assertEquals(3, Json.number(saved, "version"), 0);
                cache.clear();
              }),
              null);
    });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> theSameField_isAConflict() {
    return withOrder(order -> {
      Object id = Json.get(order, "id");
      return cache
          .fetchQuery(cached.byId(id))
          .<Object>then(read -> orders.update(id, Json.object("status", "packed")), null)
          .<PayloadError>then(
              theirs ->
                  failure(cache.mutate(cached.update(), Json.object("id", id, "status", "paid"))),
              null)
          .<Object>then(
              check(error -> {
                assertEquals(ErrorKind.CONFLICT, error.kind());
                PendingIntent<Object> conflict =
                    cache.observePending().current().get(0);
                assertEquals("conflict", conflict.state());
                assertEquals("packed", Json.string(cache.getQueryData(cached.key(id)), "status"));
                cache.clear();
              }),
              null);
    });
  }

  @Test(timeout = WAIT)
  public Thenable<Object> aNewRecord_isChanged_andRemoved() {
    return login()
        .<Object>then(
            session -> {
              Thenable<Object> made =
                  cache.mutate(cached.create(), Json.with(data(null), "id", "draft"));
              Thenable<Object> changed =
                  cache.mutate(cached.update(), Json.object("id", "draft", "status", "paid"));
              return made.<Object>then(record -> changed, null);
            },
            null)
        .<Object>then(
            changed -> {
              assertEquals("paid", Json.string(changed, "status"));
              assertTrue(Json.number(changed, "id") > 0);
              return cache.mutate(cached.remove(), Json.get(changed, "id"));
            },
            null)
        .<Double>then(gone -> orders.count(Where.field("id").equalTo(Json.get(gone, "id"))), null)
        .<Object>then(
            check(count -> {
              assertEquals(0, count, 0);
              cache.clear();
            }),
            null);
  }
}
