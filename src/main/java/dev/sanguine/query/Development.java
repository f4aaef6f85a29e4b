package dev.sanguine.query;

/** Whether to say more and to look harder; on the JVM unless the property {@code sanguine.dev} says false. */
final class Development {
  private static final boolean ON = "true".equals(System.getProperty("sanguine.dev", "true"));

  private Development() {}

  static boolean on() {
    return ON;
  }

  /** What an error adds to its name and value for the reader of a development build. */
  static String hint(String text) {
    return text;
  }

  /** The same, looked at anew. */
  static boolean now() {
    return ON;
  }

  /** Whether errors have long texts. */
  static boolean hasTexts() {
    return ON;
  }
}
