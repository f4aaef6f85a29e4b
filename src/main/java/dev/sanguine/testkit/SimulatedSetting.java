package dev.sanguine.testkit;

/** How a world is from its beginning to its end. */
final class SimulatedSetting {
  private static final int FEW = 2;
  private static final int MANY = 9;

  /** How many documents there are from the beginning. */
  final int documents;
  /** Documents hold a record that bears their own id. */
  final boolean isNested;
  /** A page begins with the last document of the page before it. */
  final boolean overlaps;
  /** How many pages are kept; 0 if all are. */
  final int maxPages;
  /** How many queries there are: those of documents, or the others too. */
  final int queries;
  /** Somebody looks at what other tabs are posted. */
  final boolean posts;
  /** Some queries are stored. */
  final boolean stores;
  /** One query is streamed. */
  final boolean streams;
  /** What the documented pattern writes is an intent. */
  final boolean isPatternIntent;
  /** Clients have the feature pacing. */
  final boolean paces;
  /** Somebody watches from the beginning. */
  final boolean isWatched;

  private final boolean[] numberIds = new boolean[SimulatedQuery.ALL.length];
  private final double[] clocks = new double[SimulatedWorld.CLIENTS];

  SimulatedSetting(Draw draw) {
    documents = draw.is(Circumstance.MANY_DOCUMENTS) ? MANY : FEW;
    isNested = draw.is(Circumstance.NESTED);
    overlaps = draw.is(Circumstance.OVERLAPPING_PAGES);
    maxPages = draw.is(Circumstance.FEW_PAGES) ? 2 : 0;
    queries = draw.is(Circumstance.OTHER_SHAPES)
        ? SimulatedQuery.ALL.length
        : SimulatedQuery.OF_DOCUMENTS;
    isWatched = !draw.is(Circumstance.UNWATCHED);
    posts = draw.is(Circumstance.ANOTHER_TAB);
    stores = draw.is(Circumstance.STORAGE);
    isPatternIntent = draw.is(Circumstance.PATTERN_AS_INTENTS);
    streams = draw.is(Circumstance.STREAMED);
    paces = draw.is(Circumstance.PACES);
    for (int i = 0; i < numberIds.length; i++) {
      numberIds[i] = draw.is(Circumstance.NUMBER_IDS) && draw.oneIn(2);
    }
    for (int i = 0; i < clocks.length; i++) {
      clocks[i] = draw.is(Circumstance.WRONG_CLOCKS) ? wrong(draw) : 0;
    }
  }

  /** By how much a clock is wrong: a little, a minute, a day; before or after the server's. */
  static double wrong(Draw draw) {
    double[] sizes = {2, 1000, 60_000, 86_400_000};
    double size = sizes[draw.below(sizes.length)];
    return draw.oneIn(2) ? size : -size;
  }

  double clock(int client) {
    return clocks[client];
  }

  /** There is more than one page from the beginning. */
  boolean hasPages() {
    return documents == MANY;
  }

  /** A document may stand on two pages. */
  boolean hasCopies() {
    return overlaps || maxPages > 0;
  }

  /** The id as that query's answers, or the answers to writes (null), hold it. */
  boolean isNumber(SimulatedQuery query) {
    return numberIds[query == null ? SimulatedQuery.RECORD.ordinal() : query.ordinal()];
  }
}
