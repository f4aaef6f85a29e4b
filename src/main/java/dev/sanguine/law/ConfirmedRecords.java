package dev.sanguine.law;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.records.Holds;
import dev.sanguine.records.RecordHelpers;
import dev.sanguine.records.RecordIds;

/*
 * What this client changed in a query and the server confirmed.
 *
 * A value that nobody asked for (a page that was rendered on a server, a stream, what another tab or storage holds) may be
 * older than such a change, and no clock tells: the server's and this one's differ, and each may be set. So it is not taken.
 * A read that was sent afterwards may be older too, if it was answered by a replica that lags. There only the records'
 * versions help (the query's option): a record that was confirmed is not replaced by an older one of the same id.
 */
public final class ConfirmedRecords {
  private static final class Confirmed {
    final Object id;
    /** The record as it was before it was taken out; null of one that is there. */
    final Object removed;
    /** The record in the base, if the change left its version as it was, so that the version proves nothing; else null. */
    final Object untold;
    /** An answer whose version tells that what is older lacks a change; null if none said one. */
    Object answer;
    /** A later change was confirmed by an answer that says no version. */
    boolean isOfEarlier;

    Confirmed(Object id, Object removed, Object untold) {
      this.id = id;
      this.removed = removed;
      this.untold = untold;
    }
  }

  private final FoldedQuery query;
  private final Values values;
  /** By the texts of their ids; empty without versions. */
  private final Table<String, Confirmed> records = new Table<>();
  /** Others were confirmed before the query was there: nobody knows of which records. */
  boolean hasEarlier;
  /** A change was among them that named no record. */
  boolean isOfAnything;

  ConfirmedRecords(FoldedQuery query) {
    this.query = query;
    values = query.values;
  }

  /**
   * A confirmed change has become part of the base. It made {@code after} of {@code before}.
   */
  void add(Object before, Object after, FoldedChange change) {
    if (!query.hasVersions()) {
      return;
    }
    Object answer = change.intent.answer;
    Table<String, Object> old = recordsOf(before);
    Table<String, Object> now = recordsOf(after);
    now.each(record -> {
      Object id = idOf(record);
      if (!values.same(old.get(RecordIds.text(id)), record)) {
        Object was = old.get(RecordIds.text(id));
        boolean isUntold = was != null
            && query.versionSays(
                    only(record), only(was), only(was), only(null), null, "(confirmed)")
                == Holds.NO;
        Confirmed confirmed = new Confirmed(id, null, isUntold ? record : null);
        if (isUntold) {
          tell(confirmed, answer, records.get(RecordIds.text(id)));
        }
        records.put(RecordIds.text(id), confirmed);
      }
    });
    old.each(record -> {
      Object id = idOf(record);
      if (!now.has(RecordIds.text(id)) && wasThereBefore(record, change)) {
        records.put(RecordIds.text(id), new Confirmed(id, record, null));
      }
    });
  }

  /**
   * The server had the record, in this version or a newer one, before it did the change that takes the record out. Else the
   * version is that of a change which the server did later, and no reason to take the record out of what is fetched.
   */
  private boolean wasThereBefore(Object record, FoldedChange change) {
    if (recordsOf(change.intent.answer).has(RecordIds.text(idOf(record)))) {
      return isAsNewIn(change.intent.answer, record);
    }
    double sent = change.intent.owner.sent;
    return change.baseWhenSent != null && isAsNewIn(change.baseWhenSent, record)
        || query.gate.changes.some(one -> one.change.serial < change.change.serial
            && one.intent.state == IntentState.CONFIRMED
            && one.intent.settled < sent
            && isAsNewIn(one.intent.answer, record));
  }

  private boolean isAsNewIn(Object value, Object record) {
    Object there = recordsOf(value).get(RecordIds.text(idOf(record)));
    return there != null && asksOf(there, record, record) != Holds.NO;
  }

  /** The same of a change that the base may have held before. Applied to the base, it makes {@code after}. */
  void addOfBase(Object base, Object after, Object answer) {
    if (!query.hasVersions()) {
      return;
    }
    Table<String, Object> old = recordsOf(base);
    recordsOf(after).each(record -> {
      Object id = idOf(record);
      Object was = old.get(RecordIds.text(id));
      if (was != null && !values.same(was, record)) {
        Confirmed confirmed = new Confirmed(id, null, was);
        tell(confirmed, answer, records.get(RecordIds.text(id)));
        records.put(RecordIds.text(id), confirmed);
      }
    });
  }

  /** The base held the change already, visibly, so that it says itself how new the record is that was answered. */
  void addAnswered(Object base, Object answer) {
    Object id = query.hasVersions() && values.isRecord(answer) ? idOf(answer) : null;
    String name = id == null || values.isUndefined(id) ? null : RecordIds.text(id);
    boolean isThere = name != null && recordsOf(base).has(name);
    if (isThere && (records.get(name) == null || records.get(name).removed != null)) {
      records.put(name, new Confirmed(id, null, null));
    }
  }

