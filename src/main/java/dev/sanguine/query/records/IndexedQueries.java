package dev.sanguine.query.records;

import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentState;
import dev.sanguine.query.Query;
import dev.sanguine.query.pending.EngineListener;
import dev.sanguine.query.state.Action;
import dev.sanguine.query.state.ActionType;

/** Tells the index of every value that may have become another one, and of changes that are settled. */
final class IndexedQueries extends EngineListener {
  private final RecordIndex index;

  IndexedQueries(RecordIndex index) {
    this.index = index;
  }

  /** Hears of values, after everybody else. */
  EngineListener ofValues() {
    return new EngineListener() {
      @Override
      public void queryChanged(Query query, Action action) {
        boolean isSuccess = action != null && action.type.equals(ActionType.SUCCESS);
        index.look(query, isSuccess);
        if (isSuccess && query.run != null) {
          index.fetched(query);
        }
      }
    };
  }

  @Override
  public void queryRemoved(Query query) {
    index.forget(query);
  }

  @Override
  public void intentChanged(Intent intent) {
    if (intent.state == IntentState.CONFIRMED || intent.hasFailed()) {
      index.settled(intent);
    }
  }

  @Override
  public void cleared() {
    index.clear();
  }
}
