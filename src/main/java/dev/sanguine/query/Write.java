package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsConstructor;

/** One value that was written by hand while mutations were under way, and how to write it again over another value. */
final class Write {
  /** The member by which it is seen whether a function looks at the value that it is given. */
  private static final String PROBE = "\u0000sanguine";

  final Query query;
  /** Null if a value was written. */
  private final Updater updater;
  /** What the query showed before: what a callback has read, and puts back. */
  final Object snapshot;
  Object before;
  Object after;
  /** What came of it when it was written. */
  final Object made;
  /** The changes of the log that the values before and after it may hold already. */
  final Seq<Change> passedBefore;
  private Seq<Change> passedAfter;
  /** The mutation whose callback wrote it, as long as that may fail; null if that is not known for sure. */
  MutationRun owner;
  /** Mutations that may have written it: those that were being prepared at the time. */
  Seq<MutationRun> perhaps = new Seq<>();
  /** A value that came later from elsewhere has replaced it: there is nothing to take out. */
  boolean isReplaced;
  /** The function makes the same of the same value each time; null before that was tried. */
  private Boolean isPure;
  /** It makes the same of every value. */
  private boolean ignoresValue;

  @JsConstructor
  Write(Query query, Updater updater, Object snapshot, Object before, Seq<Change> passedBefore) {
    this.query = query;
    this.updater = updater;
    this.snapshot = snapshot;
    this.before = before;
    this.passedBefore = passedBefore;
    isDone();
    made = after;
  }

  /** It has become the query's value. */
  void isDone() {
    after = query.confirmed().data;
    passedAfter = passedOver(query);
  }

  static Seq<Change> passedOver(Query query) {
    return query == null || query.fold == null ? new Seq<>() : query.fold.passedOver();
  }

  /** What its value may hold of the log: what was held before it, and what it has brought, but not what it took away. */
  Seq<Change> passed(Seq<Change> before) {
    Seq<Change> passed = before.filter(change -> passedAfter.has(change) || !passedBefore.has(change));
    passedAfter.each(change -> {
      if (!passedBefore.has(change) && !passed.has(change)) {
        passed.add(change);
      }
    });
    return passed;
  }

  /** Nobody will take it out: it has no owner, or that one has succeeded. */
  boolean isFact() {
    return owner == null && perhaps.size() == 0;
  }

  void isOfNobody(MutationRun run) {
    owner = owner == run ? null : owner;
    perhaps.remove(run);
  }

  /** Writes it over another value than before. */
  void redo(Object onto) {
    if (!query.world().values.same(onto, before)) {
      after = over(onto);
      before = onto;
    }
  }

  private Object over(Object onto) {
    Values values = query.world().values;
    ThreeWay ways = new ThreeWay(values, query.shape());
    if (updater == null) {
      return ways.carry(before, after, onto, ThreeWay.NOTHING);
    }
    if (isPure == null) {
      isPure = ways.isEqual(result(before), after);
      ignoresValue = isPure && ignores(values, this::result, before, after);
    }
    // Called last with what is there: a function may keep what it was given.
    Object again = result(onto);
    if (again == ThreeWay.NOTHING || ignoresValue) {
      return ways.carry(before, after, onto, ThreeWay.NOTHING);
    }
    // What is new each time, a temporary id say, stays what it was.
    return isPure ? again : ways.carry(before, after, onto, again);
  }

  /** What the function makes of the value; NOTHING if it throws. */
  private Object result(Object value) {
    Environment env = query.world();
    return env.errors.attempt(() -> {
      Object made = updater.update(value);
      return env.values.isUndefined(made) ? value : made;
    }, error -> ThreeWay.NOTHING);
  }

  /**
   * True if the function makes the same of every value: it was made of a value that was read before.
   *
   * @param before a value, of which it makes {@code after}
   */
  static boolean ignores(Values values, Updater updater, Object before, Object after) {
    if (values.isRecord(before) && values.isRecord(after)) {
      return !values.names(updater.update(values.with(before, PROBE, true))).has(PROBE);
    }
    if (!values.isList(before) || !values.isList(after)) {
      return false;
    }
    Seq<Object> made = values.items(after);
    Seq<Object> kept = values.items(before).filter(made::has);
    // A function may leave out or move the one item of a list, and take every other one as it comes.
    return kept.size() > 0 && !counts(values, updater, before, made.size(), kept.get(0))
        && !counts(values, updater, before, made.size(), kept.get(kept.size() - 1));
  }

  /** True if the function makes another number of items if there is one more. */
  private static boolean counts(Values values, Updater updater, Object list, int size, Object further) {
    Seq<Object> items = values.items(list);
    items.add(further);
    return values.items(updater.update(values.listOf(items))).size() != size;
  }
}
