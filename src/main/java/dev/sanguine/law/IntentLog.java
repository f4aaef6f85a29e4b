package dev.sanguine.law;

import dev.sanguine.env.Development;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Values;

/** All intents of a client that are not done with, in the order of issue. */
public final class IntentLog {
  /** What is put between two neighbours in the order of issue gets a number between theirs. */
  private static final double BETWEEN = 1e-4;

  public final LawHost host;
  public final SnapshotOrigins views = new SnapshotOrigins();
  /** The mutation whose callback is running, up to its first await; null if none is. */
  public IntentOwner calling;
  /** Records that the server has not named yet, and who waits for them; null before the first of them. */
  public RecordNames names;
  /** The queries by the records that they show; null if the client does not know them so. */
  public RecordQueries records;
  /** The changes that are pending. */
  private final OrderedSet<Change> pending = new OrderedSet<>();
  /** The serial of the newest confirmed change; 0 if no change is pending. What a later query fetches holds it. */
  double confirmed;

  private final Values values;

  private ConfirmedKeys confirmedKeys;
  private OrderedSet<FoldedQuery> toTell = new OrderedSet<>();
  /** A task that tells the observers is scheduled already. */
  private boolean telling;

  public IntentLog(LawHost host) {
    this.host = host;
    values = host.values;
    confirmedKeys = new ConfirmedKeys(host);
  }

  /** A mutation begins: it shows what it changes, if that is not shown yet; {@code showsChanges} is false for a plain one. */
  public void begin(IntentOwner owner, Object given, boolean showsChanges) {
    Object variables = names == null ? given : names.await(owner, given);
    if (showsChanges && (owner.intent == null || !owner.intent.isPending())) {
      owner.intent = issue(owner, variables);
    }
  }

  /**
   * Writes the changes down that {@code optimistic} names and shows them, before this returns. What it throws is thrown
   * here, and nothing is left of the intent then.
   */
  private Intent issue(IntentOwner owner, Object variables) {
    Intent intent = new Intent(this, owner);
    write(intent, variables);
    host.intentChanged(intent);
    host.errors.guard(
        () -> {
          place(intent.changes);
          tell();
        },
        error -> {
          settle(intent, IntentState.FAILED, null);
          host.errors.fail(error);
        });
    // One that was restored is shown before its queries may be there.
    if (Development.on() && owner.isRunning()) {
      HelperMisses.tell(intent);
    }
    return intent;
  }

  /** The intent of a mutation that failed on the page before: in no view, there to be listed and sent again. */
  public Intent failedBefore(IntentOwner owner, IntentState state) {
    Intent intent = new Intent(this, owner);
    write(intent, owner.variables());
    host.intentChanged(intent);
    intent.becomes(state, owner.error());
    host.intentChanged(intent);
    return intent;
  }

  /** Puts what the intent says of other variables in the place of what it said. */
  public void reissue(Intent intent, Object variables) {
    Seq<Change> before = intent.changes;
    intent.changes = new Seq<>();
    intent.open(true);
    boolean whole = false;
    try {
      write(intent, variables);
      whole = true;
    } finally {
      if (!whole) {
        // What it said before is on screen still, and leaves with the mutation.
        intent.changes = before;
        intent.open(false);
      }
    }
    int count = before.size();
    for (int i = 0; i < intent.changes.size() && count > 0; i++) {
      // What is more than before stands right behind it.
      intent.changes.get(i).serial = i < count
          ? before.get(i).serial
          : before.get(count - 1).serial + (i - count + 1) * BETWEEN;
    }
    host.intentRewritten(intent);
    before.each(this::takeOut);
    place(intent.changes);
  }

  /**
   * A callback of a pending mutation writes data by hand: that is a change of the mutation, in whose log it stands from now on.
   *
   * @param variables those of the mutation, for the intent that this may be the first change of
   */
  public void write(IntentOwner owner, Object variables, Change change, Object queryKey) {
    boolean isFirst = owner.intent == null || !owner.intent.isPending();
    if (isFirst) {
      owner.intent = new Intent(this, owner);
      owner.intent.variables = variables;
    }
    owner.intent.add(change, queryKey);
    if (isFirst) {
      host.intentChanged(owner.intent);
    } else {
      host.intentRewritten(owner.intent);
    }
    place(Seq.of(change));
    tell();
  }

  /**
   * A callback of a mutation that is confirmed makes something else of the record that its onMutate has added: the server's,
   * say. The confirmed value does not have it yet. So that stands right behind what was added, and leaves with it.
   */
  public void amend(FoldedChange own, Change change) {
    own.intent.add(change, own.change.key);
    change.serial = own.change.serial + BETWEEN;
    host.intentRewritten(own.intent);
    place(Seq.of(change));
    removePending(change);
    confirmedKeys.add(change);
    tell();
  }

