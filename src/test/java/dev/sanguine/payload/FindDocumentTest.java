package dev.sanguine.payload;

import static org.junit.Assert.assertEquals;

import dev.sanguine.client.Client;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.client.Records;
import dev.sanguine.json.Json;
import dev.sanguine.query.records.RecordsFeature;
import dev.sanguine.testkit.VirtualEnvironment;
import org.junit.Test;

/** What is asked for, as a document: the same words as in the address, which a query's key can hold. */
public class FindDocumentTest {
  private static String text(Object document) {
    return Json.stringify(document).replace('"', '\'');
  }

  @Test
  public void conditions_areWords() {
    assertEquals(
        "{'status':{'equals':'open'}}",
        text(Where.field("status").equalTo("open").document()));
    assertEquals("{'id':{'in':['1','2']}}", text(Where.field("id").in(1, "2").document()));
    assertEquals(
        "{'or':[{'and':[{'total':{'greater_than':'5'}},{'at':{'exists':'false'}}]},"
            + "{'customer.name':{'like':'ann'}}]}",
        text(Where.or(
                Where.and(Where.field("total").greaterThan(5), Where.field("at").exists(false)),
                Where.field("customer.name").like("ann"))
            .document()));
  }

  @Test
  public void onlyWhatIsAskedFor_isThere() {
    assertEquals("{}", text(Find.all().document()));
    assertEquals(
        "{'where':{'n':{'not_equals':'1'}},'sort':'-at,id','limit':0,'page':2}",
        text(Find.all()
            .where(Where.field("n").notEqualTo(1))
            .sort("-at", "id")
            .limit(0)
            .page(2)
            .document()));
  }

  @Test
  public void aListWithItInItsKey_knowsWhichRecordsBelongToIt() {
    VirtualEnvironment world = new VirtualEnvironment();
    Client client = new Client(world.environment(), RecordsFeature::records);
    Records<Object> orders = Records.of("order");
    Find find = Find.all()
        .where(Where.or(
            Where.field("total").greaterThanOrEqualTo(5), Where.field("vip").equalTo(true)))
        .sort("-total")
        .limit(2);
    ListKey<Object, Object> key = QueryKey.ofList("orders", find.document());
    client.setQueryDefaults(QueryKey.of("orders"), Query.defaults().records(orders));
    client.setQueryData(
        key, Json.parse("{\"docs\":[{\"id\":1,\"total\":7,\"vip\":false}],\"totalDocs\":1}"));
    client.receive(orders, Json.object("id", 2.0, "total", 9.0, "vip", false));
    client.receive(orders, Json.object("id", 3.0, "total", 1.0, "vip", true));
    client.receive(orders, Json.object("id", 4.0, "total", 1.0, "vip", false));
    assertEquals(
        "{'docs':[{'id':2,'total':9,'vip':false},{'id':1,'total':7,'vip':false}],'totalDocs':3}",
        text(client.getQueryData(key)));
    client.clear();
  }
}
