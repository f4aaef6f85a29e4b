package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsConstructor;

/*
 * What this client changed in a query and the server confirmed.
 *
 * A value that nobody asked for (a page that was rendered on a server, a stream, what another tab or storage holds) may be
 * older than such a change, and no clock tells: the server's and this one's differ, and each may be set. So it is not taken.
 * A read that was sent afterwards may be older too, if it was answered by a replica that lags. There only the records'
 * versions help (the query's option): a record that was confirmed is not replaced by an older one of the same id.
 */
final class Confirmations {
  private static final class Confirmed {
    final Object id;
    /** The record as it was before it was taken out; null of one that is there. */
    final Object removed;
    /** The record in the base, if its version is the one from before the change: then a version tells nothing. */
    final Object untold;

    Confirmed(Object id, Object removed, Object untold) {
      this.id = id;
      this.removed = removed;
      this.untold = untold;
    }
  }

  private final Query query;
  private final Values values;
  /** By the texts of their ids; empty without versions. */
  private final Table<String, Confirmed> records = new Table<>();

  @JsConstructor
  Confirmations(Query query) {
    this.query = query;
    values = query.world().values;
  }

  /** A change is in the base now that made the one value of the other. */
  void add(Object before, Object after) {
    if (query.options.version == null) {
      return;
    }
    Table<String, Object> old = recordsOf(before);
    Table<String, Object> now = recordsOf(after);
    now.each(record -> {
      Object id = idOf(record);
      if (!values.same(old.get(Ids.text(id)), record)) {
        Object was = old.get(Ids.text(id));
        boolean isUntold = was != null && query.versionSays(only(record),
            Shapes.overlap(only(was), only(was), only(null), null), "(confirmed)") == Holds.NO;
        records.put(Ids.text(id), new Confirmed(id, null, isUntold ? record : null));
      }
    });
    old.each(record -> {
      Object id = idOf(record);
      if (!now.has(Ids.text(id))) {
        records.put(Ids.text(id), new Confirmed(id, record, null));
      }
    });
  }

  private Object idOf(Object record) {
    return query.shape().idOf(values, record);
  }

  private Table<String, Object> recordsOf(Object value) {
    Table<String, Object> byId = new Table<>();
    Seq<Object> lists = query.shape().listsIn(values, value);
    (lists.size() == 0 ? Seq.of(values.listOf(Seq.of(value))) : lists).each(list -> values.items(list).each(record -> {
      Object id = idOf(record);
      if (id != null && !values.isUndefined(id)) {
        byId.put(Ids.text(id), record);
      }
    }));
    return byId;
  }

  /** True if the value has a record that was taken out, as it was before. */
  boolean bringsBack(Object data) {
    Table<String, Object> now = recordsOf(data);
    Table<String, Object> base = recordsOf(query.confirmed().data);
    return records.values().some(one -> one.removed != null && holds(one, now, base) == Holds.NO);
  }

  /** True if a record of the value is older than the base's. */
  boolean isNewerThan(Object data) {
    Table<String, Object> now = recordsOf(data);
    Table<String, Object> base = recordsOf(query.confirmed().data);
    return records.values().some(one -> one.removed == null && holds(one, now, base) == Holds.NO);
  }

  /** True unless versions say that everything that was confirmed is in the value. */
  boolean mayLack(Object data) {
    if (query.options.version == null) {
      return true;
    }
    Table<String, Object> now = recordsOf(data);
    Table<String, Object> base = recordsOf(query.confirmed().data);
    return records.values().some(one -> holds(one, now, base) == Holds.UNKNOWN);
  }

  /** The value with what was confirmed in the place of what is older. */
  Object repaired(Object data) {
    if (records.size() == 0) {
      return data;
    }
    Table<String, Object> now = recordsOf(data);
    Table<String, Object> base = recordsOf(query.confirmed().data);
    Helpers helpers = new Helpers(values, query.shape());
    Seq<Confirmed> older = records.values().filter(one -> holds(one, now, base) == Holds.NO);
    Object value = data;
    for (int i = 0; i < older.size(); i++) {
      Confirmed one = older.get(i);
      value = one.removed != null ? helpers.remove(value, one.id)
          : helpers.edit(value, one.id, record -> base.get(Ids.text(one.id)));
    }
    return value;
  }

  /** Asks of the one record alone: the rule looks through all that it is given. */
  private Holds holds(Confirmed one, Table<String, Object> now, Table<String, Object> base) {
    Object fetched = only(now.get(Ids.text(one.id)));
    if (one.removed != null) {
      Object before = only(one.removed);
      return query.versionSays(fetched, Shapes.overlap(before, before, only(null), null), "(confirmed)");
    }
    Object record = base.get(Ids.text(one.id));
    if (record == null) {
      return Holds.YES;
    }
    Holds said = query.versionSays(fetched, Shapes.overlap(only(record), only(null), only(record), record), "(confirmed)");
    return said == Holds.YES && one.untold != null && values.same(one.untold, record) ? Holds.UNKNOWN : said;
  }

  private Object only(Object record) {
    return values.listOf(record == null ? new Seq<>() : Seq.of(record));
  }
}
