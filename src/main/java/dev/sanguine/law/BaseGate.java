package dev.sanguine.law;

import dev.sanguine.env.Seq;
import dev.sanguine.records.Holds;

/*
 * What may become the base while changes stand over it, and when. Fold makes the view of that base.
 *
 * Confirmed is not gone. A confirmed change stays in the log until a value becomes the base that was requested after the
 * confirmation. Only such a value holds the change for certain. If no fetch will bring one, the change is baked: it becomes
 * part of the base, and the query is marked stale. That waits until nothing older is pending and no fetch is under way.
 *
 * A fetch that overlaps a change. Its answer may hold the change or not. If the change may be applied twice (merge, remove,
 * upsert, set), it is applied to the answer at once. If it may not (a function, an increment, an append), the answer is held
 * back until the change settles. If the change is confirmed, the answer is dropped, because a later fetch follows. If the
 * change fails, the answer is taken. If records carry versions (the query's option), a version may answer the question, and
 * then nothing waits. See offer and settled.
 *
 * What is never held back. A first load shows at once, without the changes that it may hold. One more page shows at once,
 * with all changes. Each piece of a stream shows at once, without the changes that can be seen in it (StreamedPiece).
 *
 * Before and after are numbers that LawHost.tick counts, never times. A value that nobody requested (hydration, a push)
 * counts as older than every change. A value that a persister stored is older still, and holds no change. Neither becomes
 * the base if it may lack a confirmed change of this query (FoldedQuery.mayUndoConfirmed).
 *
 * A value that is written by hand becomes the base at once, and counts as older than the log. A change that can be seen in
 * it (Containment) is not applied again, and neither is one whose own mutation wrote the value in a callback.
 *
 * A change leaves the fold when a value that contains it becomes the base. A fetch that is under way then may bring an older
 * value, so its result is discarded and fetched again. If that fetch is cancelled, the query keeps its present value.
 *
 * One fetch brings all that is owed to a query: for values that were dropped, and for changes that were confirmed. It is
 * sent when nothing is pending over the query.
 */
public final class BaseGate extends ViewOfChanges {
  /** A value that came at a time when it may, or may not, hold a change that is under way; null if none waits. */
  public ArrivedValue held;
  /** How many changes it waits for. */
  private int waits;
  /** The first change that the value may or may not hold; null if there is none. A later one is not believed then. */
  private FoldedChange firstUnknown;
  /** A fetch that is sent after this tick is owed, once nothing is pending; 0 if none is owed. */
  public double resyncAfter;
  /** The tick at which the base was requested or written. The base may hold a change that was sent before it. */
  private double baseIsOf;
  /** How many pages an infinite query had in a value that was dropped: the next fetch brings as many. */
  public int pages;
  /** The serial of the newest change that the value holds for certain. An older change, applied to the value, would undo it. */
  private double newest;
  /** Serial of the newest change that was confirmed before this query existed: every fetched value contains it. */
  private final double confirmedBefore;

  private final VersionEvidence versions = new VersionEvidence(this);

  BaseGate(FoldedQuery query) {
    super(query);
    confirmedBefore = log.confirmed;
  }

  /** A fetch brought a value; {@code sent} is the number of its request. If the value is held back the fetch is over all the same. */
  public void arrive(Object data, double sent) {
    arrive(new ArrivedValue(data, sent), false);
  }

  /** A fetch brought the pages that are in the base, and one more: those in the base are as old as they are. */
  public void arriveOneMore(Object data) {
    arrive(new ArrivedValue(data, ArrivedValue.UNASKED), true);
  }

  private void arrive(ArrivedValue value, boolean isOneMorePage) {
    value.data = query.withNewerRecords(value.data);
    offer(value, isOneMorePage);
    query.endFetch();
  }

  /**
   * A fetch has brought a part of its value, which shows at once: what can be seen in it is not done to it again, nor what a
   * first value may hold.
   */
  public void grow(Object data, double sent) {
    boolean isFirst = values.isUndefined(query.view());
    held = null;
    look(data, sent);
    if (isFirst) {
      passOverWhatMayBeIn(true, sent);
    } else {
      new StreamedPiece(this, data).passOver();
    }
    changes.each(folded -> {
      if (folded.mayBeInBase
          && !folded.wasWrittenIn
          && folded.intent.state == IntentState.CONFIRMED) {
        resyncAfter(folded.intent.settled);
      }
    });
    leave();
    becomeBaseAsWritten(new ArrivedValue(data, ArrivedValue.UNASKED));
  }

  /** The value becomes the base as it is: it was not fetched, or is not fetched to its end. */
  private void becomeBaseAsWritten(ArrivedValue value) {
    value.data = query.share(base, value.data);
    value.isManual = true;
    query.becomeBase(value);
  }

