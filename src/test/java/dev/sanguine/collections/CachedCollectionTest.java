package dev.sanguine.collections;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.client.Client;
import dev.sanguine.client.Hydration;
import dev.sanguine.client.InfiniteQuery;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.MutationObserver;
import dev.sanguine.client.Observer;
import dev.sanguine.client.Pages;
import dev.sanguine.client.Query;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.payload.ErrorKind;
import dev.sanguine.payload.Find;
import dev.sanguine.payload.Headers;
import dev.sanguine.payload.Page;
import dev.sanguine.payload.PayloadError;
import dev.sanguine.payload.Where;
import org.junit.Test;

/** A collection of Payload as queries and mutations: what they send, what they show, what becomes of a refusal. */
public class CachedCollectionTest extends CollectionCase {
  private static final String NINE = "{'id':9,'status':'open','total':40,'version':1}";
  private static final String NINE_MADE = "{'doc':" + NINE + "}";

  private final Query<Page<Object>> open = orders.find(
      Find.all().where(Where.field("status").equalTo("open")).sort("-total").limit(10));
  private final Query<Page<Object>> all = orders.find(Find.all().sort("id"));

  private void bothAreShown() {
    show(open, OPEN);
    show(all, OPEN, PAID);
  }

  @Test
  public void whatIsAsked_isTheKey_andTheAddress() {
    show(open, OPEN);
    assertEquals(
        "/api/orders?where[status][equals]=open&sort=-total&limit=10",
        sent("GET /api/orders").url.replace("%5B", "[").replace("%5D", "]"));
    assertEquals(
        1,
        client
            .getQueryData(orders.key(
                Find.of(json("{'limit':10,'sort':'-total','where':{'status':{'equals':'open'}}}"))))
            .docs
            .size());
  }

  @Test
  public void aChange_movesTheRecordInEveryList_andGoesBackIfItIsRefused() {
    bothAreShown();
    Object count = shown(
        orders.count(Where.field("status").equalTo("open")),
        "GET /api/orders/count",
        "{'totalDocs':1}");
    assertEquals(1.0, count);
    Seen<Object> change = see(client.mutate(orders.update(), json("{'id':2,'status':'open'}")));
    assertEquals("1,2 of 2", ids(open));
    assertEquals(
        2.0,
        client
            .observe(orders.count(Where.field("status").equalTo("open")))
            .current()
            .data(),
        0);
    answer(
        "PATCH /api/orders/2",
        400,
        "{'errors':[{'message':'No.','data':{'errors':[{'path':'status','message':'Too"
            + " late.'}]}}]}");
    assertEquals("1 of 1", ids(open));
    PayloadError error = (PayloadError) change.error;
    assertEquals("status: Too late.", error.fieldErrors().get(0).toString());
  }

  @Test
  public void aListThatCameWithThePage_isKnownByItsRecords_alsoByWhatIsPending() {
    show(open, OPEN);
    Page<Object> rendered = client.getQueryData(open.key());
    Query<Page<Object>> other = orders.find(Find.all().sort("id").limit(20));
    client.setQueryData(other.key(), rendered);
    see(client.mutate(orders.update(), json("{'id':1,'total':1}")));
    assertEquals(30.0, total(other), 0);
    client.observe(other.staleTime(60_000)).subscribe(result -> {});
    assertEquals(1.0, total(other), 0);
    see(client.mutate(orders.update(), json("{'id':1,'total':2}")));
    assertEquals(2.0, total(other), 0);
  }

  private double total(Query<Page<Object>> query) {
    return Json.number(client.getQueryData(query.key()).docs.get(0), "total");
  }

  @Test
  public void aChange_carriesPreconditionAndKey_andOnlyTheFields() {
    bothAreShown();
    see(client.mutate(orders.depth(0).update(), json("{'id':2,'status':'open'}")));
    assertEquals("\"4\"", sent("PATCH /api/orders/2").headers.get("If-Match"));
    assertNotNull(sent("PATCH /api/orders/2").headers.get("Idempotency-Key"));
    assertEquals("/api/orders/2?depth=0", sent("PATCH /api/orders/2").url);
    assertEquals("{'status':'open'}", sent("PATCH /api/orders/2").body.replace('"', '\''));
  }

