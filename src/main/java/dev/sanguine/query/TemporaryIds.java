package dev.sanguine.query;

import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Mapping;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Predicate;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.law.FoldedQuery;
import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentLog;
import dev.sanguine.law.IntentOwner;
import dev.sanguine.law.Updater;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.fetching.FetchRun;
import dev.sanguine.query.index.Multimaps;
import dev.sanguine.records.DeepStrings;
import dev.sanguine.records.RecordShape;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/*
 * Records that the server has not named yet.
 *
 * A mutation that makes a record shows it under an id of its own until the answer brings the server's. Whatever is done to
 * the record meanwhile says that temporary id, and would be sent with it. So whoever makes a record says its id. A mutation
 * whose variables hold the id, anywhere in them, shows its change at once and is not sent. When the server's id is known it
 * takes the place of the temporary one in the views, in the variables, and in what those mutations change (their
 * `optimistic` is called again). They are sent one after the other, in the order in which they were made. If the record is
 * not made they fail with it, in the same step.
 *
 * Over a reload the mutation that makes the record may be lost. What waits for it is written down together with the ids that
 * it waits for. If nobody makes them again by the time it is resumed, it fails, and its temporary id is never sent.
 *
 * A temporary id is a text that stands for nothing else, so it can be replaced wherever it stands. Of a record that was made
 * nothing is kept but the two ids.
 */
@JsType
public final class TemporaryIds extends AwaitedIds {
  /** A record that is being made: who makes it, and who waits for it, in the order of their sending. */
  private static final class Making {
    final String id;
    /** Null after a reload, until a mutation says that it makes the record. */
    Mutation by;

    Convert idOf;
    final Seq<Mutation> waiting = new Seq<>();
    /** How many requests of mutations that were given up have not come back. Until it is 0, none that waits is sent. */
    int openRequests;
    /** The server's id; null until it is known. */
    Object real;

    Making(String id) {
      this.id = id;
    }
  }

  private static final int NOBODY = 0;

  private final Environment env;
  private final TemporaryKeys keys;
  /** By temporary id: while the record is being made, and as long as somebody waits in its line. */
  private final Table<String, Making> making = new Table<>();

  private final Table<Mutation, Seq<Making>> makingBy = new Table<>();
  private final Table<Mutation, Seq<Making>> waitingFor = new Table<>();
  /** The server's id by the temporary one. */
  private final Table<String, Object> realIds = new Table<>();
  /** The temporary ids of records that were not made, with the number of the mutation that failed to. */
  private final Table<String, Integer> notMade = new Table<>();

  private TemporaryIds(QueryClient client) {
    env = client.environment;
    keys = new TemporaryKeys(this, client);
    client.getQueryCache().newIds = this;
  }

  /** What was restored before anybody called temporary waits for its records from now on. */
  private void takeUpRestored(MutationCache mutations) {
    mutations.getAll().each(mutation -> {
      if (mutation.isExpectingIds()) {
        mutation.asOwner().waits = 0;
        restored(mutation);
      }
    });
  }

  /**
   * Says in {@code optimistic} that the record it makes bears this id until the answer names it.
   *
   * @param id a text that stands for nothing else, as {@code crypto.randomUUID()} gives it; an Error is thrown otherwise
   * @param idOf gives the server's id from the answer; by default {@code answer.id}, or the field that the option {@code
   *     records} of a query names which it changes
   */
  public static void temporary(Intent intent, Object id, @JsOptional Convert idOf) {
    ClientLaw law = (ClientLaw) intent.log.host;
    Environment env = law.client.environment;
    if (!(id instanceof String) || ((String) id).isEmpty()) {
      env.errors.fail(env.errors.create("temporary: the id " + id + " is no text"
          + Development.hint("; give a text that stands for nothing else: crypto.randomUUID()")));
    }
    intent.makesRecords = true;
    if (intent.owner == null) {
      // Written down to be looked at, by nobody: nothing is made.
      return;
    }
    Mutation mutation = MutationIntents.mutationOf(intent);
    if (mutation.isListedOnly()) {
      ofClient(law.client).markNotMade((String) id, mutation.mutationId);
    } else {
      ofClient(law.client).make((String) id, mutation, idOf);
    }
  }

