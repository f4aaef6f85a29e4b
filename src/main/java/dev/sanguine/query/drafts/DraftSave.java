package dev.sanguine.query.drafts;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Mutation;

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
      // One of the same texts that was made later is the one that counts.
      if (field.save == null || field.save.mutation.mutationId < mutation.mutationId) {
        field.save = this;
        field.forgetEnd();
      }
    });
  }

  Object sent(DraftField field) {
    return sent.get(field);
  }
}
