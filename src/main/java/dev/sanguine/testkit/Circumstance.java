package dev.sanguine.testkit;

/** What holds in a world from its beginning to its end: in one world of so many, in none if the number is 0. */
enum Circumstance {
  /** Ids are numbers in some queries and texts in others. */
  NUMBER_IDS(3),
  /** Documents hold records that bear the document's own id. */
  NESTED(3),
  /** There are documents for several pages from the beginning. */
  MANY_DOCUMENTS(5),
  /** A page begins with the last document of the page before it. */
  OVERLAPPING_PAGES(4),
  /** No more than two pages are kept. */
  FEW_PAGES(4),
  /** There are queries that hold a number, a text, a record of another kind. */
  OTHER_SHAPES(4),
  /** Nobody watches in the beginning: what is cached stays for a minute. */
  UNWATCHED(8),
  /** Each client's clock is wrong in its own way. */
  WRONG_CLOCKS(3),
  /** What a client's other tabs are posted is looked at. */
  ANOTHER_TAB(4),
  /** Clients take what the documented pattern writes for intents. */
  PATTERN_AS_INTENTS(2),
  /** A persister stands before some queries. */
  STORAGE(6),
  /** Clients have the feature pacing. */
  PACES(2),
  /** One query is streamed. On the JVM alone: a browser reads streams on its own promises, not on virtual time. */
  STREAMED(0);

  static final Circumstance[] ALL = values();

  final int oneIn;

  Circumstance(int oneIn) {
    this.oneIn = oneIn;
  }

  int bit() {
    return 1 << ordinal();
  }
}
