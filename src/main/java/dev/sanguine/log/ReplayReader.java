package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.ChangeKind;

/** Reads an exported log, which anybody may have written: says what is wrong with it, and where. */
final class ReplayReader {
  private static final int LONGEST = 64 * 1024 * 1024;
  private static final int MOST = 100000;
  private static final int DEEPEST = 400;

  final Seq<Object> start;
  final Seq<Object> events;

  ReplayReader(Object exported) {
    Object log = parsed(exported);
    if (!EventLog.FORMAT.equals(Json.get(log, "format"))) {
      fail("format", Json.get(log, "format"), "must be " + EventLog.FORMAT);
    }
    if (Json.number(log, "version") != EventLog.VERSION) {
      fail("version", Json.get(log, "version"), "must be " + EventLog.VERSION);
    }
    start = read(log, "start");
    events = read(log, "events");
  }

  private static Object parsed(Object exported) {
    String text = exported instanceof String ? (String) exported : Plain.text(exported);
    if (text.length() > LONGEST) {
      Plain.fail(
          "Replay: the log has " + text.length() + " characters; at most " + LONGEST + " are read");
    }
    Object log = Plain.parse(text);
    if (!Json.isObject(log)) {
      Plain.fail("Replay: the log is no JSON record; pass what EventLog.export() gave, unchanged");
    }
    if (isDeeper(log, DEEPEST)) {
      Plain.fail(
          "Replay: the log is nested deeper than " + DEEPEST + " levels; no part of it was read");
    }
    return log;
  }

  private static boolean isDeeper(Object value, int levels) {
    if (Json.isArray(value)) {
      return levels == 0 || Json.items(value).some(item -> isDeeper(item, levels - 1));
    }
    return Json.isObject(value)
        && (levels == 0
            || Json.names(value).some(name -> isDeeper(Json.get(value, name), levels - 1)));
  }

  private static Seq<Object> read(Object log, String name) {
    if (!Json.isArray(Json.get(log, name))) {
      fail(name, Json.get(log, name), "must be a list of events");
    }
    Seq<Object> events = Json.list(log, name);
    if (events.size() > MOST) {
      Plain.fail(
          "Replay: " + name + " has " + events.size() + " events; at most " + MOST + " are read");
    }
    for (int i = 0; i < events.size(); i++) {
      check(name + "[" + i + "]", events.get(i));
    }
    return events;
  }

  private static void check(String where, Object event) {
    String type = Json.string(event, "type");
    String members = type == null ? null : EventTypes.members(type);
    if (members == null) {
      fail(where + ".type", Json.get(event, "type"), "must be the name of an event");
    }
    String rest = EventTypes.COMMON + " " + members + " ";
    while (!rest.isEmpty()) {
      int space = rest.indexOf(' ');
      String member = rest.substring(0, space);
      rest = rest.substring(space + 1);
      boolean optional = member.endsWith("?");
      String name = optional ? member.substring(0, member.length() - 1) : member;
      if (!name.isEmpty() && (!optional || Docs.has(event, name))) {
        checkMember(where + "." + name, name, Json.get(event, name));
      }
    }
  }

  private static void checkMember(String where, String name, Object value) {
    switch (name) {
      case "n":
      case "at":
      case "intent":
      case "mutation":
      case "number":
      case "change":
      case "request":
        number(where, value);
        break;
      case "type":
      case "name":
      case "query":
      case "by":
      case "why":
      case "error":
      case "sharing":
        text(where, value);
        break;
      case "mutationKey":
      case "key":
        list(where, value);
        break;
      case "holds":
      case "merged":
      case "waitsFor":
      case "threw":
      case "mergeThrew":
        each(where, value, "number");
        break;
      case "lossy":
        each(where, value, "text");
        break;
      case "names":
        each(where, value, "pair");
        break;
      case "changes":
        each(where, value, "change");
        break;
      case "effects":
        each(where, value, "effect");
        break;
      case "merges":
      case "answered":
      case "same":
        if (!Boolean.TRUE.equals(value)) {
          fail(where, value, "must be true");
        }
        break;
      default:
    }
  }

  private static void each(String where, Object value, String kind) {
    list(where, value);
    Seq<Object> items = Json.items(value);
    for (int i = 0; i < items.size(); i++) {
      String at = where + "[" + i + "]";
      switch (kind) {
        case "number":
          number(at, items.get(i));
          break;
        case "text":
          text(at, items.get(i));
          break;
        case "pair":
          list(at, items.get(i));
          text(
              at + "[0]",
              Json.items(items.get(i)).size() == 2 ? Json.items(items.get(i)).get(0) : null);
          break;
        case "change":
          change(at, items.get(i));
          break;
        default:
          effect(at, items.get(i));
      }
    }
    if (kind.equals("change") && items.size() == 0) {
      fail(where, "[]", "must have a change");
    }
  }

  private static void change(String where, Object change) {
    number(where + ".change", Json.get(change, "change"));
    String op = Json.string(change, "op");
    if (ChangeKind.of(op) == null) {
      fail(where + ".op", Json.get(change, "op"), "must be function or the name of a helper");
    }
    if (op.equals("increment")) {
      text(where + ".field", Json.get(change, "field"));
      number(where + ".by", Json.get(change, "by"));
    }
    if (Docs.has(change, "record")) {
      text(where + ".record", Json.get(change, "record"));
    }
    if (Docs.has(change, "query")) {
      text(where + ".query", Json.get(change, "query"));
    }
  }

  private static void effect(String where, Object effect) {
    number(where + ".change", Json.get(effect, "change"));
    if (Docs.has(effect, "patch")) {
      String wrong = Patch.wrong(Json.get(effect, "patch"), 0);
      if (wrong != null) {
        Plain.fail("Replay: " + where + ".patch " + wrong
            + "; pass what EventLog.export() gave, unchanged");
      }
    }
  }

  private static void number(String where, Object value) {
    if (!(value instanceof Double)) {
      fail(where, value, "must be a number");
    }
  }

  private static void text(String where, Object value) {
    if (!(value instanceof String)) {
      fail(where, value, "must be a text");
    }
  }

  private static void list(String where, Object value) {
    if (!Json.isArray(value)) {
      fail(where, value, "must be a list");
    }
  }

  /** Names the thing, its value and the remedy. */
  static void fail(String where, Object value, String must) {
    String text = value instanceof String || value instanceof Double || value instanceof Boolean
        ? Json.stringify(value)
        : value == null ? "missing" : Json.isArray(value) ? "a list" : "a record";
    String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
    Plain.fail("Replay: " + where + " is " + shown + " but " + must
        + "; pass what EventLog.export() gave, unchanged");
  }
}
