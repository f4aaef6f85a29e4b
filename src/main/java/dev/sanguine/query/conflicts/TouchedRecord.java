package dev.sanguine.query.conflicts;

import dev.sanguine.env.Environment;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.query.Versions;
import dev.sanguine.records.RecordHelpers;
import dev.sanguine.records.RecordShape;

/**
 * One record that a change is about, as the queries of the page have it: a list may have fewer fields of it than a detail, and
 * an older version.
 */
final class TouchedRecord {
  /** The record in the data of one query: undefined wherever it is not there. */
  static final class Copy {
    /** When the change was made: confirmed, and as it was shown without and with the change. */
    Object base;

    Object under;
    Object after;
    /** Confirmed now, and with the change over that. */
    Object now;

    Object nowAfter;
    /** Where its version stands; null if its query names no field. */
    String versionField;

    RecordShape shape;
  }

  private final Environment env;
  private final Values values;
  /** The text of its id; the hash of its query for a value without one. */
  final String name;

  final Object id;
  /** By which the feature {@code records} knows it; null if the change does not say. */
  String type;
  /** Fields to whose numbers the change adds. */
  final OrderedSet<String> added = new OrderedSet<>();
  /** Those of details come last. */
  private final Seq<Copy> copies = new Seq<>();

  TouchedRecord(Environment env, String name, Object id) {
    this.env = env;
    values = env.values;
    this.name = name;
    this.id = id;
  }

  void add(Copy copy, boolean isWholeValue) {
    copies.insert(isWholeValue ? copies.size() : 0, copy);
  }

  /** The record of that id in a value of a query, or the value itself if it is one without an id; else undefined. */
  static Object in(Values values, RecordShape shape, Object value, Object id) {
    if (id == null || values.isUndefined(id)) {
      return values.isRecord(value) ? value : values.undefined();
    }
    Seq<Object> found = new RecordHelpers(values, shape).find(value, id);
    return found.size() == 0 ? values.undefined() : found.get(0);
  }

  RecordShape shape() {
    return copies.get(copies.size() - 1).shape;
  }

  /** The field in which its version stands; null if no query names one. */
  String versionField() {
    Copy named = copies.first(copy -> copy.versionField != null);
    return named == null ? null : named.versionField;
  }

  Object versionOf(Object record) {
    String field = versionField();
    Object version = field == null ? null : values.field(record, field);
    return values.isUndefined(version) ? null : version;
  }

  /** The confirmed record of one query: of the newest version, and of several of that the most detailed. */
  Object newest() {
    Object newest = values.undefined();
    for (int i = 0; i < copies.size(); i++) {
      Object now = copies.get(i).now;
      if (!values.isUndefined(now)
          && (values.isUndefined(newest)
              || !(Versions.compare(versionOf(now), versionOf(newest)) < 0))) {
        newest = now;
      }
    }
    return newest;
  }

  Object base() {
    return union(copies.map(copy -> copy.base));
  }

  /** What was changed: a whole record of an older version was made of the one with that version. */
  Object changedOne() {
    Object base = base();
    Object made = versionOf(after());
    Object older = union(copies
        .map(copy -> copy.base)
        .filter(copy -> made != null && Versions.compare(versionOf(copy), made) == 0));
    return values.isUndefined(older) || !(Versions.compare(made, versionOf(base)) < 0)
        ? base
        : older;
  }

  Object under() {
    Object under = union(copies.map(copy -> copy.under));
    return values.isUndefined(under) ? now() : under;
  }

  Object after() {
    boolean isKnown = copies.some(copy -> !values.isUndefined(copy.under));
    return isKnown ? union(copies.map(copy -> copy.after)) : nowAfter();
  }

  Object now() {
    return union(copies.map(copy -> copy.now));
  }

  Object nowAfter() {
    return union(copies.map(copy -> copy.nowAfter));
  }

  /** All fields that the copies have; if two differ, the newer version's. */
  private Object union(Seq<Object> records) {
    Seq<Object> there = records.filter(record -> !values.isUndefined(record));
    Object whole = there.size() == 0 ? values.undefined() : there.get(0);
    for (int i = 1; i < there.size(); i++) {
      Object next = there.get(i);
      boolean isOlder = Versions.compare(versionOf(next), versionOf(whole)) < 0;
      Object under = isOlder ? next : whole;
      Object over = isOlder ? whole : next;
      // Java records of two classes may have no fields in common.
      whole = env.errors.attempt(() -> values.merged(under, over), error -> over);
    }
    return whole;
  }
}
