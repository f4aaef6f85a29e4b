package dev.sanguine.testkit.editors;

import dev.sanguine.env.Seq;
import dev.sanguine.query.Mutation;

/** A change of one editor, and what he had seen when he made it. */
final class EditorsChange {
  final String token;
  final EditorsWord kind;
  final Object variables;
  /** The fields that the person meant. */
  final Seq<String> fields;
  /** The records that it is about. */
  final Seq<Object> ids;
  /** When the person made or decided it: he had seen what was shown until then. */
  int seenAt;
  /** Its place among the changes of its page: one that is sent again goes to the end. */
  int order;
  /** The mutation that sends it; null after a reload. */
  Mutation mutation;

  boolean isPending = true;
  boolean hasFailed;
  /** Nobody is owed a word of it: the person gave it up, or decided that theirs stands. */
  boolean isDropped;
  /** How often the server has refused it since it was sent by a person. */
  int refusals;
  /** The server has done it. */
  int taken;

  EditorsChange(
      String token, EditorsWord kind, Object variables, Seq<String> fields, Seq<Object> ids) {
    this.token = token;
    this.kind = kind;
    this.variables = variables;
    this.fields = fields;
    this.ids = ids;
  }

  boolean writes(Object id, String field) {
    return kind != EditorsWord.COUNT
        && fields.has(field)
        && ids.some(one -> String.valueOf(one).equals(String.valueOf(id)));
  }
}
