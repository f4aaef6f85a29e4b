package dev.sanguine.law;

import dev.sanguine.env.Errors;
import dev.sanguine.env.Values;
import dev.sanguine.records.Holds;
import dev.sanguine.records.RecordShape;

/**
 * What the law needs of a query. Nothing else of the cache is visible to it.
 *
 * <p>The law decides what the query's confirmed value (its base) is, and what it shows (its view). The query keeps both,
 * tells those who watch it, and fetches if it is asked to. Whatever belongs to one fetch, to time or to the network stays on
 * the query's side.
 */
public abstract class FoldedQuery {
  /** The text by which the cache files it. */
  public final String hash;

  public final IntentLog log;
  final Values values;
  final Errors errors;

  /** The changes over it; null while none means it. */
  public BaseGate gate;
  /** What this client changed in it and the server confirmed; null before the first such change. */
  public ConfirmedRecords confirmed;
  /** An intent has made it: without that, nothing is left of it. */
  public boolean isMadeByIntent;

  protected FoldedQuery(String hash, IntentLog log) {
    this.hash = hash;
    this.log = log;
    values = log.host.values;
    errors = log.host.errors;
  }

  // What it is

  /** How records stand in its value. */
  public abstract RecordShape shape();

  /** The next value, with every part that equals its place in the previous one replaced by that part. */
  protected abstract Object share(Object previous, Object next);

  /** A function of the app's does that: it decides what is the same. */
  protected abstract boolean sharesByOwnFunction();

  /** Its records carry versions. */
  public abstract boolean hasVersions();

  /**
   * What the records' versions say of whether the value holds a change.
   *
   * @param base the confirmed value
   * @param before the value that the change started from
   * @param after the value after it
   * @param answer its mutation's; null before there is one
   * @param who the name of the mutation, for a report if the rule throws
   */
  protected abstract Holds versionSays(
      Object data, Object base, Object before, Object after, Object answer, String who);

  // What it has

  /** The confirmed value. */
  public abstract Object base();

  /** What it shows. */
  public abstract Object view();

  protected abstract boolean isInvalidated();

  protected abstract boolean isFetching();

  // What the law tells it

  /** Changes are about to stand over it: what it shows now is its base. */
  protected abstract void keepBase();

  /** This is what it shows from now on; nobody is told yet. */
  protected abstract void show(Object view);

  /** This is the confirmed value from now on, and those who watch are told. */
  protected abstract void becomeBase(ArrivedValue value);

  /** The confirmed value has become this one without any news from the server; nobody is told yet. */
  protected abstract void rewriteBase(Object data);

  /** The change has become part of the confirmed value, which may be out of date: nobody has fetched it. */
  protected abstract void bake(Object data, Change baked);

  /** The fetch that brought a value is over, though the value is not taken yet. */
  protected abstract void endFetch();

  protected abstract void invalidate();

  /** Those who watch are told of what it shows. */
  protected abstract void announce();

  /** No change is left over it, and {@link #gate} is null: it shows its base. */
  protected abstract void showBase();

  /** Called after {@link #showBase}. If only intents kept the query in the cache, it may leave. */
  protected abstract void lastChangeLeft();

  /** The mutation has failed, and with it leaves what its callback wrote: that had made {@code after} of {@code before}. */
  protected void handWriteUndone(Change change, Object before, Object after) {}

  /** The time, by which the query dates its values. */
  protected abstract double now();

  // Fetches

  /** A fetch of its own accord can be sent: somebody watches, and there is something to fetch with. */
  protected abstract boolean canResync();

  /**
   * Sends a fetch for what is owed, unless one is under way that was sent after that number.
   *
   * @return false if a fetch is owed still when the one under way is over
   */
  protected abstract boolean resync(double owedSince);

  /** What a fetch under way brings is taken only if it was sent after this number; cancelled, it goes back to what is now. */
  protected abstract void refuseFetchedBefore(double number);

  // What the law does for it

  /** A fetch that is sent after this number is wanted, once nothing is pending over it. */
  public void oweFetchAfter(double number) {
    gate().resyncAfter(number);
  }

  /** The changes over it, made if there are none yet. */
  BaseGate gate() {
    if (gate == null) {
      keepBase();
      gate = new BaseGate(this);
    }
    return gate;
  }

  /** A change of this client was confirmed, and is in the base from now on. */
  void confirmedHere(Object before, Object after, FoldedChange change) {
    if (confirmed == null) {
      confirmed = new ConfirmedRecords(this);
    }
    confirmed.isOfAnything |= change.change.record == null;
    // The base holds the change already, or there was none: of which records it was does not show.
    confirmed.hasEarlier |= values.same(before, after);
    Object old = change.ownPartBefore(before);
    Object now = change.change.ownPartOf(after, values, shape());
    if (change.mayBeInBase) {
      confirmed.addOfBase(old, now, change.intent.answer);
    } else {
      confirmed.add(old, now, change);
    }
    if (values.same(before, after)) {
      confirmed.addAnswered(old, change.intent.answer);
    }
  }

  /** Changes of this client that mean it were confirmed before it was there. */
  void comesAfterConfirmed() {
    confirmed = new ConfirmedRecords(this);
    confirmed.hasEarlier = true;
    confirmed.isOfAnything = true;
  }

  /** Changes of this client were confirmed here of which is not known which records they were about. */
  public boolean wasChangedAsAWhole() {
    return confirmed != null && confirmed.isOfAnything;
  }

  /** True if versions say that the one record is older than the other, which is in the base. */
  public boolean isOlder(Object record, Object inBase) {
    return hasVersions() && new ConfirmedRecords(this).isOlder(record, inBase);
  }

  /** True if the value, which nobody asked for after them, may lack changes that were confirmed. */
  public boolean mayUndoConfirmed(Object data) {
    return confirmed != null && !values.isUndefined(base()) && confirmed.mayLack(data);
  }

  /** The value with the records of the base in the place of older ones, as far as versions tell. */
  public Object withNewerRecords(Object data) {
    return confirmed == null ? data : confirmed.repaired(data);
  }

  /** It leaves the cache: the changes stay in the log and wait for another query of the key. */
  public void leave() {
    if (gate != null) {
      BaseGate left = gate;
      gate = null;
      log.views.forgetBase(left.base);
      showBase();
      left.abandon();
    }
  }
}
