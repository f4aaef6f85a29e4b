package dev.sanguine.payload;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import org.junit.Test;

/** Conditions, order and pages as the server wants them written in an address. */
public class QueryTest {
  private final Rig rig = new Rig();

  @Test
  public void nothingAsked_leavesTheAddressBare() {
    assertAddress("/api/orders", Find.all());
  }

  @Test
  public void everyOperator_hasTheServersName() {
    Where.Field total = Where.field("total");
    assertQuery("where[status][equals]=paid", Where.field("status").equalTo("paid"));
    assertQuery("where[status][not_equals]=paid", Where.field("status").notEqualTo("paid"));
    assertQuery("where[total][greater_than]=5", total.greaterThan(5));
    assertQuery("where[total][greater_than_equal]=5", total.greaterThanOrEqualTo(5));
    assertQuery("where[total][less_than]=5", total.lessThan(5));
    assertQuery("where[total][less_than_equal]=5", total.lessThanOrEqualTo(5));
    assertQuery("where[customer][like]=ann%20lee", Where.field("customer").like("ann lee"));
    assertQuery("where[customer][contains]=ann", Where.field("customer").contains("ann"));
    assertQuery("where[customer][exists]=false", Where.field("customer").exists(false));
    assertQuery(
        "where[status][in][0]=paid&where[status][in][1]=packed",
        Where.field("status").in("paid", "packed"));
    assertQuery("where[status][not_in][0]=paid", Where.field("status").notIn("paid"));
  }

  @Test
  public void numbersAndBooleans_areWrittenAsJavaScriptDoes() {
    assertQuery("where[a][equals]=12", Where.field("a").equalTo(12));
    assertQuery("where[a][equals]=12", Where.field("a").equalTo(12.0));
    assertQuery("where[a][equals]=-0.5", Where.field("a").equalTo(-0.5));
    assertQuery("where[a][equals]=9007199254740991", Where.field("a").equalTo(9007199254740991.0));
    assertQuery("where[a][equals]=true", Where.field("a").equalTo(true));
  }

  @Test
  public void groups_nest() {
    Where paidOrBig =
        Where.or(Where.field("status").equalTo("paid"), Where.field("total").greaterThan(100));
    assertQuery(
        "where[and][0][or][0][status][equals]=paid&where[and][0][or][1][total][greater_than]=100"
            + "&where[and][1][customer][like]=lee",
        Where.and(paidOrBig, Where.field("customer").like("lee")));
    assertQuery(
        "where[and][0][status][equals]=paid", Where.and(Where.field("status").equalTo("paid")));
    assertAddress("/api/orders", Find.all().where(Where.and()));
  }

  @Test
  public void groupsDeeperThanTheServerReads_areRefused() {
    Where w = Where.field("a").equalTo(1);
    for (int i = 0; i < 4; i++) {
      w = Where.and(w);
    }
    assertQuery("where[and][0][and][0][and][0][and][0][a][equals]=1", w);
    Where tooDeep = w;
    assertEquals(
        "or() nests too deep: Payload reads 10 levels; put conditions of one kind into one group",
        Rig.refusal(() -> Where.or(tooDeep)));
  }

  @Test
  public void whatIsGiven_staysInItsPlace() {
    rig.answer(200, "{\"docs\":[]}");
    rig.value(rig.orders.find(Find.all()
        .where(Where.field("customer").equalTo("a&limit=1#x[y]=\u00e9 \u20ac \ud83d\ude00 +%2F"))));
    assertEquals(
        "/api/orders?where%5Bcustomer%5D%5Bequals%5D=a%26limit%3D1%23x%5By%5D%3D%C3%A9%20%E2%82%AC%20%F0%9F%98%80%20%2B%252F",
        rig.last().url);
  }

  @Test
  public void halfASurrogatePair_becomesTheReplacementCharacter() {
    assertQuery("where[a][equals]=%EF%BF%BDx", Where.field("a").equalTo("\ud83dx"));
    assertQuery("where[a][equals]=%EF%BF%BD", Where.field("a").equalTo("\ude00"));
    assertQuery("where[a][equals]=%EF%BF%BD%EF%BF%BD", Where.field("a").equalTo("\ude00\ud83d"));
  }

  @Test
  public void sortLimitPage_followTheCondition() {
    assertQuery(
        "where[a][exists]=true&sort=-createdAt%2Ccustomer.name&limit=20&page=3",
        Find.all()
            .page(3)
            .limit(20)
            .sort("-createdAt", "customer.name")
            .where(Where.field("a").exists(true)));
    assertQuery("limit=0", Find.all().limit(0));
  }

