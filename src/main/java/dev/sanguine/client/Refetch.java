package dev.sanguine.client;

/** Whether an observer fetches again when something wakes it. */
public enum Refetch {
  NEVER(false),
  /** Where the data is stale; the default. */
  IF_STALE(true),
  ALWAYS("always");

  final Object option;

  Refetch(Object option) {
    this.option = option;
  }
}
