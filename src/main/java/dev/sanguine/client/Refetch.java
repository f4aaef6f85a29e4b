package dev.sanguine.client;

/** Whether an observer fetches again when something wakes it. */
public enum Refetch {
  /** Never. */
  NEVER(false),
  /** If the data is stale; the default. */
  IF_STALE(true),
  /** In any case. */
  ALWAYS("always");

  final Object option;

  Refetch(Object option) {
    this.option = option;
  }
}
