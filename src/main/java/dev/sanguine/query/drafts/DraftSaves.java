package dev.sanguine.query.drafts;

import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentState;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.OwnOptions;
import dev.sanguine.query.Promises;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.callbacks.MutationFunction;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.MutationScope;
import dev.sanguine.query.state.IntentResult;
import dev.sanguine.query.state.PlainObjects;

/**
 * Sends what a draft has, and hears what becomes of it. One save is one mutation like any other: it shows at once, in every
 * view, stands in the line of its record, and is taken back if it fails. What was typed stays in the form until the server
 * has it.
 */
final class DraftSaves {
  private final DraftBook book;
  private final Draft draft;
  private final QueryClient client;
  private final Environment env;
  private final Values values;

  DraftSaves(DraftBook book, Draft draft) {
    this.book = book;
    this.draft = draft;
    client = book.client;
    env = client.environment;
    values = env.values;
  }

  // A save begins

  /** Sends these fields, as they are now, in one request. What is under way as it is, is not sent twice. */
  Thenable<Object> save(DraftOptions options, String path) {
    Seq<DraftField> meant = draft.meant(path);
    draft.source.read();
    Seq<Thenable<Object>> answers = new Seq<>();
    Seq<DraftField> toSend = new Seq<>();
    Seq<String> asked = new Seq<>();
    meant.each(field -> {
      if (field.save() != null && !field.isDirty()) {
        if (!answers.has(field.save().answer)) {
          answers.add(field.save().answer);
        }
      } else if (field.ended == FieldState.CONFLICT || field.isDirty() && mustAsk(field)) {
        asked.add(field.path);
      } else if (field.isDirty()) {
        toSend.add(field);
      }
    });
    if (toSend.size() > 0) {
      answers.add(send(options, toSend));
    }
    if (asked.size() > 0) {
      draft.ended();
      answers.add(env.deferreds.reject(env.errors.create("draft: " + asked.get(0)
          + " was changed by somebody else"
          + Development.hint("; decide it with resolve(path, 'mine' | 'theirs')"))));
    }
    draft.tell();
    return handled(
        answers.size() == 1
            ? answers.get(0)
            : env.deferreds
                .all(answers)
                .then(all -> all.size() == 0 ? values.undefined() : all.get(all.size() - 1)));
  }

  /** Whoever does not look at the promise sees the state of the fields. */
  private static Thenable<Object> handled(Thenable<Object> answer) {
    answer.done(null, Promises.IGNORE);
    return answer;
  }

  /** With the feature conflicts nothing is overwritten that the person has not decided about, and no row that is gone is made. */
  private boolean mustAsk(DraftField field) {
    Object view = draft.paths.at(draft.source.view, field.parts);
    Object theirs = field.theirsIn(view);
    Object made = draft.paths.with(draft.source.view, field.parts, field.text);
    boolean isGone = !field.isEqual(draft.paths.at(made, field.parts), field.text);
    boolean mustAsk = isGone || client.conflicts != null && !values.isUndefined(theirs);
    if (mustAsk) {
      field.ask(theirs);
    }
    return mustAsk;
  }

  private Thenable<Object> send(DraftOptions options, Seq<DraftField> fields) {
    Object record = draft.withTexts(draft.source.view, fields);
    Object[] written = {null};
    boolean[] isDeep = {false};
    fields.each(field -> {
      String name = field.parts.get(0);
      Object value = values.field(record, name);
      written[0] =
          written[0] == null ? values.record(name, value) : values.with(written[0], name, value);
      isDeep[0] |= field.parts.size() > 1;
    });
    Object texts = written[0];
    Object id = draft.source.id == null ? values.undefined() : draft.source.id;
    Object variables = options.variables != null
        ? options.variables.variables(texts, id)
        : values.isUndefined(id) ? texts : values.merged(values.record("id", id), texts);
    Seq<Object> sent = fields.map(field -> field.text);
    Updater updater = isDeep[0] ? old -> patched(old, fields, sent) : null;
    Mutation mutation =
        client.getMutationCache().build(client, mutationOf(options, texts, updater), null);
    DraftSave save = new DraftSave(draft, mutation, fields, record, options.errors);
    fields.each(this::forgetFailure);
    book.follow(save);
    save.answer = mutation.execute(variables);
    save.answer.done(answer -> succeed(save, answer), error -> fail(save, error, null));
    return save.answer;
  }

