package dev.sanguine.law;

import dev.sanguine.env.Seq;

/** The ids of records that the server has not named yet. */
public abstract class RecordNames {
  /** The variables with the ids that are known by now; the mutation waits if one is not. */
  protected abstract Object await(IntentOwner owner, Object variables);

  /** Puts the server's ids in the place of those that the mutation gave out; null if it gave none. */
  protected abstract Updater names(IntentOwner owner, Object answer);

  /** Pairs of an id that the mutation gave out and the one that its answer gives. */
  public abstract Seq<Seq<Object>> pairs(IntentOwner owner, Object answer);

  /** The key with the server's ids in the place of temporary ones that it has named. */
  public abstract Object namedKey(Object key);

  /** The id by which the server knows a record: for a temporary one that it has named, its own. */
  public abstract Object realIdOf(Object id);

  protected abstract void clear();
}
