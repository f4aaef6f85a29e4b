package dev.sanguine.query.reload;

import dev.sanguine.env.Seq;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.pending.IntentsObserver;

/** Mutations that send their idempotency key, over a reload. */
public abstract class KeyedReloadCase extends ReloadCase {
  protected final Seq<Object> keys = new Seq<>();

  /** A mutation that writes down the idempotency key that it is sent with. */
  protected final MutationOptions keyed(String name) {
    return increment(name, "record").mutationFn((variables, context) -> {
      keys.add(context.idempotencyKey);
      return network.send(name, variables);
    });
  }

  protected final IntentsObserver listed() {
    return new IntentsObserver(reloaded, undefined());
  }

  protected static String states(IntentsObserver observer) {
    return join(observer.getCurrentResult().map(intent -> intent.state));
  }
}
