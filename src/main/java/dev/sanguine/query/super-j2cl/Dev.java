package dev.sanguine.query;

/** Whether to say more and to look harder: in development builds, and where the app itself is in development. */
final class Dev {
  static final boolean ON = "true".equals(System.getProperty("sanguine.dev", "false")) || Records.isDevelopment();

  private Dev() {}
}
