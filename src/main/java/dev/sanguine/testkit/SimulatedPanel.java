package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.query.IntentResult;
import dev.sanguine.query.IntentsObserver;

/** A list of what is pending and what failed, as an app shows it: with a way to send it again, and one to forget it. */
final class SimulatedPanel {
  private final SimulatedClient client;
  private final IntentsObserver observer;
  private final Task close;
  private Seq<IntentResult> judged;
  private int judgedAt;

  SimulatedPanel(SimulatedClient client) {
    this.client = client;
    observer = new IntentsObserver(client.client, null);
    close = observer.subscribe(results -> { });
  }

  void close() {
    close.run();
  }

  /** What can be sent again or forgotten: the one in that place, counted round; null where there is none. */
  IntentResult over(int place) {
    Seq<IntentResult> over = observer.getCurrentResult().filter(SimulatedPanel::isOver);
    return over.size() == 0 ? null : over.get(place % over.size());
  }

  /** Forgets all that is over. */
  void empty() {
    observer.getCurrentResult().each(result -> {
      if (isOver(result)) {
        result.discard.run();
      }
    });
  }

  private static boolean isOver(IntentResult result) {
    return result.state.equals("failed") || result.state.equals("unknown");
  }

  /** Null where it lists each pending write, and none as something that it is not. */
  String wrong() {
    Seq<IntentResult> results = observer.getCurrentResult();
    if (results == judged && judgedAt == client.changes) {
      return null;
    }
    judged = results;
    judgedAt = client.changes;
    Seq<String> pending = new Seq<>();
    for (int i = 0; i < results.size(); i++) {
      IntentResult result = results.get(i);
      SimulatedWrite write = client.writes.first(one -> one.token.equals(result.variables));
      boolean wrong = isOver(result) ? write.outcome < SimulatedWrite.FAILED
          : result.state.equals("confirmed") ? write.outcome != SimulatedWrite.CONFIRMED : !write.isPending();
      if (wrong) {
        return "lists " + write.token + " as " + result.state + " that is " + Oracle.what(write);
      }
      if (write.isPending()) {
        pending.add(write.token);
      }
    }
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      if (write.isPending() && !write.plain && !pending.has(write.token)) {
        return "does not list the pending " + write.token;
      }
    }
    return null;
  }
}
