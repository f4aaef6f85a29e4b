package dev.sanguine.testkit.forms;

import dev.sanguine.testkit.SeededRandom;

/** What is the same throughout one schedule. */
final class FormSetting {
  final boolean hasRecords;
  final boolean hasPacing;
  final boolean hasConflicts;
  final boolean trims;
  /** The page knows the records from the beginning. */
  final boolean isLoaded;
  /** Forms say the type of the record, so that all forms of it share one draft. */
  final boolean saysType;

  FormSetting(SeededRandom random) {
    hasRecords = random.chance(0.5);
    hasPacing = random.chance(0.5);
    hasConflicts = random.chance(0.4);
    trims = random.chance(0.3);
    isLoaded = random.chance(0.8);
    saysType = random.chance(0.6);
  }

  @Override
  public String toString() {
    return (hasRecords ? "records " : "")
        + (hasPacing ? "pacing " : "")
        + (hasConflicts ? "conflicts " : "")
        + (trims ? "trims " : "")
        + (isLoaded ? "" : "unloaded ")
        + (saysType ? "typed" : "");
  }
}
