package dev.sanguine.query.drafts;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.law.Intent;
import dev.sanguine.law.RecordIntent;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.RecordsOption;
import dev.sanguine.records.RecordHelpers;
import dev.sanguine.records.RecordIds;

/** Where the record of a draft is read from, and how a change of it is written down. */
final class RecordSource {
  private final QueryClient client;
  private final Values values;
  /** The record's type; null if it was not said. */
  final String type;
  /** Null if the data is the record. */
  Object id;
  /** Of the queries that show it, the one that was named last in front. */
  private Seq<Object> keys = new Seq<>();

  private Seq<String> hashes = new Seq<>();

  /** Where it was found; null if it is nowhere. */
  private Query foundIn;

  /** What the query shows, and the confirmed value below that, as they were read last. */
  Object view;

  Object base;

  RecordSource(QueryClient client, String type, Object id) {
    this.client = client;
    values = client.environment.values;
    this.type = type;
    this.id = id == null || values.isUndefined(id) ? null : id;
    view = values.undefined();
    base = view;
  }

  void add(Object key) {
    if (key != null && !values.isUndefined(key)) {
      String hash = client.hash(key);
      int known = hashes.find(hash);
      if (known != 0) {
        if (known > 0) {
          keys.removeAt(known);
          hashes.removeAt(known);
        }
        keys.insert(0, key);
        hashes.insert(0, hash);
      }
    }
  }

  /** The server has named a new record. */
  void rename(String temporary, Object real) {
    if (id instanceof String && id.equals(temporary)) {
      id = real;
    }
    Seq<Object> before = keys.copy();
    for (int i = before.size() - 1; i >= 0; i--) {
      add(QueryKey.map(before.get(i), text -> temporary.equals(text) ? real : text));
    }
  }

  /** True if the record may be in what that query shows. */
  boolean isAbout(Query query) {
    return hashes.has(query.queryHash) || type != null && declares(query.options.records);
  }

  private boolean declares(RecordsOption option) {
    return option != null
        && (type.equals(option.of) || option.nested != null && option.nested.some(this::declares));
  }

  /** Reads it anew. False if it is nowhere. */
  boolean read() {
    boolean isThere = false;
    for (int i = 0; i < keys.size() && !isThere; i++) {
      Query query = client.find(keys.get(i));
      isThere = query != null && isIn(query);
    }
    if (!isThere && type != null) {
      isThere = client.getQueryCache().getAll().some(query -> isAbout(query) && isIn(query));
    }
    if (!isThere) {
      foundIn = null;
      view = values.undefined();
      base = view;
    }
    return isThere;
  }

  private boolean isIn(Query query) {
    view = recordIn(query, query.current().data);
    base = recordIn(query, query.confirmed().data);
    foundIn = query;
    return !values.isUndefined(view);
  }

  private Object recordIn(Query query, Object data) {
    if (id == null) {
      return values.isRecord(data) ? data : values.undefined();
    }
    Seq<Object> found = new RecordHelpers(values, query.shape()).find(data, id);
    if (found.size() > 0) {
      return found.get(0);
    }
    // Settings have no id, and are meant by their key.
    boolean isNameless = values.isRecord(data)
        && hashes.has(query.queryHash)
        && query.shape().listIn(values, data) == null
        && values.isUndefined(values.field(data, query.shape().id))
        && !values.names(data).has("pages");
    return isNameless ? data : values.undefined();
  }

  /** Writes the fields over the record, or what the updater makes of it, wherever it is shown. */
  void write(Intent intent, Object named, Object fields, Updater updater) {
    if (type != null && named != null && client.log().records != null) {
      RecordIntent record = intent.record(type, named);
      if (updater == null) {
        record.merge(fields);
      } else {
        record.update(updater);
      }
      return;
    }
    for (int i = 0; i < keys.size(); i++) {
      // A key that nobody shows any more is that of a record before it was named.
      if (i == 0 || client.find(keys.get(i)) != null) {
        write(intent, keys.get(i), named, fields, updater);
      }
    }
    if (foundIn != null && !hashes.has(foundIn.queryHash)) {
      // The form shows it from there.
      write(intent, foundIn.queryKey, named, fields, updater);
    }
  }

  private void write(Intent intent, Object key, Object named, Object fields, Updater updater) {
    Query query = client.find(key);
    String idField = query == null ? "id" : query.shape().id;
    if (updater == null) {
      boolean hasId = named == null || values.names(fields).has(idField);
      intent.merge(key, hasId ? fields : values.with(fields, idField, named));
    } else {
      intent.update(key, old -> {
        if (named == null || query == null) {
          return updater.update(old);
        }
        RecordHelpers helpers = new RecordHelpers(values, query.shape());
        return helpers.has(old, named)
            ? helpers.edit(old, named, updater::update)
            : values.isRecord(recordIn(query, old)) ? updater.update(old) : old;
      });
    }
  }

  /** What the draft of the record is known by: its type and id, or the query. */
  String name(QueryClient client) {
    String text = id == null ? "" : " " + RecordIds.text(id);
    return type != null && id != null ? type + text : hashes.get(0) + text;
  }
}
