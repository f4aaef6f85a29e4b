package dev.sanguine.query.pattern;

/** The same if the client's option says that what onMutate writes is a change of its mutation. */
public class PatternOnManyKeysAsIntentsTest extends PatternOnManyKeysTest {
  @Override
  protected String onMutateWrites() {
    return HandWrites.INTENTS;
  }
}
