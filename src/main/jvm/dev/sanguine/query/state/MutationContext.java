package dev.sanguine.query.state;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Supply;
import dev.sanguine.query.QueryClient;

/** What every callback of a mutation is given last. */
public class MutationContext {
  public QueryClient client;
  public Object meta;
  public Object mutationKey;
  /** Aborted when the mutation is cancelled. */
  public AbortSignal signal;
  /** The same over all attempts of one mutation. */
  public String idempotencyKey;
  /** With the feature {@code pacing}: the page is being left, and the request is to outlive it. */
  public boolean keepalive;
  /** With the feature {@code conflicts}: what failed of a change of several records that was taken in part; null if nothing did. */
  public Object failed;
  /** With the feature {@code conflicts}: what is known of the conflict that nobody has decided about; null of all else. */
  public Conflict conflict;
  /** What the feature {@code conflicts} says of the records; null without it. */
  public Supply getBase;

  public Supply getBases;
  public Supply getVersion;

  /**
   * With the feature {@code conflicts}: the confirmed record that the change is about, without any change that is pending;
   * null if it is about none, or about several.
   */
  public Object base() {
    return getBase == null ? null : getBase.get();
  }

  /** The same of all records that it is about, as a list. */
  public Object bases() {
    return getBases == null ? null : getBases.get();
  }

  /**
   * The version of that record, for a precondition; null if it has none. Whoever reads it is taken to send it: if the request
   * is given up and arrives late all the same, the server refuses it, and the next of its scope need not wait.
   */
  public Object version() {
    return getVersion == null ? null : getVersion.get();
  }
}