  /** The end of a fetch whose value is the base already: it says nothing more of any change. */
  public void arriveShown(double sent) {
    held = null;
    changes.each(folded -> folded.isIn = Holds.NO);
    take(new ArrivedValue(base, sent));
  }

  /**
   * Somebody sent the value who was not asked: a page that was rendered on a server, a push.
   *
   * @param state the state that it was sent in
   * @param updatedAt when it was made
   */
  public void receive(Object data, Object state, double updatedAt) {
    ArrivedValue value = new ArrivedValue(data, ArrivedValue.UNASKED);
    value.pushed = state;
    value.updatedAt = updatedAt;
    offer(value, false);
  }

  /** Takes the value as the new base, or holds it back if it may show a change twice. */
  private void offer(ArrivedValue value, boolean isOneMorePage) {
    Object data = value.data;
    double sent = value.sent;
    boolean isFirst = values.isUndefined(query.view());
    value.wasInvalidated = query.isInvalidated();
    if (isOneMorePage && held != null) {
      // The pages that wait are newer than those that this one was added to: they are owed still.
      resyncAfter(log.host.tick());
    }
    // The newest value stands for those before it.
    held = value;
    waits = 0;
    look(data, sent);
    changes.each(folded -> {
      folded.isWaitedFor = !isFirst && !isOneMorePage && mayBeTwice(folded, sent);
      waits += folded.isWaitedFor ? 1 : 0;
      if (!isOneMorePage
          && folded.intent.state == IntentState.CONFIRMED
          && mayBeTwice(folded, sent)) {
        refuse(folded, data, isFirst);
      }
    });
    if (waits == 0) {
      held = null;
      if (!isOneMorePage) {
        passOverWhatMayBeIn(isFirst, sent);
      }
      take(value);
      return;
    }
    if (held != null) {
      // If it is taken later, its time is still the time at which it came.
      value.keepArrivalTime(query.now());
    }
    log.host.valueHeld(query, value);
  }

  /** True if the change, applied to the value, might show twice or undo a newer one. A resync's target does neither. */
  private boolean mayBeTwice(FoldedChange folded, double sent) {
    return folded.isIn == Holds.UNKNOWN
        && sent != ArrivedValue.STORED
        && folded.change.kind != ChangeKind.RESYNC
        && (folded.change.serial < newest || !folded.isIdempotent());
  }

  /**
   * Decides which changes are not applied to the new base. A first value shows without the changes that it may hold, and
   * without older ones that would undo those. A value from storage keeps the marks that the base before it had.
   */
  private void passOverWhatMayBeIn(boolean isFirst, double sent) {
    boolean isNewerIn = false;
    for (int i = changes.size() - 1; i >= 0; i--) {
      FoldedChange folded = changes.get(i);
      boolean isStored = sent == ArrivedValue.STORED;
      // The stored value may be a copy of the present base: it may hold what that one may hold.
      boolean mayBeIn = folded.isIn == Holds.UNKNOWN && (!isStored || mayBeInBase(folded));
      boolean isTwice = isStored ? mayBeIn && !folded.isIdempotent() : mayBeTwice(folded, sent);
      boolean isPassed = isFirst ? isTwice || isNewerIn && mayBeIn : isStored && folded.mayBeInBase;
      passOver(folded, isPassed);
      isNewerIn |= isPassed && folded.intent.state == IntentState.CONFIRMED;
    }
  }

  /** It was sent before the base came. */
  boolean mayBeInBase(FoldedChange folded) {
    return folded.intent.owner.attempts > 0 && folded.intent.owner.sent < baseIsOf;
  }

  /** One before it changes the same record and is done to the value: that alone does not say what this one would show. */
  private boolean isOverItsRecord(FoldedChange folded) {
    return changes.some(one -> one.change.serial < folded.change.serial
        && one.isIn != Holds.YES
        && folded.change.record.isSame(one.change.record));
  }

  /** Finds out of each change whether the value holds it. */
  private void look(Object data, double sent) {
    firstUnknown = null;
    newest = sent > 0 ? confirmedBefore : 0;
    changes.each(folded -> {
      boolean isOlder =
          folded.intent.state == IntentState.CONFIRMED && folded.intent.settled < sent;
      folded.isIn =
          isOlder && !versions.isFromLaggingReplica(folded, data) ? Holds.YES : Holds.UNKNOWN;
    });
    changes.each(folded -> {
      if (folded.isIn != Holds.YES) {
        folded.isIn =
            folded.intent.owner.attempts == 0 || folded.broken ? Holds.NO : holds(folded, data);
      }
      if (folded.isIn == Holds.UNKNOWN && firstUnknown == null) {
        firstUnknown = folded;
      }
      if (folded.isIn == Holds.UNKNOWN
          && folded.change.record != null
          && !isOverItsRecord(folded)) {
        folded.countsUnseen |= log.records.countsUnseen(folded, data);
      }
      if (folded.isIn == Holds.YES && folded.change.kind != ChangeKind.RESYNC) {
        newest = Math.max(newest, folded.change.serial);
      }
    });
  }

