package dev.sanguine.testkit.editors;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.json.Json;

/** The one server: three records with versions. It refuses what is meant for an older one, and does nothing twice. */
final class EditorsServer {
  static final Seq<String> FIELDS = Seq.of("a", "b", "c");
  static final int RECORDS = 3;

  private final Seq<Object> records = new Seq<>();
  /** Every value that a field had, as id, field and value. */
  private final OrderedSet<String> held = new OrderedSet<>();
  /** Who wrote each value. */
  private final Table<String, EditorsPage> authors = new Table<>();
  /** What was answered under a key. */
  private final Table<String, EditorsRequest> answered = new Table<>();

  private final EditorsSetting setting;
  /** The record that no bulk change reaches; 0 if there is none. */
  int locked;
  /** What was wrong; null while all is right. */
  String wrong;

  EditorsServer(EditorsSetting setting) {
    this.setting = setting;
    for (int id = 1; id <= RECORDS; id++) {
      records.add(Json.object("id", id, "a", "", "b", "", "c", "", "n", 0, "v", 1));
      int one = id;
      FIELDS.each(field -> held.add(one + field));
    }
  }

  Object record(int id) {
    return records.get(id - 1);
  }

  Object all() {
    return Json.arrayOf(records);
  }

  boolean held(Object id, String field, String value) {
    return held.items().has(key(id, field, value));
  }

  private static String key(Object id, String field, String value) {
    return idOf(id) + field + value;
  }

  static int idOf(Object id) {
    return id instanceof Double ? ((Double) id).intValue() : Integer.parseInt(String.valueOf(id));
  }

  void see(EditorsRequest request, boolean refuse) {
    request.isSeen = true;
    if (request.change == null) {
      request.result = request.query.equals("list") ? all() : record(1);
      return;
    }
    EditorsRequest before = answered.get(request.key);
    if (before != null) {
      request.result = before.result;
      request.failed = before.failed;
      return;
    }
    answered.put(request.key, request);
    if (refuse) {
      fail(request, new EditorsFault(), 422);
    } else if (request.change.kind == EditorsWord.BULK) {
      seeBulk(request);
    } else {
      seeOne(request);
    }
  }

  private static void fail(EditorsRequest request, EditorsFault fault, double status) {
    fault.status = status;
    request.failed = true;
    request.result = fault;
  }

  private void conflict(EditorsRequest request, Object theirs) {
    EditorsFault fault = new EditorsFault();
    request.change.refusals++;
    if (setting.tellsTheirs) {
      fault.theirs = theirs;
    }
    fail(request, fault, 412);
  }

  private void seeOne(EditorsRequest request) {
    Object id = request.change.ids.get(0);
    Object record = record(idOf(id));
    if (!isMeantFor(request, record)) {
      conflict(request, record);
      return;
    }
    request.result = request.change.kind == EditorsWord.COUNT
        ? count(request, record)
        : write(request, record, Json.get(request.variables, "record"));
  }

  private boolean isMeantFor(EditorsRequest request, Object record) {
    if (!setting.hasVersions) {
      return true;
    }
    Seq<Object> versions = Json.items(request.versions);
    return versions.some(each -> idOf(Json.get(each, "id")) == idOf(Json.get(record, "id"))
        && Json.number(each, "v") == Json.number(record, "v"));
  }

  private Object count(EditorsRequest request, Object record) {
    if (request.change.taken++ > 0) {
      wrong = request.change.token + " is counted twice";
    }
    return keep(Json.with(record, "n", Json.number(record, "n") + 1));
  }

  private Object keep(Object record) {
    Object next = Json.with(record, "v", Json.number(record, "v") + 1);
    records.set(idOf(Json.get(record, "id")) - 1, next);
    return next;
  }

  private Object write(EditorsRequest request, Object record, Object fields) {
    Object[] next = {record};
    Object id = Json.get(record, "id");
    EditorsChange change = request.change;
    FIELDS.each(field -> {
      String value = Json.string(fields, field);
      String before = Json.string(record, field);
      if (value != null && !value.equals(before)) {
        if (setting.hasVersions && !change.fields.has(field)) {
          wrong =
              change.token + " writes the old '" + value + "' over '" + before + "' in " + field;
        } else if (setting.hasVersions
            && authors.get(key(id, field, before)) != request.page
            && !request.page.hadSeen(change, id, field, before)) {
          wrong = change.token + " overwrites '" + before + "' in " + field + " of " + idOf(id)
              + ", which nobody had seen";
        }
        next[0] = Json.with(next[0], field, value);
        held.add(key(id, field, value));
        authors.put(key(id, field, value), request.page);
      }
    });
    change.taken++;
    return keep(next[0]);
  }

  /** Takes the records that it can, and names the others. */
  private void seeBulk(EditorsRequest request) {
    Seq<Object> docs = new Seq<>();
    Seq<Object> failed = new Seq<>();
    Seq<Object> theirs = new Seq<>();
    Json.items(Json.get(request.variables, "ids")).each(id -> {
      Object record = record(idOf(id));
      boolean isMeant = isMeantFor(request, record);
      if (!isMeant) {
        theirs.add(record);
      }
      if (!isMeant || idOf(id) == locked) {
        failed.add(Json.object("id", id, "error", "not taken"));
      } else {
        docs.add(write(
            request,
            record,
            Json.object(
                Json.string(request.variables, "field"), Json.string(request.variables, "value"))));
      }
    });
    Object answer = Json.object("docs", Json.arrayOf(docs), "failed", Json.arrayOf(failed));
    if (docs.size() == 0 && theirs.size() > 0) {
      conflict(request, Json.arrayOf(theirs));
    } else if (failed.size() > 0 && setting.failsInPart) {
      EditorsFault fault = new EditorsFault();
      fault.failed = Json.arrayOf(failed);
      fault.answer = answer;
      fail(request, fault, 400);
    } else {
      request.result = answer;
    }
  }
}
