package dev.sanguine.env;

/** Whether to say more and to look harder; on the JVM unless the property {@code sanguine.dev} says false. */
public final class Development {
  private static final boolean ON = "true".equals(System.getProperty("sanguine.dev", "true"));

  private Development() {}

  public static boolean on() {
    return ON;
  }

  /** What an error adds to its name and value for the reader of a development build. */
  public static String hint(String text) {
    return text;
  }

  /** The same, looked at anew. */
  public static boolean now() {
    return ON;
  }

  /** Whether errors have long texts. */
  public static boolean hasTexts() {
    return ON;
  }
}