  private Object patched(Object record, Seq<DraftField> fields, Seq<Object> sent) {
    Object made = record;
    for (int i = 0; i < fields.size(); i++) {
      made = draft.paths.with(made, fields.get(i).parts, sent.get(i));
    }
    return made;
  }

  private MutationOptions mutationOf(DraftOptions options, Object texts, Updater updater) {
    MutationOptions given = values.isFunction(options.mutation)
        ? MutationOptions.create().mutationFn((MutationFunction) options.mutation)
        : (MutationOptions) options.mutation;
    MutationOptions made =
        PlainObjects.over(new MutationOptions(), client.defaultMutationOptions(given));
    if (OwnOptions.optimistic(made, values) == null) {
      made.optimistic((intent, variables) -> {
        Object told = values.isRecord(variables) ? values.field(variables, "id") : null;
        boolean isTold = options.variables == null && told != null && !values.isUndefined(told);
        draft.source.write(intent, isTold ? told : draft.source.id, texts, updater);
      });
    }
    if (made.scope == null) {
      made.scope = new MutationScope();
      made.scope.id = draft.scope;
      if (client.pacing != null && made.coalesce == null && options.variables == null) {
        made.coalesce = "merge";
      }
    }
    return made;
  }

  // What becomes of it

  void intentChanged(DraftSave save, Intent intent) {
    if (intent.state == IntentState.QUEUED) {
      if (save.isOver) {
        // Somebody has sent it again, from a list of what has failed.
        save.beginAgain(env.deferreds);
        draft.ended();
      }
    } else if (intent.state == IntentState.CONFIRMED) {
      succeed(save, intent.answer);
    } else if (intent.hasFailed() && intent.answer != null) {
      fail(save, intent.answer, intent);
    }
  }

  private void succeed(DraftSave save, Object answer) {
    if (!save.end(true, answer)) {
      return;
    }
    book.forget(save.mutation);
    draft.error = null;
    save.fields.each(field -> {
      Object sent = save.sent(field);
      boolean isCarried = field.save() == save;
      field.saves.remove(save);
      field.failed = null;
      if (!draft.has(field) || !field.hasText) {
        return;
      }
      boolean isTaken = isCarried && field.isEqual(sent, field.text);
      field.origin = isTaken ? field.text : answered(answer, field, sent);
      if (isTaken) {
        field.forgetEnd();
        field.ended = FieldState.SAVED;
        if (!field.isHeld()) {
          field.dropText();
        }
      }
    });
    draft.clearMessages();
    draft.ended();
  }

  /** What the server has made of the field, if the answer says so. */
  private Object answered(Object answer, DraftField field, Object sent) {
    Seq<Object> records = Seq.of(answer, env.errors.member(answer, "doc"));
    Object said = records.first(
        record -> values.isRecord(record) && values.names(record).has(field.parts.get(0)));
    Object value = said == null || values.isUndefined(said)
        ? values.undefined()
        : draft.paths.at(said, field.parts);
    return values.isUndefined(value) ? sent : value;
  }

