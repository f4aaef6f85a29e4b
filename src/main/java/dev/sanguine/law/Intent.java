package dev.sanguine.law;

import dev.sanguine.env.Development;
import dev.sanguine.env.Seq;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;

/**
 * What a mutation changes before its answer is there: pure functions from value to value, one for each query it touches.
 * It is given to {@code optimistic}, which writes down the changes and returns; they show in the same call of mutate and
 * leave by themselves when the mutation fails.
 *
 * <p>A target is a key, meant exactly, or filters, which mean every query that they match, also one that is made later.
 * A query without data is passed over until data comes; only {@link #set} makes data if there was none.
 */
@JsType
public final class Intent {
  @JsIgnore
  public final IntentLog log;

  /** Whose it is; null of one that is only written down to be looked at. */
  @JsIgnore
  public final IntentOwner owner;

  /** What the mutation was called with. */
  public Object variables;

  @JsIgnore
  public Seq<Change> changes = new Seq<>();

  /** The queries it was folded over. */
  @JsIgnore
  public final Seq<FoldedQuery> touched = new Seq<>();

  @JsIgnore
  public IntentState state = IntentState.QUEUED;

  /** When it was settled, in the client's numbers. */
  @JsIgnore
  public double settled;

  /** What the mutation brought, once it is confirmed; else its error. */
  @JsIgnore
  public Object answer;

  /** What a fetch after its confirmation is owed to, and what is confirmed waits for that. */
  ResyncScope owes = ResyncScope.NOTHING;

  /** It makes a record under an id of its own: a value that is fetched meanwhile may hold it under the server's. */
  @JsIgnore
  public boolean makesRecords;

  private boolean closed;

  @JsIgnore
  public Intent(IntentLog log, IntentOwner owner) {
    this.log = log;
    this.owner = owner;
  }

  /** queued, sent, confirmed, failed, conflict or unknown. */
  @JsProperty
  public String getState() {
    return state.word;
  }

  /** What it failed with; null if it did not. */
  @JsProperty
  public Object getError() {
    return hasFailed() ? answer : null;
  }

  /** Replaces the value by what the function makes of it; undefined (null in Java) leaves it as it is. */
  public void update(Object target, Updater updater) {
    write(target, ChangeKind.FUNCTION, updater);
  }

  /**
   * Puts the value in the place of what is there, or of nothing. A function is given what is there, undefined (null in Java)
   * if nothing is, and returns the value.
   */
  public void set(Object target, Object valueOrUpdater) {
    write(target, ChangeKind.SET, valueOrUpdater);
  }

  /**
   * Writes the fields over the record; in a list, over every record whose id is {@code fields.id}. A record with another id is
   * passed over, and so is what is no record.
   */
  public void merge(Object target, Object fields) {
    write(target, ChangeKind.MERGE, fields);
  }

  /** Takes the record with this id out of the list. Ids are equal if their texts are, here and everywhere. */
  public void remove(Object target, Object id) {
    write(target, ChangeKind.REMOVE, id);
  }

  /** The same; documents know one kind of number, and Java's int is another. */
  @JsIgnore
  public void remove(Object target, double id) {
    remove(target, (Object) id);
  }

  /** Puts the record in the place of the one with its id, or at the end of the list. */
  public void upsert(Object target, Object record) {
    write(target, ChangeKind.UPSERT, record);
  }

  public void append(Object target, Object item) {
    write(target, ChangeKind.APPEND, item);
  }

  public void prepend(Object target, Object item) {
    write(target, ChangeKind.PREPEND, item);
  }

  /**
   * Adds {@code by} to the record's number; an absent one counts as 0, and what is no number stays.
   *
   * @param id the record's id, if the data holds a list
   */
  public void increment(Object target, String field, double by, @JsOptional Object id) {
    if (Double.isNaN(log.host.values.number(by))) {
      fail("increment: " + by + " is no number"
          + Development.hint("; say by how much " + field + " grows"));
    }
    Change change = write(target, ChangeKind.INCREMENT, by);
    change.field = field;
    change.id = id;
  }

  /** The same for the data that is the record itself. */
  @JsIgnore
  public void increment(Object target, String field, double by) {
    increment(target, field, by, null);
  }

