package dev.sanguine.query.pacing;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Task;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.Pacing;
import jsinterop.annotations.JsMethod;

/** The page of a client, as the window and its document tell of it. See PageEvents.js. */
final class Page {
  private Page() {}

  static PageLife life() {
    return listener -> listen(
        nothing -> listener.on(PageEvent.HIDDEN),
        nothing -> listener.on(PageEvent.LEFT),
        nothing -> listener.on(PageEvent.BACK));
  }

  /** Mutations have {@code undo} and {@code sendNow} from now on. */
  static void addMembers(Pacing pacing) {
    MutationMembers.add(
        mutation -> pacingOf(mutation) != null && pacingOf(mutation).undo(mutation),
        mutation -> pacingOf(mutation) != null && pacingOf(mutation).sendNow(mutation));
  }

  private static Pacing pacingOf(Mutation mutation) {
    return mutation.client.pacing;
  }

  @JsMethod(namespace = "sanguine.PageEvents", name = "listen")
  private static native Task listen(
      Listener<Object> hidden, Listener<Object> left, Listener<Object> back);
}
