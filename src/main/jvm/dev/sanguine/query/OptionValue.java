package dev.sanguine.query;

import dev.sanguine.query.callbacks.QueryDependent;

/** Reads an option that is a value, or a {@link QueryDependent} that gives it. */
final class OptionValue {
  private OptionValue() {}

  static Object forQuery(Object option, Query query) {
    return query.environment().values.isFunction(option)
        ? ((QueryDependent) option).valueFor(query)
        : option;
  }
}
