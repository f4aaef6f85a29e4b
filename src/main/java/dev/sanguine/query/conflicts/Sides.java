package dev.sanguine.query.conflicts;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;

/** The three records of a conflict, and what comes of them if each field goes to who has changed it. */
final class Sides {
  final TouchedRecord record;
  /** Undefined if this page did not have it. */
  final Object base;
  /** Undefined if the change takes it out. */
  final Object mine;
  /** Undefined if it is not known. */
  final Object theirs;
  /** Of the two changes. */
  final Object merged;
  /** The fields that both have changed, each in his own way. */
  final Seq<String> clashes;

  private final Values values;
  private final FieldMerge merge;
  /** The fields that the change writes. */
  private final OrderedSet<String> written;

  Sides(Values values, Track track, TouchedRecord record, Object theirs) {
    this.values = values;
    this.record = record;
    this.theirs = theirs;
    merge = new FieldMerge(values, record.shape());
    base = track.expected(record);
    Object under = record.under();
    Object after = record.after();
    written = written(track, under, after);
    mine = values.isUndefined(after) || !values.isRecord(base) ? after : writtenOnto(base, after);
    merged = isKnown() ? merged(track, under, after) : mine;
    clashes = merge.clashes.items();
  }

  boolean isKnown() {
    return !values.isUndefined(theirs);
  }

  /** The server has something that this page did not know. */
  boolean isNews() {
    return isKnown() && !merge.isEqual(base, theirs);
  }

  /** True if the record with the change has in every field what comes of the two: nothing of theirs is written over. */
  boolean holds(Object made) {
    if (!values.isRecord(merged) || !values.isRecord(made)) {
      return merge.isEqual(merged, made);
    }
    return !values
        .names(merged)
        .some(name -> !name.equals(record.versionField())
            && !merge.isEqual(values.field(merged, name), values.field(made, name))
            // Only this change has changed it: what a function makes of it now may differ.
            && !(written.items().has(name)
                && merge.isEqual(values.field(base, name), values.field(theirs, name))));
  }

  boolean isEqual(Object a, Object b) {
    return merge.isEqual(a, b);
  }

  /**
   * A value that an earlier change of this page has already made is one that this change writes as well: the two may be one
   * request, and the server may have done neither. A whole record also says what nobody has changed, and writes none of that.
   */
  private OrderedSet<String> written(Track track, Object under, Object after) {
    OrderedSet<String> names = changed(values, under, after);
    if (isKnown() && values.isRecord(base) && values.isRecord(theirs) && values.isRecord(after)) {
      Object made = track.madeOver(record, theirs);
      changed(values, theirs, made).each(name -> {
        Object value = values.field(after, name);
        if (merge.isEqual(value, values.field(made, name))
            && !merge.isEqual(value, values.field(base, name))) {
          names.add(name);
        }
      });
    }
    return names;
  }

  private Object merged(Track track, Object under, Object after) {
    if (!values.isRecord(base) || !values.isRecord(theirs)) {
      return merge.merge(base, mine, theirs);
    }
    Object seen = base;
    Object made = mine;
    Seq<String> names = written.items();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Object now = values.field(theirs, name);
      boolean isAdded = record.added.items().has(name);
      if (isAdded || isOwn(track, name, now)) {
        // What was seen there, or will be, is this page's own: nobody else has changed it.
        seen = with(seen, name, now);
      }
      if (isAdded && values.isRecord(made)) {
        double by = values.number(values.field(after, name));
        double from = values.number(values.field(under, name));
        double sum = number(now) + by - (Double.isNaN(from) ? 0 : from);
        made = with(made, name, Double.isNaN(sum) ? now : (Object) sum);
      }
    }
    String version = record.versionField();
    if (version != null) {
      Object now = values.field(theirs, version);
      seen = with(seen, version, now);
      made = values.isRecord(made) ? with(made, version, now) : made;
    }
    return merge.merge(seen, made, theirs);
  }

  /** The value is one that a change of this page made, before this one was made or given up. */
  private boolean isOwn(Track track, String name, Object value) {
    Object shown = values.field(record.under(), name);
    return values.isRecord(record.base())
            && merge.isEqual(shown, value)
            && !merge.isEqual(shown, values.field(record.base(), name))
        || track.givenUp.some(late -> late.records()
            .some(other -> other.name.equals(record.name)
                && merge.isEqual(values.field(other.after(), name), value)
                // A whole record was fitted to theirs: that is not its own.
                && !merge.isEqual(values.field(late.expected(other), name), value)));
  }

  private double number(Object value) {
    return value == null || values.isUndefined(value) ? 0 : values.number(value);
  }

  private Object with(Object into, String name, Object value) {
    return values.isUndefined(value) ? values.without(into, name) : values.with(into, name, value);
  }

  private Object writtenOnto(Object onto, Object after) {
    Object made = onto;
    Seq<String> names = written.items();
    for (int i = 0; i < names.size(); i++) {
      made = with(made, names.get(i), values.field(after, names.get(i)));
    }
    return made;
  }

  /** What the server should have once the change is confirmed: the fields that it changed, as the answer has them. */
  Object confirmedOver(Object expected, Object answer) {
    Object after = record.after();
    if (!values.isRecord(expected) || !values.isRecord(after)) {
      return after;
    }
    boolean isAnswered = record.shape().hasId(values, answer, record.id);
    Object made = expected;
    Seq<String> names = changed(values, record.under(), after).items();
    for (int i = 0; i < names.size(); i++) {
      if (merge.isEqual(values.field(base, names.get(i)), values.field(after, names.get(i)))) {
        // A whole record was fitted to theirs: somebody else has changed the field.
        continue;
      }
      boolean isSaid = isAnswered && values.names(answer).has(names.get(i));
      made = with(made, names.get(i), values.field(isSaid ? answer : after, names.get(i)));
    }
    return made;
  }

  /** The fields in which the two differ. */
  static OrderedSet<String> changed(Values values, Object before, Object after) {
    OrderedSet<String> names = new OrderedSet<>();
    Seq.of(before, after).each(each -> values.names(each).each(name -> {
      Object was = values.field(before, name);
      if (!values.same(values.replaceEqualDeep(was, values.field(after, name)), was)) {
        names.add(name);
      }
    }));
    return names;
  }
}
