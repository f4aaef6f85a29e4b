package dev.sanguine.law;

/** What the law needs of a mutation, and what it keeps for one. */
public abstract class IntentOwner {
  /** What it changes; null before that is written down, and when nothing is left to say of it. */
  public Intent intent;
  /** How often its variables were sent. */
  public int attempts;
  /** The request that carries its change together with those of others; null if none does. */
  public Object request;
  /** When they were sent first, in the client's numbers: what is fetched later may hold the change. */
  public double sent;

  /** How errors and logs name it. */
  public abstract String label();

  public abstract Object variables();

  /** Its error; null if it has none. */
  protected abstract Object error();

  /** Writes its changes down in the intent; returns what the app's function returned. */
  protected abstract Object write(Intent intent, Object variables);

  /** What its answer makes of a value, if the app says so itself; null if it does not. */
  public abstract Updater merge(Object answer);

  /** Where the fetch goes that follows: true, false, a key, filters, or null if the app says nothing. */
  protected abstract Object resync();

  /** True if the app says that by a function, of the answer. */
  protected abstract boolean asksForResync();

  /** What that function says. */
  protected abstract Object resyncOf(Object answer, Object variables);

  /** It is being sent, or its callbacks run. */
  protected abstract boolean isRunning();

  /** It is confirmed, and a callback of it has not ended yet. */
  protected abstract boolean isInCallbacks(Intent intent);
}
