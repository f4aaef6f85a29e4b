package dev.sanguine.query.conflicts;

import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.law.IntentState;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationIntents;
import dev.sanguine.query.MutationRun;
import dev.sanguine.query.OwnOptions;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryFold;
import dev.sanguine.query.callbacks.Narrow;
import dev.sanguine.query.callbacks.OnRollback;
import dev.sanguine.query.callbacks.SettleBy;
import dev.sanguine.query.state.MutationState;
import dev.sanguine.query.state.States;
import dev.sanguine.records.RecordHelpers;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;

/*
 * A change of several records of which the server has taken some and refused others.
 *
 * What it did to the refused ones leaves the views, and the rest of it is confirmed, in one step. The mutation has succeeded:
 * its promise brings the answer, and its callbacks are told in `context.failed` what failed. Each refused record becomes a
 * failed mutation of its own, with the variables for that record alone, so that it is listed and can be sent again alone.
 */
final class PartialSettle {
  /** One record that the server has not taken. */
  private static final class Failed {
    final Object id;
    final Object error;

    Failed(Object id, Object error) {
      this.id = id;
      this.error = error;
    }
  }

  private final QueryClient client;
  private final Environment env;
  private final Values values;
  private final MutationRun run;
  private final Seq<TouchedRecord> records;
  private Seq<Failed> failed = new Seq<>();
  private Object answer;

  PartialSettle(MutationRun run, Track track) {
    this.run = run;
    client = run.owner.client;
    env = run.env;
    values = env.values;
    records = track.records();
  }

  /** True if the change was taken in part, or not at all although an answer came: then the run is settled. */
  boolean settle(boolean success, Object answerOrError) {
    answer = success ? answerOrError : values.undefined();
    read(success, answerOrError);
    if (failed.size() == 0) {
      return false;
    }
    Seq<TouchedRecord> taken = records.filter(record -> failureOf(record.id) == null);
    if (taken.size() > 0) {
      env.notify.run(this::split);
      return true;
    }
    if (success) {
      Object first = failed.get(0).error;
      run.settle(
          false,
          first != null && !values.isUndefined(first)
              ? first
              : env.errors.create("mutation " + run.owner.label() + ": no record was taken"));
    }
    return success;
  }

  private void read(boolean success, Object answerOrError) {
    SettleBy option = OwnOptions.settle(run.owner.options, values);
    Object said = option == null
        ? null
        : env.errors.attempt(
            () -> option.settle(answer, run.variables, success ? null : answerOrError), thrown -> {
              env.errors.report(
                  "mutation " + run.owner.label() + ": settle threw"
                      + Development.hint("; the change counts as taken as a whole, or not at all."
                          + " Return { failed } or a list of ids."),
                  thrown);
              return null;
            });
    if (option == null && !success) {
      readList(env.errors.member(answerOrError, "failed"));
      answer = failed.size() == 0 ? answer : env.errors.member(answerOrError, "answer");
    } else if (values.isList(said)) {
      readList(said);
    } else if (values.isRecord(said)) {
      readList(values.field(said, "failed"));
      answer = success ? answer : values.field(said, "answer");
    }
  }

  private void readList(Object list) {
    if (values.isList(list)) {
      values.items(list).each(item -> {
        boolean isRecord = values.isRecord(item);
        Object id = isRecord ? values.field(item, "id") : item;
        Object error = isRecord ? values.field(item, "error") : null;
        if (records.some(record -> RecordIds.same(values, record.id, id))) {
          failed.add(new Failed(id, error));
        }
      });
    }
  }

  private Failed failureOf(Object id) {
    return failed.first(one -> RecordIds.same(values, one.id, id));
  }

  private void split() {
    run.intent.changes.copy().each(this::takeOutFailed);
    run.context.failed = values.listOf(
        failed.map(one -> values.with(values.record("id", one.id), "error", one.error)));
    failed.each(this::list);
    run.settle(true, answer);
  }

  /** A change of one record that failed leaves; what changes several goes on without those. */
  private void takeOutFailed(Change change) {
    if (change.kind == ChangeKind.RESYNC) {
      return;
    }
    boolean isOpaque = change.record == null
        && (change.kind == ChangeKind.FUNCTION || change.kind == ChangeKind.SET);
    RecordShape shape = change.places.size() == 0
        ? RecordShape.USUAL
        : QueryFold.queryOf(change.places.get(0).query).shape();
    Object id = idOf(change, shape);
    if (!isOpaque && failureOf(id) != null) {
      client.log.takeBack(change);
    } else if (isOpaque) {
      Updater rest = old -> {
        Object made = change.apply(old, values, shape);
        return values.isUndefined(made) ? old : without(shape, old, made);
      };
      client.log.replace(change, new Change(change.kind, rest, true));
    }
  }

