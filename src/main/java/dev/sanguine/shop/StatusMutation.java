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
                  Object id = Json.get(variables, "id");
                  String status = Json.string(variables, "status");
                  intent.update(OrderQueries.list(), old -> OrderQueries.listWithStatus(old, id, status));
                  intent.update(OrderQueries.one(id), old -> OrderQueries.withStatus(old, status));
                  return null;
                });
    options.merge = (answer, variables, old, d, e, f) -> OrderQueries.merged(old, answer);
    return options;
  }

  private Thenable<Object> send(Object variables, MutationContext context) {
    return api.setStatus(Json.get(variables, "id"), Json.string(variables, "status"), context.signal);
  }
}
