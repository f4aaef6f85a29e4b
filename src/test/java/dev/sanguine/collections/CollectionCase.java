package dev.sanguine.collections;

import static org.junit.Assert.assertEquals;

import dev.sanguine.client.Client;
import dev.sanguine.client.Future;
import dev.sanguine.client.Observer;
import dev.sanguine.client.PendingIntent;
import dev.sanguine.client.Query;
import dev.sanguine.client.Source;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.payload.Headers;
import dev.sanguine.payload.HttpRequest;
import dev.sanguine.payload.HttpResponse;
import dev.sanguine.payload.Page;
import dev.sanguine.payload.PayloadClient;
import dev.sanguine.payload.PayloadCollection;
import dev.sanguine.query.conflicts.ConflictsFeature;
import dev.sanguine.query.pacing.Pacer;
import dev.sanguine.query.records.RecordsFeature;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import org.junit.After;

/** A collection of orders on virtual time, over a network on which the test answers each request. */
public abstract class CollectionCase {
  static final String OPEN = "{'id':1,'status':'open','total':30,'version':1}";
  static final String PAID = "{'id':2,'status':'paid','total':20,'version':4}";

  final VirtualEnvironment world = new VirtualEnvironment();
  final ScriptedNetwork network = new ScriptedNetwork(world.environment());
  final Client client = new Client(
      world.environment(), RecordsFeature::records, ConflictsFeature::conflicts, Pacer::pacing);
  final PayloadCollection<Object> rest = new PayloadClient(
          request -> network.send(request.toString(), request).then(answer -> answer, null),
          world.environment(),
          "/api")
      .collection("orders");
  final CachedCollection<Object> orders = CachedCollection.of(rest).version("version");

  @After
  public final void nobodyWaits() {
    client.clear();
    assertEquals("unhandled rejections", 0, world.unhandled().size());
  }

  static Object json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  static String text(Object document) {
    return Json.stringify(document).replace('"', '\'');
  }

  static String page(String... records) {
    return "{'docs':[" + String.join(",", records) + "],'totalDocs':" + records.length
        + ",'limit':10,'page':1,'totalPages':1,'hasNextPage':false,'hasPrevPage':false}";
  }

  /** Answers the oldest request of that method and path. */
  final void answer(String request, int status, String body) {
    answer(request, status, body, Headers.NONE);
  }

  final void answer(String request, int status, String body, Headers headers) {
    network
        .pending(request)
        .answer(new HttpResponse(
            status, headers.with("Content-Type", "application/json"), body.replace('\'', '"')));
    world.advance(0);
  }

  final HttpRequest sent(String request) {
    return (HttpRequest) network.last(request).payload;
  }

  /** Shows the list from now on, which has these records. */
  final void show(Query<Page<Object>> query, String... records) {
    client.observe(query).subscribe(result -> {});
    world.advance(0);
    answer("GET /api/orders", 200, page(records));
  }

  /** Shows it from now on. */
  final <T> T shown(Source<T> source, String request, String answer) {
    Observer<T> observer = client.observe(source);
    observer.subscribe(result -> {});
    world.advance(0);
    answer(request, 200, answer);
    return observer.current().data();
  }

  /** Ids of the list, and how many there are in all. */
  final String ids(Query<Page<Object>> query) {
    Page<Object> page = client.getQueryData(query.key());
    String ids = "";
    for (int i = 0; i < page.docs.size(); i++) {
      Object id = Json.get(page.docs.get(i), "id");
      ids += (i == 0 ? "" : ",") + (id instanceof String ? id : Json.stringify(id));
    }
    return ids + " of " + page.totalDocs;
  }

  /** What became of it so far. */
  final <T> Seen<T> see(Future<T> future) {
    Seen<T> seen = new Seen<>();
    future.onValue(value -> seen.value = value).onError(error -> seen.error = error);
    world.advance(0);
    return seen;
  }

  final String pending() {
    Seq<PendingIntent<Object>> all = client.observePending().current();
    String states = "";
    for (int i = 0; i < all.size(); i++) {
      states += (i == 0 ? "" : ",") + all.get(i).state();
    }
    return states;
  }

  static final class Seen<T> {
    T value;
    Object error;
  }
}