  /** The answer's version tells what the record's own does not. */
  private void tell(Confirmed confirmed, Object answer, Confirmed earlier) {
    Object id = values.isRecord(answer) ? idOf(answer) : null;
    boolean isOfRecord = id != null
        && !values.isUndefined(id)
        && RecordIds.text(id).equals(RecordIds.text(confirmed.id));
    if (isOfRecord && asksOf(answer, answer, confirmed.untold) == Holds.YES) {
      confirmed.answer = answer;
    } else if (earlier != null) {
      confirmed.answer = earlier.answer;
      confirmed.isOfEarlier = true;
    }
  }

  private Object idOf(Object record) {
    return query.shape().idOf(values, record);
  }

  private Table<String, Object> recordsOf(Object value) {
    Table<String, Object> byId = new Table<>();
    Seq<Object> lists = query.shape().listsIn(values, value);
    (lists.size() == 0 ? Seq.of(values.listOf(Seq.of(value))) : lists)
        .each(list -> values.items(list).each(record -> {
          Object id = idOf(record);
          if (id != null && !values.isUndefined(id)) {
            byId.put(RecordIds.text(id), record);
          }
        }));
    return byId;
  }

  /** True if the value has a record that was taken out, as it was before. */
  boolean bringsBack(Object data) {
    Table<String, Object> now = recordsOf(data);
    Table<String, Object> base = recordsOf(query.base());
    return records.values().some(one -> one.removed != null && holds(one, now, base) == Holds.NO);
  }

  /** True if a record of the value is older than the base's. */
  boolean isNewerThan(Object data) {
    Table<String, Object> now = recordsOf(data);
    Table<String, Object> base = recordsOf(query.base());
    return records.values().some(one -> one.removed == null && holds(one, now, base) == Holds.NO);
  }

  /** True unless versions say that everything that was confirmed is in the value. */
  boolean mayLack(Object data) {
    if (!query.hasVersions()) {
      return true;
    }
    Table<String, Object> now = recordsOf(data);
    Table<String, Object> base = recordsOf(query.base());
    return records.values().some(one -> holds(one, now, base) == Holds.UNKNOWN)
        || hasEarlier && !isAsNewAs(base, now);
  }

  /** True if the records are those of the base, and none is older. */
  private boolean isAsNewAs(Table<String, Object> base, Table<String, Object> now) {
    return base.size() == now.size()
        && !base.values().some(record -> {
          Object other = now.get(RecordIds.text(idOf(record)));
          return other == null || asksOf(other, record, record) != Holds.YES;
        });
  }

  /** The value with what was confirmed in the place of what is older. */
  Object repaired(Object data) {
    if (records.size() == 0) {
      return data;
    }
    Table<String, Object> now = recordsOf(data);
    Table<String, Object> base = recordsOf(query.base());
    RecordHelpers helpers = new RecordHelpers(values, query.shape());
    Seq<Confirmed> older = records.values().filter(one -> holds(one, now, base) == Holds.NO);
    Object value = data;
    for (int i = 0; i < older.size(); i++) {
      Confirmed one = older.get(i);
      value = one.removed != null
          ? helpers.remove(value, one.id)
          : helpers.edit(value, one.id, record -> base.get(RecordIds.text(one.id)));
    }
    return value;
  }

  /** Asks of the one record alone: the rule looks through all that it is given. */
  private Holds holds(Confirmed one, Table<String, Object> now, Table<String, Object> base) {
    Object fetched = only(now.get(RecordIds.text(one.id)));
    if (one.removed != null) {
      Object before = only(one.removed);
      return query.versionSays(fetched, before, before, only(null), null, "(confirmed)");
    }
    Object record = base.get(RecordIds.text(one.id));
    if (record == null) {
      return Holds.YES;
    }
    // The base may hold it in another object by now; a newer record there tells again.
    boolean isUntold = one.untold != null && asksOf(one.untold, record, record) != Holds.NO;
    Holds said = asksOf(
        now.get(RecordIds.text(one.id)),
        isUntold && one.answer != null ? one.answer : record,
        record);
    return said == Holds.YES && isUntold && (one.answer == null || one.isOfEarlier)
        ? Holds.UNKNOWN
        : said;
  }

  boolean isOlder(Object record, Object inBase) {
    return asksOf(record, inBase, inBase) == Holds.NO;
  }

  /** Whether the record is at least as new as the other one, of the same id, which made what is in the base. */
  private Holds asksOf(Object record, Object other, Object inBase) {
    return query.versionSays(
        only(record), only(inBase), only(null), only(inBase), other, "(confirmed)");
  }

  private Object only(Object record) {
    return values.listOf(record == null ? new Seq<>() : Seq.of(record));
  }
}
