package dev.sanguine.testkit.board;

import dev.sanguine.json.Json;
import dev.sanguine.law.Intent;
import dev.sanguine.law.RecordIntent;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.testkit.ScriptedNetwork;

/** One change of one order: what it does, to the client's intent and to the server's orders alike. */
final class BoardWrite {
  /** What it does. */
  enum Kind {
    STATUS,
    RANK,
    CUSTOMER,
    TOTAL,
    NOTE,
    REMOVE,
    ADD
  }

  final int number;
  final Kind kind;
  /** The id by which the client knew the order first. */
  final Object given;
  /** The id that its request says, and the server's of one that it has made. */
  Object id;
  /** The new field, or the new order. */
  final Object value;
  /** The client has it as long as it is neither confirmed nor refused. */
  boolean isPending = true;
  /** The server has done it. */
  boolean isTaken;
  /** The order that it makes is shown on a page of its own too. */
  boolean hasPage;
  /** Its request, while that is under way. */
  ScriptedNetwork.Call call;

  BoardWrite(int number, Kind kind, Object id, Object value) {
    this.number = number;
    this.kind = kind;
    this.id = id;
    given = id;
    this.value = value;
  }

  boolean isIdempotent() {
    return kind != Kind.TOTAL && kind != Kind.NOTE && kind != Kind.ADD;
  }

  /** Writes it down as an app does. */
  void writeDown(Intent intent, Object variables) {
    Object of = Json.get(variables, "id");
    RecordIntent order = intent.record(BoardOrder.TYPE, of);
    switch (kind) {
      case STATUS:
        order.merge(Json.object("status", value));
        break;
      case RANK:
        order.merge(Json.object("rank", value));
        break;
      case CUSTOMER:
        order.merge(Json.object("customer", value));
        break;
      case TOTAL:
        order.increment("total", 1);
        break;
      case NOTE:
        order.update(old -> Json.with(old, "note", Json.string(old, "note") + value));
        break;
      case REMOVE:
        order.remove();
        break;
      default:
        TemporaryIds.temporary(intent, of, null);
        intent.add(BoardOrder.TYPE, Json.with(value, "id", of));
        if (hasPage) {
          intent.set(BoardPages.key(of), Json.with(value, "id", of));
        }
    }
  }

  /** The order after it; null if there is none then, or was none. */
  Object done(Object order) {
    if (kind == Kind.ADD) {
      return Json.with(value, "id", id);
    }
    if (order == null) {
      return null;
    }
    switch (kind) {
      case STATUS:
        return Json.with(order, "status", value);
      case RANK:
        return Json.with(order, "rank", value);
      case CUSTOMER:
        return Json.with(order, "customer", value);
      case TOTAL:
        return Json.with(order, "total", Json.number(order, "total") + 1);
      case NOTE:
        return Json.with(order, "note", Json.string(order, "note") + value);
      default:
        return null;
    }
  }

  String text() {
    return kind + " #" + number + " of " + id
        + (value instanceof String || value instanceof Double ? " " + value : "");
  }
}
