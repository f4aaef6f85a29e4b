package dev.sanguine.testkit;

import dev.sanguine.json.Json;
import dev.sanguine.law.Intent;
import dev.sanguine.law.RecordIntent;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.options.QueryFilters;

/** What the intent of a write says: which queries it changes, and how, by functions, by helpers or by both. */
final class SimulatedIntent {
  /** How many helpers add a document, and which of them says what. */
  private static final int ADDS = 3;

  private static final int APPEND = 0;
  private static final int UPSERT = 2;

  /** How the changes are said. */
  private enum Form {
    FUNCTIONS,
    HELPERS,
    /** Functions for the lists, helpers for the record. */
    BOTH,
    /** Of the document, wherever it is. */
    RECORDS;

    static final Form[] ALL = values();
  }

  /** Which of the lists are named. */
  private enum Target {
    LIST,
    /** All of them by filters. */
    BY_FILTERS,
    ALL,
    /** The list, but no list at all by a write that counts. */
    LIST_OR_RECORD;

    static final Target[] ALL_OF_THEM = values();
  }

  private final SimulatedWrite write;
  private final Form form;
  private final boolean byFilters;
  private final boolean byRecord;

  /** Draws what is named and how, and says so in the write. */
  SimulatedIntent(SimulatedClient client, SimulatedWrite write, Draw draw) {
    this.write = write;
    form = Form.ALL[draw.below(Form.ALL.length)];
    Target target = Target.ALL_OF_THEM[draw.below(Target.ALL_OF_THEM.length)];
    boolean isFirst = write.id.equals(SimulatedDocs.FIRST);
    boolean lists = write.kind != SimulatedWrite.Kind.COUNT || target != Target.LIST_OR_RECORD;
    boolean all = target == Target.ALL || target == Target.BY_FILTERS;
    // Whoever adds a record says which id of it the answer replaces.
    SimulatedWrite maker = client.world.oracle.addOf(write.id);
    byRecord = form == Form.RECORDS
        && write.name != SimulatedWrite.Name.MERGED
        && (maker == null || maker.name != SimulatedWrite.Name.MERGED);
    write.isOfRecord = byRecord;
    byFilters = !byRecord && lists && target == Target.BY_FILTERS;
    name(SimulatedQuery.LIST, byRecord || lists);
    name(SimulatedQuery.ANSWER, byRecord || lists && all);
    name(SimulatedQuery.PAGES, byRecord || lists && all);
    name(SimulatedQuery.RECORD, isFirst);
    if (client.queries.count() > SimulatedQuery.OF_DOCUMENTS && isFirst && draw.oneIn(2)) {
      name(SimulatedQuery.TOTAL, write.kind == SimulatedWrite.Kind.COUNT);
      name(SimulatedQuery.OWNER, write.kind == SimulatedWrite.Kind.COUNT);
      name(
          SimulatedQuery.TITLE,
          write.kind == SimulatedWrite.Kind.SET && write.field == SimulatedQuery.TITLE_FIELD);
    }
  }

  private void name(SimulatedQuery query, boolean named) {
    write.names[query.ordinal()] = named;
    write.isRepeatable[query.ordinal()] = named
        && write.kind != SimulatedWrite.Kind.COUNT
        && (usesHelpers(query) || byRecord && query.isOfDocuments())
        && (byRecord && !write.hasTemporaryId()
            || write.kind != SimulatedWrite.Kind.ADD
            || helperOfAdd() == UPSERT);
  }

  private int helperOfAdd() {
    return write.hasTemporaryId() ? APPEND : write.number % ADDS;
  }

  private boolean usesHelpers(SimulatedQuery query) {
    return form == Form.HELPERS || form == Form.BOTH && (byFilters || !query.isList());
  }

  /** Writes the changes down; {@code variables} say which document they are about by now. */
  void writeDown(Intent intent, Object variables) {
    Object id = Json.get(variables, "id");
    if (write.name == SimulatedWrite.Name.DECLARED) {
      TemporaryIds.temporary(intent, id, null);
    }
    if (byFilters) {
      writeDown(intent, id, QueryFilters.of(SimulatedQuery.LIST.key), SimulatedQuery.LIST);
    }
    if (byRecord) {
      ofRecord(intent, id);
    }
    for (SimulatedQuery query : SimulatedQuery.ALL) {
      boolean isDone = byFilters && query.isList() || byRecord && query.isOfDocuments();
      if (write.names(query) && !isDone) {
        writeDown(intent, id, query.key, query);
      }
    }
    if (write.detail) {
      intent.set(SimulatedDocs.detailKey(write.id), SimulatedDocs.fresh(write.id));
    }
  }

  private void ofRecord(Intent intent, Object id) {
    RecordIntent record = intent.record(SimulatedQuery.TYPE, id);
    switch (write.kind) {
      case ADD:
        intent.add(SimulatedQuery.TYPE, SimulatedDocs.fresh(id));
        break;
      case SET:
        record.merge(Json.object("f" + write.field, write.token));
        break;
      case REMOVE:
        record.remove();
        break;
      default:
        if (write.number % 2 == 0) {
          record.increment("n", write.by);
        } else {
          record.update(item -> Json.with(item, "n", Json.number(item, "n") + write.by));
        }
    }
  }

  private void writeDown(Intent intent, Object id, Object target, SimulatedQuery query) {
    boolean helpers = usesHelpers(query);
    switch (query) {
      case TOTAL:
        intent.update(target, old -> (Object) ((Double) old + write.by));
        break;
      case TITLE:
        if (helpers) {
          intent.set(target, write.token);
        } else {
          intent.update(target, old -> write.token);
        }
        break;
      case OWNER:
        if (helpers) {
          intent.increment(target, "total", write.by);
        } else {
          intent.update(
              target, old -> Json.with(old, "total", Json.number(old, "total") + write.by));
        }
        break;
      default:
        ofDocuments(intent, id, target, query, helpers);
    }
  }

  private void ofDocuments(
      Intent intent, Object id, Object target, SimulatedQuery query, boolean helpers) {
    String text = SimulatedDocs.text(id);
    switch (write.kind) {
      case ADD:
        add(intent, SimulatedDocs.fresh(id), target, helpers);
        break;
      case SET:
        String field = "f" + write.field;
        if (helpers) {
          intent.merge(target, Json.object("id", id, field, write.token));
        } else {
          intent.update(
              target,
              old -> SimulatedDocs.edited(old, text, item -> Json.with(item, field, write.token)));
        }
        break;
      case REMOVE:
        if (helpers) {
          intent.remove(target, id);
        } else {
          intent.update(target, old -> SimulatedDocs.edited(old, text, item -> null));
        }
        break;
      default:
        if (helpers && query == SimulatedQuery.RECORD) {
          intent.increment(target, "n", write.by);
        } else {
          intent.update(
              target,
              old -> SimulatedDocs.edited(
                  old, text, item -> Json.with(item, "n", Json.number(item, "n") + write.by)));
        }
    }
  }

  private void add(Intent intent, Object doc, Object target, boolean helpers) {
    int helper = helperOfAdd();
    if (!helpers) {
      intent.update(target, old -> SimulatedDocs.added(old, doc));
    } else if (helper == APPEND) {
      intent.append(target, doc);
    } else if (helper == UPSERT) {
      intent.upsert(target, doc);
    } else {
      intent.prepend(target, doc);
    }
  }
}
