package dev.sanguine.query.pattern;

/** The same if the client's option says that what onMutate writes is a change of its mutation. */
public class PatternWritesAsIntentsTest extends PatternWritesTest {
  @Override
  protected String onMutateWrites() {
    return HandWrites.INTENTS;
  }
}
