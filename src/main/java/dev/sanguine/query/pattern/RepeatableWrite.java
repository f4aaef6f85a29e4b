package dev.sanguine.query.pattern;

import dev.sanguine.env.Environment;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.law.Rewrite;
import dev.sanguine.law.Updater;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;
import dev.sanguine.records.ThreeWay;
import jsinterop.annotations.JsConstructor;

/*
 * What a write did, to be done again over other values than the one over which it was done.
 *
 * A value is carried over by what it changed (ThreeWay). A function is run again. But what it makes new each time, a temporary
 * id say, stays what it was: somebody has seen it, and looks for it. And a function that does not look at what it is given has
 * made its value of one that was read before, so that is carried over too. So is what a function wrote that throws now.
 */
final class RepeatableWrite implements Rewrite {
  /** The member, or the item, by which it is seen whether a function looks at the value that it is given. */
  private static final String PROBE = "\u0000sanguine";

  private final Environment env;
  private final RecordShape shape;
  private final ThreeWay ways;
  /** Null if a value was written. */
  private final Updater updater;

  private final Object before;
  private final Object after;
  /** The function makes the same of the same value each time; null before that was tried. */
  private Boolean isPure;
  /** It was seen to look at what it is given. */
  private boolean readsArgument;
  /** Null before that was tried. */
  private Boolean isRepeatable;

  @JsConstructor
  RepeatableWrite(
      Environment env, RecordShape shape, Updater updater, Object before, Object after) {
    this.env = env;
    this.shape = shape;
    ways = new ThreeWay(env.values, shape);
    this.updater = updater;
    this.before = before;
    this.after = after;
  }

  @Override
  public Object over(Object onto) {
    if (env.values.same(onto, before)) {
      return after;
    }
    if (updater == null) {
      return ways.carry(before, after, onto, ThreeWay.NOTHING);
    }
    boolean ignoresArgument = ignoresArgument(onto);
    // Called last with what is there: a function may keep what it was given.
    Object again = result(onto);
    if (ignoresArgument || again == ThreeWay.NOTHING) {
      return ways.carry(before, after, onto, ThreeWay.NOTHING);
    }
    return isPure ? again : ways.carry(before, after, onto, again);
  }

  /** The function makes the same of that value as of the first, since it looks at none. */
  boolean ignoresArgument(Object onto) {
    if (isPure == null) {
      isPure = ways.isEqual(result(before), after);
    }
    if (!isPure || readsArgument || !ways.isEqual(result(onto), after)) {
      return false;
    }
    readsArgument = !ignores();
    return !readsArgument;
  }

  /**
   * True if the write, done to what holds it already, makes nothing more. A record that it adds may be there under the id that
   * the server has given to it.
   */
  @Override
  public boolean isRepeatable() {
    if (isRepeatable == null) {
      isRepeatable = !addsRecords() && (updater == null || ways.isEqual(result(after), after));
    }
    return isRepeatable;
  }

  /** It makes a record that was not there. */
  @Override
  public boolean addsRecords() {
    OrderedSet<String> known = new OrderedSet<>();
    ids(before).each(known::add);
    return ids(after).some(id -> !known.has(id));
  }

  /** The ids of the records in the lists of the value. */
  private Seq<String> ids(Object value) {
    Seq<String> ids = new Seq<>();
    shape.listsIn(env.values, value).each(list -> env.values.items(list).each(item -> {
      Object id = shape.idOf(env.values, item);
      if (id != null && !env.values.isUndefined(id)) {
        ids.add(RecordIds.text(id));
      }
    }));
    return ids;
  }

  /** What the function makes of the value; NOTHING if it throws. */
  private Object result(Object value) {
    return env.errors.attempt(
        () -> {
          Object made = updater.update(value);
          return env.values.isUndefined(made) ? value : made;
        },
        error -> ThreeWay.NOTHING);
  }

  /** True if the function makes the same of a value with one more field, or one more item. */
  private boolean ignores() {
    Values values = env.values;
    if (values.isRecord(before) && values.isRecord(after)) {
      return ways.isEqual(result(values.with(before, PROBE, true)), after);
    }
    if (!values.isList(before) || !values.isList(after)) {
      return false;
    }
    // A function may leave out or move one item of a list, and take every other one as it comes.
    Seq<Object> items = values.items(before);
    Seq<Object> kept = keptOf(items, values.items(after));
    if (kept.size() > 0) {
      return ignores(items, kept.get(0)) && ignores(items, kept.get(kept.size() - 1));
    }
    return ignores(
        items, items.some(item -> !values.isRecord(item)) ? PROBE : values.record(PROBE, true));
  }

  /** The items that the function left as they are: by identity, or else the first and the last if they are. */
  private Seq<Object> keptOf(Seq<Object> items, Seq<Object> made) {
    OrderedSet<Object> left = new OrderedSet<>();
    made.each(left::add);
    Seq<Object> kept = items.filter(left::has);
    return kept.size() > 0 || items.size() == 0
        ? kept
        : Seq.of(items.get(0), items.get(items.size() - 1))
            .filter(item -> made.some(one -> ways.isEqual(one, item)));
  }

  private boolean ignores(Seq<Object> items, Object further) {
    Seq<Object> more = items.copy();
    more.add(further);
    return ways.isEqual(result(env.values.listOf(more)), after);
  }
}