  @Test
  public void depthAndSelect_comeLast() {
    rig.answer(200, "{\"docs\":[]}");
    rig.value(rig.orders.find(
        Find.all().limit(1), Call.plain().depth(0).select("number", "customer.name")));
    assertEquals(
        "/api/orders?limit=1&depth=0&select[number]=true&select[customer][name]=true",
        rig.lastAsked());
  }

  @Test
  public void optionsAreNotChanged_byThoseMadeOfThem() {
    Find base = Find.all().limit(5);
    base.page(2);
    base.sort("a");
    assertQuery("limit=5", base);
    assertAddress("/api/orders", Find.all());
  }

  @Test
  public void whatCannotBeAsked_isRefusedByName() {
    assertEquals(
        "field \"a b\" is no field path; use letters, digits and '_' with dots between, as in"
            + " \"customer.name\"",
        Rig.refusal(() -> Where.field("a b")));
    for (String path : new String[] {"", ".a", "a.", "a..b", "a]", "a[0]", null}) {
      assertEquals(
          "field " + Names.quote(path)
              + " is no field path; use letters, digits and '_' with dots between, as in"
              + " \"customer.name\"",
          Rig.refusal(() -> Where.field(path)));
    }
    assertEquals(
        "sort \"\" is no field path; use letters, digits and '_' with dots between, as in"
            + " \"customer.name\"",
        Rig.refusal(() -> Find.all().sort("-")));
    assertEquals(
        "'total' equals null can't be asked; give text, a number or a boolean, or use"
            + " exists(false)",
        Rig.refusal(() -> Where.field("total").equalTo(null)));
    assertEquals(
        "'total' less_than NaN can't be asked; give text, a number or a boolean, or use"
            + " exists(false)",
        Rig.refusal(() -> Where.field("total").lessThan(Double.NaN)));
    assertEquals(
        "'status' in has no values; give at least one",
        Rig.refusal(() -> Where.field("status").in()));
    assertEquals(
        "or() has no conditions and would match no record; give at least one",
        Rig.refusal(() -> Where.or()));
    assertEquals(
        "limit -1 is negative; give a count, or 0 for all records",
        Rig.refusal(() -> Find.all().limit(-1)));
    assertEquals("page 0 does not exist; the first page is 1", Rig.refusal(() -> Find.all()
        .page(0)));
    assertEquals(
        "depth -1 is negative; give 0 for ids, or the levels to fill in",
        Rig.refusal(() -> Call.plain().depth(-1)));
  }

  @Test
  public void aQueryTooLongForAnAddress_goesInTheBody() {
    Object[] ids = new Object[400];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = i;
    }
    rig.answer(200, "{\"docs\":[]}");
    rig.value(rig.orders.find(Find.all().where(Where.field("id").in(ids))));
    assertEquals("POST", rig.last().method);
    assertEquals("/api/orders", rig.last().url);
    assertEquals("GET", rig.last().headers.get("X-Payload-HTTP-Method-Override"));
    assertEquals("application/x-www-form-urlencoded", rig.last().headers.get("content-type"));
    assertEquals("where%5Bid%5D%5Bin%5D%5B0%5D=0&", rig.last().body.substring(0, 31));
    assertEquals(false, rig.last().changes());
  }

  @Test
  public void moreParametersThanTheServerReads_areRefused() {
    Object[] ids = new Object[1001];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = "x";
    }
    assertEquals(
        "the query has more than 1000 parameters, and Payload reads no more; ask in several"
            + " requests with fewer values",
        Rig.refusal(() -> rig.orders.find(Find.all().where(Where.field("id").in(ids)))));
    assertEquals(0, rig.sent.size());
  }

  @Test
  public void count_asksForTheConditionAlone() {
    rig.answer(200, "{\"totalDocs\":7}");
    assertEquals(7, rig.value(rig.orders.count(Where.field("status").equalTo("paid"))), 0);
    assertEquals("/api/orders/count?where[status][equals]=paid", rig.lastAsked());
    rig.answer(200, "{\"totalDocs\":200}");
    assertEquals(200, rig.value(rig.orders.count(null)), 0);
    assertEquals("/api/orders/count", rig.lastAsked());
  }

  private void assertQuery(String expected, Where where) {
    assertQuery(expected, Find.all().where(where));
  }

  private void assertQuery(String expected, Find find) {
    assertAddress("/api/orders?" + expected, find);
  }

  private void assertAddress(String expected, Find find) {
    rig.answer(200, Json.stringify(Json.object("docs", Json.array())));
    rig.value(rig.orders.find(find));
    assertEquals(expected, rig.lastAsked());
  }
}