  /** What was taken for a change of a mutation is none of it. False if it is over already. */
  public boolean takeBack(Change change) {
    if (change.intent.isPending()) {
      change.intent.changes.remove(change);
      host.intentRewritten(change.intent);
      takeOut(change);
      return true;
    }
    return false;
  }

  /** Puts another change of a pending intent in the place of one. */
  public void replace(Change before, Change after) {
    Intent intent = before.intent;
    after.intent = intent;
    after.key = before.key;
    after.hash = before.hash;
    after.filters = before.filters;
    after.serial = before.serial;
    intent.changes.set(intent.changes.find(before), after);
    host.intentRewritten(intent);
    takeOut(before);
    place(Seq.of(after));
  }

  private void write(Intent intent, Object variables) {
    intent.variables = variables;
    Object returned = intent.owner.write(intent, variables);
    intent.open(false);
    refusePromise(intent, returned);
    if (!intent.owner.asksForResync()) {
      intent.aim(intent.owner.resync());
    }
  }

  /** Runs a callback of the mutation: what it writes before its first await is known to be its own. */
  public Object calling(IntentOwner owner, Supply callback) {
    IntentOwner before = calling;
    calling = owner;
    try {
      return callback.get();
    } finally {
      calling = before;
    }
  }

  /** Neither {@code optimistic} nor a change can wait for anything. */
  public void refusePromise(Intent intent, Object returned) {
    if (host.isThenable(returned)) {
      host.errors.fail(
          host.errors.create("optimistic of " + intent.owner.label() + " returned a promise"
              + Development.hint(
                  "; it, and each of its updates, must return at once. Fetch in mutationFn"
                      + " instead.")));
    }
  }

  /** The mutation's request leaves now. */
  public void sent(Intent intent) {
    IntentOwner owner = intent.owner;
    if (owner.attempts++ == 0) {
      owner.sent = host.tick();
    }
    intent.changes.each(change -> change.places.each(FoldedChange::noteSent));
    intent.state = IntentState.SENT;
    host.intentChanged(intent);
  }

  /**
   * The intent has its final answer. Confirmed it keeps its place; failed, or if nobody knows what became of it, it is
   * taken back. The answer is the mutation's data, or its error.
   */
  public void settle(Intent intent, IntentState state, Object answer) {
    boolean confirmed = state == IntentState.CONFIRMED;
    boolean failed = !confirmed && state != IntentState.UNKNOWN;
    if (!failed) {
      aim(intent, confirmed ? answer : values.undefined());
    }
    intent.becomes(state, answer);
    host.intentChanged(intent);
    // All of them first: what is done for one may bake another that stands in the same fold.
    intent.changes.each(this::removePending);
    intent.changes.each(change -> {
      boolean isTarget = change.kind == ChangeKind.RESYNC;
      ResyncScope scope = isTarget ? ResyncScope.TARGET : ResyncScope.TOUCHED;
      if (confirmed && !isTarget) {
        confirmedKeys.add(change);
        change.answer = answerFor(change, answer);
      }
      change.places.copy().each(folded -> {
        BaseGate gate = folded.query.gate;
        // A value that shows without it, since it may hold it, is owed one that holds it for
        // certain.
        boolean mayBeMissing = confirmed && folded.mayBeInBase && !folded.wasWrittenIn;
        if (mayBeMissing || !failed && intent.owes == scope) {
          gate.resyncAfter(intent.settled);
        }
        gate.settled(folded);
      });
    });
    intent.touched.each(query -> {
      if (query.gate != null) {
        query.gate.bake();
      }
    });
  }

  /** What the mutation's answer adds to the change; null if that is nothing. */
  private MutationAnswer answerFor(Change change, Object data) {
    MutationAnswer answer = new MutationAnswer(change.intent, data);
    if (names != null) {
      answer.names = names.names(change.intent.owner, data);
    }
    // Of a record that is being made nobody else's change is under way.
    boolean isOvertaken = answer.names == null
        && answer.merge == null
        && change.places.some(folded -> folded.query.gate.isOvertaken(folded));
    return isOvertaken || !answer.says(values, change.places) ? null : answer;
  }

  private void removePending(Change change) {
    pending.remove(change);
    if (pending.size() == 0) {
      confirmed = 0;
    } else if (change.intent.state == IntentState.CONFIRMED && change.kind != ChangeKind.RESYNC) {
      confirmed = Math.max(confirmed, change.serial);
    }
    change.places.each(folded -> folded.query.gate.pending--);
  }

  private void takeOut(Change change) {
    removePending(change);
    change.places.copy().each(folded -> folded.query.gate.settled(folded));
  }

