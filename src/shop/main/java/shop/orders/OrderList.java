package shop.orders;

import dev.sanguine.client.ListKey;
import dev.sanguine.client.QueryKey;
import dev.sanguine.env.Values;
import dev.sanguine.json.Json;
import dev.sanguine.payload.Find;
import dev.sanguine.payload.Where;

/** What the list asks the server for, and so where it stands in the cache. Its data is Payload's find answer. */
final class OrderList {
  static final int LIMIT = 200;

  private OrderList() {}

  static Find find(ListPage page) {
    Find find = Find.all().limit(LIMIT).sort("number");
    find = page.status == null ? find : find.where(Where.field("status").equalTo(page.status.word));
    return page.number == 1 ? find : find.page(page.number);
  }

  static ListKey<Object, Object> key(ListPage page) {
    return QueryKey.ofList("orders", find(page).document());
  }

  /** A find answer as a document, of whatever class it is; null if there is none. */
  static Object document(Values values, Object found) {
    if (found == null || Json.isObject(found)) {
      return found;
    }
    Object document = Json.object("docs", Json.arrayOf(values.items(values.field(found, "docs"))));
    for (String name : new String[] {"totalDocs", "page", "totalPages"}) {
      document = Json.with(document, name, values.number(values.field(found, name)));
    }
    return document;
  }

  /** Which page of the list a find answer is. */
  static int pageOf(Object found) {
    double page = Json.number(found, "page");
    return page >= 1 && page <= Integer.MAX_VALUE ? (int) page : 1;
  }
}
