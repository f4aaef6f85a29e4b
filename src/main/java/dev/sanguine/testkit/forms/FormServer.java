package dev.sanguine.testkit.forms;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.json.Json;

/** The one server: records with a title and a status. It may write a text without the space at its end. */
final class FormServer {
  static final Seq<String> FIELDS = Seq.of("title", "status");

  private final Seq<Object> records = new Seq<>();
  private final Table<String, FormRequest> answered = new Table<>();
  private final boolean trims;
  /** It takes a change of an older version for one that somebody was faster than. */
  private final boolean hasPreconditions;
  /** Every text that it took, as id, field and text. */
  final OrderedSet<String> taken = new OrderedSet<>();

  FormServer(boolean trims, boolean hasPreconditions) {
    this.trims = trims;
    this.hasPreconditions = hasPreconditions;
    for (int id = 1; id <= 3; id++) {
      records.add(Json.object("id", id, "title", "t0", "status", "s0", "v", 1));
    }
  }

  Object all() {
    return Json.arrayOf(records);
  }

  /** Null if it has no such record. */
  Object record(Object id) {
    return records.first(record -> text(Json.get(record, "id")).equals(text(id)));
  }

  String text(Object record, String field) {
    return record == null ? "" : Json.string(record, field);
  }

  static String text(Object id) {
    return id instanceof String ? (String) id : Json.stringify(id);
  }

  /** How it writes a text. */
  String written(String text) {
    return trims && text.endsWith(" ") ? text.substring(0, text.length() - 1) : text;
  }

  void sort() {
    Object first = records.get(0);
    records.remove(first);
    records.add(first);
  }

  void change(Object id, String field, String text) {
    Object before = record(id);
    Object made = Json.with(Json.with(before, field, text), "v", Json.number(before, "v") + 1);
    records.set(records.find(before), made);
  }

  void see(FormRequest request, boolean refuse, String blamed) {
    request.isSeen = true;
    FormRequest before = request.key == null ? null : answered.get(request.key);
    if (request.isRead()) {
      request.result = request.what.equals("list") ? all() : record(1.0);
    } else if (before != null) {
      request.result = before.result;
      request.failed = before.failed;
    } else {
      write(request, refuse, blamed);
      if (request.key != null) {
        answered.put(request.key, request);
      }
    }
  }

  private void write(FormRequest request, boolean refuse, String blamed) {
    Object record = record(Json.get(request.variables, "id"));
    boolean isNew = request.what.equals("create");
    if (refuse || record == null && !isNew) {
      FormFault fault = fault(request, 422);
      fault.message = "refused";
      if (blamed != null) {
        fault.errors = Json.array(Json.object("path", blamed, "message", "wrong"));
      }
    } else if (isNew) {
      request.result = Json.object("id", 4, "title", "t0", "status", "s0", "v", 1);
      records.add(request.result);
    } else if (hasPreconditions
        && request.version != null
        && Json.number(record, "v") != (Double) request.version) {
      fault(request, 412).theirs = record;
    } else {
      FIELDS.each(field -> {
        Object text = Json.get(request.variables, field);
        if (text != null) {
          taken.add(text(Json.get(record, "id")) + field + text);
          change(Json.get(record, "id"), field, written((String) text));
        }
      });
      request.result = record(Json.get(record, "id"));
    }
  }

  private static FormFault fault(FormRequest request, double status) {
    FormFault fault = new FormFault();
    fault.status = status;
    request.failed = true;
    request.result = fault;
    return fault;
  }
}
