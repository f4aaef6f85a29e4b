package dev.sanguine.testkit;

import dev.sanguine.json.Json;
import dev.sanguine.query.Callback;
import dev.sanguine.query.MutationContext;
import dev.sanguine.query.MutationOptions;
import dev.sanguine.query.QueryFilters;

/** What the callbacks of a simulated write do. */
final class SimulatedCallbacks {
  private final SimulatedClient client;
  private final SimulatedWrite write;

  SimulatedCallbacks(SimulatedClient client, SimulatedWrite write) {
    this.client = client;
    this.write = write;
  }

  void put(MutationOptions options, Draw draw) {
    switch (draw.below(8)) {
      case 1:
        Callback slow = args -> client.environment.deferreds.create(
            (resolve, reject) -> client.environment.timeouts.setTimeout(() -> resolve.on(null), 5));
        options.onSuccess(slow).onError(slow);
        break;
      case 2:
        options.onSuccess(args -> client.environment.errors.fail("a callback threw"));
        break;
      case 3:
        // Not awaited: back online, paused queries wait for paused mutations, which would wait for this one's scope.
        options.onSettled(args -> {
          ((MutationContext) args[4]).client.invalidateQueries(QueryFilters.of(SimulatedQuery.LIST.key), null);
          return null;
        });
        break;
      default:
        break;
    }
  }
}
