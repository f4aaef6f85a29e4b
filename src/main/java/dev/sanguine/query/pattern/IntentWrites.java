package dev.sanguine.query.pattern;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Values;
import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.law.FoldedChange;
import dev.sanguine.law.Updater;
import dev.sanguine.query.MutationIntents;
import dev.sanguine.query.MutationRun;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.records.RecordShape;

/** Makes changes of the log of what callbacks write by hand, for the client's option {@code onMutateWrites: "intents"}. */
final class IntentWrites {
  private final QueryClient client;
  private final Environment env;

  IntentWrites(QueryClient client) {
    this.client = client;
    env = client.environment;
  }

  /**
   * A callback of a pending mutation writes data: that is a change of its mutation.
   *
   * @param query null if there is none of this key
   * @param updater null if the value is written
   * @return the change; null if nothing was written
   */
  Change write(MutationRun run, Object queryKey, Query query, Updater updater, Object value) {
    Values values = env.values;
    Object before = query == null ? values.undefined() : query.current().data;
    Object after = updater == null ? value : updater.update(before);
    if (values.isUndefined(after)) {
      return null;
    }
    RepeatableWrite again = new RepeatableWrite(
        env,
        query == null ? RecordShape.USUAL : query.shape(),
        updater == null ? null : noting(queryKey, updater),
        before,
        after);
    // Over nothing a value is made of what was written only if nothing was confirmed when it was
    // written.
    boolean makes = query == null || values.isUndefined(query.confirmed().data);
    Updater over =
        old -> values.isUndefined(old) && updater == null && !makes ? old : again.over(old);
    Change change = rewritten(over, again);
    MutationIntents owner = run.owner.asOwner();
    client.log().write(owner, run.variables, change, queryKey);
    run.intent = owner.intent;
    return change;
  }

  /** The function, which may keep what it is given and put that back. */
  private Updater noting(Object queryKey, Updater updater) {
    return old -> {
      client.getQueryCache().handWrites.noteGiven(client.find(queryKey), old);
      return updater.update(old);
    };
  }

  /**
   * A callback of a mutation that is confirmed makes something else of the record that its onMutate has added.
   *
   * @return the change; null if nothing was written
   */
  Change amend(FoldedChange own, Updater updater) {
    Object after = updater.update(own.valueAfter);
    if (env.values.isUndefined(after)) {
      return null;
    }
    RepeatableWrite again =
        new RepeatableWrite(env, own.query.shape(), updater, own.valueAfter, after);
    Change change = rewritten(old -> env.values.isUndefined(old) ? old : again.over(old), again);
    client.log().amend(own, change);
    return change;
  }

  private static Change rewritten(Updater over, RepeatableWrite again) {
    Change change = new Change(ChangeKind.SET, over, true);
    change.rewrite = again;
    return change;
  }
}