  /** If the option resync is a function, asks it where the fetch goes; what it throws is reported. */
  private void aim(Intent intent, Object data) {
    if (intent.owner.asksForResync()) {
      host.errors.guard(
          () -> {
            Change aimed = intent.aim(intent.owner.resyncOf(data, intent.variables));
            if (aimed != null) {
              place(Seq.of(aimed));
            }
          },
          error -> {
            intent.owes = ResyncScope.TOUCHED;
            host.errors.report(
                "resync threw"
                    + Development.hint("; what the mutation " + intent.owner.label()
                        + " touched is fetched. Return true, false, a query key or filters."),
                error);
          });
    }
  }

  /** The mutation is done with its callbacks: what its queries still owe is fetched or baked. */
  public void finish(Intent intent) {
    intent.owes = ResyncScope.NOTHING;
    intent.touched.each(this::settleDown);
  }

  /** A mutation is done with its callbacks, or a fetch of the query has ended: what is due is fetched or baked. */
  public void settleDown(FoldedQuery query) {
    if (query.gate != null) {
      query.gate.resync();
      query.gate.bake();
      end(query);
    }
  }

  /**
   * Puts the changes that mean this new query over it: those that are pending. What was confirmed is in the value that it
   * comes with, or will fetch; put over it once more it would undo what was confirmed after it.
   */
  public void attach(FoldedQuery query) {
    host.queryTouched(query);
    if (confirmedKeys.mean(query)) {
      query.comesAfterConfirmed();
    }
    pending.each(change -> {
      if (change.means(query)) {
        put(change, query, false);
      }
    });
  }

  /**
   * The query turns out to show what the pending change is about.
   *
   * @param mayBeInBase its confirmed value may hold the change already: to do it twice must do no harm then
   */
  public void attach(Change change, FoldedQuery query, boolean mayBeInBase) {
    put(change, query, false);
    FoldedChange folded = change.places.get(change.places.size() - 1);
    if (mayBeInBase && change.intent.owner.attempts > 0 && !folded.isIdempotent()) {
      query.gate.passOver(folded, true);
    }
    tellLater(query);
  }

  /** The server has named records: pending changes of keys with the temporary ids mean the keys with the server's. */
  public void renameKeys() {
    pending.each(change -> {
      if (change.key != null) {
        Object named = names.namedKey(change.key);
        if (!values.same(named, change.key)) {
          change.key = named;
          change.hash = host.hash(named);
        }
      }
    });
  }

  /** Forgets every change, and gives up what waits for a record that is being made. What settles later finds nothing to do. */
  public void clear() {
    pending.clear();
    confirmed = 0;
    confirmedKeys = new ConfirmedKeys(host);
    views.forgetPrimitives();
    if (names != null) {
      names.clear();
    }
    host.cleared();
  }

  /**
   * The query's observers hear of its new view once for all that happened in this task. If many functions have to run
   * for it, they hear once for all tasks of a time that grows with them, 31 ms for 4,000: n failures in n tasks would run
   * n times n.
   */
  public void tellLater(FoldedQuery query) {
    toTell.add(query);
    if (!telling) {
      telling = true;
      int wait = query.gate == null ? 0 : query.gate.changes.size() >> 7;
      host.later(
          () -> {
            telling = false;
            tell();
          },
          wait);
    }
  }

  private void tell() {
    OrderedSet<FoldedQuery> now = toTell;
    toTell = new OrderedSet<>();
    host.batch(() -> now.each(query -> {
      query.announce();
      end(query);
    }));
  }

  /** Shows the changes, each in its place in the order of issue. */
  private void place(Seq<Change> changes) {
    changes.each(change -> {
      Seq<FoldedQuery> meant = change.record != null
          ? records.meantBy(change)
          : change.filters != null ? host.findAll(change.filters) : named(change);
      pending.add(change);
      meant.each(each -> {
        put(change, each, true);
        if (change.kind != ChangeKind.RESYNC) {
          tellLater(each);
        }
      });
    });
  }

  /** The query of the change's key, made if the change makes data out of nothing. */
  private Seq<FoldedQuery> named(Change change) {
    FoldedQuery query = host.find(change.hash);
    if (query == null && change.creates()) {
      query = host.make(change.key);
      query.isMadeByIntent = true;
    }
    return query == null ? new Seq<>() : Seq.of(query);
  }

  private static void put(Change change, FoldedQuery query, boolean first) {
    // When a change was put over another query, a record's may have been found to mean this one
    // too.
    if (change.record == null || !change.isOver(query)) {
      query.gate().add(change, first);
    }
  }

  /** The query goes on without a fold if nothing is left to fold; one that only an intent had made goes. */
  private void end(FoldedQuery query) {
    BaseGate gate = query.gate;
    if (gate != null && gate.changes.size() == 0 && gate.resyncAfter == 0) {
      query.gate = null;
      views.forgetBase(gate.base);
      query.showBase();
      query.lastChangeLeft();
    }
  }
}
