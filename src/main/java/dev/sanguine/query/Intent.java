package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import jsinterop.annotations.JsConstructor;
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
 * A query without data is passed over until data comes; only {@link #set} makes data where there was none.
 */
@JsType
public final class Intent {
  static final int QUEUED = 0;
  static final int SENT = 1;
  static final int CONFIRMED = 2;
  static final int FAILED = 3;
  static final int UNKNOWN = 4;

  final IntentLog log;
  final Mutation mutation;
  /** What the mutation was called with. */
  public Object variables;

  Seq<Change> changes = new Seq<>();
  /** The queries it was folded over. */
  final Seq<Query> touched = new Seq<>();

  int phase;
  /** When it was settled, in the client's numbers. */
  double settled;
  /** What the mutation brought, once it is confirmed; else its error. */
  Object answer;
  /**
   * What a fetch after its confirmation is owed to, and what is confirmed waits for that: false stands for what it touched,
   * true for where its change of the kind RESYNC stands; null where none follows.
   */
  Boolean owes;
  /** It makes a record under an id of its own: a value that is fetched meanwhile may hold it under the server's. */
  boolean makesRecords;

  private boolean closed;

  @JsConstructor
  Intent(IntentLog log, Mutation mutation) {
    this.log = log;
    this.mutation = mutation;
  }

  /** queued, sent, confirmed, failed or unknown. */
  @JsProperty
  public String getState() {
    return Seq.of("queued", "sent", "confirmed", "failed", "unknown").get(phase);
  }

  /** What it failed with; null where it did not. */
  @JsProperty
  public Object getError() {
    return phase >= FAILED ? answer : null;
  }

  /** Replaces the value by what the function makes of it; undefined (null in Java) leaves it as it is. */
  public void update(Object target, Updater updater) {
    add(target, Change.FUNCTION, updater);
  }

  /**
   * Puts the value in the place of what is there, or of nothing. A function is given what is there, undefined (null in Java)
   * if nothing is, and returns the value.
   */
  public void set(Object target, Object valueOrUpdater) {
    add(target, Change.SET, valueOrUpdater);
  }

  /**
   * Writes the fields over the record; in a list, over every record whose id is {@code fields.id}. A record with another id is
   * passed over, and so is what is no record.
   */
  public void merge(Object target, Object fields) {
    add(target, Change.MERGE, fields);
  }

  /** Takes the record with this id out of the list. Ids are equal if their texts are, here and everywhere. */
  public void remove(Object target, Object id) {
    add(target, Change.REMOVE, id);
  }

  /** The same; documents know one kind of number, and Java's int is another. */
  @JsIgnore
  public void remove(Object target, double id) {
    remove(target, (Object) id);
  }

  /** Puts the record in the place of the one with its id, or at the end of the list. */
  public void upsert(Object target, Object record) {
    add(target, Change.UPSERT, record);
  }

  public void append(Object target, Object item) {
    add(target, Change.APPEND, item);
  }

  public void prepend(Object target, Object item) {
    add(target, Change.PREPEND, item);
  }

  /**
   * Adds {@code by} to the record's number; an absent one counts as 0, and what is no number stays.
   *
   * @param id the record's id, if the data holds a list
   */
  public void increment(Object target, String field, double by, @JsOptional Object id) {
    Environment env = log.client.environment;
    if (Double.isNaN(env.values.number(by))) {
      env.errors.fail(env.errors.create("increment: " + by + " is no number"
          + Development.hint("; say by how much " + field + " grows")));
    }
    Change change = add(target, Change.INCREMENT, by);
    change.field = field;
    change.id = id;
  }

  /** The same for the data that is the record itself. */
  @JsIgnore
  public void increment(Object target, String field, double by) {
    increment(target, field, by, null);
  }

  /** Further changes can be written down, or none. */
  void open(boolean open) {
    closed = !open;
  }

  /** The hashes of what it changes: those that it names, and those of the queries it is folded over. */
  Seq<String> keys() {
    Seq<String> keys = new Seq<>();
    changes.each(change -> {
      if (change.kind != Change.RESYNC) {
        if (change.filters == null) {
          keys.add(change.hash);
        }
        change.parts.each(part -> keys.add(part.query.queryHash));
      }
    });
    return keys;
  }

  /** The data of these queries may hold its changes already. */
  void passOverIn(Seq<Object> hashes) {
    changes.each(change -> change.parts.each(part -> {
      if (hashes.has(part.query.queryHash)) {
        part.query.fold.passOver(part, true);
        log.tellLater(part.query);
      }
    }));
  }

  /** The hashes of the queries whose confirmed data may hold a change of it already. */
  Seq<Object> mayBeIn() {
    Seq<Object> hashes = new Seq<>();
    changes.each(change -> change.parts.each(part -> {
      if (part.mayBeInBase && part.coveredBy == null) {
        hashes.add(part.query.queryHash);
      }
    }));
    return hashes;
  }

  /** It is confirmed, and a callback of its mutation has not ended yet. */
  boolean isInCallbacks() {
    return phase == CONFIRMED && mutation.run != null && mutation.run.intent == this;
  }

  boolean isPending() {
    return phase <= SENT;
  }

  /** Says where the fetch after the settle goes: to what is touched (true), nowhere (false), or to that change. */
  Change aim(Object resync) {
    owes = Options.isFalse(resync) ? null : (Boolean) false;
    if (resync == null || resync instanceof Boolean) {
      return null;
    }
    Change change = add(resync, Change.RESYNC, null);
    owes = true;
    return change;
  }

  private Change add(Object target, int kind, Object value) {
    Environment env = log.client.environment;
    Change change = new Change(kind, value, kind <= Change.SET && env.values.isFunction(value));
    if (closed && kind != Change.RESYNC) {
      env.errors.fail(env.errors.create("intent: optimistic has returned"
          + Development.hint("; write changes down before it does")));
    }
    add(change, target);
    return change;
  }

  /** Puts the change, which means what the target says, at the end. */
  void add(Change change, Object target) {
    Environment env = log.client.environment;
    change.intent = this;
    change.serial = log.client.tick();
    if (env.values.isKey(target)) {
      change.key = target;
      change.hash = log.client.hash(target);
    } else if (target instanceof QueryFilters) {
      change.filters = (QueryFilters) target;
    } else {
      env.errors.fail(env.errors.create("intent: " + target + " is no target"
          + Development.hint(
              "; give a query key (an array) or filters ({ queryKey }), in resync too")));
    }
    changes.add(change);
  }
}
