package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.pending.EngineProbe;

/** What becomes of an intent in the course of a replay. */
final class ReplayedIntent {
  Object issued;
  final double id;
  Seq<ReplayChange> changes = new Seq<>();
  /** After how many events it was in which state. */
  private final Seq<Integer> since = new Seq<>();

  private final Seq<String> states = new Seq<>();
  /** The mutation's answer; ABSENT if it is no part of what is shown. */
  Object answer = DocValues.ABSENT;
  /** The mutation's own merge makes the value of the answer. */
  boolean merges;
  /** Ids and what they have become, of all intents; null if this one gave out none. */
  Seq<Seq<Object>> names;
  /** The merge that is registered; null if none is. */
  Updater merge;

  ReplayedIntent(Object issued, int position) {
    this.issued = issued;
    id = Json.number(issued, "intent");
    become("queued", position);
  }

  /** What a change has made of the value before it, with what the answer says in it, if that is data. */
  Object answered(Object before, Object made) {
    Object named =
        names == null ? made : EngineProbe.renamed(DocValues.documents(), before, made, names);
    return answer == DocValues.ABSENT
        ? named
        : EngineProbe.answered(DocValues.documents(), answer, before, named);
  }

  /** It is about other variables now. */
  void rewrite(Object event) {
    if (Docs.has(event, "variables")) {
      issued = Json.with(issued, "variables", Json.get(event, "variables"));
    }
  }

  void become(String state, int position) {
    since.add(position);
    states.add(state);
  }

  /** Null if it was not issued yet, or is forgotten. */
  String stateAt(int position) {
    String state = null;
    for (int i = 0; i < since.size() && since.get(i) <= position; i++) {
      state = states.get(i);
    }
    return state;
  }
}
