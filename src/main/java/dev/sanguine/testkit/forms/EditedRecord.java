package dev.sanguine.testkit.forms;

import dev.sanguine.env.Seq;

/** A record that forms are open for, by the id that the page knows it by first. */
final class EditedRecord {
  final String name;
  /** As the forms name it: a temporary id stays. */
  final Object id;
  /** As the server names it; null before it has. */
  Object realId;

  final Seq<TypedText> texts;

  EditedRecord(Object id, boolean isNew) {
    this.id = id;
    name = FormServer.text(id);
    realId = isNew ? null : id;
    texts = FormServer.FIELDS.map(field -> new TypedText(this, field));
  }
}
