package dev.sanguine.payload;

import static org.junit.Assert.assertEquals;

import dev.sanguine.client.Client;
import dev.sanguine.client.InfiniteKey;
import dev.sanguine.client.InfiniteQuery;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.json.Json;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import org.junit.Test;

/** The client's own Page in the cache: list helpers change its records, and what is read next is a Page. */
public class PageTest {
  private static final ListKey<Page<Object>, Object> PAGE = QueryKey.ofList("page");
  private static final InfiniteKey<Page<Object>, Double, Object> PAGES = QueryKey.ofPages("pages");
  private static final String BODY =
      "{'docs':[{'id':1,'n':1},{'id':2,'n':2}],'totalDocs':7,'limit':2,'page':1,"
          + "'totalPages':4,'hasNextPage':true,'hasPrevPage':false}";

  private final VirtualEnvironment world = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(world.environment());
  private final Client client = new Client(world.environment());
  private final PayloadCollection<Object> orders = new PayloadClient(
          request -> network.send(request.method, null).then(answer -> answer, null),
          world.environment(),
          "/api")
      .collection("orders");

  private void get() {
    world.advance(0);
    network
        .pending("GET")
        .answer(new HttpResponse(
            200, Headers.NONE.with("Content-Type", "application/json"), BODY.replace('\'', '"')));
    world.advance(0);
  }

  private void fail() {
    network.pending("save").fail("no");
    world.advance(0);
  }

  private void mutate(Mutation.Optimistic<Object> optimistic) {
    client
        .mutate(
            Mutation.<Object, Object>of((variables, context) -> network.send("save", variables))
                .resync(false)
                .optimistic(optimistic),
            "x")
        .onError(error -> {});
    world.advance(0);
  }

  private static String text(Page<Object> page) {
    return Json.stringify(Json.arrayOf(page.docs)).replace('"', '\'') + " of " + page.totalDocs
        + ", " + page.hasNextPage;
  }

  @Test
  public void listHelpers_changeItsRecords_andTheCountsStay() {
    client.fetchQuery(Query.of(PAGE).queryFn(context -> orders.find(Find.all())));
    get();
    mutate((intent, x) -> {
      intent.remove(PAGE, 1);
      intent.merge(PAGE, Json.object("id", 2, "n", 3));
      intent.append(PAGE, Json.object("id", 3));
      intent.increment(PAGE, "n", 10, 2);
    });
    assertEquals("[{'id':2,'n':13},{'id':3}] of 7, true", text(client.getQueryData(PAGE)));
    fail();
    assertEquals("[{'id':1,'n':1},{'id':2,'n':2}] of 7, true", text(client.getQueryData(PAGE)));
  }

  @Test
  public void pagesOfAnInfiniteQuery_areChangedToo() {
    client.fetchQuery(
        InfiniteQuery.of(PAGES, 1.0).queryFn((context, page) -> orders.find(Find.all())));
    get();
    mutate((intent, x) -> intent.upsert(PAGES, Json.object("id", 2, "n", 5)));
    Page<Object> first = client.getQueryData(PAGES).page(0);
    assertEquals("[{'id':1,'n':1},{'id':2,'n':5}] of 7, true", text(first));
    fail();
  }

  @Test
  public void anEqualPage_thatIsFetchedAgain_tellsNobody() {
    int[] told = new int[1];
    client.fetchQuery(Query.of(PAGE).queryFn(context -> orders.find(Find.all())));
    get();
    client
        .observe(Query.of(PAGE).staleTime(1e9).notifyOnChangeProps("data"))
        .subscribe(result -> told[0]++);
    client.fetchQuery(Query.of(PAGE).queryFn(context -> orders.find(Find.all())));
    get();
    assertEquals(0, told[0]);
  }
}
