package dev.sanguine.testkit.editors;

/** What can happen among editors, and its share. */
enum EditorsWord {
  /** A person changes one or two fields. */
  PATCH(14),
  /**
   * A person changes a field, and the whole record is sent. Not drawn by itself: one that failed and is sent again, behind a
   * later change of the same person, takes that change back on the server ({@code PUT=6}, 60 steps, seed 540).
   */
  PUT(0),
  COUNT(4),
  /** A person changes a field of all records at once. */
  BULK(4),
  /** The server locks a record against bulk changes, or unlocks it. */
  LOCK(2),
  SERVER_SEES(22),
  SERVER_REFUSES(2),
  ANSWER(26),
  /** The answer, or the request itself, is lost. */
  LOSE(2),
  ARRIVE_LATE(3),
  GIVE_UP(3),
  REFETCH(5),
  NETWORK(2),
  /** A person decides a conflict. */
  RESOLVE(6),
  /** A person sends what failed again, or forgets it. */
  LOOK_AT_FAILED(3),
  RELOAD(1);

  static final EditorsWord[] ALL = values();

  final int weight;

  EditorsWord(int weight) {
    this.weight = weight;
  }
}
