package dev.sanguine.query.conflicts;

import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.env.WeakTable;
import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentState;
import dev.sanguine.query.Conflicts;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationIntents;
import dev.sanguine.query.MutationRun;
import dev.sanguine.query.OwnOptions;
import dev.sanguine.query.Promises;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Versions;
import dev.sanguine.query.callbacks.ConflictOf;
import dev.sanguine.query.callbacks.OutcomeOf;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.Conflict;
import dev.sanguine.query.state.DehydratedMutation;
import dev.sanguine.query.state.IntentResult;
import dev.sanguine.records.RecordIds;

/** The feature {@code conflicts} of one client. */
final class ClientConflicts extends Conflicts {
  private static final String CONFLICT_WORD = "conflict";
  /** By the errors with which mutations have failed. */
  private static final WeakTable<Conflict> TOLD = new WeakTable<>();

  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private final QueryClient client;
  private final Environment env;
  private final Values values;
  final ToldRecords told = new ToldRecords();
  private final WeakTable<Track> tracks = new WeakTable<>();
  private final WeakTable<OpenConflict> open = new WeakTable<>();
  /** Those of mutations that are under way. */
  private final OrderedSet<Track> pending = new OrderedSet<>();

  private ClientConflicts(QueryClient client) {
    this.client = client;
    env = client.environment;
    values = env.values;
  }

  /** What is known of the conflict that the error stands for; null if it stands for none. */
  static Conflict of(Object error) {
    return WeakTable.canHold(error) ? TOLD.get(error) : null;
  }

  static void install(QueryClient client) {
    client.conflicts = new ClientConflicts(client);
  }

  @Override
  public void begins(MutationRun run) {
    Track track = trackOf(run.intent);
    pending.add(track);
    OpenConflict before = open.get(run.owner);
    if (before != null) {
      // The person knew what the server had when he decided.
      open.remove(run.owner);
      before.tell(values, track);
    }
  }

  /** Made with the change, so that it knows what the person saw. */
  private Track trackOf(Intent intent) {
    Track track = tracks.get(intent);
    if (track == null) {
      track = new Track(env, intent, told);
      tracks.put(intent, track);
      expectWhatWasSeen(track);
    }
    return track;
  }

  /**
   * What the page's own pending changes hide, the person does not see. A change on top of them expects in their fields what
   * they expect. And a whole record that is about to be sent hides what others have changed in its other fields: there the
   * person has seen what that record has.
   */
  private void expectWhatWasSeen(Track track) {
    track.records().each(record -> {
      Object base = record.base();
      Object under = record.under();
      if (!values.isRecord(base) || !values.isRecord(under)) {
        return;
      }
      Object[] seen = {record.changedOne()};
      OrderedSet<String> hidden = Sides.changed(values, base, under);
      pending.each(earlier -> {
        if (earlier != track && earlier.intent.isPending() && earlier.mayTouch(record)) {
          earlier.records().each(same -> {
            if (same.name.equals(record.name)) {
              Sides.changed(values, same.under(), same.after()).each(name -> {
                hidden.remove(name);
                seen[0] = with(seen[0], name, values.field(earlier.expected(same), name));
              });
            }
          });
        }
      });
      hidden.each(name -> seen[0] = with(seen[0], name, values.field(under, name)));
      if (!values.same(seen[0], base)) {
        track.expect(record.name, seen[0]);
      }
    });
  }

  private Object with(Object into, String name, Object value) {
    return values.isUndefined(value) ? values.without(into, name) : values.with(into, name, value);
  }

  // A request leaves

  @Override
  public void send(MutationRun run) {
    if (run.owner.optimistic() == null) {
      // What the pattern of TanStack's guide has written says nothing of what the request is about.
      return;
    }
    Track track = trackOf(run.intent);
    Seq<TouchedRecord> records = track.records();
    records.each(record -> {
      if (values.isUndefined(track.expected(record))) {
        track.expect(record.name, record.now());
      }
    });
    if (isOvertaken(run, track, records)) {
      env.errors.fail(new Overtaken());
    }
    give(run, track, records);
  }

  @Override
  public boolean isOvertaken(MutationRun run) {
    if (run.owner.optimistic() == null) {
      return false;
    }
    Track track = trackOf(run.intent);
    return isOvertaken(run, track, track.records());
  }

