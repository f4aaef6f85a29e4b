package dev.sanguine.query.drafts;

import dev.sanguine.env.Deferreds;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.Promises;

/** What was typed into some fields, on its way to the server. */
final class DraftSave {
  final Draft draft;
  final Mutation mutation;
  final Seq<DraftField> fields;
  /** The record as it was sent: servers count the rows of this one. */
  final Object record;

  final ErrorsOf errors;
  private final Table<DraftField, Object> sent = new Table<>();
  boolean isOver;
  /** The answer. */
  Thenable<Object> answer;

  private Listener<Object> resolve;
  private Listener<Object> reject;

  DraftSave(
      Draft draft, Mutation mutation, Seq<DraftField> fields, Object record, ErrorsOf errors) {
    this.draft = draft;
    this.mutation = mutation;
    this.fields = fields;
    this.record = record;
    this.errors = errors;
    fields.each(field -> sent.put(field, field.text));
    begin();
  }

  /** It is under way, for the first time or once more. */
  void begin() {
    isOver = false;
    fields.each(field -> {
      field.saves.add(this);
      field.forgetEnd();
    });
  }

  /** Somebody has sent it again, and has the promise of that himself. */
  void beginAgain(Deferreds deferreds) {
    answer = deferreds.create((resolve, reject) -> {
      this.resolve = resolve;
      this.reject = reject;
    });
    answer.done(null, Promises.IGNORE);
    begin();
  }

  /** False if that was told before. */
  boolean end(boolean success, Object answerOrError) {
    if (isOver) {
      return false;
    }
    isOver = true;
    if (resolve != null) {
      (success ? resolve : reject).on(answerOrError);
      resolve = null;
    }
    return true;
  }

  Object sent(DraftField field) {
    return sent.get(field);
  }
}
