package dev.sanguine.query.pattern;

/** The same if what onMutate writes is a change of its mutation: that leaves by itself, and stays in its place till then. */
public class PatternSnapshotsAsIntentsTest extends PatternSnapshotsTest {
  @Override
  protected String onMutateWrites() {
    return HandWrites.INTENTS;
  }
}
