package shop.orders;

import dev.sanguine.client.Client;
import dev.sanguine.client.Future;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.NetworkMode;
import dev.sanguine.client.Outcome;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.payload.ErrorKind;
import dev.sanguine.payload.PayloadError;
import dev.sanguine.query.state.MutationContext;
import javax.inject.Inject;

/**
 * The change of an order's status: shown at once in the list, taken back by the client if it fails.
 *
 * <p>Each request says which version of the record it was made from. One that was given up and arrives late, after another
 * change, is refused by the server so, and harms nothing.
 */
final class StatusMutation {
  /** How often a change is sent again because other fields of the record changed meanwhile. */
  private static final int MOST_REPEATS = 3;

  private final Client client;
  private final OrdersApi api;
  private final ListKey<Object, Object> list;

  @Inject
  StatusMutation(Client client, OrdersApi api, ListPage page) {
    this.client = client;
    this.api = api;
    this.list = OrderList.page(page.number());
  }

  /** Its variables are a {@link StatusChange}. */
  Mutation<Object, Object> mutation() {
    return Mutation.<Object, Object>of(this::send)
        .key("order", "status")
        // Two requests of one order in flight could reach the server in the wrong order, and the
        // first
        // would win.
        .scopeBy(change -> "order " + StatusChange.key(change))
        // A cut network is a failure that is shown, not a wait.
        .networkMode(NetworkMode.ALWAYS)
        // Nobody may know what became of it: then too the person reads that it is not confirmed,
        // until
        // it turns out to be made or is given up. A change that is unknown would leave the client's
        // list with the next fetch.
        .outcome(error -> Outcome.FAILED)
        .optimistic((intent, change) -> intent.merge(list, StatusChange.fields(change)))
        .merge((answer, change, found) -> OrderList.merged(found, answer));
  }

  private Thenable<Object> send(Object change, MutationContext context) {
    // A change that was sent before this one may have brought a newer version.
    Object record = OrderList.order(client.getQueryData(list), StatusChange.id(change));
    return attempt(change, record, context, 0);
  }

  /**
   * @param record whose version the server is to have; null for any
   */
  private Thenable<Object> attempt(
      Object change, Object record, MutationContext context, int repeats) {
    Environment environment = client.environment();
    String target = StatusChange.target(change).word;
    return Future.of(api.setStatus(
            StatusChange.id(change),
            target,
            Json.number(record, "version"),
            context.idempotencyKey,
            context.signal))
        .recoverBy(error -> {
          Object current =
              PayloadError.is(error, ErrorKind.CONFLICT) ? ((PayloadError) error).current() : null;
          String status = Json.string(current, "status");
          if (target.equals(status)) {
            // As it was wanted: an attempt that was given up has arrived.
            return Future.done(environment, current);
          }
          // Other fields were changed: this change is sent again on top of them.
          return StatusChange.from(change).equals(status) && repeats < MOST_REPEATS
              ? attempt(change, current, context, repeats + 1)
              : Future.failed(environment, error);
        });
  }
}
