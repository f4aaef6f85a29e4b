package dev.sanguine.query.records;

import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.law.Fold;
import dev.sanguine.law.FoldedChange;
import dev.sanguine.query.Query;
import org.jspecify.annotations.Nullable;

/*
 * The fold of a query that shows records, without doing again what does not depend on a change that failed.
 *
 * A change of one record alone has edited it in its place, perhaps: the list has it in its base and in its view, sorted in
 * the same way. No other change has looked at what it wrote then. So the view without it is the view with the record of the
 * base in that place. A thousand failures, each shown by itself, cost a look through the list each, and not a thousand
 * changes each.
 *
 * The values between the changes are not told by that. They are made when somebody asks for one.
 */
final class RecordsFold extends Fold {
  private final RecordIndex index;
  private final Query query;
  /** The value after the first {@link #told} changes, though values before it are out of date. */
  private @Nullable Object last;

  /** -1 if no such value is known. */
  private int told = -1;

  private boolean isShown;

  RecordsFold(RecordIndex index, Query query, Object base) {
    super(base);
    this.index = index;
    this.query = query;
  }

  @Override
  protected void makeAgainFrom(int at) {
    super.makeAgainFrom(at);
    isShown = false;
    if (at < told) {
      told = -1;
    }
  }

  @Override
  protected void remove(FoldedChange folded) {
    Object without = folded.intent.hasFailed() ? without(folded) : null;
    super.remove(folded);
    if (without != null) {
      last = without;
      told = changes.size();
    }
  }

  @Override
  protected boolean isShown() {
    return isUpToDate() || told >= 0 && isShown;
  }

  @Override
  protected void makeAllWithView() {
    told = -1;
  }

  @Override
  protected @Nullable Object view() {
    isShown = true;
    if (told < 0) {
      return super.view();
    }
    for (; told < changes.size(); told++) {
      last = changes.get(told).valueAfter = changes.get(told).next(last);
    }
    return last;
  }

  /** The view without that change; null if the others have to be done again for it, or if there are none behind it. */
  private @Nullable Object without(FoldedChange folded) {
    Change change = folded.change;
    boolean isLast = changes.get(changes.size() - 1) == folded;
    boolean isOfUse = isUpToDate() ? !isLast : told == changes.size();
    RecordHolder holder = isOfUse && isAmongRecords(folded) ? index.holderOf(query) : null;
    if (holder == null || !holder.types.has(change.record.type)) {
      return null;
    }
    RecordType type = index.type(change.record.type);
    Object there = type.onlyIn(query, change.record.id);
    boolean isOfBase = there != null && index.values.same(holder.filed, base);
    if (!isOfBase || type.isChangedBesides(query, change)) {
      return null;
    }
    Object view = told < 0 ? before(changes.size()) : last;
    return holder.records.putBack(view, change.record.id, there);
  }

  /** It and all others are changes of records. */
  private boolean isAmongRecords(FoldedChange folded) {
    return folded.change.record != null
        && !folded.mayBeInBase
        && !folded.broken
        && !changes.some(one -> one.change.record == null && one.change.kind != ChangeKind.RESYNC);
  }
}
