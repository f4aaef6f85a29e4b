package dev.sanguine.law;

import dev.sanguine.env.Development;
import dev.sanguine.env.Seq;
import dev.sanguine.records.Holds;
import org.jspecify.annotations.Nullable;

/** A change as it stands in the fold of one query, with the value after it. */
public final class FoldedChange {
  public final Change change;
  public final Intent intent;
  public final FoldedQuery query;
  /** The value after this change; what the next one starts from. */
  public Object valueAfter;
  /** It threw over some value: it is passed over in this query. */
  public boolean broken;
  /**
   * The base may hold it already, or was written by hand with it: it is passed over until a value comes of which that is
   * known, so that nothing shows twice.
   */
  public boolean mayBeInBase;
  /** The later change, pending and in the base, that this one would undo; null if that is not why it is passed over. */
  FoldedChange coveredBy;
  /** The base was written by hand with it: if it fails, a fetch has to take it out. */
  boolean wasWrittenIn;
  /** It is tried for the first time: what it throws is the mutation's failure. */
  boolean first;
  /**
   * The confirmed value when its request left: the server had that before it did the change. Null if the request has not left,
   * or if the query was made later.
   */
  @Nullable
  Object baseWhenSent;
  /** Whether the value that came last holds it. */
  Holds isIn = Holds.NO;
  /** It has changed a number that says how many records there are, and nothing else that would show it. */
  public boolean countsUnseen;
  /** That value waits until it is settled. */
  public boolean isWaitedFor;

  public FoldedChange(Change change, FoldedQuery query) {
    this.change = change;
    this.intent = change.intent;
    this.query = query;
  }

  void noteSent() {
    if (baseWhenSent == null) {
      baseWhenSent = query.base();
    }
  }

  /** The value after the change, with the answer of its mutation in it once that is there. */
  public Object next(Object old) {
    if (broken || mayBeInBase || query.values.isUndefined(old) && !change.creates()) {
      return old;
    }
    return query.errors.attempt(() -> made(old), error -> {
      if (first) {
        return query.errors.fail(error);
      }
      if (change.isReplaced()) {
        change.answer = null;
        report(
            "merge threw",
            " and is left out for good; its change stays. Mend the option merge.",
            error);
        return next(old);
      }
      broken = true;
      report(
          "a change threw", " and is left out there. Make it a pure function of the value.", error);
      return old;
    });
  }

  /** The value after the change, without the record that its mutation's answer brought; what throws changes nothing. */
  Object changed(Object old) {
    MutationAnswer answer = change.answer;
    boolean isRecord = answer != null && answer.merge == null && answer.names == null;
    change.answer = isRecord ? null : answer;
    Object changed = query.errors.attempt(() -> made(old), error -> old);
    change.answer = answer;
    return changed;
  }

  /** The same, with nothing caught. */
  Object made(Object old) {
    Object made = old;
    if (!change.isReplaced()) {
      made = or(apply(old), old);
      intent.log.refusePromise(intent, made);
    }
    // What the answer says of a record is in it: that may belong elsewhere by it.
    return change.answer == null || change.record != null && !change.isReplaced()
        ? made
        : or(change.answer.over(query.values, query.shape(), old, made), made);
  }

  /** The value after the change alone; undefined if it says that nothing changes. */
  Object apply(Object old) {
    return change.record == null
        ? change.apply(old, query.values, query.shape())
        : intent.log.records.made(this, old);
  }

  /** True if doing it twice is doing it once, so that it may be folded over a value that already holds it. */
  public boolean isIdempotent() {
    return !countsUnseen && change.isIdempotent();
  }

  /** What versions may be asked about of the value before the change: a record from elsewhere may hold the change already. */
  Object ownPartBefore(Object value) {
    boolean isOfElsewhere = change.record != null && !intent.log.records.isOfValue(this);
    return isOfElsewhere
        ? query.values.listOf(new Seq<>())
        : change.ownPartOf(value, query.values, query.shape());
  }

  void report(String what, String hint, Object error) {
    query.errors.report(
        "mutation " + intent.owner.label() + ": " + what + " over " + query.hash
            + Development.hint(hint),
        error);
  }

  private Object or(Object out, Object old) {
    return query.values.isUndefined(out) ? old : out;
  }
}
