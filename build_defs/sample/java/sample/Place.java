package sample;

/** Has a super-source. */
final class Place {
  static String name() {
    return "the JVM";
  }

  private Place() {}
}
