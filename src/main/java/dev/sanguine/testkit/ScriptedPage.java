package dev.sanguine.testkit;

import dev.sanguine.env.Listener;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Task;
import dev.sanguine.query.pacing.PageEvent;
import dev.sanguine.query.pacing.PageLife;

/** A page that the test hides, leaves and comes back to. */
public final class ScriptedPage implements PageLife {
  private final OrderedSet<Listener<PageEvent>> listeners = new OrderedSet<>();

  @Override
  public Task listen(Listener<PageEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** True if somebody wants to know what happens to it. */
  public boolean isListenedTo() {
    return listeners.size() > 0;
  }

  public void happens(PageEvent event) {
    listeners.items().each(listener -> listener.on(event));
  }
}
