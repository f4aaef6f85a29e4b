package dev.sanguine.query.pending;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.IntentResult;
import org.junit.Before;

/** A record is shown, and an observer lists what is not saved of it. */
public abstract class UnsavedCase extends EngineCase {
  protected static final double HOUR = 60 * 60 * 1000;
  protected final Seq<String> keys = new Seq<>();
  protected IntentsObserver observer;
  protected Screen screen;

  @Before
  public void aRecordIsShown() {
    cache("record", "{'title':'t0'}");
    screen = watch(query("record").staleTime(1e9));
    observer = new IntentsObserver(client, undefined());
  }

  protected final MutationOptions title(String name) {
    MutationOptions options = change(name, (intent, v) -> {
      intent.merge(key("record"), json("{'title':'" + name + "'}"));
      return undefined();
    });
    options.mutationFn = (variables, context) -> {
      keys.add(context.idempotencyKey);
      return network.send(name, variables);
    };
    return options;
  }

  protected final String states() {
    return join(observer.getCurrentResult().map(intent -> intent.state));
  }

  protected final IntentResult first() {
    return observer.getCurrentResult().get(0);
  }

  @SuppressWarnings("unchecked")
  protected final Outcome retry() {
    return outcome((Thenable<Object>) first().retry.get());
  }
}