  private void fail(DraftSave save, Object error, Intent intent) {
    if (!save.end(false, error)) {
      return;
    }
    Seq<DraftField> carried =
        save.fields.filter(field -> field.save() == save && draft.has(field) && field.hasText);
    save.fields.each(field -> {
      field.saves.remove(save);
      draft.wasTakenBack(field, save.sent(field));
    });
    boolean isDecided = intent != null && intent.owner.intent == null;
    if (env.errors.isCancelled(error)) {
      book.forget(save.mutation);
    } else if (isDecided) {
      // The app has decided for what the server has.
      carried.each(field -> {
        if (field.isEqual(save.sent(field), field.text)) {
          field.dropText();
        }
      });
    } else {
      carried.each(field -> field.failed = save);
      draft.error = error;
      if (intent == null || intent.state != IntentState.CONFLICT || !ask(carried, intent)) {
        refuse(save, carried, error);
      }
    }
    draft.ended();
  }

  private void refuse(DraftSave save, Seq<DraftField> carried, Object error) {
    FieldErrors errors = new FieldErrors(env).read(save.errors, error);
    if (errors.byPath.size() == 0) {
      carried.each(field -> field.refuse(errors.whole(error)));
    }
    errors.byPath.keys().each(said -> {
      String path = draft.paths.byIds(save.record, said);
      Object message = errors.byPath.get(said);
      draft.fieldOf(path).refuse(message);
      carried.each(field -> {
        if (Paths.isInside(field.path, path)) {
          field.refuse(message);
        }
      });
    });
  }

  /** Somebody else was faster. False if nothing is known of it. */
  private boolean ask(Seq<DraftField> carried, Intent intent) {
    IntentResult conflict = new IntentResult();
    client.conflicts.describe(intent, conflict);
    boolean[] isAsked = {false};
    carried.each(field -> {
      Object theirs = draft.paths.at(conflict.theirs, field.parts);
      boolean isClash = !field.isEqual(draft.paths.at(conflict.base, field.parts), theirs)
          && !field.isEqual(theirs, field.text);
      if (isClash || !values.isRecord(conflict.theirs)) {
        field.ask(theirs);
        isAsked[0] = true;
      }
    });
    return isAsked[0];
  }

  // A person decides

  /** What the two have made of the field is decided; when nothing of that save is asked any more, the rest of it is sent. */
  Thenable<Object> resolve(DraftOptions options, String path, Object answer) {
    DraftField field = draft.fieldOf(path);
    draft.source.read();
    DraftSave failed = field.failed;
    boolean wasAsked = field.ended == FieldState.CONFLICT;
    Object view = draft.paths.at(draft.source.view, field.parts);
    Object theirs = field.theirsIn(view);
    boolean isTheirs = "theirs".equals(answer);
    if (!isTheirs && !"mine".equals(answer)) {
      draft.set(path, answer);
    }
    field.forgetEnd();
    if (isTheirs) {
      field.dropText();
    } else if (field.hasText) {
      field.origin = values.isUndefined(theirs) ? view : theirs;
    }
    Seq<DraftField> rest = failed == null
        ? Seq.of(field)
        : failed.fields.filter(other -> draft.has(other) && other.failed == failed);
    if (isTheirs) {
      forgetFailure(field);
    }
    draft.ended();
    draft.tell();
    boolean isOpen = rest.some(other -> other.ended == FieldState.CONFLICT);
    return !wasAsked || isOpen
        ? env.deferreds.resolve(values.undefined())
        : saveAll(options, rest.filter(DraftField::isDirty));
  }

  private Thenable<Object> saveAll(DraftOptions options, Seq<DraftField> fields) {
    if (fields.size() == 0) {
      return env.deferreds.resolve(values.undefined());
    }
    Thenable<Object> answer = handled(send(options, fields));
    draft.tell();
    return answer;
  }

  /** The field is typed or sent anew: what has failed of it is listed no more, once nothing of that mutation is. */
  void forgetFailure(DraftField field) {
    DraftSave failed = field.failed;
    field.failed = null;
    if (failed != null
        && failed.isOver
        && !failed.fields.some(other -> other.failed == failed && draft.has(other))) {
      book.forget(failed.mutation);
      client.getMutationCache().remove(failed.mutation);
    }
  }
}