  /**
   * Somebody writes a value by hand. It is the new base, and the changes that it is seen to hold are not done to it again.
   *
   * @param byUpdater it was made of the base, so it holds what the base holds, or what a callback adds
   * @return what the query shows then
   */
  public Object write(ArrivedValue value, boolean byUpdater) {
    Object data = value.data;
    value.data = query.share(base, data);
    held = null;
    refresh();
    new WrittenBase(this, data, byUpdater).look();
    baseIsOf = log.host.tick();
    leave();
    query.becomeBase(value);
    return query.view();
  }

  /**
   * Somebody puts a view back that he was shown, which means the base under it. What stands in the log stays over it.
   *
   * @param value that base, as it is now
   * @param passed the changes that it may hold already
   * @return what the query shows then
   */
  public Object putBack(ArrivedValue value, Seq<Change> passed) {
    if (!values.same(value.data, base)) {
      changes.each(folded -> passOver(folded, passed.has(folded.change)));
    }
    value.data = query.share(base, value.data);
    query.becomeBase(value);
    return query.view();
  }

  /** The base may hold the change, as the page before knew: it is passed over. If it visibly does, so is what would undo it. */
  void mayHaveBeenInBase(FoldedChange folded) {
    passOver(folded, true);
    refresh();
    VisibleChanges seen = new VisibleChanges(this);
    if (seen.in(folded, false, changes.find(folded), base) == Holds.YES) {
      seen.olderThan(Seq.of(folded), base).each(older -> passOver(older, true));
    }
  }

  Object applied(FoldedChange folded, Object value) {
    return errors.attempt(() -> folded.made(value), error -> value);
  }

  /**
   * An intent has its final answer. Confirmed it keeps its place, and what may hold it twice is dropped; else it leaves,
   * and the others are folded as if it had never been.
   */
  void settled(FoldedChange folded) {
    boolean confirmed = folded.intent.state == IntentState.CONFIRMED;
    if (!confirmed) {
      if (folded.wasWrittenIn) {
        resyncAfter(folded.intent.settled);
        if (!query.canResync()) {
          query.invalidate();
        }
      }
      if (folded.change.rewrite != null && folded.intent.owner.isRunning()) {
        refresh();
        query.handWriteUndone(folded.change, before(changes.find(folded)), folded.valueAfter);
      }
      takeOut(folded);
      // What it would have undone shows again over what is left of it in the base.
      changes.filter(older -> older.coveredBy == folded).each(older -> passOver(older, false));
      noteLook();
      log.tellLater(query);
    } else {
      changes.filter(older -> older.coveredBy == folded).each(older -> older.coveredBy = null);
      goByAnswer(folded);
      if (folded.change.answer != null) {
        mergeAnswer(folded);
      }
    }
    if (held != null && folded.isWaitedFor) {
      folded.isIn = confirmed ? holds(folded, held.data) : Holds.NO;
      if (folded.isIn == Holds.UNKNOWN) {
        refuse(folded, held.data, false);
      } else if (--waits == 0) {
        takeHeld();
      }
    }
    noteLook();
  }

  /** The answer's version may tell whether the base holds the change. */
  private void goByAnswer(FoldedChange folded) {
    if (!folded.mayBeInBase && folded.isIdempotent()) {
      return;
    }
    Holds said = versions.ofAnswer(folded, base);
    // What was sent after the base came, or never, is not in it, and comes after what is.
    Seq<FoldedChange> older = said == Holds.YES
        ? new VisibleChanges(this).olderThan(Seq.of(folded), base).filter(this::mayBeInBase)
        : new Seq<>();
    // The server did the two in another order than they were issued in: that is for the fetch to
    // show.
    boolean isOutOfOrder = older.some(one -> versions.ofAnswer(one, base) == Holds.NO)
        || said == Holds.NO
            && changes.someAt((newer, at) -> at > changes.find(folded)
                && newer.mayBeInBase
                && new VisibleChanges(this).wouldHide(folded, newer));
    if (said != Holds.UNKNOWN && folded.mayBeInBase != (said == Holds.YES) && !isOutOfOrder) {
      passOver(folded, said == Holds.YES);
      older.each(one -> passOver(one, true));
      log.tellLater(query);
    }
  }

  private void takeHeld() {
    ArrivedValue taken = held;
    held = null;
    changes.each(folded -> passOver(folded, false));
    taken.isManual = true;
    // If the query was invalidated after the value came, it stays invalidated.
    boolean since = query.isInvalidated() && !taken.wasInvalidated;
    take(taken);
    if (since) {
      query.invalidate();
    }
  }

