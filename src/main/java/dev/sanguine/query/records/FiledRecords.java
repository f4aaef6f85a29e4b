package dev.sanguine.query.records;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;
import org.jspecify.annotations.Nullable;

/**
 * Which confirmed values hold which records of one type. A value is filed when somebody asks, and of one that follows
 * another only what differs: filing costs a look at each record, and a look-up what holds the record.
 */
final class FiledRecords {
  /** One record in one query's value; a copy on another page is another one. */
  private static final class Filed {
    final RecordHolder holder;
    final Object record;

    Filed(RecordHolder holder, Object record) {
      this.holder = holder;
      this.record = record;
    }
  }

  private final String type;
  private final QueryClient client;
  private final Values values;
  /** By the text of an id. */
  private final Table<String, Seq<Filed>> byId = new Table<>();
  /** Those whose value may be another one than what is filed. */
  private final OrderedSet<RecordHolder> unfiled = new OrderedSet<>();
  /** Those into which a record may come that they do not hold. */
  private final OrderedSet<RecordHolder> lists = new OrderedSet<>();

  FiledRecords(String type, QueryClient client) {
    this.type = type;
    this.client = client;
    values = client.environment.values;
  }

  /** The query's value is new, or another one. */
  void add(RecordHolder holder) {
    unfiled.add(holder);
  }

  void remove(RecordHolder holder) {
    unfiled.remove(holder);
    lists.remove(holder);
    holder.filedOf(type).each(record -> unfile(holder, record));
  }

  /** Files the records of the query's confirmed value; gives the ids of those that came, went or are others now. */
  Seq<String> file(RecordHolder holder) {
    unfiled.remove(holder);
    Object value = holder.query.confirmed().data;
    Seq<Object> before = holder.filedOf(type);
    Seq<Object> now = new Seq<>();
    if (!values.isUndefined(value)) {
      holder.records.each(type, value, now::add);
    }
    int start = 0;
    int shorter = Math.min(before.size(), now.size());
    while (start < shorter && before.get(start) == now.get(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end) == now.get(now.size() - 1 - end)) {
      end++;
    }
    Seq<String> moved = new Seq<>();
    for (int i = start; i < before.size() - end; i++) {
      note(moved, unfile(holder, before.get(i)));
    }
    for (int i = start; i < now.size() - end; i++) {
      note(moved, file(holder, now.get(i)));
    }
    holder.file(type, value, now, client.tick());
    if (holder.isOpen(type, value, values)) {
      lists.add(holder);
    } else {
      lists.remove(holder);
    }
    return moved;
  }

  private static void note(Seq<String> moved, @Nullable String id) {
    if (id != null) {
      moved.add(id);
    }
  }

  private @Nullable String file(RecordHolder holder, Object record) {
    String id = textOf(holder, record);
    if (id != null) {
      Seq<Filed> there = byId.get(id);
      if (there == null) {
        byId.put(id, there = new Seq<>());
      }
      there.add(new Filed(holder, record));
    }
    return id;
  }

  private @Nullable String unfile(RecordHolder holder, Object record) {
    String id = textOf(holder, record);
    Seq<Filed> there = id == null ? null : byId.get(id);
    if (there != null) {
      there.remove(there.first(one -> one.holder == holder && one.record == record));
      if (there.size() == 0) {
        byId.remove(id);
      }
    }
    return id;
  }

  private @Nullable String textOf(RecordHolder holder, Object record) {
    RecordShape shape = holder.shapeOf(type);
    Object id = shape.idOf(values, record);
    return id == null || values.isUndefined(id) ? null : RecordIds.text(id);
  }

  // Asking

  /** Those whose confirmed values hold the record, the newest first. */
  Seq<RecordHolder> holdersOf(Object id) {
    Seq<RecordHolder> holding = new Seq<>();
    newestFirst(id).each(one -> {
      if (!holding.has(one.holder)) {
        holding.add(one.holder);
      }
    });
    return holding;
  }

  /** The record in the query's value; null if it is not there. */
  @Nullable
  Object recordIn(Query query, Object id) {
    Filed there = of(id).first(one -> one.holder.query == query);
    return there == null ? null : there.record;
  }

  /** The record in the query's value, if it is there once; else null. */
  @Nullable
  Object onlyIn(Query query, Object id) {
    Seq<Filed> there = of(id).filter(one -> one.holder.query == query);
    return there.size() == 1 ? there.get(0).record : null;
  }

  boolean holds(Query query, Object id) {
    return of(id).some(one -> one.holder.query == query);
  }

  /** The record as the newest value has it, with what that lacks from older ones; null if none holds it. */
  @Nullable
  Object merged(Object id) {
    Seq<Filed> all = newestFirst(id);
    Object merged = null;
    for (int i = all.size() - 1; i >= 0; i--) {
      merged = merged == null ? all.get(i).record : values.merged(merged, all.get(i).record);
    }
    return merged;
  }

  Seq<RecordHolder> lists() {
    fileAll();
    return lists.items();
  }

  private Seq<Filed> newestFirst(Object id) {
    Seq<Filed> all = of(id).copy();
    all.sort((a, b) -> b.holder.filedAt - a.holder.filedAt);
    return all;
  }

  private Seq<Filed> of(Object id) {
    fileAll();
    Seq<Filed> there = byId.get(RecordIds.text(id));
    return there == null ? new Seq<>() : there;
  }

  private void fileAll() {
    if (unfiled.size() > 0) {
      unfiled.items().each(this::file);
    }
  }
}