  /**
   * The changes of that record, wherever it is shown now or later. Needs the feature {@code records}.
   *
   * @param type what the option {@code records: { of }} of the queries says
   */
  public RecordIntent record(String type, Object id) {
    return records().record(this, type, id);
  }

  /** There is a new record: it shows in every list that it belongs to. A client without the feature records refuses it. */
  public void add(String type, Object record) {
    records().add(this, type, record);
  }

  private RecordQueries records() {
    if (log.records == null) {
      fail("intent.record, intent.add: the client has no records"
          + Development.hint("; make it with the feature: features: [records]"));
    }
    return log.records;
  }

  /** Further changes can be written down, or none. */
  @JsIgnore
  public void open(boolean open) {
    closed = !open;
  }

  /** The hashes of what it changes: those that it names, and those of the queries it is folded over. */
  @JsIgnore
  public Seq<String> keys() {
    Seq<String> keys = new Seq<>();
    changes.each(change -> {
      if (change.kind != ChangeKind.RESYNC) {
        if (change.hash != null) {
          keys.add(change.hash);
        }
        change.places.each(folded -> keys.add(folded.query.hash));
      }
    });
    return keys;
  }

  /** The data of these queries may hold its changes already. */
  @JsIgnore
  public void passOverIn(Seq<Object> hashes) {
    changes.each(change -> change.places.each(folded -> {
      if (hashes.has(folded.query.hash)) {
        folded.query.gate.mayHaveBeenInBase(folded);
        log.tellLater(folded.query);
      }
    }));
  }

  /** The hashes of the queries whose confirmed data may hold a change of it already, and does not only hide it. */
  @JsIgnore
  public Seq<Object> mayBeIn() {
    Seq<Object> hashes = new Seq<>();
    changes.each(change -> change.places.each(folded -> {
      if (folded.mayBeInBase && folded.coveredBy == null) {
        hashes.add(folded.query.hash);
      }
    }));
    return hashes;
  }

  /** It is confirmed, and a callback of its mutation has not ended yet. */
  boolean isInCallbacks() {
    return state == IntentState.CONFIRMED && owner.isInCallbacks(this);
  }

  /** It is not settled yet. */
  @JsIgnore
  public boolean isPending() {
    return state == IntentState.QUEUED || state == IntentState.SENT;
  }

  /** It failed, or nobody knows what became of it. */
  @JsIgnore
  public boolean hasFailed() {
    return !isPending() && state != IntentState.CONFIRMED;
  }

  void becomes(IntentState state, Object answer) {
    this.state = state;
    this.answer = answer;
    settled = log.host.tick();
  }

  /** Says where the fetch after the settle goes: to what is touched (true), nowhere (false), or to that change. */
  Change aim(Object resync) {
    owes = Boolean.FALSE.equals(resync) ? ResyncScope.NOTHING : ResyncScope.TOUCHED;
    if (resync == null || resync instanceof Boolean) {
      return null;
    }
    Change change = write(resync, ChangeKind.RESYNC, null);
    owes = ResyncScope.TARGET;
    return change;
  }

  /** Writes one more change down. */
  @JsIgnore
  public Change write(Object target, ChangeKind kind, Object value) {
    boolean mayBeFunction = kind == ChangeKind.FUNCTION || kind == ChangeKind.SET;
    Change change = new Change(kind, value, mayBeFunction && log.host.values.isFunction(value));
    if (closed && kind != ChangeKind.RESYNC) {
      fail("intent: optimistic has returned"
          + Development.hint("; write changes down before it does"));
    }
    add(change, target);
    return change;
  }

  /** Puts the change, which means what the target says, at the end. */
  void add(Change change, Object target) {
    change.intent = this;
    change.serial = log.host.tick();
    if (target instanceof RecordTarget) {
      change.record = (RecordTarget) target;
    } else if (log.host.values.isKey(target)) {
      change.key = target;
      change.hash = log.host.hash(target);
    } else if (log.host.isFilters(target)) {
      change.filters = target;
    } else {
      fail("intent: " + target + " is no target"
          + Development.hint(
              "; give a query key (an array) or filters ({ queryKey }), in resync too"));
    }
    changes.add(change);
  }

  private void fail(String message) {
    log.host.errors.fail(log.host.errors.create(message));
  }
}
