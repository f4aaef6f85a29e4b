package dev.sanguine.query.conflicts;

import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.law.IntentState;
import dev.sanguine.law.Updater;
import dev.sanguine.query.MutationRun;
import dev.sanguine.query.OwnOptions;
import dev.sanguine.query.Promises;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Versions;
import dev.sanguine.query.callbacks.OnConflict;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.Conflict;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.records.RecordHelpers;
import dev.sanguine.records.RecordShape;

/*
 * What becomes of a change that somebody else was faster than.
 *
 * First theirs has to be known. The error may carry it, and then it is written into the queries that hold the record, as if the
 * server had pushed it. Else those queries are fetched. The page shows it as any value that comes, with the change over it.
 *
 * Then it is decided, by the app or by fields. Sent again the change is another request: it has a key of its own, and its
 * precondition is theirs. What is left to the person leaves the views, is listed with the three records, and fails.
 */
final class Refusal {
  /** So often a change is sent again by itself. */
  private static final int MOST = 3;

  private final QueryClient client;
  private final Environment env;
  private final Values values;
  private final MutationRun run;
  private final Track track;
  /** What the request was refused with; undefined if it was not sent. */
  private final Object error;

  Refusal(MutationRun run, Track track, Object error) {
    client = run.owner.client;
    env = run.env;
    values = env.values;
    this.run = run;
    this.track = track;
    this.error = error;
  }

  /** The error says what the server has. */
  void decideOn(Object carried) {
    Seq<TouchedRecord> records = track.records();
    Seq<Object> theirs = records.map(record -> values.isList(carried)
        ? TouchedRecord.in(values, record.shape(), carried, record.id)
        : records.size() == 1 ? carried : values.undefined());
    env.notify.run(() -> {
      for (int i = 0; i < records.size(); i++) {
        String type = records.get(i).type;
        if (type != null && values.isRecord(theirs.get(i))) {
          client.receive(type, theirs.get(i));
        }
      }
      track.holding(records).each(query -> push(query, records, theirs));
      decide(records, theirs);
    });
  }

  /** The page has the newer record already. */
  void decideOnWhatIsThere() {
    Seq<TouchedRecord> records = track.records();
    decide(records, records.map(TouchedRecord::now));
  }

  /** The queries that hold the records are fetched first. One that can't be says nothing. */
  void fetchAndDecide() {
    Seq<Query> fetched = new Seq<>();
    env.deferreds
        .all(track
            .holding(track.records())
            .filter(Query::canFetchAgain)
            .map(query -> Promises.whenSettled(
                query.run != null && query.run.isOneMorePage()
                    // Whoever asked for the page gets it.
                    ? Promises.whenSettled(query.run.promise).then(nothing -> fetch(query, fetched))
                    : fetch(query, fetched))))
        .done(nothing -> {
          if (!run.settled) {
            Seq<TouchedRecord> records = track.records();
            decide(records, records.map(record -> newest(record, fetched)));
          }
        });
  }

  private Thenable<Object> fetch(Query query, Seq<Query> fetched) {
    FetchOptions anew = new FetchOptions();
    anew.cancelRefetch = true;
    return query.fetch(null, anew).done(data -> fetched.add(query));
  }

  /** The record in what was fetched, also if that is held back from the page. */
  private Object newest(TouchedRecord record, Seq<Query> fetched) {
    Object newest = values.undefined();
    for (int i = 0; i < fetched.size(); i++) {
      Query query = fetched.get(i);
      Object data = query.gate() == null || query.gate().held == null
          ? query.confirmed().data
          : query.gate().held.data;
      Object copy = TouchedRecord.in(values, query.shape(), data, record.id);
      newest = values.isUndefined(copy)
              || Versions.compare(record.versionOf(copy), record.versionOf(newest)) < 0
          ? newest
          : copy;
    }
    return newest;
  }

  /** Writes what the server has into the query, unless that has a newer record. Its age stays what it is. */
  private void push(Query query, Seq<TouchedRecord> records, Seq<Object> theirs) {
    QueryState before = query.confirmed();
    Object pushed = before.data;
    RecordShape shape = query.shape();
    RecordHelpers helpers = new RecordHelpers(values, shape);
    for (int i = 0; i < records.size(); i++) {
      TouchedRecord record = records.get(i);
      Object next = theirs.get(i);
      Object old = TouchedRecord.in(values, shape, pushed, record.id);
      if (values.isRecord(next)
          && values.isRecord(old)
          && !(Versions.compare(record.versionOf(next), record.versionOf(old)) < 0)) {
        pushed = record.id == null || values.isUndefined(record.id)
            ? helpers.written(pushed, next)
            : helpers.edit(pushed, record.id, one -> helpers.written(one, next));
      }
    }
    for (int i = 0; i < records.size(); i++) {
      if (values.isRecord(theirs.get(i))) {
        conflicts()
            .told
            .tell(
                query.asFolded(),
                track.nameOf(query.asFolded(), records.get(i).id),
                theirs.get(i),
                track.sent);
      }
    }
    if (!values.same(pushed, before.data)) {
      Object data = pushed;
      SetDataOptions asOld = new SetDataOptions();
      asOld.updatedAt = before.dataUpdatedAt;
      client.setQueryData(query.queryKey, (Updater) base -> data, asOld);
      if (before.isInvalidated) {
        query.invalidate();
      }
    }
  }

