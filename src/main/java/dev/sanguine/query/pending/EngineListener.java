package dev.sanguine.query.pending;

import dev.sanguine.law.ArrivedValue;
import dev.sanguine.law.Intent;
import dev.sanguine.query.Query;
import dev.sanguine.query.state.Action;

/** Hears what the engine does with intents and with confirmed values, as it does it. */
public abstract class EngineListener {
  /** The intent was written down, was sent or was settled: its state says which. */
  public void intentChanged(Intent intent) {}

  /** The intent's variables have become others, and its changes with them. */
  public void intentRewritten(Intent intent) {}

  /**
   * What the query shows, or what is held back from it, may have changed.
   *
   * @param action what did it; null if no action of the query did
   */
  public void queryChanged(Query query, Action action) {}

  /** A value came that the query does not take at once. */
  public void valueHeld(Query query, ArrivedValue value) {}

  public void queryRemoved(Query query) {}

  /** A fetch that is owed to changes is about to be sent. */
  public void resyncSent(Query query) {}

  /** The client was cleared. */
  public void cleared() {}
}
