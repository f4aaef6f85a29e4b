package dev.sanguine.law;

/** What a fetch after the confirmation of an intent is owed to. */
enum ResyncScope {
  /** None follows. */
  NOTHING,
  /** To what the intent has touched. */
  TOUCHED,
  /** To the queries of its change of the kind {@link ChangeKind#RESYNC}. */
  TARGET
}