  /** Somebody has changed the record since the change was made, the page knows, and the two can't be merged. */
  private boolean isOvertaken(MutationRun run, Track track, Seq<TouchedRecord> records) {
    Seq<Sides> known = records
        .filter(record -> record.versionField() != null
            && !values.isUndefined(track.expected(record))
            && !values.isUndefined(record.now()))
        .map(record -> new Sides(values, track, record, record.now()));
    if (!known.some(Sides::isNews)) {
      return false;
    }
    if (known.some(sides -> sides.clashes.size() > 0)
        || !new FittedVariables(run, track).fit(known)) {
      return true;
    }
    known.each(sides -> track.expect(sides.record.name, sides.theirs));
    return false;
  }

  private void give(MutationRun run, Track track, Seq<TouchedRecord> records) {
    TouchedRecord only = records.size() == 1 ? records.get(0) : null;
    Object base = only == null ? null : base(track, only);
    track.version = base == null ? null : only.versionOf(base);
    track.sent = client.tick();
    track.tookVersion = false;
    Object version = track.version;
    Preconditions.put(
        run.context,
        () -> base,
        () -> values.listOf(records.map(record -> base(track, record))),
        () -> {
          track.tookVersion = true;
          return version;
        });
  }

  /** The newest that is known of the record: what the page has, or the server has told of it. */
  private Object base(Track track, TouchedRecord record) {
    Object newest = record.newest();
    Object told = track.expected(record);
    boolean isTold = Versions.compare(record.versionOf(newest), record.versionOf(told)) < 0;
    Object base = isTold || values.isUndefined(newest) ? told : newest;
    return values.isUndefined(base) ? null : base;
  }

  // It comes back

  @Override
  public boolean takesOver(MutationRun run, boolean success, Object answerOrError) {
    if (run.owner.optimistic() == null) {
      return false;
    }
    Track track = trackOf(run.intent);
    if (!success && answerOrError instanceof Overtaken) {
      track.refusals++;
      new Refusal(run, track, values.undefined()).decideOnWhatIsThere();
      return true;
    }
    if (!success && env.errors.isCancelled(answerOrError)) {
      return false;
    }
    if (new PartialSettle(run, track).settle(success, answerOrError)) {
      return true;
    }
    if (success) {
      if (track.tookVersion) {
        tellOfAnswer(track, answerOrError);
      }
      rebase(track, answerOrError);
      return false;
    }
    Object said = isConflict(run.owner, answerOrError);
    boolean isRefused = said != (Object) false && !(run.mayHaveLanded && !isRepeatable(run.intent));
    if (isRefused) {
      refuse(run, track, said, answerOrError);
    }
    return isRefused;
  }

  private void refuse(MutationRun run, Track track, Object said, Object error) {
    track.refusals++;
    // The server has not done it, and will not: sent again it is another request.
    run.renew();
    Object carried = values.isRecord(said) ? values.field(said, "theirs") : null;
    if (carried == null || values.isUndefined(carried)) {
      carried = env.errors.member(error, "theirs");
    }
    Refusal refusal = new Refusal(run, track, error);
    if (carried == null || values.isUndefined(carried)) {
      refusal.fetchAndDecide();
    } else {
      refusal.decideOn(carried);
    }
  }

  @Override
  public boolean isRefusal(Mutation mutation, Object error) {
    return error instanceof Overtaken || isConflict(mutation, error) != (Object) false;
  }

  /** True or false, or what the option says of it. */
  private Object isConflict(Mutation mutation, Object error) {
    MutationOptions options = mutation.options;
    ConflictOf option = OwnOptions.conflict(options, values);
    Object said =
        option == null ? null : asked(mutation, "conflict", () -> option.conflictOf(error));
    if (said instanceof Boolean || values.isRecord(said)) {
      return said;
    }
    OutcomeOf outcome = options.outcome;
    said = !values.isFunction(outcome)
        ? null
        : asked(mutation, "outcome", () -> outcome.outcomeOf(error));
    if (!(said instanceof String)) {
      said = env.errors.member(error, "outcome");
    }
    double status = env.errors.status(error);
    return said instanceof String
        ? "conflict".equals(said)
        : status == CONFLICT || status == PRECONDITION_FAILED;
  }

  private Object asked(Mutation mutation, String name, Supply option) {
    return env.errors.attempt(option, thrown -> {
      env.errors.report(
          "mutation " + mutation.label() + ": " + name + " threw"
              + Development.hint("; the error itself decides"),
          thrown);
      return null;
    });
  }

  private static boolean isRepeatable(Intent intent) {
    return !intent.changes.some(change -> !change.isIdempotent());
  }

  /**
   * The next precondition is the answer's version, also if the page shows the record without it: a fetch that lands while a
   * change is under way may be newer than its answer in everything else.
   */
  private void tellOfAnswer(Track done, Object answer) {
    if (values.isRecord(answer)) {
      done.records()
          .filter(record -> record.versionField() != null
              && RecordIds.same(values, record.shape().idOf(values, answer), record.id))
          .each(record -> done.holding(Seq.of(record))
              .each(query -> told.tell(
                  query.asFolded(), done.nameOf(query.asFolded(), record.id), answer, done.sent)));
    }
  }

