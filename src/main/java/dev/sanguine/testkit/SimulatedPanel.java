package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.json.Json;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.IntentResult;

/** A list of what is pending and what failed, as an app shows it: with a way to send it again, and one to forget it. */
final class SimulatedPanel {
  private final SimulatedClient client;
  private final IntentsObserver observer;
  private final Task close;
  private Seq<IntentResult> judged;
  private int judgedAt;

  SimulatedPanel(SimulatedClient client) {
    this.client = client;
    observer = new IntentsObserver(client.engine, null);
    close = observer.subscribe(results -> {});
  }

  void close() {
    close.run();
  }

  /** What can be sent again or forgotten: the one in that place, counted round; null if there is none. */
  IntentResult over(int place) {
    Seq<IntentResult> over = observer.getCurrentResult().filter(SimulatedPanel::isOver);
    return over.size() == 0 ? null : over.get(place % over.size());
  }

  SimulatedWrite writeOf(IntentResult result) {
    return client.writes.of(Json.string(result.variables, "token"));
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

  /** Null if it lists each pending write, and each that was refused, and none as something that it is not. */
  String wrong() {
    Seq<IntentResult> results = observer.getCurrentResult();
    if (results == judged && judgedAt == client.writes.changes()) {
      return null;
    }
    judged = results;
    judgedAt = client.writes.changes();
    Seq<String> pending = new Seq<>();
    Seq<String> over = new Seq<>();
    for (int i = 0; i < results.size(); i++) {
      IntentResult result = results.get(i);
      SimulatedWrite write = writeOf(result);
      boolean wrong = write.gone
          || (isOver(result)
              ? write.isWanted()
              : result.state.equals("confirmed")
                  ? write.outcome != SimulatedWrite.Told.CONFIRMED
                  : !write.isPending());
      if (wrong) {
        return "lists " + write.token + " as " + result.state + " that is "
            + (write.gone ? "gone" : write.outcome.text);
      }
      (isOver(result) ? over : pending).add(write.token);
    }
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      if (write.isPending()
          && write.standIn == null
          && write.hasIntent()
          && !pending.has(write.token)) {
        return "does not list the pending " + write.token;
      }
      if (write.listed && write.standIn == null && write.hasIntent() && !over.has(write.token)) {
        return "does not list " + write.token + " that has failed";
      }
    }
    return null;
  }
}