  /** Those of the client, made if there are none yet. */
  static TemporaryIds ofClient(QueryClient client) {
    IntentLog log = client.log();
    if (log.names == null) {
      TemporaryIds ids = new TemporaryIds(client);
      log.names = ids;
      ids.takeUpRestored(client.getMutationCache());
    }
    return (TemporaryIds) log.names;
  }

  private void make(String id, Mutation by, Convert idOf) {
    Making made = makingOf(id);
    made.by = by;
    made.idOf = idOf;
    notMade.remove(id);
    if (made.waiting.has(by)) {
      // It was taken for one that waits, since others had said the id before it.
      leaveLine(by, made);
    }
    Seq<Making> mine = makingBy.get(by);
    if (mine == null || !mine.has(made)) {
      // What it changes may be written down anew: it makes the record once all the same.
      Multimaps.add(makingBy, by, made);
    }
    keys.isBeingMade(id);
  }

  private Making makingOf(String id) {
    Making made = making.get(id);
    if (made == null) {
      made = new Making(id);
      making.put(id, made);
    }
    return made;
  }

  /**
   * The variables with the ids that are known by now. If one is not, or others still wait for their turn with that record,
   * the mutation waits. Throws if the record's mutation has failed.
   */
  @Override
  protected Object await(IntentOwner owner, Object variables) {
    Mutation mutation = ((MutationIntents) owner).mutation;
    DeepStrings.map(
        variables,
        text -> {
          if (notMade.has((String) text) && notMade.get((String) text) != mutation.mutationId) {
            env.errors.fail(unmade("mutation " + mutation.label(), (String) text));
          }
          Making made = making.get((String) text);
          if (made != null && made.by != mutation) {
            // Its id may be known: then others stand in its line that were there before.
            wait(mutation, made);
          }
          return text;
        },
        env.values);
    rename(mutation, variables);
    return mutation.state.variables;
  }

  @Override
  void restored(Mutation mutation) {
    Seq<Object> ids = mutation.asOwner().awaitedBefore;
    if (mutation.state.status.equals("error")) {
      ids.each(id -> {
        if (id instanceof String) {
          markNotMade((String) id, NOBODY);
        }
      });
    } else {
      ids.each(id -> {
        if (id instanceof String && !realIds.has((String) id)) {
          wait(mutation, makingOf((String) id));
        }
      });
    }
  }

  private void wait(Mutation mutation, Making made) {
    if (!made.waiting.has(mutation)) {
      made.waiting.add(mutation);
      mutation.asOwner().waits++;
      Multimaps.add(waitingFor, mutation, made);
    }
  }

  @Override
  Seq<String> unmadeIn(Object variables) {
    Seq<String> ids = new Seq<>();
    DeepStrings.map(variables, note(ids, notMade::has), env.values);
    return ids;
  }

  @Override
  void queryCame(Query query) {
    keys.queryCame(query);
  }

  @Override
  void queryLeft(Query query) {
    keys.queryLeft(query);
  }

  @Override
  @JsIgnore
  public boolean isAwaitedBy(Query query) {
    return awaitedInKey(query.queryKey).size() > 0;
  }

  @Override
  @JsIgnore
  public void refuseUnmade(FetchRun fetch) {
    Query query = fetch.owner;
    String id = unmadeInKey(query.queryKey).first(unmade -> true);
    if (id != null) {
      fetch.retryCancelled = true;
      env.errors.fail(unmade("query " + query.queryHash, id));
    }
  }

  private Object unmade(String who, String id) {
    return env.errors.create(who + " is about a record that was not made: " + id
        + Development.hint("; retry the mutation that makes it first"));
  }

  /** The temporary ids in the key of records that are being made. */
  Seq<String> awaitedInKey(Object key) {
    return idsInKey(key, id -> making.has(id) && making.get(id).real == null);
  }

  /** The temporary ids in the key of records that were not made. */
  Seq<String> unmadeInKey(Object key) {
    return idsInKey(key, notMade::has);
  }

  private Seq<String> idsInKey(Object key, Predicate<String> test) {
    Seq<String> ids = new Seq<>();
    if (making.size() + notMade.size() > 0) {
      QueryKey.map(key, note(ids, test));
    }
    return ids;
  }

