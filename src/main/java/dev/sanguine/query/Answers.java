package dev.sanguine.query;

import dev.sanguine.env.Values;

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
  static Updater byId(Values values, Object data) {
    Object id = values.field(data, "id");
    if (values.isUndefined(id) || id == null) {
      return null;
    }
    return old -> {
      if (Lists.holdsList(values, old)) {
        return Lists.replace(values, old, id, item -> values.merged(item, data), null);
      }
      return values.same(values.field(old, "id"), id) ? values.merged(old, data) : old;
    };
  }
}
