package dev.sanguine.client;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Development;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.records.RecordsFeature;
import org.junit.Test;

/** Changes of records by the typed client: in every list, by what the lists say of themselves. */
public class RecordChangesTest extends ClientCase {
  private static final Records<Object> ORDERS = Records.of("order");

  private final Client shop = new Client(world.environment(), RecordsFeature::records);

  private static ListKey<Object, Object> key(String name) {
    return QueryKey.ofList(name);
  }

  private void list(String name, Records<Object> records, String document) {
    atEnd(shop::clear);
    shop.setQueryDefaults(key(name), Query.defaults().records(records));
    shop.setQueryData(key(name), json(document));
  }

  private static Records<Object> withStatus(String status) {
    return ORDERS.where(Json.object("status", Json.object("equals", status))).sort("-total", "id");
  }

  private void twoLists() {
    list("open", withStatus("open"), "{'docs':[{'id':1,'status':'open','total':5}],'totalDocs':1}");
    list("paid", withStatus("paid"), "{'docs':[{'id':2,'status':'paid','total':3}],'totalDocs':1}");
  }

  private String shown(String name) {
    return text(shop.getQueryData(key(name)));
  }

  private void start(Mutation.Optimistic<Object> optimistic) {
    shop.mutate(changing(optimistic), "x").onError(error -> {});
    world.advance(0);
  }

  @Test
  public void aMerge_movesTheRecordFromListToList_andBack() {
    twoLists();
    start((intent, x) -> intent.record(ORDERS, 1).merge(Json.object("status", "paid")));
    assertEquals("{'docs':[],'totalDocs':0}", shown("open"));
    assertEquals(
        "{'docs':[{'id':1,'status':'paid','total':5},{'id':2,'status':'paid','total':3}],"
            + "'totalDocs':2}",
        shown("paid"));
    fail("save");
    assertEquals("{'docs':[{'id':1,'status':'open','total':5}],'totalDocs':1}", shown("open"));
    assertEquals("{'docs':[{'id':2,'status':'paid','total':3}],'totalDocs':1}", shown("paid"));
  }

  @Test
  public void update_increment_remove_add() {
    list(
        "all",
        ORDERS.sort((a, b) -> Double.compare(total(a), total(b))).limit(3),
        "[{'id':1,'total':1},{'id':2,'total':2}]");
    start((intent, x) -> {
      intent.record(ORDERS, 1).increment("total", 4);
      intent.record(ORDERS, 2).update(old -> Json.with(old, "seen", true));
      intent.add(ORDERS, json("{'id':3,'total':3}"));
    });
    assertEquals(
        "[{'id':2,'total':2,'seen':true},{'id':3,'total':3},{'id':1,'total':5}]", shown("all"));
    start((intent, x) -> intent.record(ORDERS, "3").remove());
    assertEquals("[{'id':2,'total':2,'seen':true},{'id':1,'total':5}]", shown("all"));
    fail("save");
    fail("save");
    assertEquals("[{'id':1,'total':1},{'id':2,'total':2}]", shown("all"));
  }

  private static double total(Object order) {
    return Json.number(order, "total");
  }

  @Test
  public void aPredicate_saysWhatBelongs() {
    list("large", ORDERS.where(order -> total(order) > 10).addAtStart(), "[{'id':1,'total':11}]");
    shop.receive(ORDERS, json("{'id':2,'total':12}"));
    shop.receive(ORDERS, json("{'id':3,'total':9}"));
    assertEquals("[{'id':2,'total':12},{'id':1,'total':11}]", shown("large"));
    shop.receiveRemoval(ORDERS, 1);
    assertEquals("[{'id':2,'total':12}]", shown("large"));
  }

  @Test
  public void recordsInsideRecords_inListsOfOtherNames_withOtherIds() {
    Records<Object> comments =
        Records.of("comment").id("no").list("thread.items").parent("post");
    list(
        "posts",
        Records.of("post").list("rows").count("n").nested(comments),
        "{'rows':[{'id':1,'thread':{'items':[{'no':1,'post':1,'t':'a'}]}}],'n':1}");
    start((intent, x) -> {
      intent.record(comments, 1).merge(Json.object("t", "b"));
      intent.add(comments, json("{'no':2,'post':1,'t':'new'}"));
      intent.add(Records.of("post"), json("{'id':2,'thread':{'items':[]}}"));
    });
    assertEquals(
        "{'rows':[{'id':1,'thread':{'items':[{'no':1,'post':1,'t':'b'},"
            + "{'no':2,'post':1,'t':'new'}]}},{'id':2,'thread':{'items':[]}}],'n':2}",
        shown("posts"));
    fail("save");
  }

  @Test
  public void whatIsPendingOfARecord_isListed() {
    twoLists();
    PendingObserver<Object> row = shop.observePending(ORDERS, 1);
    Seq<Seq<PendingIntent<Object>>> told = new Seq<>();
    atEnd(row.subscribe(told::add));
    start((intent, x) -> intent.record(ORDERS, 1).merge(Json.object("status", "paid")));
    assertEquals(1, row.current().size());
    assertEquals(0, shop.observePending(ORDERS, 2).current().size());
    assertEquals("status", row.current().get(0).fields().get(0));
    fail("save");
    row.current().get(0).discard();
    assertEquals(0, row.current().size());
    world.advance(0);
    assertEquals(0, told.get(told.size() - 1).size());
  }

  @Test
  public void aClientWithoutTheFeature_saysSo() {
    Seen<Object> seen =
        see(client.mutate(changing((intent, x) -> intent.record(ORDERS, 1).remove()), "x"));
    assertEquals(
        "intent.record, intent.add: the client has no records",
        message(seen.error).replaceFirst(".*Error: ", "").replaceFirst(";.*", ""));
    assertEquals(Development.hasTexts() ? 1 : 0, world.reports().size());
    world.reports().clear();
  }
}
