package dev.sanguine.query.conflicts;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.query.MutationRun;

/*
 * Variables that write nothing over.
 *
 * Many mutations are given a whole record, of which the person has changed one field. Sent again on top of theirs as it is, it
 * would write the old values of all other fields over. What the change does is known from `optimistic`: if it makes another
 * record of theirs than the merge does, the values that nobody has changed are brought up to date in the variables. If it does
 * so still, it is no change that can be sent again by itself.
 */
final class FittedVariables {
  private final MutationRun run;
  private final Track track;
  private final Values values;

  FittedVariables(MutationRun run, Track track) {
    this.run = run;
    this.track = track;
    values = run.env.values;
  }

  /** True if the change, sent now, writes over nothing; its variables are others then, if need be. */
  boolean fit(Seq<Sides> sides) {
    if (isRight(sides)) {
      return true;
    }
    Object before = run.variables;
    Object fitted = before;
    for (int i = 0; i < sides.size(); i++) {
      fitted = fitted(fitted, sides.get(i), true);
    }
    Object next = fitted;
    boolean isFitted = run.env.errors.attempt(
            () -> {
              run.owner.setVariables(next);
              return isRight(sides);
            },
            thrown -> false)
        == (Object) true;
    if (!isFitted) {
      run.owner.setVariables(before);
    }
    return isFitted;
  }

  private boolean isRight(Seq<Sides> sides) {
    Seq<TouchedRecord> now = track.records();
    return !sides.some(side -> {
      TouchedRecord record = now.first(each -> each.name.equals(side.record.name));
      return record == null || !side.holds(track.madeOver(record, side.theirs));
    });
  }

  /** The part of the variables with what nobody has changed as it is now. */
  private Object fitted(Object part, Sides side, boolean isWhole) {
    if (values.isList(part)) {
      Seq<Object> items = values.items(part);
      Seq<Object> made = items.map(item -> fitted(item, side, false));
      return made.someAt((item, at) -> item != items.get(at))
          ? values.listLike(part, values.listOf(made))
          : part;
    }
    if (!values.isRecord(part) || !values.isRecord(side.merged)) {
      return part;
    }
    Object id = side.record.shape().idOf(values, part);
    boolean hasId = id != null && !values.isUndefined(id);
    Seq<String> names = values.names(part);
    boolean isOfRecord = hasId
        ? side.record.shape().hasId(values, part, side.record.id)
        : isWhole || !names.some(name -> values.isUndefined(values.field(side.merged, name)));
    Object made = part;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Object value = values.field(part, name);
      Object next = fitted(value, side, false);
      Object merged = values.field(side.merged, name);
      boolean isCopy = isOfRecord
          && !name.equals(side.record.shape().id)
          && !values.isUndefined(merged)
          && side.isEqual(value, values.field(side.mine, name));
      made = isCopy
          ? values.with(made, name, merged)
          : next == value ? made : values.with(made, name, next);
    }
    return made;
  }
}