  @Test
  public void anotherField_isMerged_andSentOnTopOfTheirs() {
    bothAreShown();
    Seen<Object> change = see(client.mutate(orders.update(), json("{'id':2,'status':'open'}")));
    answer(
        "PATCH /api/orders/2",
        412,
        "{'errors':[{'message':'Changed.','data':{'current':"
            + "{'id':2,'status':'paid','total':70,'version':5}}}]}");
    assertEquals("\"5\"", sent("PATCH /api/orders/2").headers.get("If-Match"));
    assertEquals("2,1 of 2", ids(open));
    answer("PATCH /api/orders/2", 200, "{'doc':{'id':2,'status':'open','total':70,'version':6}}");
    assertEquals(6.0, Json.number(change.value, "version"), 0);
  }

  @Test
  public void theSameField_isAConflict_ofThree() {
    bothAreShown();
    Seen<Object> change = see(client.mutate(orders.update(), json("{'id':2,'status':'open'}")));
    answer(
        "PATCH /api/orders/2",
        412,
        "{'errors':[{'message':'Changed.','data':{'current':"
            + "{'id':2,'status':'cancelled','total':20,'version':5}}}]}");
    assertTrue(PayloadError.is(change.error, ErrorKind.CONFLICT));
    assertEquals("conflict", pending());
    assertEquals("1 of 1", ids(open));
  }

  @Test
  public void withoutAVersion_thereIsNoPrecondition() {
    bothAreShown();
    see(client.mutate(orders.version(null).update(), json("{'id':2,'status':'open'}")));
    assertNull(sent("PATCH /api/orders/2").headers.get("If-Match"));
  }

  @Test
  public void changesOfOneRecord_areSentOneAfterTheOther_andThoseOfTwoAtOnce() {
    bothAreShown();
    MutationObserver<Object, Object> update = client.observe(orders.update());
    see(update.mutate(json("{'id':1,'total':1}")));
    see(update.mutate(json("{'id':1,'total':2}")));
    see(update.mutate(json("{'id':2,'total':3}")));
    assertEquals(1, network.count("PATCH /api/orders/1"));
    assertEquals(1, network.count("PATCH /api/orders/2"));
  }

  @Test
  public void coalesced_whatWaitsIsOneRequest() {
    bothAreShown();
    MutationObserver<Object, Object> update = client.observe(orders.coalesce().update());
    for (int i = 1; i <= 5; i++) {
      see(update.mutate(json("{'id':1,'total':" + i + "}")));
    }
    answer("PATCH /api/orders/1", 200, "{'doc':{'id':1,'status':'open','total':1,'version':2}}");
    assertEquals("{\"total\":5}", sent("PATCH /api/orders/1").body);
    answer("PATCH /api/orders/1", 200, "{'doc':{'id':1,'status':'open','total':5,'version':3}}");
    assertEquals(
        2, network.calls().filter(call -> call.name.startsWith("PATCH")).size());
  }

  @Test
  public void aNewRecord_showsAtOnce_andIsChangedBeforeItHasAnId() {
    bothAreShown();
    see(client.mutate(orders.create(), json("{'id':'draft','status':'open','total':40}")));
    see(client.mutate(orders.update(), json("{'id':'draft','total':25}")));
    assertEquals("1,draft of 2", ids(open));
    assertEquals("{'status':'open','total':40}", sent("POST /api/orders").body.replace('"', '\''));
    answer("POST /api/orders", 201, "{'doc':{'id':9,'status':'open','total':40,'version':1}}");
    assertEquals("1,9 of 2", ids(open));
    assertEquals("{\"total\":25}", sent("PATCH /api/orders/9").body);
    see(client.mutate(orders.update(), json("{'id':9,'total':26}")));
    assertEquals("behind the one that waited", 1, network.count("PATCH /api/orders/9"));
  }

  @Test
  public void aNewRecordWithoutAnId_isGivenOne() {
    bothAreShown();
    see(client.mutate(orders.create(), json("{'status':'open','total':10}")));
    Page<Object> page = client.getQueryData(open.key());
    assertTrue(Json.string(page.docs.get(1), "id").startsWith("new-"));
    answer("POST /api/orders", 201, "{'doc':{'id':9,'status':'open','total':10,'version':1}}");
    assertEquals("1,9 of 2", ids(open));
  }

