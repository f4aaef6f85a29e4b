package dev.sanguine.query;

/** Development builds say more; the compiler drops what stands behind this where it is off. */
final class Dev {
  static final boolean ON = "true".equals(System.getProperty("sanguine.dev", "false"));

  private Dev() {}
}
