package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.query.options.MutationScope;
import dev.sanguine.query.state.DehydratedMutation;
import dev.sanguine.query.state.DehydratedQuery;
import dev.sanguine.query.state.DehydratedState;
import dev.sanguine.query.state.States;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

/** A dehydrated state as it may be read: entries that have not its form are left out. */
final class DehydratedStateReader {
  private DehydratedStateReader() {}

  /** Empty if it is no state at all. A state of plain maps and lists, as JSON is read, is taken too. */
  static DehydratedState state(Object state, Values values) {
    if (state instanceof DehydratedState) {
      DehydratedState given = (DehydratedState) state;
      DehydratedState whole = new DehydratedState();
      whole.queries = given.queries == null ? new Seq<>() : given.queries;
      whole.mutations = given.mutations == null ? new Seq<>() : given.mutations;
      return whole;
    }
    DehydratedState read = new DehydratedState();
    read.queries = new Seq<>();
    read.mutations = new Seq<>();
    if (!(state instanceof Map)) {
      return read;
    }
    for (Object entry : list(((Map<?, ?>) state).get("queries"))) {
      DehydratedQuery query = fill(new DehydratedQuery(), entry);
      Object inner = entry instanceof Map ? ((Map<?, ?>) entry).get("state") : null;
      if (inner instanceof Map && query.queryHash != null && values.isKey(query.queryKey)) {
        query.state = fill(States.queryState(), inner);
        read.queries.add(query);
      }
    }
    for (Object entry : list(((Map<?, ?>) state).get("mutations"))) {
      Object inner = entry instanceof Map ? ((Map<?, ?>) entry).get("state") : null;
      if (inner instanceof Map) {
        DehydratedMutation mutation = fill(new DehydratedMutation(), entry);
        mutation.state = fill(States.mutationState(), inner);
        Object scope = ((Map<?, ?>) entry).get("scope");
        mutation.scope = scope instanceof Map ? fill(new MutationScope(), scope) : mutation.scope;
        read.mutations.add(mutation);
      }
    }
    return read;
  }

  /** True: the state was read without those of another form. */
  static boolean isQuery(Object written) {
    return true;
  }

  private static List<?> list(Object value) {
    return value instanceof List ? (List<?>) value : List.of();
  }

  private static <T> T fill(T record, Object from) {
    if (from instanceof Map) {
      for (Field field : record.getClass().getFields()) {
        Object value = ((Map<?, ?>) from).get(field.getName());
        try {
          if (field.getType() == int.class && value instanceof Number) {
            field.set(record, ((Number) value).intValue());
          } else if (field.getType() == double.class && value instanceof Number) {
            field.set(record, ((Number) value).doubleValue());
          } else if (value != null
              && (field.getType() == boolean.class && value instanceof Boolean
                  || field.getType().isInstance(value))) {
            field.set(record, value);
          }
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return record;
  }
}
