package dev.sanguine.testkit;

import dev.sanguine.json.Json;
import dev.sanguine.law.Intent;
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
    BOTH;

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

  /** Draws what is named and how, and says so in the write. */
  SimulatedIntent(SimulatedClient client, SimulatedWrite write, Draw draw) {
    this.write = write;
    form = Form.ALL[draw.below(Form.ALL.length)];
    Target target = Target.ALL_OF_THEM[draw.below(Target.ALL_OF_THEM.length)];
    boolean isFirst = write.id.equals(SimulatedDocs.FIRST);
    boolean lists = write.kind != SimulatedWrite.Kind.COUNT || target != Target.LIST_OR_RECORD;
    boolean all = target == Target.ALL || target == Target.BY_FILTERS;
    byFilters = lists && target == Target.BY_FILTERS;
    name(SimulatedQuery.LIST, lists);
    name(SimulatedQuery.ANSWER, lists && all);
    name(SimulatedQuery.PAGES, lists && all);
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
        && usesHelpers(query)
        && (write.kind != SimulatedWrite.Kind.ADD || helperOfAdd() == UPSERT);
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
    for (SimulatedQuery query : SimulatedQuery.ALL) {
      if (write.names(query) && !(byFilters && query.isList())) {
        writeDown(intent, id, query.key, query);
      }
    }
    if (write.detail) {
      intent.set(SimulatedDocs.detailKey(write.id), SimulatedDocs.fresh(write.id));
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
