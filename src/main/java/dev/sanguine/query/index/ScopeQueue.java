package dev.sanguine.query.index;

import dev.sanguine.env.Predicate;
import dev.sanguine.env.Seq;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationRun;
import jsinterop.annotations.JsConstructor;

/**
 * The pending mutations of one scope: any of them leaves at the cost of one. They stand in the order in which they were
 * made; one with an intent stands behind those that were pending before it, as its change does in the log.
 */
public final class ScopeQueue {
  public final String scope;
  public Mutation first;
  /** Those that were given up and whose requests have not come back. Until there is none, nobody of this scope is sent. */
  public final Seq<MutationRun> out = new Seq<>();

  private Mutation last;

  @JsConstructor
  public ScopeQueue(String scope) {
    this.scope = scope;
  }

  public void add(Mutation mutation) {
    Mutation before = last;
    while (before != null
        && before.mutationId > mutation.mutationId
        && mutation.optimistic() == null) {
      before = before.ahead;
    }
    link(mutation, before, before == null ? first : before.behind);
  }

  /** Puts it behind those that are under way, and before those of the others that come after it. */
  public void insert(Mutation mutation, Predicate<Mutation> isLater) {
    Mutation before = last;
    while (before != null && !before.isUnderWay() && isLater.test(before)) {
      before = before.ahead;
    }
    link(mutation, before, before == null ? first : before.behind);
  }

  private void link(Mutation mutation, Mutation ahead, Mutation behind) {
    mutation.ahead = ahead;
    mutation.behind = behind;
    if (ahead == null) {
      first = mutation;
    } else {
      ahead.behind = mutation;
    }
    if (behind == null) {
      last = mutation;
    } else {
      behind.ahead = mutation;
    }
  }

  public void remove(Mutation mutation) {
    if (mutation.ahead == null) {
      first = mutation.behind;
    } else {
      mutation.ahead.behind = mutation.behind;
    }
    if (mutation.behind == null) {
      last = mutation.ahead;
    } else {
      mutation.behind.ahead = mutation.ahead;
    }
    mutation.ahead = null;
    mutation.behind = null;
  }
}
