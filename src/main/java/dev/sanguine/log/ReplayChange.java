package dev.sanguine.log;

import dev.sanguine.law.ChangeKind;
import dev.sanguine.law.Updater;
import dev.sanguine.query.pending.EngineProbe;

/** A change of a replay. */
final class ReplayChange {
  final double id;
  final ReplayedIntent intent;
  final ChangeKind kind;
  /** What the helper was given, of an increment the record's id; ABSENT if that was nothing. */
  final Object value;

  final String field;
  final double by;
  /** The query is meant by its key, not by filters. */
  final boolean isExact;
  /** It is in the log by its effect only. */
  final boolean opaque;
  /** What a registered function wrote down in its place; null if there is none. */
  EngineProbe.Written made;
  /** The same as a function of documents. */
  Updater function;

  ReplayChange(
      double id,
      ReplayedIntent intent,
      ChangeKind kind,
      Object value,
      String field,
      double by,
      boolean isExact,
      boolean isByEffect) {
    this.id = id;
    this.intent = intent;
    this.kind = kind;
    this.value = value;
    this.field = field;
    this.by = by;
    this.isExact = isExact;
    opaque = isByEffect || kind == ChangeKind.FUNCTION;
  }
}