  /** Notes each text that passes the test, once. */
  private static Mapping<Object, Object> note(Seq<String> ids, Predicate<String> test) {
    return text -> {
      if (test.test((String) text) && !ids.has((String) text)) {
        ids.add((String) text);
      }
      return text;
    };
  }

  /**
   * The id by which the server knows a record: for a temporary id that it has named, its own. Any other id is returned as it
   * is, also one of a record that is still being made. For an address that should outlive the page, say.
   */
  public static Object realId(QueryClient client, Object id) {
    return client.log != null && client.log.names != null ? client.log.names.realIdOf(id) : id;
  }

  private void markNotMade(String id, int number) {
    if (!realIds.has(id) && !making.has(id)) {
      notMade.put(id, number);
    }
  }

  @Override
  Seq<String> awaitedBy(Mutation mutation) {
    Seq<Making> awaited = waitingFor.get(mutation);
    return awaited == null
        ? new Seq<>()
        : awaited.filter(made -> made.real == null).map(made -> made.id);
  }

  @Override
  @JsIgnore
  public int canLeaveTogether(Seq<Mutation> mutations) {
    Table<Making, Integer> stoodBefore = new Table<>();
    OrderedSet<Mutation> leaving = new OrderedSet<>();
    for (int i = 0; i < mutations.size(); i++) {
      Mutation mutation = mutations.get(i);
      leaving.add(mutation);
      Seq<Making> lines = waitingFor.get(mutation);
      for (int j = 0; lines != null && j < lines.size(); j++) {
        Making made = lines.get(j);
        int place = stoodBefore.has(made) ? stoodBefore.get(made) : 0;
        stoodBefore.put(made, place + 1);
        if (made.real == null && !leaving.has(made.by)
            || made.openRequests > 0
            || made.waiting.get(place) != mutation) {
          return i;
        }
      }
    }
    return mutations.size();
  }

  @Override
  String orphanOf(Mutation mutation) {
    return awaitedBy(mutation).first(id -> making.get(id).by == null);
  }

  @Override
  void giveUpOn(String id) {
    fail(makingOf(id), NOBODY, null);
  }

  /** Puts the server's ids, which the answer brings, in the place of those that the mutation gave out; null if it gave none. */
  @Override
  protected Updater names(IntentOwner owner, Object data) {
    Seq<Making> mine = makingBy.get(((MutationIntents) owner).mutation);
    if (mine == null) {
      return null;
    }
    mine.each(made -> {
      made.real = idIn(made, data);
      if (made.real != null) {
        realIds.put(made.id, made.real);
      }
    });
    return this::named;
  }

  /** Pairs of an id that the mutation gave out and the one that its answer gives. */
  @Override
  @JsIgnore
  public Seq<Seq<Object>> pairs(IntentOwner owner, Object data) {
    Seq<Making> mine = makingBy.get(((MutationIntents) owner).mutation);
    Seq<Seq<Object>> pairs = new Seq<>();
    for (int i = 0; mine != null && i < mine.size(); i++) {
      Object real = idIn(mine.get(i), data);
      if (real != null) {
        pairs.add(Seq.of(mine.get(i).id, real));
      }
    }
    return pairs;
  }

  private Object idIn(Making made, Object data) {
    Object id = made.idOf != null ? made.idOf.convert(data) : shape(made.by).idOf(env.values, data);
    return env.values.isUndefined(id) ? null : id;
  }

  /** How records stand in the queries that the mutation changes: in the first that says so. */
  private static RecordShape shape(Mutation by) {
    FoldedQuery told = by == null || by.intent() == null
        ? null
        : by.intent().touched.first(query -> query.shape() != RecordShape.USUAL);
    return told == null ? RecordShape.USUAL : told.shape();
  }

