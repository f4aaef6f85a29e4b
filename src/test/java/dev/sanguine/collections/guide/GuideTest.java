package dev.sanguine.collections.guide;

import static org.junit.Assert.assertEquals;

import dev.sanguine.client.Client;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Query;
import dev.sanguine.collections.CachedCollection;
import dev.sanguine.json.Json;
import dev.sanguine.payload.Find;
import dev.sanguine.payload.Headers;
import dev.sanguine.payload.HttpResponse;
import dev.sanguine.payload.Page;
import dev.sanguine.payload.PayloadClient;
import dev.sanguine.payload.Where;
import dev.sanguine.query.conflicts.ConflictsFeature;
import dev.sanguine.query.pacing.Pacer;
import dev.sanguine.query.records.RecordsFeature;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import org.junit.Test;

/** The Java of docs/payload.md, between the marks, compiled and run. */
public class GuideTest {
  private final VirtualEnvironment world = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(world.environment());
  private final Client client = new Client(
      world.environment(), RecordsFeature::records, ConflictsFeature::conflicts, Pacer::pacing);
  private final PayloadClient payload = new PayloadClient(
      request -> network.send(request.method, request).then(answer -> answer, null),
      world.environment(),
      "/api");
  private String said = "";

  private void say(String text) {
    said += text;
  }

  private void answer(String method, int status, String body) {
    world.advance(0);
    network
        .pending(method)
        .answer(new HttpResponse(
            status,
            Headers.NONE.with("Content-Type", "application/json"),
            body.replace('\'', '"')));
    world.advance(0);
  }

  @Test
  public void theCodeOfThePage() {
    Object pushed = Json.parse("{\"id\":13,\"status\":\"open\",\"total\":5,\"version\":1}");
    // snippet: collection
    CachedCollection<Object> orders =
        CachedCollection.of(payload.collection("orders")).version("version").coalesce();
    Query<Page<Object>> open = orders.find(
        Find.all().where(Where.field("status").equalTo("open")).sort("-total").limit(10));
    Mutation<Object, Object> update = orders.update();
    // end
    client.observe(open).subscribe(result -> {});
    answer(
        "GET",
        200,
        "{'docs':[{'id':12,'status':'open','total':9,'version':1}],'totalDocs':1,'limit':10,'page':1}");
    // snippet: collection-use
    client
        .mutate(update, Json.object("id", 12, "status", "paid"))
        .onError(error -> say("not paid"));
    client.receive(orders.records(), pushed);
    // end
    assertEquals(1, client.getQueryData(open.key()).docs.size());
    answer("PATCH", 403, "{}");
    assertEquals("not paid", said);
    assertEquals(2, client.getQueryData(open.key()).docs.size());
    client.clear();
  }
}