  private void decide(Seq<TouchedRecord> records, Seq<Object> theirs) {
    Seq<Sides> sides = new Seq<>();
    for (int i = 0; i < records.size(); i++) {
      sides.add(new Sides(values, track, records.get(i), theirs.get(i)));
    }
    OnConflict option = OwnOptions.onConflict(run.owner.options, values);
    if (option == null) {
      decideByFields(sides);
      return;
    }
    Conflict conflict = conflict(sides);
    Object said = env.errors.attempt(() -> option.onConflict(conflict), thrown -> {
      report(thrown);
      return null;
    });
    if (env.deferreds.isThenable(said)) {
      env.deferreds.resolve(said).done(later -> obey(later, sides), thrown -> {
        report(thrown);
        obey(null, sides);
      });
    } else {
      obey(said, sides);
    }
  }

  private void report(Object thrown) {
    env.errors.report(
        "mutation " + run.owner.label() + ": onConflict threw"
            + Development.hint("; the change is merged by field. Return 'mine', 'theirs', the"
                + " variables to send instead, or undefined."),
        thrown);
  }

  private void obey(Object said, Seq<Sides> sides) {
    if (run.settled) {
      // It was given up while somebody thought about it.
      return;
    }
    if (said == null || values.isUndefined(said)) {
      decideByFields(sides);
    } else if ("theirs".equals(said)) {
      // It is decided: nothing is left to be listed.
      track.intent.owner.intent = null;
      fail(sides);
    } else if (track.refusals > MOST) {
      fail(sides);
    } else if ("mine".equals(said)) {
      fit(sides);
      sendAgain(sides);
    } else {
      env.errors.guard(
          () -> {
            run.owner.setVariables(said);
            sendAgain(sides);
          },
          thrown -> run.settle(false, thrown));
    }
  }

  /** Sends it again if that takes nothing from anybody; else the person is asked. */
  private void decideByFields(Seq<Sides> sides) {
    boolean isMerged = sides.size() > 0
        && track.refusals <= MOST
        && sides.some(Sides::isNews)
        && !sides.some(side -> !side.isKnown() || side.clashes.size() > 0)
        && new FittedVariables(run, track).fit(sides);
    if (isMerged) {
      sendAgain(sides);
    } else {
      fail(sides);
    }
  }

  /** What the person has not changed in a whole record goes with theirs, whoever decides. */
  private void fit(Seq<Sides> sides) {
    if (sides.size() > 0 && !sides.some(side -> !side.isKnown())) {
      new FittedVariables(run, track).fit(sides);
    }
  }

  private void sendAgain(Seq<Sides> sides) {
    sides.each(side -> {
      if (side.isKnown()) {
        track.expect(side.record.name, side.theirs);
      }
    });
    run.start();
  }

  /**
   * The change leaves the views and is listed with the three records. It fails with the server's own error, as any other
   * does: only if it was not sent, there is none.
   */
  private void fail(Seq<Sides> sides) {
    fit(sides);
    Conflict conflict = conflict(sides);
    run.context.conflict = conflict;
    Object failure = values.isUndefined(error)
        ? ConflictError.of("mutation " + run.owner.label() + ": somebody else has changed the same"
            + Development.hint(
                "; it is listed by IntentsObserver, whose resolve('mine' | 'theirs')" + " decides"))
        : error;
    conflicts()
        .keep(
            track.intent,
            new OpenConflict(
                sides.map(side -> (Object) side.record.name),
                conflict.base,
                conflict.mine,
                conflict.theirs),
            failure,
            conflict);
    run.failsAs = IntentState.CONFLICT;
    run.settle(false, failure);
  }

  private ClientConflicts conflicts() {
    return (ClientConflicts) client.conflicts;
  }

  private Conflict conflict(Seq<Sides> sides) {
    Conflict conflict = new Conflict();
    conflict.base = oneOrAll(sides.map(side -> side.base));
    conflict.mine = oneOrAll(sides.map(side -> side.mine));
    conflict.theirs = oneOrAll(sides.map(side -> side.theirs));
    conflict.variables = run.variables;
    conflict.error = values.isUndefined(error) ? null : error;
    conflict.attempt = track.refusals;
    return conflict;
  }

  private Object oneOrAll(Seq<Object> records) {
    return records.size() == 0
        ? values.undefined()
        : records.size() == 1 ? records.get(0) : values.listOf(records);
  }
}
