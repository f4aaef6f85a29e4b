package shop.orders;

import dev.sanguine.query.state.MutationContext;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.payload.ErrorKind;
import dev.sanguine.payload.PayloadError;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import javax.inject.Inject;

/**
 * The change of an order's status: shown at once where the order is cached, taken back by the engine if it fails.
 *
 * <p>Each request says which version of the record it was made from. One that was given up and arrives late, after another
 * change, is refused by the server so, and harms nothing.
 */
final class StatusMutation {
  /** How often a change is sent again because other fields of the record changed meanwhile. */
  private static final int MOST_REPEATS = 3;

  private final QueryClient client;
  private final OrdersApi api;
  private final ListPage page;

  @Inject
  StatusMutation(QueryClient client, OrdersApi api, ListPage page) {
    this.client = client;
    this.api = api;
    this.page = page;
  }

  Object variables(OrderRow row, String target) {
    return Json.object("id", Json.get(row.record, "id"), "status", target);
  }

  /**
   * The requests of one order go out one after the other: two in flight could reach the server in the wrong order, and
   * the first would win.
   */
  MutationOptions options(OrderRow row) {
    Object list = OrderQueries.list(page.number());
    MutationOptions options = MutationOptions.create()
        .mutationKey(QueryKey.of("order", "status"))
        .mutationFn((variables, context) -> send(row, variables, context))
        // A cut network is a failure that is shown, not a wait.
        .networkMode("always")
        .scope("order " + row.key)
        .optimistic((intent, variables) -> {
          // The variables are the fields that change, with the id of the record.
          intent.merge(list, variables);
          intent.merge(OrderQueries.one(Json.get(variables, "id")), variables);
          return null;
        });
    // Called with the answer, the variables and the old value.
    options.merge = args -> OrderQueries.merged(args[2], args[0]);
    return options;
  }

  private Thenable<Object> send(OrderRow row, Object variables, MutationContext context) {
    // A change that was sent before this one may have brought a newer version.
    Object newer = OrderQueries.inList(
        client.getQueryData(OrderQueries.list(page.number())), Json.get(variables, "id"));
    return attempt(row.status(), newer == null ? row.record : newer, variables, context, 0);
  }

  /**
   * @param from the status that the change leads away from
   * @param record whose version the server is to have
   */
  private Thenable<Object> attempt(
      String from, Object record, Object variables, MutationContext context, int repeats) {
    Object id = Json.get(variables, "id");
    String target = Json.string(variables, "status");
    return api.setStatus(
            id, target, Json.number(record, "version"), context.idempotencyKey, context.signal)
        .then(null, error -> {
          Object current =
              PayloadError.is(error, ErrorKind.CONFLICT) ? ((PayloadError) error).current() : null;
          String status = Json.string(current, "status");
          if (target.equals(status)) {
            // As it was wanted: an attempt that was given up has arrived.
            return current;
          }
          // Other fields were changed: this change is sent again on top of them.
          return from.equals(status) && repeats < MOST_REPEATS
              ? attempt(from, current, variables, context, repeats + 1)
              : client.environment.deferreds.reject(error);
        });
  }
}
