package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/** The JSON form of events. */
final class EventJson {
  /** Longer variables are left out: the characters of their JSON text. */
  private static final int LONGEST = 4096;

  private final Seq<Object> members = new Seq<>();
  private final Seq<Object> lossy = new Seq<>();

  private EventJson() {}

  static Object of(LogEvent event) {
    return new EventJson().written(event);
  }

  static Object all(Seq<LogEvent> events) {
    return Json.arrayOf(events.map(EventJson::of));
  }

  private Object written(LogEvent e) {
    put("n", e.n);
    put("at", e.at);
    put("type", e.type);
    put("intent", e.intent);
    put("mutation", e.mutation);
    put("name", e.name);
    put("mutationKey", e.mutationKey);
    put("scope", e.scope);
    if (!Plain.isAbsent(e.variables)
        && Json.stringify(Plain.copy(e.variables)).length() > LONGEST) {
      lossy.add("variables");
    } else {
      data("variables", e.variables);
    }
    put("changes", e.changes == null ? null : Json.arrayOf(e.changes.map(EventJson::change)));
    put("number", e.number);
    put("error", e.error);
    data("answer", e.answer);
    put("names", e.names == null ? null : Json.arrayOf(e.names.map(Json::arrayOf)));
    put("merges", e.merges);
    put("query", e.query);
    put("key", e.key);
    put("change", e.change);
    put("answered", e.answered);
    put("by", e.by);
    put("request", e.request);
    data("value", e.value);
    put("same", e.same);
    put("holds", list(e.holds));
    put("merged", list(e.merged));
    put("waitsFor", list(e.waitsFor));
    put("why", e.why);
    put("effects", e.effects == null ? null : Json.arrayOf(e.effects.map(EventJson::effect)));
    put("threw", list(e.threw));
    put("mergeThrew", list(e.mergeThrew));
    put("sharing", e.sharing);
    put("lossy", lossy.size() == 0 ? null : Json.arrayOf(lossy));
    return Docs.record(members);
  }

  private static Object change(LogChange change) {
    EventJson json = new EventJson();
    json.put("change", change.change);
    json.put("query", change.query);
    json.put("key", change.key);
    json.put("filters", change.filters);
    json.put("record", change.record);
    json.put("id", change.id);
    json.put("op", change.op);
    json.data("value", change.value);
    json.put("field", change.field);
    json.put("by", change.by);
    json.put("lossy", change.lossy);
    return Docs.record(json.members);
  }

  private static Object effect(LogEffect effect) {
    EventJson json = new EventJson();
    json.put("change", effect.change);
    json.put("patch", effect.patch);
    return Docs.record(json.members);
  }

  private static Object list(Seq<Double> numbers) {
    return numbers == null ? null : Json.arrayOf(numbers);
  }

  /** A member that is not there if it is null. */
  private void put(String name, Object value) {
    if (value != null) {
      members.add(name);
      members.add(Plain.copy(value));
    }
  }

  /** Data of the app: null is a value of JavaScript's. */
  private void data(String name, Object value) {
    if (!Plain.isAbsent(value)) {
      members.add(name);
      members.add(Plain.copy(value));
      if (!Plain.isPlain(value)) {
        lossy.add(name);
      }
    }
  }
}
