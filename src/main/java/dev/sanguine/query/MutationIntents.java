package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentOwner;
import dev.sanguine.law.Updater;
import dev.sanguine.query.callbacks.Merge;
import dev.sanguine.query.callbacks.Resync;

/** A mutation as the law sees it, and what a plain mutation needs none of. */
public final class MutationIntents extends IntentOwner {
  final Mutation mutation;
  /** The same over all attempts to send the same variables. */
  public String idempotencyKey;
  /** How many records it is about that the server has not named yet: it is not sent before. */
  int waits;

  /** The temporary ids that it waited for, or failed for, on the page before; null if it was not restored with any. */
  Seq<Object> awaitedBefore;

  MutationIntents(Mutation mutation) {
    this.mutation = mutation;
  }

  /** It is another request from now on. */
  public void renew() {
    idempotencyKey = mutation.client.newKey();
    attempts = 0;
  }

  public static Mutation mutationOf(Intent intent) {
    return ((MutationIntents) intent.owner).mutation;
  }

  @Override
  public String label() {
    return mutation.label();
  }

  @Override
  public Object variables() {
    return mutation.state.variables;
  }

  @Override
  protected Object error() {
    return mutation.state.error;
  }

  @Override
  protected Object write(Intent intent, Object variables) {
    return mutation.optimistic().apply(intent, variables);
  }

  @Override
  public Updater merge(Object answer) {
    Merge own = OwnOptions.merge(mutation.options, mutation.environment().values);
    return own == null ? null : old -> own.call(answer, mutation.state.variables, old);
  }

  @Override
  protected Object resync() {
    return OwnOptions.resync(mutation.options, mutation.environment().values);
  }

  @Override
  protected boolean asksForResync() {
    return mutation.environment().values.isFunction(resync());
  }

  @Override
  protected Object resyncOf(Object answer, Object variables) {
    return ((Resync) resync()).targetFor(answer, variables);
  }

  @Override
  protected boolean isRunning() {
    return mutation.run != null;
  }

  @Override
  protected boolean isInCallbacks(Intent intent) {
    return mutation.run != null && mutation.run.intent == intent;
  }
}
