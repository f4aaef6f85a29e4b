package dev.sanguine.law;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;
import dev.sanguine.records.RecordHelpers;
import dev.sanguine.records.RecordShape;

/**
 * What a confirmed mutation's answer makes of the value that one of its changes has made: what the option {@code merge}
 * says, or else a record with an id is written over the record that the change was about.
 */
public final class MutationAnswer {
  /** What the mutation brought. */
  public final Object data;
  /** Pairs of a temporary id that the mutation gave out and the server's. */
  private final Seq<Seq<Object>> pairs;
  /** The option {@code merge} for this answer; null if the mutation has none. */
  public final Updater merge;
  /** Puts the server's ids in the place of temporary ones; null if the mutation made no record. */
  public Updater names;

  MutationAnswer(Intent intent, Object data) {
    this.data = data;
    merge = intent.owner.merge(data);
    RecordNames ids = intent.log.names;
    pairs = ids == null ? new Seq<>() : ids.pairs(intent.owner, data);
  }

  /** False if it says nothing of the values in these places. */
  boolean says(Documents documents, Seq<FoldedChange> places) {
    return merge != null
        || names != null
        || places.some(folded -> {
          Object id = folded.query.shape().idOf(documents, data);
          return id != null && !documents.isUndefined(id);
        });
  }

  /** The value after the change and the answer; {@code before} is the one before the change. */
  Object over(Documents documents, RecordShape shape, Object before, Object made) {
    Object named =
        names == null ? made : names.update(withoutKnown(documents, shape, pairs, before, made));
    return merge == null ? written(documents, shape, data, before, named) : merge.update(named);
  }

  /**
   * A record that is there under the server's id already (somebody has pushed it) is not there under the temporary one.
   *
   * @param pairs of a temporary id and the server's
   */
  public static Object withoutKnown(
      Documents documents, RecordShape shape, Seq<Seq<Object>> pairs, Object before, Object made) {
    RecordHelpers helpers = new RecordHelpers(documents, shape);
    Object value = made;
    for (int i = 0; i < pairs.size(); i++) {
      value = helpers.has(before, pairs.get(i).get(1))
          ? helpers.remove(value, pairs.get(i).get(0))
          : value;
    }
    return value;
  }

  /**
   * The value with the answer over the record of its id, if the change was about that record: the change made it, or changed
   * fields of it that the answer has, or the answer has no field that is new to it. So an answer of another kind of record
   * whose id is the same number is written nowhere.
   */
  public static Object written(
      Documents documents, RecordShape shape, Object data, Object before, Object made) {
    if (!documents.isRecord(data)) {
      return made;
    }
    RecordHelpers helpers = new RecordHelpers(documents, shape);
    Object id = shape.idOf(documents, data);
    Seq<Object> old = helpers.find(before, id);
    Seq<String> known = documents.names(data);
    return helpers.edit(
        made,
        id,
        record -> old.some(one -> documents.same(one, record))
                || old.size() > 0 && !isAbout(documents, known, old.get(0), record)
            ? record
            : helpers.written(record, data));
  }

  private static boolean isAbout(
      Documents documents, Seq<String> answered, Object before, Object after) {
    Seq<String> fields = documents.names(after);
    return !answered.some(name -> !fields.has(name))
        || !fields.some(
            name -> !documents.same(documents.field(before, name), documents.field(after, name))
                && !answered.has(name));
  }
}
