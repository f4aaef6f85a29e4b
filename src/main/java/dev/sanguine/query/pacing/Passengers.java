package dev.sanguine.query.pacing;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.query.MutationRun;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Removable;
import dev.sanguine.query.state.Action;
import jsinterop.annotations.JsConstructor;

/** Those whose changes one request carries: what is told of the request is told of each of them. */
final class Passengers extends Removable {
  /** In the order of their calls. Those that were given up have left. */
  final OrderedSet<MutationRun> runs = new OrderedSet<>();

  @JsConstructor
  Passengers(QueryClient client) {
    super(client);
  }

  @Override
  public void dispatch(Action action) {
    runs.items().each(run -> {
      if (run.owner.run == run) {
        run.owner.dispatch(action);
      }
    });
  }

  @Override
  public void optionalRemove() {}
}