  @Test
  public void thePageOfANewRecord_showsIt_andIsAskedForByTheServersId() {
    bothAreShown();
    see(client.mutate(orders.create(), json("{'id':'draft','status':'open','total':40}")));
    Observer<Object> page = client.observe(orders.byId("draft"));
    page.subscribe(result -> {});
    world.advance(0);
    assertEquals(
        "{'id':'draft','status':'open','total':40}", text(page.current().data()));
    assertEquals(0, network.count("GET /api/orders/draft"));
    answer("POST /api/orders", 201, "{'doc':{'id':9,'status':'open','total':40,'version':1}}");
    answer("GET /api/orders/9", 200, "{'id':9,'status':'open','total':40,'version':1}");
    assertEquals(
        "{'id':9,'status':'open','total':40,'version':1}", text(page.current().data()));
    assertEquals(0, network.count("GET /api/orders/draft"));
  }

  private String shownTwice = "";

  private void lookFor(Query<Page<Object>> query) {
    client.observe(query).subscribe(result -> {
      Seq<String> ids = result.data().docs.map(doc -> text(Json.get(doc, "id")));
      shownTwice += ids.some(id -> ids.filter(id::equals).size() > 1) ? ids + " " : "";
    });
  }

  private void createdWithItsPageOpen_andAnEditThatWaits() {
    bothAreShown();
    lookFor(open);
    lookFor(all);
    see(client.mutate(orders.create(), json("{'id':'draft','status':'open','total':40}")));
    client.observe(orders.byId("draft")).subscribe(result -> {});
    see(client.mutate(orders.update(), json("{'id':'draft','total':25}")));
  }

  @Test
  public void aNewRecordWithItsPageOpen_andAnEditThatWaits_isNeverShownTwice() {
    createdWithItsPageOpen_andAnEditThatWaits();
    answer("POST /api/orders", 201, NINE_MADE);
    answer("GET /api/orders/9", 200, NINE);
    answer(
        "PATCH /api/orders/9",
        200,
        "{'doc':" + NINE.replace("40", "25").replace("'version':1", "'version':2") + "}");
    assertEquals("", shownTwice);
  }

  @Test
  public void theListIsFetchedWhileItIsMade_itIsNeverShownTwice() {
    createdWithItsPageOpen_andAnEditThatWaits();
    client.invalidateQueries(open.key());
    world.advance(0);
    answer("GET /api/orders", 200, page(OPEN, NINE));
    answer("POST /api/orders", 201, NINE_MADE);
    answer("GET /api/orders/9", 200, NINE);
    assertEquals("", shownTwice);
  }

  @Test
  public void theListThatWasFetchedComesAfterTheAnswer_itIsNeverShownTwice() {
    createdWithItsPageOpen_andAnEditThatWaits();
    client.invalidateQueries(open.key());
    world.advance(0);
    answer("POST /api/orders", 201, NINE_MADE);
    answer("GET /api/orders", 200, page(OPEN, NINE));
    answer("GET /api/orders/9", 200, NINE);
    assertEquals("", shownTwice);
  }

  @Test
  public void aRemovedRecord_leavesEveryList() {
    bothAreShown();
    see(client.mutate(orders.remove(), 1.0));
    assertEquals(" of 0", ids(open));
    assertEquals("2 of 1", ids(all));
    assertEquals("\"1\"", sent("DELETE /api/orders/1").headers.get("If-Match"));
  }

  @Test
  public void ofSeveral_thoseThatAreRefusedGoBack_eachAlone() {
    bothAreShown();
    Seen<Seq<Object>> change =
        see(client.mutate(orders.updateMany(), json("{'ids':[1,2],'data':{'status':'sent'}}")));
    assertEquals(" of 0", ids(open));
    assertEquals(
        "/api/orders?where[id][in][0]=1&where[id][in][1]=2",
        sent("PATCH /api/orders").url.replace("%5B", "[").replace("%5D", "]"));
    answer(
        "PATCH /api/orders",
        400,
        "{'docs':[{'id':2,'status':'sent','total':20,'version':5}],"
            + "'errors':[{'id':1,'message':'No.'}]}");
    assertEquals("1 of 1", ids(open));
    assertEquals("confirmed,failed", pending());
    assertNull(change.error);
  }

