package dev.sanguine.query;

import dev.sanguine.env.Documents;

/** What a mutation's answer makes of the values that the mutation had changed. */
final class Answers {
  private Answers() {}

  /** By the option merge; else a record with an id is written over the record of that id. Null: nothing to say. */
  static Updater of(Mutation mutation, Object data) {
    Callback merge = mutation.options.merge;
    if (merge != null) {
      return old -> merge.call(data, mutation.state.variables, old);
    }
    return byId(mutation.client.log.documents, data);
  }

  /** Writes the answer over the record that has its id; null where it has none. */
  static Updater byId(Documents documents, Object data) {
    Object id = documents.member(data, "id");
    if (documents.isAbsent(id) || id == null) {
      return null;
    }
    return old -> {
      if (Lists.holdsList(documents, old)) {
        return Lists.replace(documents, old, id, item -> documents.written(item, data), null);
      }
      return documents.areSame(documents.member(old, "id"), id) ? documents.written(old, data) : old;
    };
  }
}
