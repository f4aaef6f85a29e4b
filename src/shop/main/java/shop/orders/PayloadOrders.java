package shop.orders;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.payload.Call;
import dev.sanguine.payload.Find;
import dev.sanguine.payload.Page;
import dev.sanguine.payload.PayloadClient;
import dev.sanguine.payload.PayloadCollection;
import javax.inject.Inject;

/** The orders of a Payload server. */
final class PayloadOrders implements OrdersApi {
  private final PayloadCollection<Object> orders;
  private final RequestTimeout timeout;

  @Inject
  PayloadOrders(PayloadClient payload, RequestTimeout timeout) {
    this.orders = payload.collection("orders");
    this.timeout = timeout;
  }

  @Override
  public Thenable<Object> find(int page, AbortSignal signal) {
    Find list = Find.all().limit(OrderList.LIMIT).sort(OrderList.SORT);
    return orders
        .find(page == 1 ? list : list.page(page), call(signal))
        .then(PayloadOrders::found, null);
  }

  @Override
  public Thenable<Object> setStatus(
      Object id, String status, double version, String idempotencyKey, AbortSignal signal) {
    Call call = idempotencyKey == null ? call(signal) : call(signal).idempotencyKey(idempotencyKey);
    if (version >= 0) {
      call = call.header("If-Match", "\"" + Amounts.whole(version) + "\"");
    }
    return orders.update(id, Json.object("status", status), call);
  }

  private Call call(AbortSignal signal) {
    return Call.plain().signal(signal).timeout(timeout.milliseconds()).depth(0);
  }

  /** The page as the server's own render has it, so that both are one shape in the cache. */
  private static Object found(Page<Object> page) {
    return Json.object(
        "docs", Json.arrayOf(page.docs),
        "hasNextPage", page.hasNextPage,
        "hasPrevPage", page.hasPrevPage,
        "limit", page.limit,
        "page", page.page,
        "pagingCounter", (page.page - 1) * page.limit + 1,
        "totalDocs", page.totalDocs,
        "totalPages", page.totalPages);
  }
}
