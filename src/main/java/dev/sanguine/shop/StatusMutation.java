package dev.sanguine.shop;

import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.query.MutationContext;
import dev.sanguine.query.MutationOptions;
import dev.sanguine.query.QueryKey;
import javax.inject.Inject;

/** The change of an order's status: shown at once where the order is cached, taken back by the engine if it fails. */
final class StatusMutation {
  private final OrdersApi api;

  @Inject
  StatusMutation(OrdersApi api) {
    this.api = api;
  }

  Object variables(OrderRow row, String target) {
    return Json.object("id", Json.get(row.record, "id"), "status", target);
  }

  /**
   * The requests of one order go out one after the other: two in flight could reach the server in the wrong order, and
   * the first would win.
   */
  MutationOptions options(OrderRow row) {
    MutationOptions options =
        MutationOptions.create()
            .mutationKey(QueryKey.of("order", "status"))
            .mutationFn(this::send)
            // A cut network is a failure that is shown, not a wait.
            .networkMode("always")
            .scope("order " + row.key)
            .optimistic(
                (intent, variables) -> {
                  // The variables are the fields that change, with the id of the record.
                  intent.merge(OrderQueries.list(), variables);
                  intent.merge(OrderQueries.one(Json.get(variables, "id")), variables);
                  return null;
                });
    // Called with the answer, the variables and the old value.
    options.merge = args -> OrderQueries.merged(args[2], args[0]);
    return options;
  }

  private Thenable<Object> send(Object variables, MutationContext context) {
    Object id = Json.get(variables, "id");
    return api.setStatus(id, Json.string(variables, "status"), context.idempotencyKey, context.signal);
  }
}