  @Test
  public void aRefusedQuestion_isNotAskedAgain_andABusyServerIsLeftAlone() {
    client.observe(all).subscribe(result -> {});
    world.advance(0);
    answer("GET /api/orders", 429, "{}", Headers.NONE.with("Retry-After", "40"));
    world.advance(39_000);
    assertEquals(1, network.count("GET /api/orders"));
    world.advance(1_000);
    assertEquals(2, network.count("GET /api/orders"));
    answer("GET /api/orders", 403, "{}");
    world.advance(100_000);
    assertEquals(2, network.count("GET /api/orders"));
  }

  @Test
  public void aChange_isSentAgain_onlyIfTheServerSaysWhen() {
    bothAreShown();
    see(client.mutate(orders.update(), json("{'id':1,'total':1}")));
    answer("PATCH /api/orders/1", 503, "{}", Headers.NONE.with("Retry-After", "5"));
    String key = sent("PATCH /api/orders/1").headers.get("Idempotency-Key");
    world.advance(5_000);
    assertEquals(2, network.count("PATCH /api/orders/1"));
    assertEquals(key, sent("PATCH /api/orders/1").headers.get("Idempotency-Key"));
    answer("PATCH /api/orders/1", 500, "{}");
    world.advance(100_000);
    assertEquals(2, network.count("PATCH /api/orders/1"));
  }

  @Test
  public void pages_followEachOther() {
    InfiniteQuery<Page<Object>, Double> query =
        orders.findInfinite(Find.all().sort("id").limit(1));
    Observer<Pages<Page<Object>, Double>> observer = client.observe(query);
    observer.subscribe(result -> {});
    world.advance(0);
    answer("GET /api/orders", 200, page(OPEN).replace("'hasNextPage':false", "'hasNextPage':true"));
    assertTrue(observer.current().hasNextPage());
    observer.fetchNextPage();
    world.advance(0);
    assertTrue(sent("GET /api/orders").url.endsWith("sort=id&limit=1&page=2"));
    answer("GET /api/orders", 200, page(PAID));
    assertEquals(2, observer.current().data().size());
    assertEquals(false, observer.current().hasNextPage());
  }

  @Test
  public void defaults_serveTheKeysOfTheCollection() {
    orders.setDefaults(client);
    client.setQueryData(open.key(), pageOf(OPEN));
    see(client.mutate(Mutation.ofKey("orders", "update"), json("{'id':1,'status':'paid'}")));
    assertEquals(" of 0", ids(open));
    assertEquals(1, network.count("PATCH /api/orders/1"));
  }

  private Page<Object> pageOf(String... records) {
    show(all, records);
    return client.getQueryData(all.key());
  }

  @Test
  public void withoutTheFeatures_itSaysWhatIsMissing() {
    Client bare = new Client(world.environment());
    Seen<Object> change = see(bare.mutate(orders.update(), json("{'id':1,'total':1}")));
    assertTrue("" + change.error, ("" + change.error).contains("the client has no records"));
    assertEquals(0, network.calls().size());
    bare.clear();
  }

  @Test
  public void aChangeWithoutAnId_isRefused() {
    Seen<Object> change = see(client.mutate(orders.update(), json("{'total':1}")));
    assertTrue(
        "" + change.error, ("" + change.error).contains("update does not know which record"));
  }

  @Test
  public void whatWaitsOverAReload_keepsItsLine() {
    bothAreShown();
    see(client.mutate(orders.update(), json("{'id':1,'total':1}")));
    see(client.mutate(orders.update(), json("{'id':1,'total':2}")));
    Object written =
        Json.parse(Json.stringify(Hydration.dehydrate(client, query -> false, data -> data)));
    assertEquals(
        "{'id':'orders 1'}", text(Json.get(Json.list(written, "mutations").get(0), "scope")));
  }
}