  /** What a change of this page has made of the record is nobody else's: those that were made after it expect it. */
  private void rebase(Track done, Object answer) {
    pending.each(track -> {
      if (track == done || !track.intent.isPending()) {
        pending.remove(track);
      }
    });
    if (pending.size() == 0) {
      return;
    }
    done.records()
        .each(record -> pending.each(later -> {
          if (later.intent.changes.size() > 0
              && later.mayTouch(record)
              && done.intent.changes.size() > 0
              && later.intent.changes.get(0).serial > done.intent.changes.get(0).serial) {
            later.records().each(same -> {
              if (same.name.equals(record.name)) {
                later.expect(
                    same.name,
                    new Sides(values, done, record, values.undefined())
                        .confirmedOver(later.expected(same), answer));
              }
            });
          }
        }));
  }

  // What was given up

  @Override
  public boolean areHarmless(Seq<MutationRun> out, Mutation next) {
    Intent intent = next.intent();
    Seq<TouchedRecord> own = intent == null ? new Seq<>() : trackOf(intent).records();
    if (own.size() != 1 || own.get(0).versionOf(own.get(0).newest()) == null) {
      return false;
    }
    Seq<Track> late = out.map(run -> trackOf(run.intent));
    boolean areHarmless = !late.some(track -> {
      Seq<TouchedRecord> records = track.records();
      return !track.tookVersion
          || track.version == null
          || records.size() != 1
          || !records.get(0).name.equals(own.get(0).name);
    });
    if (areHarmless) {
      late.each(track -> {
        if (!trackOf(intent).givenUp.has(track)) {
          trackOf(intent).givenUp.add(track);
        }
      });
    }
    return areHarmless;
  }

  // What is open

  void keep(Intent intent, OpenConflict conflict, Object failure, Conflict told) {
    keep(intent, conflict);
    if (WeakTable.canHold(failure)) {
      TOLD.put(failure, told);
    }
  }

  private void keep(Intent intent, OpenConflict conflict) {
    open.put(intent, conflict);
    open.put(MutationIntents.mutationOf(intent), conflict);
  }

  @Override
  public void describe(Intent intent, IntentResult into) {
    OpenConflict conflict = intent.state == IntentState.CONFLICT ? open.get(intent) : null;
    if (conflict != null) {
      into.base = conflict.base;
      into.mine = conflict.mine;
      into.theirs = conflict.theirs;
      into.resolve = answer -> resolve(intent, answer, into);
    }
  }

  private Object resolve(Intent intent, Object answer, IntentResult result) {
    Mutation mutation = MutationIntents.mutationOf(intent);
    if (intent.owner.intent != intent
        || !client.getMutationCache().mutations.has(mutation)
        || "theirs".equals(answer)) {
      result.discard.run();
      return env.deferreds.resolve(values.undefined());
    }
    Object sent = "mine".equals(answer) ? result.retry.get() : sendInstead(mutation, answer);
    if (client.pacing != null) {
      // The person has decided just now: there is nothing to think over for a while.
      client.pacing.sendNow(mutation);
    }
    return sent;
  }

  private Object sendInstead(Mutation mutation, Object variables) {
    Thenable<Object> sent = mutation.execute(variables);
    sent.done(null, Promises.IGNORE);
    return sent;
  }

  // Storage

  @Override
  public void write(Mutation mutation, DehydratedMutation into) {
    Intent intent = mutation.intent();
    OpenConflict conflict = intent == null ? null : open.get(intent);
    Track track = intent == null || !intent.isPending() ? null : tracks.get(intent);
    if (conflict != null && intent.state == IntentState.CONFLICT) {
      into.outcome = CONFLICT_WORD;
      into.conflict = conflict.written(values);
    } else if (track != null) {
      Object expected = track.written();
      into.conflict = values.isUndefined(expected) ? null : expected;
    }
  }

  @Override
  public void read(Mutation mutation, DehydratedMutation from) {
    Intent intent = mutation.intent();
    if (intent == null) {
      return;
    }
    if (CONFLICT_WORD.equals(from.outcome) && intent.state == IntentState.FAILED) {
      intent.owner.attempts = 0;
      intent.state = IntentState.CONFLICT;
      keep(intent, OpenConflict.read(values, from.conflict));
    } else if (intent.isPending()) {
      Track track = trackOf(intent);
      pending.add(track);
      track.read(from.conflict);
    }
  }
}
