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
    return byId(mutation.client.environment.values, data);
  }

  /** Writes the answer over the record that has its id; null where it has none. */
  static Updater byId(Documents documents, Object data) {
    Object id = documents.field(data, "id");
    if (id == null) {
      return null;
    }
    return old -> Lists.merged(documents, old, data, false);
  }
}
