package sample;

/** Instead of the class of the same name, in JavaScript. */
final class Place {
  static String name() {
    return "JavaScript";
  }

  private Place() {}
}