  private Object idOf(Change change, RecordShape shape) {
    if (change.record != null) {
      return change.record.id;
    }
    return change.kind == ChangeKind.INCREMENT
        ? change.id
        : change.kind == ChangeKind.REMOVE ? change.value : shape.idOf(values, change.value);
  }

  /** What the function has made, with the records that failed as they were. */
  private Object without(RecordShape shape, Object old, Object made) {
    RecordHelpers helpers = new RecordHelpers(values, shape);
    Object value = made;
    for (int i = 0; i < failed.size(); i++) {
      Object id = failed.get(i).id;
      Object before = TouchedRecord.in(values, shape, old, id);
      boolean isThere = helpers.has(value, id);
      value = values.isUndefined(before)
          ? helpers.remove(value, id)
          : isThere
              ? helpers.edit(value, id, record -> before)
              : putBack(shape, old, value, id, before);
    }
    return value;
  }

  /** The function has taken the record out of the list: it stands again where it stood. */
  private Object putBack(RecordShape shape, Object old, Object value, Object id, Object record) {
    Object list = shape.listIn(values, value);
    Object before = shape.listIn(values, old);
    if (list == null || before == null) {
      return value;
    }
    Seq<Object> items = values.items(list);
    int at = values.items(before).indexWhere(item -> shape.hasId(values, item, id));
    items.insert(Math.min(at, items.size()), record);
    return shape.withList(values, value, values.listOf(items));
  }

  /** The record's own mutation, which has failed and can be sent again. */
  private void list(Failed one) {
    MutationState state = States.copy(run.owner.state);
    state.status = "error";
    state.variables = narrowed(one.id);
    state.error = one.error;
    state.failureReason = one.error;
    state.failureCount = 1;
    state.isPaused = false;
    Mutation mutation = client.getMutationCache().build(client, run.owner.options, state);
    MutationIntents owner = mutation.asOwner();
    owner.renew();
    env.errors.guard(
        () -> {
          owner.intent = client.log.failedBefore(owner, IntentState.FAILED);
          OnRollback onRollback = client.getMutationCache().config.onRollback;
          if (onRollback != null) {
            onRollback.call(owner.intent, mutation);
          }
        },
        thrown -> env.errors.report(
            "mutation " + run.owner.label() + ": what failed of it can't be listed"
                + Development.hint("; optimistic, or onRollback, threw for " + one.id),
            thrown));
  }

  private Object narrowed(Object id) {
    Narrow option = OwnOptions.narrow(run.owner.options, values);
    Object given = run.variables;
    Object narrowed = option == null ? narrowed(given, id) : option.narrow(given, id);
    if (Development.on() && values.same(narrowed, given)) {
      env.errors.report("mutation " + run.owner.label() + ": its variables name no list of the"
          + " records that it changes, so that what"
          + " failed can't be sent again alone; give"
          + " the option narrow: (variables, id) =>"
          + " variables");
    }
    return narrowed;
  }

  /** Every list of the records, or of their ids, with that one alone. */
  private Object narrowed(Object value, Object id) {
    if (values.isList(value)) {
      Seq<Object> items = values.items(value);
      boolean isOfRecords = items.size() > 0 && !items.some(item -> !isRecord(item));
      return isOfRecords
          ? values.listLike(
              value, values.listOf(items.filter(item -> RecordIds.same(values, idOf(item), id))))
          : value;
    }
    Object made = value;
    Seq<String> names = values.isRecord(value) ? values.names(value) : new Seq<>();
    for (int i = 0; i < names.size(); i++) {
      Object part = values.field(value, names.get(i));
      Object next = narrowed(part, id);
      made = next == part ? made : values.with(made, names.get(i), next);
    }
    return made;
  }

  private Object idOf(Object item) {
    return values.isRecord(item) ? records.get(0).shape().idOf(values, item) : item;
  }

  private boolean isRecord(Object item) {
    Object id = idOf(item);
    return records.some(record -> RecordIds.same(values, record.id, id));
  }
}