  /** Drops the value, unless it is shown until then, and asks for a fetch that is sent after the change was settled. */
  private void refuse(FoldedChange folded, Object data, boolean showsAllTheSame) {
    if (!showsAllTheSame) {
      held = null;
    }
    resyncAfter(folded.intent.settled);
    pages = Math.max(pages, values.items(values.field(data, "pages")).size());
  }

  /** Makes the confirmed head of the log part of the base, if no value will come that holds it. */
  void bake() {
    if (query.isFetching() || held != null) {
      return;
    }
    boolean isAny = false;
    while (changes.size() > 0
        && changes.get(0).intent.state == IntentState.CONFIRMED
        // What covers it may fail, and then it shows again.
        && changes.get(0).coveredBy == null
        && !((resyncAfter > 0 || changes.get(0).intent.owes != ResyncScope.NOTHING)
            && query.canResync())) {
      refresh();
      FoldedChange baked = changes.get(0);
      if (changes.size() == 1) {
        // The last to be baked: the view itself, so that who holds it sees no new object.
        baked.valueAfter = view;
      }
      beforeLeaving(baked);
      fold.bakeFirst();
      base = baked.valueAfter;
      query.bake(base, baked.change);
      isAny = true;
    }
    if (isAny) {
      show();
      noteLook();
      log.tellLater(query);
    }
  }

  /** The base may lack a change that was sent, or whose outcome nobody knows. */
  public boolean lacksWhatWasSent() {
    return resyncAfter > 0 || changes.some(folded -> folded.intent.owner.attempts > 0);
  }

  /** A fetch that is sent after this settle is wanted. */
  public void resyncAfter(double settled) {
    resyncAfter = Math.max(resyncAfter, settled);
  }

  /** Sends the fetch that is due, once nothing is pending, unless one is under way that was sent late enough. */
  void resync() {
    if (resyncAfter > 0 && pending == 0 && query.resync(resyncAfter)) {
      resyncAfter = 0;
    }
  }

  /** The base with the confirmed changes done to it that stand behind pending ones. */
  public Object confirmedValue() {
    Object value = base;
    for (int i = 0; i < changes.size(); i++) {
      FoldedChange folded = changes.get(i);
      value =
          folded.intent.state == IntentState.CONFIRMED && folded.change.kind != ChangeKind.RESYNC
              ? applied(folded, value)
              : value;
    }
    return value;
  }

  /** The query leaves its cache: the changes stay in the log and wait for another query of the key. */
  void abandon() {
    changes.copy().each(folded -> {
      takeOut(folded);
      // Nobody is shown anything of it any more.
      hasLostOne = false;
    });
  }

  /** What a confirmed intent has written by hand becomes part of the base: a callback of its mutation makes something of it. */
  public void settleInBase(Intent own) {
    refresh();
    Object made = base;
    for (int i = 0; i < changes.size(); i++) {
      FoldedChange folded = changes.get(i);
      boolean isOwn = folded.intent == own && folded.change.rewrite != null;
      folded.isIn = isOwn ? Holds.YES : Holds.NO;
      made = isOwn && !folded.mayBeInBase ? folded.changed(made) : made;
    }
    leave();
    query.rewriteBase(made);
    rebase(made);
  }

  /** The changes that the value holds leave the fold. */
  private void leave() {
    boolean isFetching = query.isFetching();
    changes.filter(folded -> folded.isIn == Holds.YES).each(folded -> {
      takeOut(folded);
      if (isFetching) {
        // What the fetch goes back to, cancelled, lacks what leaves now; so may what it brings.
        query.refuseFetchedBefore(
            folded.intent.isPending() ? log.host.tick() : folded.intent.settled);
      }
    });
  }

  /** The value becomes the base; what was confirmed before its request was sent is in it. */
  private void take(ArrivedValue value) {
    leave();
    log.views.confirmed(query, null);
    baseIsOf = value.sent > 0
        ? value.sent
        : value.sent == ArrivedValue.STORED ? baseIsOf : log.host.tick();
    if (value.sent > resyncAfter) {
      resyncAfter = 0;
    }
    pages = 0;
    if (value.pushed == null) {
      value.data = query.share(base, value.data);
      // What was shown already keeps its identity when it becomes the confirmed value.
      if (!values.same(value.data, base) && !query.sharesByOwnFunction()) {
        value.data = query.share(view, value.data);
      }
    }
    query.becomeBase(value);
  }

  /** Whether the value holds the change; unknown of one that stands behind another of which that is unknown. */
  private Holds holds(FoldedChange folded, Object data) {
    Holds said = versions.of(folded, data);
    return said == Holds.YES && firstUnknown != null && firstUnknown != folded
        ? Holds.UNKNOWN
        : said;
  }
}
