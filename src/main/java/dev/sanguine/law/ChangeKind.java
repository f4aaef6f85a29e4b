package dev.sanguine.law;

import org.jspecify.annotations.Nullable;

/** What a change does to a value. */
public enum ChangeKind {
  /** Nothing: its queries are where the fetch after the settle goes. */
  RESYNC("resync"),
  /** What a function of the app's makes of the value. */
  FUNCTION("function"),
  SET("set"),
  MERGE("merge"),
  REMOVE("remove"),
  UPSERT("upsert"),
  APPEND("append"),
  PREPEND("prepend"),
  INCREMENT("increment"),
  /** A record that was not there comes into every list that it belongs to. */
  ADD("add");

  /** The word for it in the log of events. */
  public final String word;

  ChangeKind(String word) {
    this.word = word;
  }

  /** The kind of that word; null if there is none. */
  @Nullable
  public static ChangeKind of(@Nullable String word) {
    for (ChangeKind kind : values()) {
      if (kind != RESYNC && kind.word.equals(word)) {
        return kind;
      }
    }
    return null;
  }

  /** It may make a record that was not there. */
  public boolean adds() {
    return this == UPSERT || this == APPEND || this == PREPEND || this == ADD;
  }

  /** It changes records of a list, or the record that the value is. */
  boolean isOfRecords() {
    return this != RESYNC && this != FUNCTION && this != SET;
  }
}