  @Override
  void settled(Mutation mutation, boolean success, Object dataOrError) {
    leaveLines(mutation);
    Seq<Making> mine = makingBy.get(mutation);
    if (mine == null) {
      return;
    }
    makingBy.remove(mutation);
    if (success) {
      // First of all: a page must not show the record without what was done to it meanwhile.
      mine.each(made -> {
        if (made.real != null) {
          made.waiting.copy().each(this::renameOrGiveUp);
        }
      });
      keys.named(mutation, mine.map(made -> made.id));
    }
    for (int i = 0; i < mine.size(); i++) {
      Making made = mine.get(i);
      made.by = null;
      made.idOf = null;
      if (made.real != null) {
        sendFirst(made);
      } else {
        fail(
            made,
            mutation.mutationId,
            success
                ? env.errors.create("mutation " + mutation.label() + ": the answer has no id for "
                    + made.id + Development.hint("; tell temporary() how to read it"))
                : dataOrError);
      }
    }
  }

  private void fail(Making made, int number, Object error) {
    making.remove(made.id);
    notMade.put(made.id, number);
    keys.wasNotMade(made.id);
    made.waiting.copy().each(mutation -> {
      leaveLine(mutation, made);
      mutation.giveUp(error != null ? error : mutation.orphaned(made.id));
    });
  }

  /** A mutation that stood in lines is over: who stands behind it may go, once no request of it is out. */
  private void leaveLines(Mutation mutation) {
    Seq<Making> lines = waitingFor.get(mutation);
    if (lines != null && mutation.run != null && mutation.run.isRequestOpen) {
      holdBack(mutation.run, lines);
    }
    for (int i = 0; lines != null && i < lines.size(); i++) {
      Making made = lines.get(i);
      boolean wasFirst = made.waiting.size() > 0 && made.waiting.get(0) == mutation;
      made.waiting.remove(mutation);
      if (made.real != null && wasFirst) {
        sendFirst(made);
      }
    }
    waitingFor.remove(mutation);
    mutation.asOwner().waits = 0;
  }

  /** The mutation is given up while its request is out: nobody of these lines is sent before that has come back. */
  private void holdBack(MutationRun run, Seq<Making> lines) {
    Seq<Making> held = lines.copy();
    held.each(made -> made.openRequests++);
    run.whenBack = () -> held.each(made -> {
      made.openRequests--;
      sendFirst(made);
    });
  }

  private void leaveLine(Mutation mutation, Making made) {
    made.waiting.remove(mutation);
    mutation.asOwner().waits--;
    Seq<Making> lines = waitingFor.get(mutation);
    lines.remove(made);
    if (lines.size() == 0) {
      waitingFor.remove(mutation);
    }
  }

  /** The first of the line goes, if nothing holds it back; it stays in its place until it is settled. */
  private void sendFirst(Making made) {
    if (made.openRequests > 0) {
      return;
    }
    if (made.waiting.size() == 0) {
      // After a logout the id may be somebody else's.
      if (making.get(made.id) == made) {
        making.remove(made.id);
      }
      return;
    }
    Mutation first = made.waiting.get(0);
    first.asOwner().waits--;
    if (first.waits() == 0 && first.state.isPaused) {
      first.proceed().done(null, Promises.IGNORE);
    }
  }

  private void renameOrGiveUp(Mutation mutation) {
    env.errors.guard(() -> rename(mutation, mutation.state.variables), mutation::giveUp);
  }

  private void rename(Mutation mutation, Object variables) {
    Object named = named(variables);
    if (!env.values.same(named, variables)) {
      mutation.setVariables(named);
    }
  }

  @Override
  @JsIgnore
  public Object namedKey(Object key) {
    return realIds.size() == 0 ? key : QueryKey.map(key, this::nameOf);
  }

  /** The value with the server's ids in the place of those it stands for. */
  private Object named(Object value) {
    return DeepStrings.map(value, this::nameOf, env.values);
  }

  @Override
  @JsIgnore
  public Object realIdOf(Object id) {
    return id instanceof String ? nameOf(id) : id;
  }

  private Object nameOf(Object text) {
    return realIds.has((String) text) ? realIds.get((String) text) : text;
  }

  /** Forgets all records that are being made; what waits for one fails as cancelled. */
  @Override
  protected void clear() {
    Seq<Mutation> waiting = new Seq<>();
    making.each(made -> made.waiting.each(waiting::add));
    making.clear();
    makingBy.clear();
    waitingFor.clear();
    realIds.clear();
    notMade.clear();
    keys.clear();
    waiting.each(mutation -> mutation.giveUp(env.errors.cancelled(false, false)));
  }
}
